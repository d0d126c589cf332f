package isotopy.math;

/// The normal distribution over arrays, in a form that compiles to vector instructions: no branch, no call.
///
/// With x = |u| the tail is Φ(−x) = e^(−x²/2) R(x), and R = ½ e^(x²/2) erfc(x/√2) falls so gently that one quotient P/Q
/// of degrees 6 and 7 follows it: e^(−x²/2) |R − P/Q| ≤ 3e−17 for every x ≥ 0. All coefficients are positive, so
/// nothing cancels.
///
/// Accuracy: within 1e−15 of Φ and of its density.
/// Source: the split into an exponential and a quotient is that of W. J. Cody, *Rational Chebyshev approximations for
/// the error function*, Math. Comp. 23 (1969); the quotient is our own weighted fit.
final class Normal {
    /// Beyond this x the tail is 0 in double precision, relative to 1.
    private static final double FARTHEST = 40;

    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    private Normal() {}

    // spotless:off
    private static double numerator(double x) {
        return 0.5000000000000000215 + x * (0.5022634481480491221 + x * (0.2544662780934323025
                + x * (0.07699327725756736143 + x * (0.01447036803692984203 + x * (0.001589952796968282481
                + x * 0.00008004520239630676875)))));
    }

    private static double denominator(double x) {
        return 1 + x * (1.802411457098974033 + x * (1.447048830019919234 + x * (0.6733202664403676285
                + x * (0.1970202573593328286 + x * (0.03646937278138435104 + x * (0.003985573283126023425
                + x * 0.0002006398778723450658))))));
    }
    // spotless:on

    /// Φ(−x) for x ≥ 0, with the library's exponential.
    static double tail(double x) {
        double near = Math.min(x, FARTHEST);
        return Math.exp(-0.5 * x * x) * numerator(near) / denominator(near);
    }

    /// Overwrites tail ← Φ(−|u|) and density ← φ(u) for the first `n` entries; the three are different arrays.
    static void tails(double[] u, int n, double[] tail, double[] density) {
        // loops of their own: with the clamp inside, the long loop is not vectorised
        for (int k = 0; k < n; k++) {
            tail[k] = Math.min(Math.abs(u[k]), FARTHEST);
        }
        for (int k = 0; k < n; k++) {
            density[k] = 0.25 * tail[k] * tail[k];
        }
        Tanh.evaluate(density, n, density);
        for (int k = 0; k < n; k++) {
            double x = tail[k];
            double bell = Math.abs(1 - density[k]) / (1 + density[k]); // e^(−2y) from tanh y
            tail[k] = bell * numerator(x) / denominator(x);
            density[k] = PEAK * bell;
        }
    }
}
