package isotopy.target;

import isotopy.math.Points;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// The thin-plate spline s(x) = a + B x + Σₖ wₖ U(|x − xₖ|) with U(r) = r² ln r² through given values, which has the
/// least bending energy of all.
final class ThinPlate implements PlaneFormula {
    private final double[][] at;
    private final double[][] weights;
    private final double[][] affine;

    private ThinPlate(double[][] at, double[][] weights, double[][] affine) {
        this.at = at;
        this.weights = weights;
        this.affine = affine;
    }

    static ThinPlate through(Points x, Points y) {
        int n = x.size();
        var matrix = new double[n + 3][n + 3];
        var right = new double[n + 3][2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = kernel(x.at(0, i) - x.at(0, j), x.at(1, i) - x.at(1, j));
            }
            matrix[i][n] = matrix[n][i] = 1;
            matrix[i][n + 1] = matrix[n + 1][i] = x.at(0, i);
            matrix[i][n + 2] = matrix[n + 2][i] = x.at(1, i);
            right[i][0] = y.at(0, i) - x.at(0, i);
            right[i][1] = y.at(1, i) - x.at(1, i);
        }
        var solved = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(new Array2DRowRealMatrix(right, false));
        var weights = new double[2][n];
        var affine = new double[2][3];
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < n; k++) {
                weights[c][k] = solved.getEntry(k, c);
            }
            for (int k = 0; k < 3; k++) {
                affine[c][k] = solved.getEntry(n + k, c);
            }
        }
        return new ThinPlate(new double[][] {x.row(0), x.row(1)}, weights, affine);
    }

    private static double kernel(double d1, double d2) {
        double square = d1 * d1 + d2 * d2;
        return square > 0 ? square * Math.log(square) : 0;
    }

    @Override
    public void jet(double x1, double x2, double[] into) {
        for (int c = 0; c < 2; c++) {
            double value = affine[c][0] + affine[c][1] * x1 + affine[c][2] * x2;
            double slope1 = affine[c][1];
            double slope2 = affine[c][2];
            for (int k = 0; k < at[0].length; k++) {
                double d1 = x1 - at[0][k];
                double d2 = x2 - at[1][k];
                double square = d1 * d1 + d2 * d2;
                if (square > 0) {
                    double log = Math.log(square);
                    value += weights[c][k] * square * log;
                    double along = 2 * weights[c][k] * (log + 1);
                    slope1 += along * d1;
                    slope2 += along * d2;
                }
            }
            into[c] = value + (c == 0 ? x1 : x2);
            into[2 + 2 * c] = slope1 + (c == 0 ? 1 : 0);
            into[3 + 2 * c] = slope2 + (c == 1 ? 1 : 0);
        }
    }
}
