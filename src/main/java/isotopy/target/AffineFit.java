package isotopy.target;

import java.util.OptionalDouble;

/// Tells from a few neighbouring pairs whether the map behind them keeps orientation there.
///
/// Fits y ≈ A x + b by least squares (A = S_yx S_xx⁻¹ with the scatter matrices S about the means) and
/// trusts the sign of det A only where the fit is good: A shrinks the neighbourhood's narrowest direction
/// to no less than [#TRUST] times the deviation left over. Where the map bends much between the points, or
/// the goals are noisy, nothing is told.
final class AffineFit {
    /// The fewest points from which anything is told: three fix A and b, the others show whether the fit is
    /// good.
    static final int LEAST = 6;

    /// As many neighbours are used, if there are.
    static final int MOST = 9;

    /// How many times the deviation the narrowest image must be.
    private static final double TRUST = 8;

    /// Neighbourhoods thinner than this share of their length are as good as on a line.
    private static final double THINNEST = 0.15;

    private AffineFit() {}

    /// det A of the affine map fitted to the chosen pairs, if its sign can be trusted.
    static OptionalDouble about(Correspondence pairs, int[] chosen) {
        var mean = new double[4];
        for (int k : chosen) {
            for (int i = 0; i < 4; i++) {
                mean[i] += coordinate(pairs, i, k) / chosen.length;
            }
        }
        var scatter = new double[4][4]; // of (x₁, x₂, y₁, y₂)
        for (int k : chosen) {
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    scatter[i][j] += (coordinate(pairs, i, k) - mean[i]) * (coordinate(pairs, j, k) - mean[j]);
                }
            }
        }
        return told(scatter, chosen.length);
    }

    private static OptionalDouble told(double[][] s, int n) {
        double spread = s[0][0] + s[1][1];
        double area = s[0][0] * s[1][1] - s[0][1] * s[0][1];
        double narrow = narrowest(spread, area);
        if (!(narrow > THINNEST * THINNEST * (spread - narrow))) {
            return OptionalDouble.empty();
        }
        double a = (s[2][0] * s[1][1] - s[2][1] * s[0][1]) / area;
        double b = (s[2][1] * s[0][0] - s[2][0] * s[0][1]) / area;
        double c = (s[3][0] * s[1][1] - s[3][1] * s[0][1]) / area;
        double d = (s[3][1] * s[0][0] - s[3][0] * s[0][1]) / area;
        double left = s[2][2] + s[3][3] - a * s[2][0] - b * s[2][1] - c * s[3][0] - d * s[3][1];
        double rounding = 1e-13 * (s[2][2] + s[3][3]);
        double deviation = (Math.max(0, left) + rounding) / (2 * n - 6); // squared, per coordinate
        double determinant = a * d - b * c;
        double shrink = narrowest(a * a + b * b + c * c + d * d, determinant * determinant); // squared singular value
        return shrink * narrow > TRUST * TRUST * deviation ? OptionalDouble.of(determinant) : OptionalDouble.empty();
    }

    /// The smaller eigenvalue of a symmetric positive 2 × 2 matrix.
    private static double narrowest(double trace, double determinant) {
        double root = Math.sqrt(Math.max(0, trace * trace / 4 - determinant));
        return determinant / (trace / 2 + root);
    }

    private static double coordinate(Correspondence pairs, int i, int k) {
        return i < 2 ? pairs.x().at(i, k) : pairs.y().at(i - 2, k);
    }
}
