package isotopy.math;

/// tanh over an array, in a form that compiles to vector instructions: no branch, no call, one division.
///
/// With y = u/8 and the continued fraction tanh y = y/(1 + y²/(3 + y²/(5 + …))) cut at 17 and written as one quotient
/// P(y)/Q(y), the doubling tanh 2y = 2PQ/(P² + Q²) is applied three times to numerator and denominator, so that only
/// the last step divides.
///
/// Accuracy: within 1e−15 of [Math#tanh(double)] everywhere (a test holds it), so that |tanh| may exceed 1 by a
/// rounding; NaN stays NaN. Source: Lambert's continued fraction, NIST Digital Library of Mathematical Functions
/// §4.39; the doubling is ours.
public final class Tanh {
    /// Beyond this |u| tanh u is ±1 in double precision.
    private static final double LARGEST = 20;

    private Tanh() {}

    /// Overwrites s ← tanh u for the first `n` entries; `s` and `u` may be one array.
    public static void evaluate(double[] u, int n, double[] s) {
        // a loop of its own: with the clamp inside, the long loop is not vectorised
        for (int k = 0; k < n; k++) {
            s[k] = Math.max(-LARGEST, Math.min(LARGEST, u[k]));
        }
        for (int k = 0; k < n; k++) {
            double y = s[k] * 0.125;
            double z = y * y;
            double p = y * (34459425 + z * (4729725 + z * (135135 + z * (990 + z))));
            double q = 34459425 + z * (16216200 + z * (945945 + z * (13860 + z * 45)));
            double p2 = 2 * p * q;
            double q2 = p * p + q * q;
            double p4 = 2 * p2 * q2;
            double q4 = p2 * p2 + q2 * q2;
            s[k] = 2 * p4 * q4 / (p4 * p4 + q4 * q4);
        }
    }

    /// ln(1 + e⁻²ʸ) from t = tanh y, y ≥ 0: with e⁻²ʸ = (1 − t)/(1 + t) it is 2 artanh w, w = (1 − t)/(3 + t) ≤
    /// 1/3, whose series in w² is cut where it no longer counts.
    static double logOnePlusExp(double t) {
        double w = (1 - t) / (3 + t);
        double z = w * w;
        double tail = z
                * (1 / 17.0
                        + z
                                * (1 / 19.0
                                        + z
                                                * (1 / 21.0
                                                        + z
                                                                * (1 / 23.0
                                                                        + z
                                                                                * (1 / 25.0
                                                                                        + z
                                                                                                * (1 / 27.0
                                                                                                        + z
                                                                                                                * (1
                                                                                                                                / 29.0
                                                                                                                        + z
                                                                                                                                * (1
                                                                                                                                        / 31.0))))))));
        return 2
                * w
                * (1
                        + z
                                * (1 / 3.0
                                        + z
                                                * (1 / 5.0
                                                        + z
                                                                * (1 / 7.0
                                                                        + z
                                                                                * (1 / 9.0
                                                                                        + z
                                                                                                * (1 / 11.0
                                                                                                        + z
                                                                                                                * (1
                                                                                                                                / 13.0
                                                                                                                        + z
                                                                                                                                * (1
                                                                                                                                                / 15.0
                                                                                                                                        + tail))))))));
    }
}
