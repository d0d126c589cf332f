package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Cloud;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
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
    public void dormant(int dimension, int width, Box region, RandomGenerator random, double[] theta, int at) {
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
            int dimension, int width, double[] theta, int newWidth, Box region, RandomGenerator random, int[] origin) {
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
    public Weights weights(int dimension, int width, double[] theta) {
        var a = new double[dimension][dimension];
        var b = new double[dimension];
        var identity = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(theta, i * (dimension + 1), a[i], 0, dimension);
            b[i] = theta[i * (dimension + 1) + dimension];
            identity[i][i] = 1;
        }
        return new Weights(a, b, identity);
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
    }
}
