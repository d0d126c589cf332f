package isotopy.theory;

import isotopy.math.Points;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// How far affine maps stay away from given pairs, in the mean square.
///
/// With the scatter matrices S about the means, the best map is A = S_yx S_xx⁺. Where its determinant is negative, the
/// best map with det ≥ 0 has det = 0, because the mean square is convex in A; by Eckart and Young it is farther by the
/// square of the least singular value of A S_xx^½.
///
/// Source: Eckart, Young, *The approximation of one matrix by another of lower rank*, Psychometrika 1 (1936).
final class AffineResidual {
    private AffineResidual() {}

    /// The least mean square over all affine maps; 0 where there is no pair.
    static double free(Points x, Points y) {
        return x.size() == 0 ? 0 : residual(x, y, slope(x, y));
    }

    /// The least mean square over the affine maps with det ≥ 0.
    ///
    /// Throws: `IllegalArgumentException` when starts and goals differ in their number of coordinates.
    static double oriented(Points x, Points y) {
        if (x.dimension() != y.dimension()) {
            throw new IllegalArgumentException("only maps of a space into itself have an orientation: " + x + ", " + y);
        }
        if (x.size() == 0) {
            return 0;
        }
        var slope = slope(x, y);
        double least = residual(x, y, slope);
        if (new LUDecomposition(slope).getDeterminant() >= 0) {
            return least;
        }
        var root = new EigenDecomposition(scatter(x, x)).getSquareRoot();
        var values = new SingularValueDecomposition(slope.multiply(root)).getSingularValues();
        double narrow = values[values.length - 1];
        return least + narrow * narrow;
    }

    /// The best slope A = S_yx S_xx⁺.
    static RealMatrix slope(Points x, Points y) {
        return scatter(y, x)
                .multiply(new SingularValueDecomposition(scatter(x, x))
                        .getSolver()
                        .getInverse());
    }

    /// Mean of (a − ā)(b − b̄)ᵀ.
    private static RealMatrix scatter(Points a, Points b) {
        var scatter = new double[a.dimension()][b.dimension()];
        for (int i = 0; i < a.dimension(); i++) {
            double meanA = mean(a, i);
            for (int j = 0; j < b.dimension(); j++) {
                double meanB = mean(b, j);
                for (int k = 0; k < a.size(); k++) {
                    scatter[i][j] += (a.at(i, k) - meanA) * (b.at(j, k) - meanB) / a.size();
                }
            }
        }
        return new Array2DRowRealMatrix(scatter, false);
    }

    private static double mean(Points points, int i) {
        double sum = 0;
        for (int k = 0; k < points.size(); k++) {
            sum += points.at(i, k);
        }
        return sum / points.size();
    }

    /// The mean square that y − ȳ − A (x − x̄) leaves, summed over the points, lest a small one drowns in rounding.
    private static double residual(Points x, Points y, RealMatrix a) {
        var means = new double[x.dimension()];
        for (int j = 0; j < means.length; j++) {
            means[j] = mean(x, j);
        }
        double squares = 0;
        for (int i = 0; i < y.dimension(); i++) {
            double meanY = mean(y, i);
            for (int k = 0; k < x.size(); k++) {
                double left = y.at(i, k) - meanY;
                for (int j = 0; j < means.length; j++) {
                    left -= a.getEntry(i, j) * (x.at(j, k) - means[j]);
                }
                squares += left * left;
            }
        }
        return squares / x.size();
    }
}
