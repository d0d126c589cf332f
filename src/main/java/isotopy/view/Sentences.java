package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.figure.Charts;
import isotopy.figure.Look;
import isotopy.flow.Folds;
import isotopy.math.Activation;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.theory.Floor;
import isotopy.train.Evaluation;
import isotopy.train.Network;
import isotopy.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sentences that the window composes from what it sees. Plain functions: values in, words out.
final class Sentences {
    /// More runs of layers than this are not listed.
    private static final int LISTED = 5;

    /// A floor below this share of the squared side is none.
    private static final double NOTHING = 1e-10;

    /// Below the floor is what is so much below it: rounding and the last digits do not count.
    private static final double CLEARLY = 1e-3;

    private Sentences() {}

    /// What the trainer is doing.
    static String activity(Activity activity, long step) {
        return switch (activity) {
            case Activity.Waiting() -> step == 0 ? "not trained yet" : "paused";
            case Activity.Training() -> "training";
            case Activity.Relaxing(double share) ->
                "going back to the identity, " + Math.round(100 * share) + "\u00a0%";
            case Activity.Resting(long steps) ->
                "resting: the loss has not fallen by 1\u00a0% in " + Numbers.count(steps) + " steps";
            case Activity.Diverged(long at, int layer) ->
                "stopped at step " + Numbers.count(at) + ": a state in layer " + (layer + 1)
                        + " was no longer finite; the last good flow is kept";
            case Activity.Failed(String sentence) -> sentence;
        };
    }

    /// The trained step and how fast steps follow each other; `shown` may be an earlier moment than `newest`.
    static String progress(FlowSnapshot shown, FlowSnapshot newest) {
        var step = shown.step() < newest.step()
                ? earlier(shown.step(), newest.step())
                : "step " + Numbers.count(shown.step());
        return newest.speed() > 0 ? step + " · " + Numbers.speed(newest.speed()) + " steps per second" : step;
    }

    /// That an earlier flow is shown.
    static String earlier(long step, long newest) {
        return "step " + Numbers.count(step) + " of " + Numbers.count(newest) + " — earlier flow";
    }

    /// Whether points are told apart by their classes, so that a miss is a wrong class.
    static boolean classes(FlowSnapshot snapshot) {
        return snapshot.experiment().target() instanceof Labels;
    }

    /// What the miss is a share of.
    static String missUnit(FlowSnapshot snapshot) {
        return switch (snapshot.experiment().target().kind()) {
            case LINE -> "of the interval";
            case PLANE -> "of the side";
            case LABELS -> "of the points";
            case FUNCTION -> "of its range";
        };
    }

    /// What a miss is called.
    static String missName(FlowSnapshot snapshot) {
        return classes(snapshot) ? "wrong class" : "average miss";
    }

    /// The mean square error on both sets of points, in the user's units; of classes also the share that is told
    /// right.
    static String meanSquare(FlowSnapshot snapshot) {
        boolean tested = Samples.testSize(snapshot.experiment()) > 0;
        var what = classes(snapshot) ? "Brier score " : "mean square ";
        double unit = snapshot.experiment().unit();
        var train = Numbers.measure(snapshot.train().times(unit).meanSquare()) + " train";
        var test = Numbers.measure(snapshot.test().times(unit).meanSquare()) + " test, ";
        var squares = tested ? what + test + train : what + train;
        if (!classes(snapshot)) {
            return squares;
        }
        var right = accuracy(snapshot.train()) + " train";
        return "accuracy " + (tested ? accuracy(snapshot.test()) + " test, " + right : right) + "\n" + squares;
    }

    /// One minus the share of wrong ones, so that both are seen to make a whole.
    private static String accuracy(Evaluation evaluation) {
        double share = evaluation.accuracy();
        return Double.isNaN(share) ? "none" : String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    /// The floor of what may be trained, where there is one above 0.
    static Optional<Floor> floor(FlowSnapshot snapshot) {
        double side = snapshot.experiment().sampling().domain().side();
        return snapshot.floor().filter(floor -> floor.meanSquare() > NOTHING * side * side);
    }

    /// Whose floor it is.
    static String floorName(FlowSnapshot snapshot) {
        return Charts.floorName(snapshot);
    }

    /// Whether the network is below the floor, which no flow can be.
    static boolean belowFloor(FlowSnapshot snapshot) {
        return floor(snapshot)
                .filter(floor -> snapshot.train().meanSquare() < (1 - CLEARLY) * floor.meanSquare())
                .isPresent();
    }

    /// That no flow comes below a floor, or how the network came below it; in a few words.
    static Optional<String> floorLine(FlowSnapshot snapshot) {
        return floor(snapshot).map(found -> {
            var floor = found.times(snapshot.experiment().unit());
            var number = Numbers.measure(floor.meanSquare());
            if (!belowFloor(snapshot)) {
                return floorName(snapshot) + " on the training points " + number;
            }
            return "below the " + floorName(snapshot) + ", " + number + ": " + foldingLayers(snapshot.folds());
        });
    }

    /// The same as whole sentences.
    static Optional<String> floorWords(FlowSnapshot snapshot) {
        return floor(snapshot).map(found -> {
            var floor = found.times(snapshot.experiment().unit());
            var number = Numbers.measure(floor.meanSquare());
            boolean line = snapshot.experiment().stateDimension() == 1
                    && !linear(snapshot.experiment().network().family());
            var bound = (line ? "No flow of the line" : "No such network") + " comes below a mean square of " + number
                    + " on these points, and somewhere it misses by " + Numbers.measure(floor.supremum())
                    + " at least. ";
            return belowFloor(snapshot)
                    ? bound + "This network does, because it is no flow: " + foldingLayers(snapshot.folds()) + "."
                    : line ? bound.strip() : bound + floor.reason();
        });
    }

    private static String foldingLayers(Folds folds) {
        var indices = folds.indices();
        return indices.isEmpty()
                ? "its layers fold"
                : indices.size() == 1 ? "layer " + layers(indices) + " folds" : "layers " + layers(indices) + " fold";
    }

    /// How far the network is from the differential equation it slices.
    static String exactness(Evaluation difference, double side) {
        return "Shown is the differential equation. At t = T the network is "
                + Numbers.percent(difference.mean() / side) + " of the side away from it on average, "
                + Numbers.percent(difference.supremum() / side) + " at most.";
    }

    /// That layers fold, and what it means; what to do is offered beside it.
    ///
    /// `obstructed`: no flow equals the target, and nothing else says that folding is how the network gets near it.
    static String folding(Folds folds, boolean bijective, boolean obstructed) {
        var indices = folds.indices();
        var text = new StringBuilder(indices.size() == 1 ? "Layer " : "Layers ")
                .append(layers(indices))
                .append(
                        indices.size() == 1
                                ? " folds: no longer a slice of a flow"
                                : " fold: no longer slices of a flow");
        if (obstructed) {
            text.append(", and that is how this network does what no flow can");
        }
        text.append(".");
        return bijective
                ? text + " The bijective switch is on: from the next training step every layer is a bijection."
                : text.toString();
    }

    /// Layers counted from 1, runs of neighbours as "3–5".
    static String layers(List<Integer> indices) {
        var sorted = indices.stream().sorted().toList();
        var runs = new ArrayList<String>();
        int left = 0;
        for (int k = 0; k < sorted.size(); ) {
            int end = k;
            while (end + 1 < sorted.size() && sorted.get(end + 1) == sorted.get(end) + 1) {
                end++;
            }
            if (runs.size() < LISTED) {
                runs.add(run(sorted.get(k) + 1, sorted.get(end) + 1));
            } else {
                left += end - k + 1;
            }
            k = end + 1;
        }
        var text = String.join(", ", runs);
        return left > 0 ? text + " and " + left + " more" : text;
    }

    private static String run(int first, int last) {
        return first == last ? "" + first : first + (last == first + 1 ? ", " : "–") + last;
    }

    /// "20 tanh layers of width 16".
    static String network(Network network) {
        var layers = Numbers.count(network.depth()) + " " + network.family().title()
                + (network.depth() == 1 ? " layer" : " layers");
        return network.family().hasWidth() ? layers + " of width " + Numbers.count(network.width()) : layers;
    }

    /// The one line under a presented stage.
    static String caption(FlowSnapshot snapshot, Look look, double share) {
        var experiment = snapshot.experiment();
        int layer = snapshot.control().layerAt(share * snapshot.control().horizon());
        var parts = new ArrayList<String>();
        parts.add(experiment.target().title());
        parts.add((look.exact() ? "the differential equation of " : "") + network(experiment.network()));
        parts.add("t = " + Numbers.time(share) + ", layer " + (layer + 1));
        parts.add(missName(snapshot) + " " + Numbers.percent(snapshot.miss()));
        return String.join(" · ", parts);
    }

    /// Whether depth gains nothing in this family.
    static boolean linear(ControlFamily family) {
        return family.activation() == Activation.IDENTITY;
    }
}
