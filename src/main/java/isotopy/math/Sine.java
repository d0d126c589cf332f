package isotopy.math;

/// sin and cos over arrays, in a form that compiles to vector instructions.
///
/// With the nearest multiple kπ taken off in three parts, of which k times the first two is exact, r = u − kπ lies in
/// [−π/2, π/2], where both series are cut below the last bit; then sin u = (−1)ᵏ sin r, and cos alike. Where an |u| is
/// beyond 10⁶ or not a number, the library's functions are called.
///
/// Accuracy: within 1e−15 of [Math#sin(double)] and [Math#cos(double)].
/// Source: the reduction of Cody, Waite, *Software manual for the elementary functions* (1980); the series: NIST
/// Digital Library of Mathematical Functions, 4.19.
final class Sine {
    private static final double FARTHEST = 1e6;
    // spotless:off
    private static final double PI_1 = 0x1.921fb544p1;
    private static final double PI_2 = 0x1.0b4611a6p-33;
    private static final double PI_3 = 0x1.3198a2e037073p-68;

    private static final double S3 = -1 / 6.0;
    private static final double S5 = 1 / 120.0;
    private static final double S7 = -1 / 5040.0;
    private static final double S9 = 1 / 362880.0;
    private static final double S11 = -1 / 39916800.0;
    private static final double S13 = 1 / 6227020800.0;
    private static final double S15 = -1 / 1307674368000.0;
    private static final double S17 = 1 / 355687428096000.0;
    private static final double S19 = -1 / 121645100408832000.0;
    private static final double S21 = 1 / 51090942171709440000.0;

    private static final double C2 = -1 / 2.0;
    private static final double C4 = 1 / 24.0;
    private static final double C6 = -1 / 720.0;
    private static final double C8 = 1 / 40320.0;
    private static final double C10 = -1 / 3628800.0;
    private static final double C12 = 1 / 479001600.0;
    private static final double C14 = -1 / 87178291200.0;
    private static final double C16 = 1 / 20922789888000.0;
    private static final double C18 = -1 / 6402373705728000.0;
    private static final double C20 = 1 / 2432902008176640000.0;
    // spotless:on

    private Sine() {}

    /// Overwrites sine ← sin u and cosine ← cos u for the first `n` entries; the three are different arrays.
    static void evaluate(double[] u, int n, double[] sine, double[] cosine) {
        if (!near(u, n)) {
            for (int k = 0; k < n; k++) {
                sine[k] = Math.sin(u[k]);
                cosine[k] = Math.cos(u[k]);
            }
            return;
        }
        reduce(u, n, sine, cosine);
        multiplyCosines(sine, n, cosine);
        replaceBySines(n, sine);
    }

    /// Overwrites rest ← (−1)ᵏ(u − kπ), whose sine is that of u, and sign ← (−1)ᵏ.
    private static void reduce(double[] u, int n, double[] rest, double[] sign) {
        for (int k = 0; k < n; k++) {
            double turns = Math.rint(u[k] * (1 / Math.PI));
            double half = 0.5 * turns;
            sign[k] = 1 - 4 * (half - Math.floor(half));
            rest[k] = sign[k] * (u[k] - turns * PI_1 - turns * PI_2 - turns * PI_3);
        }
    }

    /// Overwrites into ← into · cos r.
    private static void multiplyCosines(double[] r, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            double z = r[k] * r[k];
            double w = z * z;
            double low = C2 + z * C4 + w * (C6 + z * C8);
            double high = C10 + z * C12 + w * (C14 + z * C16 + w * (C18 + z * C20));
            into[k] = into[k] * (1 + z * (low + w * w * high));
        }
    }

    /// Overwrites r ← sin r.
    private static void replaceBySines(int n, double[] r) {
        for (int k = 0; k < n; k++) {
            double z = r[k] * r[k];
            double w = z * z;
            double low = S3 + z * S5 + w * (S7 + z * S9);
            double high = S11 + z * S13 + w * (S15 + z * S17 + w * (S19 + z * S21));
            r[k] = r[k] + r[k] * z * (low + w * w * high);
        }
    }

    /// Whether no |u| is beyond the reduction; false where one is not a number.
    private static boolean near(double[] u, int n) {
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        int quarter = n / 4; // four maxima that do not wait for each other
        for (int k = 0; k < quarter; k++) {
            m0 = Math.max(m0, Math.abs(u[k]));
            m1 = Math.max(m1, Math.abs(u[k + quarter]));
            m2 = Math.max(m2, Math.abs(u[k + 2 * quarter]));
            m3 = Math.max(m3, Math.abs(u[k + 3 * quarter]));
        }
        for (int k = 4 * quarter; k < n; k++) {
            m0 = Math.max(m0, Math.abs(u[k]));
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3)) <= FARTHEST;
    }
}
