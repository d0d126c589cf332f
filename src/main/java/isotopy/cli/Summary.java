package isotopy.cli;

import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Obstruction;
import isotopy.target.Obstructions;
import isotopy.theory.Floor;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a training run came to, in a few lines for people.
final class Summary {
    /// A run within this factor of its floor has come to it.
    private static final double NEAR = 1.02;

    private Summary() {}

    static List<String> of(Measured measured, TrainingRun run, Path out) {
        var lines = new ArrayList<String>();
        var snapshot = measured.snapshot();
        var experiment = snapshot.experiment();
        var network = experiment.network();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s of the family %s%s, %s in %.1f s.",
                NamedTarget.title(experiment),
                Numbers.count(network.depth(), "layer"),
                network.family().id(),
                network.family().hasWidth() ? ", width " + network.width() : "",
                Numbers.count(run.taken(), "step"),
                run.seconds()));
        lines.add(experiment.target() instanceof Labels ? accuracy(measured) : error(measured, run.samples()));
        surrounded(experiment).ifPresent(lines::add);
        measured.floor()
                .filter(floor -> floor.meanSquare() > 0)
                .ifPresent(floor -> lines.add(floor(floor, measured.train(), snapshot)));
        lines.add(solving(measured));
        lines.add(folding(snapshot));
        lines.add("Saved as " + out + ".");
        return lines;
    }

    private static String error(Measured measured, Samples samples) {
        var snapshot = measured.snapshot();
        boolean tested = measured.test().isPresent();
        var error = (tested ? "Test" : "Training") + " error "
                + Numbers.rough(measured.judged().meanSquare()) + " (mean square); on average a "
                + (tested ? "test " : "") + "point misses by ";
        var any = tested ? ", and any point, of training or test, at most by " : ", and any point at most by ";
        double mean = measured.judged().mean();
        double largest = measured.supremum();
        if (constant(samples)) {
            return error + Numbers.rough(mean) + any + Numbers.rough(largest) + "; all values are the same.";
        }
        double extent = snapshot.gauge().extent() * snapshot.experiment().unit();
        return error + Numbers.rough(100 * mean / extent) + " % of "
                + whole(snapshot.experiment().target().kind()) + any + Numbers.rough(100 * largest / extent) + " %.";
    }

    /// Whether the values of a function have no range that a miss could be a share of.
    private static boolean constant(Samples samples) {
        var y = samples.trainY().followedBy(samples.testY());
        return y.dimension() == 1
                && samples.trainX().dimension() == 2
                && Arrays.stream(y.row(0)).distinct().count() == 1;
    }

    /// What is possible where one class surrounds another and the flow has no extra coordinate.
    private static Optional<String> surrounded(Experiment experiment) {
        if (experiment.stateDimension() > 2) {
            return Optional.empty();
        }
        return Obstructions.of(experiment.target(), experiment.sampling().domain())
                .filter(Obstruction.Surrounds.class::isInstance)
                .map(Obstruction.Surrounds.class::cast)
                .map(found -> "Class " + found.outer() + " surrounds class " + found.inner()
                        + ": no flow of the plane separates them as regions; given points leave a thin gap, through which a"
                        + " flow squeezes them. One extra coordinate, --augment 1, lifts the inner class out.");
    }

    /// What the miss is a share of.
    private static String whole(Kind kind) {
        return switch (kind) {
            case LINE -> "the interval's length";
            case PLANE, LABELS -> "the square's side";
            case FUNCTION -> "the range of the values";
        };
    }

    /// What no flow goes below, and, where the run does, why it can.
    static String floor(Floor floor, Evaluation train, FlowSnapshot snapshot) {
        if (train.meanSquare() >= floor.meanSquare()) {
            boolean reached = train.meanSquare() <= NEAR * floor.meanSquare();
            return "The error on the training points, " + Numbers.rough(train.meanSquare())
                    + (reached
                            ? ", has come to the floor of all such flows, "
                            : ", is above the floor of all such flows, ")
                    + Numbers.rough(floor.meanSquare())
                    + (reached ? "; more training gains nothing. " : ", to which more training may lead. ")
                    + floor.reason();
        }
        var folding = snapshot.folds().indices();
        var found = Numbers.rough(train.meanSquare());
        var bound = Numbers.rough(floor.meanSquare());
        var layers = (folding.size() == 1 ? "layer " : "layers ")
                + layers(folding)
                + (folding.size() == 1 ? " folds" : " fold");
        return "The error on the training points, " + found + ", is "
                + (found.equals(bound) ? "just below" : "below " + bound + ",") + " the floor of all such flows: "
                + (folding.isEmpty()
                        ? "then this network is none, though no layer was seen to fold."
                        : layers + ", so that this network is none.");
    }

    private static String layers(List<Integer> indices) {
        return indices.stream().map(layer -> String.valueOf(layer + 1)).collect(Collectors.joining(", "));
    }

    /// The solver's own error beside the model's.
    private static String solving(Measured measured) {
        var experiment = measured.snapshot().experiment();
        double side = experiment.sampling().domain().side() * experiment.positionUnit();
        return "The field is evaluated " + times(measured.solver().evaluations())
                + " times a point; the differential equation itself leads on average "
                + Numbers.rough(100 * measured.solver().mean() / side)
                + " % of " + (experiment.target().kind() == Kind.LINE ? "the interval's length" : "the square's side")
                + " away from where the network does.";
    }

    private static String times(double value) {
        return value == Math.rint(value) ? Numbers.count((long) value) : Numbers.rough(value);
    }

    private static String accuracy(Measured measured) {
        var evaluation = measured.judged();
        return "The read-out names the right class of " + Numbers.rough(100 * evaluation.accuracy()) + " % of the "
                + (measured.test().isPresent() ? "test" : "training") + " points; the Brier score is "
                + Numbers.rough(evaluation.meanSquare()) + ".";
    }

    /// Which layers fold and what that means.
    static String folding(FlowSnapshot snapshot) {
        var folding = snapshot.folds().indices();
        if (folding.isEmpty()) {
            return "No layer folds at any of the points that were looked at.";
        }
        var names = layers(folding);
        boolean one = folding.size() == 1;
        return folding.size() + " of " + snapshot.control().depth() + " layers " + (one ? "folds" : "fold") + " ("
                + (one ? "layer " : "layers ") + names + "): " + (one ? "it turns" : "they turn")
                + " space over somewhere, which no flow does; --bijective keeps every layer one to one.";
    }
}
