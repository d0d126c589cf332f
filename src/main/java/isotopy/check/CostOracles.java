package isotopy.check;

import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Points;
import isotopy.train.Penalties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What training finds where the best control is known in closed form, and how much kinetic energy a flow needs.
///
/// One particle can be given any velocity at any time by linear layers, so that for it J = |x(T) − y|² + λ∫|ẋ|² is the
/// linear-quadratic problem of translations: the best x(T) misses y by the share λ/(T + λ) of the way. With the miss
/// counted all along the way, ∫|x − y|² + λ|ẋ|², the share is 1/cosh(T/√λ). And E∫|f|² ≥ E|φ(x) − x|²/T, with equality
/// when paths are straight and of constant speed.
///
/// Source: Esteve, Geshkovski, Pighin, Zuazua, arXiv:2008.02491; Finlay et al., ICML 2020.
final class CostOracles {
    private static final String GROUP = "Optimal controls and kinetic energy";
    private static final Points START = Points.single(0.25, -0.5);
    private static final Points GOAL = Points.single(1.25, 0.5);

    /// So large a weight of what counts along the way that the end alone counts for nothing.
    private static final double LARGE = 1e4;

    private static final int KNOTS = 81;

    private CostOracles() {}

    static List<Oracle> all() {
        return List.of(
                terminal(1, 0.5),
                terminal(4, 0.2),
                terminal(16, 0.0588235),
                tracked(1, 0.648054),
                tracked(2, 0.265802),
                tracked(4, 0.036619),
                Oracle.equal(
                        GROUP, "E∫|f|² by its bound E|φ(x) − x|²/T: translations", 1, 1e-5, CostOracles::translations),
                new Oracle(
                        GROUP,
                        "E∫|f|² by its bound E|φ(x) − x|²/T: a tanh flow",
                        Oracle.Relation.AT_LEAST,
                        1,
                        0,
                        () -> ratio(Specimens.control(new Perceptron(Activation.TANH), 2, 8, 10, 21))),
                Oracle.equal(
                        GROUP, "E∫|f|² of straight paths to z + z³: 1/7", 0.142857, 2e-4, CostOracles::straightEnergy),
                Oracle.zero(GROUP, "how far these paths end from z + z³", 2e-3, CostOracles::straightMiss));
    }

    private static Oracle terminal(double horizon, double expected) {
        return Oracle.equal(
                GROUP,
                "L-BFGS: share λ/(T + λ) that is left of the way, T = " + (int) horizon,
                expected,
                2e-4,
                () -> left(horizon, 6, 30, Penalties.NONE.withKinetic(1)));
    }

    private static Oracle tracked(double horizon, double expected) {
        return Oracle.equal(
                GROUP,
                "L-BFGS, tracked loss: share 1/cosh(T/√λ), T = " + (int) horizon,
                expected,
                1e-3,
                () -> left(horizon, 20, 60, Penalties.NONE.withKinetic(LARGE).withTracked(LARGE)));
    }

    private static double left(double horizon, int depth, int steps, Penalties penalties) {
        var rest = new ArrayList<Layer>();
        for (int k = 0; k < depth; k++) {
            rest.add(new Layer(new double[6], horizon / depth));
        }
        var shape = new Control(new Affine(), 2, 1, rest);
        var training = Training.on(START, GOAL).of(shape, Integrator.EULER, 1).with(penalties);
        var end = training.experiment().flow(training.solved(steps)).apply(START);
        return distance(end, GOAL) / distance(START, GOAL);
    }

    private static double distance(Points a, Points b) {
        return Math.hypot(a.at(0, 0) - b.at(0, 0), a.at(1, 0) - b.at(1, 0));
    }

    private static double translations() {
        var theta = new double[] {0, 0, 0.7, 0, 0, -0.3};
        return ratio(new Control(new Affine(), 2, 1, List.of(new Layer(theta, 0.5), new Layer(theta, 0.5))));
    }

    /// E∫|f|² by E|φ(x) − x|²/T.
    private static double ratio(Control control) {
        var x = Specimens.points(2, 64, 22);
        var y = new FlowMap(control, Integrator.EULER, 1).apply(x);
        double squares = 0;
        for (int k = 0; k < x.size(); k++) {
            squares += Math.pow(y.at(0, k) - x.at(0, k), 2) + Math.pow(y.at(1, k) - x.at(1, k), 2);
        }
        return energy(control, Integrator.EULER, x, y) / (squares / x.size() / control.horizon());
    }

    private static double energy(Control control, Integrator integrator, Points x, Points y) {
        return Training.on(x, y)
                .of(control, integrator, 1)
                .with(Penalties.NONE.withKinetic(1))
                .costs(control)
                .kinetic();
    }

    /// The flow that carries z straight to z + z³ in t ∈ [0, 1], in forty layers: at time t the particle from s
    /// is at s + t s³ with velocity s³, which ReLU units interpolate.
    private static Control straight() {
        int depth = 40;
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < depth; k++) {
            layers.add(new Layer(interpolating((k + 0.5) / depth), 1.0 / depth));
        }
        return new Control(new Perceptron(Activation.RELU), 2, KNOTS, layers);
    }

    /// (z, 0) for z in the middle of equal parts of [−1, 1].
    private static Points line() {
        int n = 200;
        var z = new double[n];
        for (int k = 0; k < n; k++) {
            z[k] = 2 * (k + 0.5) / n - 1;
        }
        return Points.of(z, new double[n]);
    }

    private static Points cubic(Points x) {
        return Points.of(Arrays.stream(x.row(0)).map(z -> z + z * z * z).toArray(), x.row(1));
    }

    private static double straightEnergy() {
        return energy(straight(), Integrator.MIDPOINT, line(), cubic(line()));
    }

    private static double straightMiss() {
        return Specimens.distance(new FlowMap(straight(), Integrator.MIDPOINT, 1).apply(line()), cubic(line()));
    }

    /// θ of the layer whose first coordinate is the broken line through (s + t s³, s³).
    private static double[] interpolating(double t) {
        var w = new double[KNOTS][2];
        var b = new double[KNOTS];
        var v = new double[2][KNOTS];
        double slope = 0;
        for (int j = 0; j < KNOTS - 1; j++) {
            double s = knot(j);
            double next = knot(j + 1);
            double here = s + t * s * s * s;
            double steep = (next * next * next - s * s * s) / (next + t * next * next * next - here);
            w[j][0] = 1;
            b[j] = -here;
            v[0][j] = steep - slope;
            slope = steep;
        }
        b[KNOTS - 1] = 1; // the value left of all knots
        v[0][KNOTS - 1] = Math.pow(knot(0), 3);
        return new Perceptron(Activation.RELU).theta(new Weights(w, b, v));
    }

    private static double knot(int j) {
        return -1 + 2.0 * j / (KNOTS - 2);
    }
}
