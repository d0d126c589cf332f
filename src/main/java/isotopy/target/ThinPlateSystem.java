package isotopy.target;

import isotopy.math.Points;

/// The equations of a thin-plate spline, s(xₖ) = yₖ, and Σ wₖ p(xₖ) = 0 for each affine function p.
///
/// Solved by an LU decomposition and refined: the residual is computed in twice the precision, and the correction is
/// added to a solution that is kept as two numbers, until nothing is left of it. The condition number is about n/d²
/// with d the least distance, 10¹⁵ at most, so that each round wins digits.
///
/// Source: N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., ch. 12.
final class ThinPlateSystem {
    private static final int MOST_ROUNDS = 40;

    /// A residual from which on nothing needs to be won, in units of the largest value.
    private static final double ENOUGH = 1e-17;

    private final PlateFrame frame;
    private final double[][] matrix;
    private final PivotedRows solver;

    ThinPlateSystem(PlateFrame frame) {
        this.frame = frame;
        int n = frame.size();
        matrix = new double[n + frame.affine()][n + frame.affine()];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double d1 = frame.across(0, frame.at(0, i), k);
                double d2 = frame.across(1, frame.at(1, i), k);
                double square = d1 * d1 + d2 * d2;
                matrix[i][k] = square > 0 ? square * Math.log(square) : 0;
            }
            for (int j = 0; j < frame.affine(); j++) {
                matrix[i][n + j] = frame.basis(j, frame.at(0, i), frame.at(1, i));
                matrix[n + j][i] = matrix[i][n + j];
            }
        }
        solver = new PivotedRows(matrix);
    }

    /// The high and the low parts of the weights and affine coefficients for one coordinate of the goals.
    double[][] solve(int coordinate, Points y) {
        int size = matrix.length;
        var high = new double[size];
        var low = new double[size];
        var residual = new double[size];
        double largest = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double now = residual(coordinate, y, high, low, residual);
            largest = Math.max(largest, now);
            if (now <= ENOUGH * largest || now >= before) {
                break;
            }
            before = now;
            var correction = solver.solve(residual);
            for (int k = 0; k < size; k++) {
                double sum = high[k] + correction[k];
                double part = sum - high[k];
                low[k] += (high[k] - (sum - part)) + (correction[k] - part);
                high[k] = sum + low[k];
                low[k] -= high[k] - sum;
            }
        }
        return new double[][] {high, low};
    }

    /// Overwrites `into` by what is missing to the right side, and gives the largest.
    private double residual(int coordinate, Points y, double[] high, double[] low, double[] into) {
        int n = frame.size();
        var sum = new Twofold();
        double largest = 0;
        for (int i = 0; i < into.length; i++) {
            sum.clear();
            if (i < n) {
                frame.start(coordinate, frame.at(0, i), frame.at(1, i), sum);
            }
            var row = matrix[i];
            for (int k = 0; k < row.length; k++) {
                sum.addProduct(high[k], row[k]);
                sum.add(low[k] * row[k]);
            }
            if (i < n) {
                sum.add(-y.at(coordinate, i));
            }
            into[i] = -sum.value();
            largest = Math.max(largest, Math.abs(into[i]));
        }
        return largest;
    }
}
