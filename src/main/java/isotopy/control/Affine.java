package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The linear family f(z) = A z + b, the negative control: without a non-linearity, depth gains nothing.
///
/// θ lists A row by row, each row followed by its entry of b; p = d(d + 1). In the form V σ(W z + b): σ = id, W = A, V
/// = I.
///
/// Source: Li, Lin, Shen (2022); a flow of affine fields is the affine map of a matrix exponential, with det > 0.
public record Affine() implements ControlFamily {
    @Override
    public String id() {
        return "linear";
    }

    @Override
    public String title() {
        return "linear";
    }

    @Override
    public String conclusion() {
        return "Flows of linear layers are affine maps that keep orientation, and nothing else, however many layers there are.";
    }

    @Override
    public String formula() {
        return "A z + b";
    }

    @Override
    public Nonlinearity activation() {
        return Activation.IDENTITY;
    }

    @Override
    public boolean hasWidth() {
        return false;
    }

    @Override
    public int parameters(int dimension, int width) {
        return dimension * (dimension + 1);
    }

    @Override
    public VectorField field(int dimension, int width, int capacity) {
        return new AffineField(dimension);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        Arrays.fill(theta, at, at + parameters(dimension, width), 0);
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int i = 0; i < parameters(dimension, width); i++) {
            theta[at + i] *= factor;
        }
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        Arrays.setAll(origin, i -> i);
        return theta.clone();
    }

    @Override
    public int units(int dimension, int width) {
        return dimension;
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        int unit = 2 * dimension + 1;
        Arrays.fill(into, to, to + dimension * unit, 0);
        for (int j = 0; j < dimension; j++) {
            System.arraycopy(theta, at + j * (dimension + 1), into, to + j * unit, dimension + 1);
            into[to + j * unit + dimension + 1 + j] = 1;
        }
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        for (int j = 0; j < dimension; j++) {
            for (int i = 0; i <= dimension; i++) {
                dTheta[at + j * (dimension + 1) + i] += effective[from + j * (2 * dimension + 1) + i];
            }
        }
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double squares = 0;
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
                double a = theta[at + i * (dimension + 1) + k];
                squares += a * a;
            }
        }
        return Math.sqrt(squares);
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        return List.of(
                Table.matrix("W", dimension, dimension, 0, dimension + 1, 1),
                Table.vector("b", dimension, dimension, dimension + 1));
    }

    /// New coordinates have rows of zeros, so they stay at 0, where their random columns say nothing yet.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        var carried = new Carried(theta, parameters(newDimension, width));
        int shared = Math.min(dimension, newDimension);
        for (int i = 0; i < shared; i++) {
            int from = i * (dimension + 1);
            int to = i * (newDimension + 1);
            carried.keepAll(to, from, shared);
            for (int k = shared; k < newDimension; k++) {
                carried.start(to + k, UnitList.steepness(room, random));
            }
            carried.keep(to + newDimension, from + dimension);
        }
        return Optional.of(carried);
    }

    @Override
    public double[] theta(Weights weights) {
        int d = weights.v().length;
        var theta = new double[d * (d + 1)];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
                if (weights.b().length != d || weights.v()[i][k] != (i == k ? 1 : 0)) {
                    throw new IllegalArgumentException("a linear layer has V = I, of size " + d + " × " + d);
                }
            }
            System.arraycopy(weights.w()[i], 0, theta, i * (d + 1), d);
            theta[i * (d + 1) + d] = weights.b()[i];
        }
        return theta;
    }

    /// Evaluates A z + b; it needs no scratch space.
    private record AffineField(int dimension) implements VectorField {
        @Override
        public int parameters() {
            return dimension * (dimension + 1);
        }

        @Override
        public void velocity(double[] theta, int at, Cloud x, Cloud into) {
            multiply(theta, at, 1, x, into);
        }

        @Override
        public int notes() {
            return 0;
        }

        @Override
        public void velocity(double[] theta, int at, Cloud x, Cloud into, double[][] notes) {
            velocity(theta, at, x, into);
        }

        @Override
        public void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into) {
            multiply(theta, at, 0, dx, into);
        }

        /// Overwrites into ← A x + offset · b.
        private void multiply(double[] theta, int at, double offset, Cloud x, Cloud into) {
            into.resize(x.size());
            for (int i = 0; i < dimension; i++) {
                int row = at + i * (dimension + 1);
                Arrays.fill(into.row(i), 0, x.size(), offset * theta[row + dimension]);
                for (int k = 0; k < dimension; k++) {
                    Loops.add(theta[row + k], x.row(k), x.size(), into.row(i));
                }
            }
        }

        @Override
        public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta) {
            int n = x.size();
            dx.resize(n);
            dx.clear();
            for (int i = 0; i < dimension; i++) {
                int row = at + i * (dimension + 1);
                var lambda = costate.row(i);
                for (int k = 0; k < dimension; k++) {
                    Loops.add(theta[row + k], lambda, n, dx.row(k));
                    dTheta[row + k] += Loops.dot(lambda, x.row(k), n);
                }
                dTheta[row + dimension] += Loops.sum(lambda, n);
            }
        }

        @Override
        public void pullback(
                double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[][] notes) {
            pullback(theta, at, x, costate, dx, dTheta);
        }

        @Override
        public double jacobian(double[] theta, int at, Cloud x, double weight, Cloud dx, double[] dTheta) {
            double squares = 0;
            for (int i = 0; i < dimension; i++) {
                for (int k = 0; k < dimension; k++) {
                    int entry = at + i * (dimension + 1) + k;
                    squares += theta[entry] * theta[entry];
                    dTheta[entry] += 2 * weight * x.size() * theta[entry];
                }
            }
            return x.size() * squares;
        }
    }
}
