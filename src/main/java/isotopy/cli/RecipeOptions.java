package isotopy.cli;

import isotopy.train.Loss;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Recipe;
import isotopy.train.Schedule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that say how θ is improved.
final class RecipeOptions {
    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "adam, adamw (decay apart from the gradient), sgd (momentum 0.9) or lbfgs (line search)"
                    + " (default adam).")
    @Nullable
    String optimizer;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps, 0 to 10000000 (default 2000).")
    @Nullable
    String steps;

    @Option(names = "--lr", paramLabel = "RATE", description = "Learning rate, 1e-8 to 10 (default 0.01).")
    @Nullable
    String learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "How the rate goes along the run: constant, cosine (down to 0 at the last step) or warm-up"
                    + " (up over a twentieth of the run, then cosine) (default constant).")
    @Nullable
    String schedule;

    @Option(names = "--batch", paramLabel = "N", description = "Points a step, or full for all of them (default full).")
    @Nullable
    String batch;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "mse (squared distance), huber (linear beyond 1) or cross-entropy (default mse; cross-entropy"
                    + " for labels).")
    @Nullable
    String loss;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            description = "Bound of the gradient's norm, 0 for none (default 0).")
    @Nullable
    String clip;

    @Option(names = "--weight-decay", paramLabel = "RATE", description = "Weight of ½|θ|² in the loss (default 0).")
    @Nullable
    String weightDecay;

    @Option(
            names = "--roughness",
            paramLabel = "RATE",
            description = "Weight of ∫|θ̇|² dt, which makes neighbouring layers alike (default 0).")
    @Nullable
    String roughness;

    @Option(
            names = "--kinetic",
            paramLabel = "RATE",
            description = "Weight of ∫E|f|² dt, which makes paths short and straight (default 0).")
    @Nullable
    String kinetic;

    @Option(
            names = "--jacobian",
            paramLabel = "RATE",
            description = "Weight of ∫E‖∇f‖² dt, which makes the field smooth (default 0).")
    @Nullable
    String jacobian;

    @Option(
            names = "--tracked",
            paramLabel = "RATE",
            description = "Weight of the loss all along the way, ∫E ℓ dt (default 0).")
    @Nullable
    String tracked;

    Recipe over(Recipe start) {
        return new Recipe(
                (int) Numbers.within("--steps", Recipe.STEPS, steps, start.steps()),
                Numbers.within("--lr", Recipe.LEARNING_RATE, learningRate, start.learningRate()),
                batch == null ? start.batch() : batch(batch),
                Numbers.within("--clip", Recipe.CLIP, clip, start.clip()),
                Choice.of(
                        "--optimizer",
                        optimizer,
                        Arrays.asList(Optimization.values()),
                        Optimization::id,
                        start.optimizer()),
                Choice.of("--schedule", schedule, Arrays.asList(Schedule.values()), Schedule::id, start.schedule()),
                Choice.of("--loss", loss, Loss.all(), Loss::id, start.loss()),
                penalties(start.penalties()));
    }

    private Penalties penalties(Penalties start) {
        return new Penalties(
                Numbers.within("--weight-decay", Penalties.WEIGHT_DECAY, weightDecay, start.weightDecay()),
                Numbers.within("--roughness", Penalties.ROUGHNESS, roughness, start.roughness()),
                Numbers.within("--kinetic", Penalties.KINETIC, kinetic, start.kinetic()),
                Numbers.within("--jacobian", Penalties.JACOBIAN, jacobian, start.jacobian()),
                Numbers.within("--tracked", Penalties.TRACKED, tracked, start.tracked()));
    }

    private static int batch(String text) {
        if (text.equals("full")) {
            return 0;
        }
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && Recipe.BATCH.contains(size)) {
                return size;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Failure.wrongCall(
                "--batch " + text + ": it must be full, or a whole number in 1 … 1000000 (points a step)");
    }
}
