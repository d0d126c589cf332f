package isotopy.math;

/// The error function erf x = 2/√π ∫₀ˣ e^(−t²) dt, and its complement, which keeps its digits where erf is nearly 1.
///
/// Below 1.5 the series erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(1·3·…·(2n+1)), of positive terms only; above it the
/// continued fraction of the complement, from the inside out. A test holds both to 4e−15 relative to their value.
/// Source: NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.1.
public final class Erf {
    private static final double JOINT = 1.5;
    /// Beyond it erfc x is 0 in double precision.
    private static final double FARTHEST = 28;
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Erf() {}

    /// erf x.
    public static double value(double x) {
        if (Math.abs(x) < JOINT) {
            return series(x);
        }
        return x < 0 ? fraction(-x) - 1 : 1 - fraction(x);
    }

    /// erfc x = 1 − erf x.
    public static double complement(double x) {
        if (Math.abs(x) < JOINT) {
            return 1 - series(x);
        }
        return x < 0 ? 2 - fraction(-x) : fraction(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    /// erfc x for x ≥ 1.5: e^(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))).
    private static double fraction(double x) {
        double inner = x;
        for (int n = 10 + (int) (230 / (x * x)); n > 0; n--) {
            inner = x + 0.5 * n / inner;
        }
        // the square of the shorter number is exact, as the exponent must be
        double shorter = (float) x;
        double bell = Math.exp(-shorter * shorter) * Math.exp((shorter - x) * (shorter + x));
        return x > FARTHEST ? 0 : 0.5 * TWO_OVER_ROOT_PI * bell / inner;
    }
}
