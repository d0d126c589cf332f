package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Cloud;

/// Evaluates V σ(W z + b) hidden unit by hidden unit, each a few plain loops over the particles.
///
/// The loops have no branch and no call inside, so that the compiler turns them into vector instructions.
final class PerceptronField implements VectorField {
    private final Activation activation;
    private final int dimension;
    private final int width;
    private final int unit;
    private final double[] u;
    private final double[] s;
    private final double[] slope;
    private final double[] g;

    PerceptronField(Activation activation, int dimension, int width, int capacity) {
        this.activation = activation;
        this.dimension = dimension;
        this.width = width;
        this.unit = 2 * dimension + 1;
        u = new double[capacity];
        s = new double[capacity];
        slope = new double[capacity];
        g = new double[capacity];
    }

    @Override
    public int parameters() {
        return width * unit;
    }

    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n);
            for (int i = 0; i < dimension; i++) {
                add(theta[w + dimension + 1 + i], s, n, into.row(i));
            }
        }
    }

    @Override
    public void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n);
            combine(theta, w, 0, dx, n, g);
            multiply(slope, n, g);
            for (int i = 0; i < dimension; i++) {
                add(theta[w + dimension + 1 + i], g, n, into.row(i));
            }
        }
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta) {
        int n = x.size();
        dx.resize(n);
        dx.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            int v = w + dimension + 1;
            activate(theta, w, x, n);
            combine(theta, v, 0, costate, n, g);
            multiply(slope, n, g);
            for (int i = 0; i < dimension; i++) {
                add(theta[w + i], g, n, dx.row(i));
                dTheta[w + i] += dot(g, x.row(i), n);
                dTheta[v + i] += dot(s, costate.row(i), n);
            }
            dTheta[w + dimension] += sum(g, n);
        }
    }

    /// Overwrites s ← σ(w·x + b) and slope ← σ′(w·x + b) of the unit whose parameters start at `w`.
    private void activate(double[] theta, int w, Cloud x, int n) {
        combine(theta, w, theta[w + dimension], x, n, u);
        activation.evaluate(u, n, s, slope);
    }

    /// Overwrites into ← offset + Σᵢ theta[at + i] xᵢ.
    private void combine(double[] theta, int at, double offset, Cloud x, int n, double[] into) {
        if (dimension == 2) {
            combine2(theta[at], theta[at + 1], offset, x.row(0), x.row(1), n, into);
            return;
        }
        for (int k = 0; k < n; k++) {
            into[k] = offset;
        }
        for (int i = 0; i < dimension; i++) {
            add(theta[at + i], x.row(i), n, into);
        }
    }

    private static void combine2(double a1, double a2, double offset, double[] x1, double[] x2, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = offset + a1 * x1[k] + a2 * x2[k];
        }
    }

    private static void add(double factor, double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] += factor * x[k];
        }
    }

    private static void multiply(double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] *= x[k];
        }
    }

    /// Four partial sums, because a single one would wait for each addition to finish.
    private static double dot(double[] x, double[] y, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            s0 += x[k] * y[k];
            s1 += x[k + 1] * y[k + 1];
            s2 += x[k + 2] * y[k + 2];
            s3 += x[k + 3] * y[k + 3];
        }
        for (; k < n; k++) {
            s0 += x[k] * y[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double sum(double[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        int k = 0;
        for (; k + 1 < n; k += 2) {
            s0 += x[k];
            s1 += x[k + 1];
        }
        for (; k < n; k++) {
            s0 += x[k];
        }
        return s0 + s1;
    }
}
