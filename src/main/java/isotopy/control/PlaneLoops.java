package isotopy.control;

/// The loops of [PerceptronField] in the plane: what reads the same arrays is done in one pass.
final class PlaneLoops {
    private PlaneLoops() {}

    /// Overwrites into ← offset + a₁ x₁ + a₂ x₂.
    static void combine(double a1, double a2, double offset, double[] x1, double[] x2, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = offset + a1 * x1[k] + a2 * x2[k];
        }
    }

    /// Overwrites into ← (a₁ x₁ + a₂ x₂) · slope.
    static void weigh(double a1, double a2, double[] x1, double[] x2, double[] slope, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = (a1 * x1[k] + a2 * x2[k]) * slope[k];
        }
    }

    /// Adds a₁ · values to `into1` and a₂ · values to `into2`.
    static void spread(double a1, double a2, double[] values, int n, double[] into1, double[] into2) {
        for (int k = 0; k < n; k++) {
            into1[k] += a1 * values[k];
            into2[k] += a2 * values[k];
        }
    }

    /// Adds Σ g x₁, Σ g x₂, Σ g, Σ s λ₁, Σ s λ₂ to `into[at … at + 4]`, each in two partial sums that do not wait
    /// for each other.
    static void addProducts(
            double[] g, double[] x1, double[] x2, double[] s, double[] l1, double[] l2, int n, double[] into, int at) {
        double gx1 = 0;
        double gx2 = 0;
        double gs = 0;
        double sl1 = 0;
        double sl2 = 0;
        double hx1 = 0;
        double hx2 = 0;
        double hs = 0;
        double tl1 = 0;
        double tl2 = 0;
        int half = n / 2;
        for (int k = 0; k < half; k++) {
            double a = g[k];
            gx1 += a * x1[k];
            gx2 += a * x2[k];
            gs += a;
            double b = s[k];
            sl1 += b * l1[k];
            sl2 += b * l2[k];
            double c = g[k + half];
            hx1 += c * x1[k + half];
            hx2 += c * x2[k + half];
            hs += c;
            double d = s[k + half];
            tl1 += d * l1[k + half];
            tl2 += d * l2[k + half];
        }
        for (int k = 2 * half; k < n; k++) {
            gx1 += g[k] * x1[k];
            gx2 += g[k] * x2[k];
            gs += g[k];
            sl1 += s[k] * l1[k];
            sl2 += s[k] * l2[k];
        }
        into[at] += gx1 + hx1;
        into[at + 1] += gx2 + hx2;
        into[at + 2] += gs + hs;
        into[at + 3] += sl1 + tl1;
        into[at + 4] += sl2 + tl2;
    }
}
