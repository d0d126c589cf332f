package isotopy.control;

import isotopy.math.Cloud;
import isotopy.math.Tanh;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Evaluates Σⱼ vⱼ exp(βⱼ |z − cⱼ|²), βⱼ ≤ 0, hidden unit by hidden unit: the radial twin of [PerceptronField].
///
/// θ lists the units one after the other, each as c₁ … c_d, β, v₁ … v_d.
final class RadialField implements VectorField {
    private final int dimension;
    private final int width;
    private final int unit;
    private final int capacity;
    private final double[] g;
    private final double[] r;
    private final double[][] scratch;
    private @Nullable SquaredJacobian jacobian;

    RadialField(int dimension, int width, int capacity) {
        this.dimension = dimension;
        this.width = width;
        this.unit = 2 * dimension + 1;
        this.capacity = capacity;
        g = new double[capacity];
        r = new double[capacity];
        scratch = new double[2 * width][];
        Arrays.fill(scratch, 0, width, new double[capacity]);
        Arrays.fill(scratch, width, 2 * width, new double[capacity]);
    }

    @Override
    public int parameters() {
        return width * unit;
    }

    @Override
    public int notes() {
        return 2 * width;
    }

    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into) {
        velocity(theta, at, x, into, scratch);
    }

    /// Row j of the notes is eᵘ of hidden unit j, row q + j is |z − c|².
    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into, double[][] notes) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int c = at + j * unit;
            evaluate(theta, c, x, n, notes[j], notes[width + j]);
            for (int i = 0; i < dimension; i++) {
                Loops.add(theta[c + dimension + 1 + i], notes[j], n, into.row(i));
            }
        }
    }

    @Override
    public void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int c = at + j * unit;
            evaluate(theta, c, x, n, scratch[j], scratch[width + j]);
            Arrays.fill(g, 0, n, 0);
            for (int i = 0; i < dimension; i++) {
                subtract(x.row(i), theta[c + i], n, r);
                Loops.multiply(dx.row(i), n, r);
                Loops.add(2 * theta[c + dimension], r, n, g);
            }
            Loops.multiply(scratch[j], n, g);
            for (int i = 0; i < dimension; i++) {
                Loops.add(theta[c + dimension + 1 + i], g, n, into.row(i));
            }
        }
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta) {
        int n = x.size();
        dx.resize(n);
        dx.clear();
        for (int j = 0; j < width; j++) {
            int c = at + j * unit;
            evaluate(theta, c, x, n, scratch[j], scratch[width + j]);
            pullback(theta, c, x, costate, dx, dTheta, scratch[j], scratch[width + j]);
        }
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[][] notes) {
        dx.resize(x.size());
        dx.clear();
        for (int j = 0; j < width; j++) {
            pullback(theta, at + j * unit, x, costate, dx, dTheta, notes[j], notes[width + j]);
        }
    }

    /// Adds the part of one hidden unit, whose parameters start at `c`, to dx and dTheta.
    private void pullback(
            double[] theta, int c, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[] s, double[] squares) {
        int n = x.size();
        int v = c + dimension + 1;
        Arrays.fill(g, 0, n, 0);
        for (int i = 0; i < dimension; i++) {
            Loops.add(theta[v + i], costate.row(i), n, g);
            dTheta[v + i] += Loops.dot(s, costate.row(i), n);
        }
        Loops.multiply(s, n, g);
        addSlope(theta, c, x, n, squares, dx, dTheta);
    }

    /// Adds what g = ∂/∂u gives for z, c and β through u = β |z − c|².
    private void addSlope(double[] theta, int c, Cloud x, int n, double[] squares, Cloud dx, double[] dTheta) {
        dTheta[c + dimension] += Loops.dot(g, squares, n);
        double twice = 2 * theta[c + dimension];
        for (int i = 0; i < dimension; i++) {
            subtract(x.row(i), theta[c + i], n, r);
            Loops.multiply(g, n, r);
            Loops.add(twice, r, n, dx.row(i));
            dTheta[c + i] -= twice * Loops.sum(r, n);
        }
    }

    /// Overwrites squares ← |z − c|² and s ← exp(β |z − c|²) of the unit whose parameters start at `c`.
    private void evaluate(double[] theta, int c, Cloud x, int n, double[] s, double[] squares) {
        Arrays.fill(squares, 0, n, 0);
        for (int i = 0; i < dimension; i++) {
            addSquares(x.row(i), theta[c + i], n, squares);
        }
        double half = -0.5 * theta[c + dimension];
        for (int k = 0; k < n; k++) {
            s[k] = half * squares[k];
        }
        Tanh.evaluate(s, n, s);
        for (int k = 0; k < n; k++) {
            s[k] = Math.abs(1 - s[k]) / (1 + s[k]); // e^(−2y) from tanh y, which a rounding may bring above 1
        }
    }

    private static void addSquares(double[] x, double c, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] += (x[k] - c) * (x[k] - c);
        }
    }

    private static void subtract(double[] x, double c, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = x[k] - c;
        }
    }

    /// With r = z − c, s = eᵘ: Df = Σⱼ 2β s v rᵀ. What 2β s vᵀ G r gives for r goes to z and, with the other sign,
    /// to c.
    @Override
    public double jacobian(double[] theta, int at, Cloud x, double weight, Cloud dx, double[] dTheta) {
        int n = x.size();
        var space = jacobian();
        space.clear(n);
        for (int j = 0; j < width; j++) {
            int c = at + j * unit;
            evaluate(theta, c, x, n, scratch[0], scratch[width]);
            for (int b = 0; b < dimension; b++) {
                scaledDifference(theta, c, b, x, n);
                for (int a = 0; a < dimension; a++) {
                    Loops.add(theta[c + dimension + 1 + a], r, n, space.entries(a, b));
                }
            }
        }
        double sum = space.weigh(weight, n);
        for (int j = 0; j < width; j++) {
            int c = at + j * unit;
            evaluate(theta, c, x, n, scratch[0], scratch[width]);
            addJacobian(theta, c, x, n, space, dx, dTheta);
        }
        return sum;
    }

    /// Overwrites r ← 2β s (z − c)_b.
    private void scaledDifference(double[] theta, int c, int b, Cloud x, int n) {
        subtract(x.row(b), theta[c + b], n, r);
        Loops.multiply(scratch[0], n, r);
        for (int k = 0; k < n; k++) {
            r[k] *= 2 * theta[c + dimension];
        }
    }

    /// Adds the part of one hidden unit; scratch[0] is s, scratch[q] is |r|².
    private void addJacobian(double[] theta, int c, Cloud x, int n, SquaredJacobian space, Cloud dx, double[] dTheta) {
        int v = c + dimension + 1;
        var s = scratch[0];
        Arrays.fill(g, 0, n, 0);
        for (int b = 0; b < dimension; b++) {
            scaledDifference(theta, c, b, x, n);
            for (int a = 0; a < dimension; a++) {
                addProducts(theta[v + a], space.entries(a, b), r, n, g); // t = 2β s vᵀ G r
                dTheta[v + a] += Loops.dot(space.entries(a, b), r, n);
            }
        }
        double beta = theta[c + dimension];
        if (beta != 0) {
            dTheta[c + dimension] += Loops.sum(g, n) / beta;
        }
        for (int b = 0; b < dimension; b++) {
            for (int a = 0; a < dimension; a++) {
                double factor = 2 * beta * theta[v + a];
                addProducts(factor, space.entries(a, b), s, n, dx.row(b));
                dTheta[c + b] -= factor * Loops.dot(space.entries(a, b), s, n);
            }
        }
        addSlope(theta, c, x, n, scratch[width], dx, dTheta);
    }

    /// Adds factor · x · y.
    private static void addProducts(double factor, double[] x, double[] y, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] += factor * x[k] * y[k];
        }
    }

    private SquaredJacobian jacobian() {
        var space = jacobian;
        if (space == null) {
            space = new SquaredJacobian(dimension, capacity);
            jacobian = space;
        }
        return space;
    }
}
