package isotopy.view;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.flow.ExactFlow;
import isotopy.flow.FlowMap;
import isotopy.flow.Folds;
import isotopy.flow.Integrator;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.train.Evaluation;
import isotopy.train.Samples;
import java.util.ArrayList;
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
    private static final double TOLERANCE = 1e-8;
    private static final int FINEST = 8;
    private static final int COARSEST = 8;

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
        var exact = new ExactFlow(snapshot.control(), TOLERANCE);
        var equation = exact.apply(x);
        var measure = new Measure(snapshot, y);
        var ends = exact.trajectory(x, 1);
        var side = experiment.sampling().domain().side();
        double difference = Evaluation.between(flow.at(x, snapshot.control().horizon()), ends.points(ends.horizon()))
                        .mean()
                / side;
        var folds = snapshot.folds();
        return new StepFindings(
                snapshot,
                curve(flow, x, measure),
                measure.of(flow.apply(x)),
                measure.of(equation),
                difference,
                evaluations(flow),
                folds);
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

    /// The errors under finer steps, down to an eighth, and coarser ones: fewer substeps first, and then steps over
    /// several layers, each with the parameters of the first of them.
    private static List<Point> curve(FlowMap flow, Points x, Measure measure) {
        boolean exact = flow.integrator().order() == Integrator.EXACT.order();
        if (exact || flow.integrator().adaptive()) {
            return List.of();
        }
        var curve = new ArrayList<Point>();
        for (int m = FINEST; m >= 1; m /= 2) {
            var finer = new FlowMap(flow.control(), flow.integrator(), flow.substeps() * m);
            curve.add(new Point(1.0 / m, measure.of(finer.apply(x))));
        }
        for (int m = 2; m <= COARSEST && m <= flow.substeps() * flow.control().depth(); m *= 2) {
            curve.add(new Point(m, measure.of(coarser(flow, m).apply(x))));
        }
        return curve.stream().filter(point -> Double.isFinite(point.error())).toList();
    }

    private static FlowMap coarser(FlowMap flow, int m) {
        if (flow.substeps() % m == 0) {
            return new FlowMap(flow.control(), flow.integrator(), flow.substeps() / m);
        }
        int span = Math.max(1, (int) Math.round(m / (double) flow.substeps()));
        Control control = flow.control();
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < control.depth(); k += span) {
            double duration = 0;
            for (int j = k; j < Math.min(k + span, control.depth()); j++) {
                duration += control.layers().get(j).duration();
            }
            layers.add(new Layer(control.layers().get(k).theta(), duration));
        }
        return new FlowMap(control.withLayers(layers), flow.integrator(), 1);
    }

    /// Evaluations of f for each particle on its way.
    private static OptionalDouble evaluations(FlowMap flow) {
        var scheme = flow.integrator().tableau();
        if (scheme.isEmpty() || flow.integrator().adaptive()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) scheme.get().stages()
                * flow.substeps()
                * flow.control().depth());
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
