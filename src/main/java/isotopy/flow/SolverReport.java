package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;

/// What solving costs, and what it misses: to stand beside the error of the model.
///
/// `evaluations` is how often f is evaluated for a particle on its way from 0 to T, in the mean where particles choose
/// their own steps; a shear or a closed form counts as often as it looks at the hidden units of a layer. `mean` and
/// `largest` are the distances between where the map carries `points` probes and where the differential equation does.
///
/// Units: distances in those of the points, as they are seen at T.
public record SolverReport(double evaluations, double mean, double largest, int points) {
    /// So many probes tell enough.
    private static final int PROBES = 200;
    /// What the solver itself is judged by.
    private static final double JUDGE = 1e-15;

    /// Measures the flow at some of the points, at most 200 of them, taken evenly.
    public static SolverReport of(FlowMap flow, Points x) {
        var probes = some(x);
        var ends = flow.at(probes, flow.control().horizon());
        var truth = equation(flow, probes);
        double sum = 0;
        double largest = 0;
        for (int k = 0; k < probes.size(); k++) {
            double square = 0;
            for (int i = 0; i < ends.dimension(); i++) {
                double difference = ends.at(i, k) - truth.at(i, k);
                square += difference * difference;
            }
            double distance = Math.sqrt(square);
            sum += distance;
            largest = distance <= largest ? largest : distance;
        }
        return new SolverReport(evaluations(flow, probes), sum / Math.max(1, probes.size()), largest, probes.size());
    }

    /// The same in other units, of which `unit` make one of the present.
    public SolverReport times(double unit) {
        return new SolverReport(evaluations, unit * mean, unit * largest, points);
    }

    /// How often f is evaluated for a particle from 0 to T.
    ///
    /// An adaptive flow is carried through for it; else only the steps are counted.
    public static double evaluations(FlowMap flow, Points x) {
        double steps = (double) flow.control().depth() * flow.stepsPerLayer();
        return switch (flow.integrator()) {
            case EULER, MIDPOINT, HEUN, RK4 ->
                steps * flow.integrator().tableau().orElseThrow().stages();
            case DOPRI5 -> solved(flow, some(x), 0).evaluations();
            case SYMPLECTIC -> {
                var control = flow.control();
                int units = control.family().units(control.dimension(), control.width());
                yield steps * (2 * units - 1) / units;
            }
            case EXACT -> steps;
        };
    }

    /// Where the differential equation carries the points by T, as it is seen there: by the adaptive solver, ten
    /// times as tight as it is for points where the flow is made by it.
    private static Points equation(FlowMap flow, Points x) {
        return solved(flow, x, flow.integrator().adaptive() ? JUDGE : 0).ends();
    }

    private record Solved(Points ends, double evaluations) {}

    /// The flow by the adaptive solver, with its own tolerance where 0 is given.
    private static Solved solved(FlowMap flow, Points x, double tolerance) {
        var control = flow.control();
        int n = Math.max(1, x.size());
        var motion = new Motion.Particles(control, n);
        var solver = tolerance == 0 ? new DormandPrince(motion, n) : new DormandPrince(motion, n, tolerance);
        var cloud = new Cloud(control.dimension(), n);
        var sight = Sight.of(control);
        sight.lift(x, 0, x.size(), cloud);
        for (int k = 0; k < control.depth(); k++) {
            solver.advance(k, control.layers().get(k).duration(), cloud, 0, (s, j, i, value) -> {});
        }
        return new Solved(sight.seen(cloud.points(), 1), solver.evaluations() / (double) n);
    }

    private static Points some(Points x) {
        if (x.size() <= PROBES) {
            return x;
        }
        var indices = new int[PROBES];
        Arrays.setAll(indices, k -> (int) ((long) k * x.size() / PROBES));
        return x.select(indices);
    }
}
