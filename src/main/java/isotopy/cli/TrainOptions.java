package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Range;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that are fields of an [Experiment]. What is not given stays as it is: at the default, or as
/// the project has it.
final class TrainOptions {
    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "What one layer may do; isotopy families lists them" + " (default tanh).")
    @Nullable
    String family;

    @Option(names = "--width", paramLabel = "N", description = "Hidden units a layer, 1 to 512 (default 16).")
    @Nullable
    Integer width;

    @Option(names = "--depth", paramLabel = "N", description = "Layers, 1 to 1000 (default 20).")
    @Nullable
    Integer depth;

    @Option(names = "--horizon", paramLabel = "T", description = "The end of fictitious time, 0.01 to 100 (default 1).")
    @Nullable
    Double horizon;

    @Option(
            names = "--integrator",
            paramLabel = "NAME",
            description = "The scheme that turns layers into a map: euler (the"
                    + " residual network itself), midpoint or rk4 (default euler).")
    @Nullable
    String integrator;

    @Option(names = "--substeps", paramLabel = "N", description = "Steps of the scheme a layer, 1 to 64 (default 1).")
    @Nullable
    Integer substeps;

    @Option(names = "--bijective", description = "Scale layers back after every step so that each stays one to one.")
    @Nullable
    Boolean bijective;

    @Option(names = "--steps", paramLabel = "N", description = "Training steps, 0 to 10000000 (default 2000).")
    @Nullable
    Integer steps;

    @Option(names = "--lr", paramLabel = "RATE", description = "Learning rate, 1e-8 to 10 (default 0.01).")
    @Nullable
    Double learningRate;

    @Option(names = "--batch", paramLabel = "N", description = "Points a step, or full for all of them (default full).")
    @Nullable
    String batch;

    @Option(
            names = "--clip",
            paramLabel = "NORM",
            description = "Bound of the gradient's norm, 0 for none (default 0).")
    @Nullable
    Double clip;

    @Option(
            names = "--noise",
            paramLabel = "SIGMA",
            description = "Standard deviation of what is added to the training"
                    + " targets, in coordinate units (default 0).")
    @Nullable
    Double noise;

    @Option(names = "--seed", paramLabel = "N", description = "Where all random choices come from (default 1).")
    @Nullable
    Long seed;

    @Option(
            names = "--test-fraction",
            paramLabel = "SHARE",
            description = "Share of the points kept for the test, 0 to 0.9" + " (default 0.2).")
    @Nullable
    Double testFraction;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "Points drawn in the domain, 10 to 1000000 (default 2000);" + " given pairs are taken as they are.")
    @Nullable
    Integer samples;

    @Option(
            names = "--domain",
            paramLabel = "LOW,HIGH",
            description = "The side of the square that points are drawn in" + " (default -1,1).")
    @Nullable
    String domain;

    /// The experiment with what was given on the command line in place of what it had.
    ///
    /// Throws: `Failure` for a wrong call, that names the option, the value and what there is.
    Experiment over(Experiment start) {
        return start.withSampling(sampling(start.sampling()))
                .withNetwork(network(start.network()))
                .withRecipe(recipe(start.recipe()))
                .withSeed(seed == null ? start.seed() : seed);
    }

    private Sampling sampling(Sampling start) {
        return new Sampling(
                domain == null ? start.domain() : domain(domain),
                (int) within("--samples", Sampling.SAMPLES, samples, start.samples()),
                within("--test-fraction", Sampling.TEST_FRACTION, testFraction, start.testFraction()),
                within("--noise", Sampling.NOISE, noise, start.noise()));
    }

    private Network network(Network start) {
        return new Network(
                family == null ? start.family() : family(family),
                (int) within("--width", Network.WIDTH, width, start.width()),
                (int) within("--depth", Network.DEPTH, depth, start.depth()),
                within("--horizon", Network.HORIZON, horizon, start.horizon()),
                start.augment(),
                integrator == null ? start.integrator() : integrator(integrator),
                (int) within("--substeps", Network.SUBSTEPS, substeps, start.substeps()),
                bijective == null ? start.bijective() : bijective);
    }

    private Recipe recipe(Recipe start) {
        return new Recipe(
                (int) within("--steps", Recipe.STEPS, steps, start.steps()),
                within("--lr", Recipe.LEARNING_RATE, learningRate, start.learningRate()),
                batch == null ? start.batch() : batch(batch),
                within("--clip", Recipe.CLIP, clip, start.clip()),
                start.optimizer(),
                start.schedule(),
                start.loss(),
                start.penalties());
    }

    static double within(String option, Range range, @Nullable Number given, double otherwise) {
        if (given == null) {
            return otherwise;
        }
        double value = given.doubleValue();
        if (!range.contains(value)) {
            throw Failure.wrongCall(option + " " + Numbers.plain(value) + ": it must be "
                    + (range.whole() ? "a whole number " : "") + "in " + range.text() + " (" + range.unit() + ")");
        }
        return value;
    }

    private static ControlFamily family(String name) {
        return ControlFamily.all().stream()
                .filter(family -> family.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> only(
                        "--family",
                        name,
                        ControlFamily.all().stream().map(ControlFamily::id).collect(Collectors.joining(", "))));
    }

    private static Integrator integrator(String name) {
        return Arrays.stream(Integrator.values())
                .filter(integrator -> integrator.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> only(
                        "--integrator",
                        name,
                        Arrays.stream(Integrator.values()).map(Integrator::id).collect(Collectors.joining(", "))));
    }

    static Failure only(String option, String value, String there) {
        return Failure.wrongCall(option + " " + value + ": this version has only " + there);
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

    private static Box domain(String text) {
        var bounds = text.split(",", -1);
        try {
            if (bounds.length == 2) {
                return new Box(Double.parseDouble(bounds[0].strip()), Double.parseDouble(bounds[1].strip()));
            }
        } catch (IllegalArgumentException e) {
            // told below; a number that is none is such an exception too
        }
        throw Failure.wrongCall(
                "--domain " + text + ": it must be two numbers LOW,HIGH such as -1,1, the lower one first");
    }
}
