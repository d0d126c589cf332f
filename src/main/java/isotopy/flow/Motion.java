package isotopy.flow;

import isotopy.control.Control;
import isotopy.control.VectorField;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.FormulaActivation;
import java.util.Arrays;

/// The right-hand side of an autonomous differential equation inside a layer, over clouds. Mutable, for one thread;
/// nothing is allocated by its methods.
sealed interface Motion {
    /// The number of coordinates of a particle.
    int dimension();

    /// Whether f has all derivatives, so that an estimate of an error sees what there is.
    boolean smooth();

    private static boolean smooth(Control control) {
        return switch (control.family().activation()) {
            case Activation named ->
                switch (named) {
                    case TANH, SIGMOID, SOFTPLUS, SINE, GAUSSIAN, GELU, IDENTITY -> true;
                    case RELU, LEAKY_RELU, TRUNCATED_RELU, ELU -> false;
                };
            // it may have corners, wherever the user likes
            case FormulaActivation own -> false;
        };
    }

    /// Overwrites into ← ẏ in that layer.
    void slopes(int layer, Cloud y, Cloud into);

    /// ż = f(z; θₖ).
    final class Particles implements Motion {
        private final double[] theta;
        private final int p;
        private final int dimension;
        private final VectorField field;
        private final boolean smooth;

        Particles(Control control, int capacity) {
            theta = control.theta();
            p = control.parametersPerLayer();
            smooth = Motion.smooth(control);
            dimension = control.dimension();
            field = control.family().field(dimension, control.width(), capacity);
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public boolean smooth() {
            return smooth;
        }

        @Override
        public void slopes(int layer, Cloud y, Cloud into) {
            field.velocity(theta, layer * p, y, into);
        }
    }

    /// ż = f(z; θₖ) and one more coordinate, the logarithm of the volume: (ln det Dφ)˙ = div f(z).
    ///
    /// Source: Liouville's formula.
    final class Volumes implements Motion {
        private final double[] theta;
        private final int p;
        private final int dimension;
        private final VectorField field;
        private final Cloud z;
        private final Cloud unit;
        private final Cloud moved;
        private final boolean smooth;

        Volumes(Control control, int capacity) {
            theta = control.theta();
            p = control.parametersPerLayer();
            smooth = Motion.smooth(control);
            dimension = control.dimension();
            field = control.family().field(dimension, control.width(), capacity);
            z = new Cloud(dimension, capacity);
            unit = new Cloud(dimension, capacity);
            moved = new Cloud(dimension, capacity);
        }

        @Override
        public int dimension() {
            return dimension + 1;
        }

        @Override
        public boolean smooth() {
            return smooth;
        }

        @Override
        public void slopes(int layer, Cloud y, Cloud into) {
            int n = y.size();
            z.resize(n);
            for (int i = 0; i < dimension; i++) {
                System.arraycopy(y.row(i), 0, z.row(i), 0, n);
            }
            field.velocity(theta, layer * p, z, moved);
            into.resize(n);
            into.clear();
            for (int i = 0; i < dimension; i++) {
                System.arraycopy(moved.row(i), 0, into.row(i), 0, n);
            }
            var divergence = into.row(dimension);
            unit.resize(n);
            for (int i = 0; i < dimension; i++) {
                unit.clear();
                Arrays.fill(unit.row(i), 0, n, 1);
                field.differential(theta, layer * p, z, unit, moved);
                for (int k = 0; k < n; k++) {
                    divergence[k] += moved.row(i)[k];
                }
            }
        }
    }
}
