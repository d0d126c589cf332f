package isotopy.view;

import isotopy.flow.Folds;
import isotopy.flow.SolverReport;
import isotopy.flow.StepStudy;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.train.Evaluation;
import isotopy.train.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Whether a network is an ordinary differential equation: the trained controls under finer and coarser steps, the
/// equation itself, and what the solver costs and misses. Immutable; takes some tenths of a second to find, so it is
/// asked for in the background.
///
/// `curve` goes from fine steps to coarse ones; it is empty where the flow is solved without steps of given length.
/// Errors are the average miss as a share of the square's side, or the share of points taken for another class.
/// `difference` is how far the network ends from the equation, in the mean over the points, as a share of the side.
///
/// Source: Ott, Katiyar, Hennig, Tiemann, *ResNet after all: neural ODEs and their numerical solution*, ICLR 2021.
record StepFindings(
        FlowSnapshot snapshot,
        List<Point> curve,
        double trained,
        double limit,
        double difference,
        OptionalDouble evaluations,
        Folds folds) {
    /// So many points are enough to measure at.
    private static final int POINTS = 400;

    /// In a network this deep, fewer: the equation is solved anew in every layer.
    private static final int FEW_POINTS = 60;

    private static final int DEEP = 200;
    private static final List<Double> LENGTHS = List.of(0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    /// The error with steps `factor` times as long as the trained ones.
    record Point(double factor, double error) {}

    StepFindings {
        curve = List.copyOf(curve);
    }

    /// Looks at the flow of a moment.
    static StepFindings of(FlowSnapshot snapshot) {
        var experiment = snapshot.experiment();
        var samples = Samples.draw(experiment);
        boolean tests = Samples.testSize(experiment) > 0;
        var x = some(
                tests ? samples.testX() : samples.trainX(), snapshot.control().depth());
        var y = some(
                tests ? samples.testY() : samples.trainY(), snapshot.control().depth());
        var flow = snapshot.flow();
        var measure = new Measure(snapshot, y);
        var study = StepStudy.of(flow, x, measure::of);
        var solver = SolverReport.of(flow, x);
        return new StepFindings(
                snapshot,
                curve(study),
                study.runs().get(study.trained()).error(),
                study.limit(),
                solver.mean() / experiment.sampling().domain().side(),
                OptionalDouble.of(solver.evaluations()),
                snapshot.folds());
    }

    /// What a miss is.
    private record Measure(FlowSnapshot snapshot, Points wanted) {
        double of(Points found) {
            var experiment = snapshot.experiment();
            return experiment.target() instanceof Labels
                    ? wrong(found)
                    : Evaluation.between(found, wanted).mean()
                            / experiment.sampling().domain().side();
        }

        /// The share of points for which another class has the largest score.
        private double wrong(Points scores) {
            int wrong = 0;
            for (int k = 0; k < scores.size(); k++) {
                int best = 0;
                for (int i = 1; i < scores.dimension(); i++) {
                    best = scores.at(i, k) > scores.at(best, k) ? i : best;
                }
                wrong += wanted.at(best, k) == 1 ? 0 : 1;
            }
            return (double) wrong / Math.max(1, scores.size());
        }
    }

    private static Points some(Points all, int depth) {
        int count = Math.min(all.size(), depth > DEEP ? FEW_POINTS : POINTS);
        return all.select(IntStream.range(0, count).toArray());
    }

    /// The errors under steps halved and doubled, so many times that the chart has room for them.
    private static List<Point> curve(StepStudy study) {
        if (study.runs().size() == 1) {
            return List.of(); // nothing but the network itself: there are no steps to change
        }
        return study.runs().stream()
                .filter(run -> Double.isFinite(run.error()))
                .filter(run -> LENGTHS.contains(run.factor()))
                .map(run -> new Point(run.factor(), run.error()))
                .toList();
    }

    /// Whether finer steps leave the error about where it is.
    boolean equation() {
        return folds.layers().isEmpty() && Math.abs(limit - trained) <= Math.max(0.5 * trained, 1e-3);
    }

    /// The largest and the least error of curve and limit.
    double[] range() {
        var all = new double[curve.size() + 2];
        Arrays.setAll(all, k -> k < curve.size() ? curve.get(k).error() : k == curve.size() ? trained : limit);
        var finite = Arrays.stream(all)
                .filter(error -> Double.isFinite(error) && error > 0)
                .sorted()
                .toArray();
        return finite.length == 0 ? new double[] {1e-3, 1} : new double[] {finite[0], finite[finite.length - 1]};
    }
}
