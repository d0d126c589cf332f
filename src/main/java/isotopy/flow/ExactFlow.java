package isotopy.flow;

import isotopy.control.Control;
import isotopy.control.VectorField;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/// The differential equation ẋ = f(x; θ(t)) itself, solved to a tolerance: the flow that a residual network is a
/// slicing of.
///
/// Each particle is integrated alone, and the integrator starts anew at every edge of a layer, where f jumps. A
/// particle whose path leaves the finite numbers, or cannot be followed to the tolerance, is NaN from there on.
///
/// Source: `DormandPrince853Integrator` of Apache Commons Math.
public record ExactFlow(Control control, double tolerance) {
    /// Evaluations of f after which the integrator gives up on a particle between two kept times.
    private static final int EVALUATIONS = 100_000;

    /// Throws: `IllegalArgumentException` unless the tolerance is positive.
    public ExactFlow {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("a tolerance must be positive: " + tolerance);
        }
    }

    /// What the flow makes of the points, as [FlowMap#apply].
    public Points apply(Points x) {
        var path = stateTrajectory(x, 1);
        return Sight.of(control).output(path.points(path.horizon()));
    }

    /// The paths of the points as they are seen, kept at `perLayer` equally spaced times a layer, as
    /// [FlowMap#trajectory].
    ///
    /// Throws: `IllegalArgumentException` when `perLayer` < 1 or the points have another dimension.
    public Trajectory trajectory(Points x, int perLayer) {
        var flow = new FlowMap(control, Integrator.EULER, 1);
        return flow.seen(flow.sampleTimes(perLayer), states(Sight.of(control).lifted(x), perLayer));
    }

    /// The paths of the states in Rᴰ, kept at the same times.
    ///
    /// Throws: `IllegalArgumentException` when `perLayer` < 1 or the points have another dimension.
    public Trajectory stateTrajectory(Points x, int perLayer) {
        var times = new FlowMap(control, Integrator.EULER, 1).sampleTimes(perLayer);
        return new Trajectory(times, states(Sight.of(control).lifted(x), perLayer));
    }

    private double[][][] states(Points x, int perLayer) {
        var positions = new double[control.depth() * perLayer + 1][x.dimension()][x.size()];
        var equation = new Equation(control);
        for (int j = 0; j < x.size(); j++) {
            var state = x.point(j);
            keep(state, j, positions[0]);
            for (int k = 0; k < control.depth(); k++) {
                equation.layer = k;
                for (int s = 1; s <= perLayer; s++) {
                    int sample = k * perLayer + s;
                    advance(equation, control.layers().get(k).duration() / perLayer, state);
                    keep(state, j, positions[sample]);
                }
            }
        }
        return positions;
    }

    /// Overwrites the state by the one `span` later; time starts at 0, because f does not depend on it inside a
    /// layer.
    private void advance(Equation equation, double span, double[] state) {
        var integrator = new DormandPrince853Integrator(1e-12 * span, span, tolerance, tolerance);
        integrator.setMaxEvaluations(EVALUATIONS);
        try {
            integrator.integrate(equation, 0, state, span, state);
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            Arrays.fill(state, Double.NaN);
        }
    }

    private static void keep(double[] state, int j, double[][] into) {
        for (int i = 0; i < state.length; i++) {
            into[i][j] = state[i];
        }
    }

    /// One particle under one layer, in the form Commons Math asks for.
    private static final class Equation implements FirstOrderDifferentialEquations {
        private final int dimension;
        private final double[] theta;
        private final int p;
        private final VectorField field;
        private final Cloud x;
        private final Cloud f;
        private int layer;

        Equation(Control control) {
            dimension = control.dimension();
            theta = control.theta();
            p = control.parametersPerLayer();
            field = control.family().field(dimension, control.width(), 1);
            x = new Cloud(dimension, 1);
            f = new Cloud(dimension, 1);
        }

        @Override
        public int getDimension() {
            return dimension;
        }

        /// Throws: `MathIllegalStateException` when a velocity is not finite, on which the integrator would run
        /// for ever.
        @Override
        public void computeDerivatives(double t, double[] y, double[] yDot) {
            for (int i = 0; i < dimension; i++) {
                x.row(i)[0] = y[i];
            }
            field.velocity(theta, layer * p, x, f);
            for (int i = 0; i < dimension; i++) {
                yDot[i] = f.row(i)[0];
            }
            if (!f.finite()) {
                throw new MathIllegalStateException();
            }
        }
    }
}
