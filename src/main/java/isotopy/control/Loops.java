package isotopy.control;

/// Plain loops over the first n numbers of arrays, of which each compiles to vector instructions by itself.
final class Loops {
    private Loops() {}

    /// Adds factor · x to `into`.
    static void add(double factor, double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] += factor * x[k];
        }
    }

    /// Overwrites into ← into · x.
    static void multiply(double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] *= x[k];
        }
    }

    /// Σ xₖ yₖ, in four partial sums, because a single one would wait for each addition to finish.
    static double dot(double[] x, double[] y, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int q = n / 4;
        for (int k = 0; k < q; k++) {
            s0 += x[k] * y[k];
            s1 += x[k + q] * y[k + q];
            s2 += x[k + 2 * q] * y[k + 2 * q];
            s3 += x[k + 3 * q] * y[k + 3 * q];
        }
        for (int k = 4 * q; k < n; k++) {
            s0 += x[k] * y[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// Σ xₖ, in four partial sums.
    static double sum(double[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int q = n / 4;
        for (int k = 0; k < q; k++) {
            s0 += x[k];
            s1 += x[k + q];
            s2 += x[k + 2 * q];
            s3 += x[k + 3 * q];
        }
        for (int k = 4 * q; k < n; k++) {
            s0 += x[k];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
