package isotopy.target;

import isotopy.math.Box;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;

/// A smooth field of displacements that takes given values at the nodes of a lattice.
///
/// D(x) = Σᵢⱼ cᵢⱼ β((x₁ − ξᵢ)/h) β((x₂ − ξⱼ)/h) with the cubic B-spline β, one for each node (ξᵢ, ξⱼ) and h
/// the distance of neighbours. β is twice continuously differentiable and zero beyond two distances, so D
/// is C² on all of R² and zero from 2h outside the square on. The coefficients solve D(node) = value: with
/// the tridiagonal A (2/3 on the diagonal, 1/6 beside it) A C Aᵀ = values. A is diagonally dominant, so
/// there is one solution; Commons Math finds it, once for each field.
///
/// Shapes: `nodes`² values and coefficients for each coordinate, x₁ runs fastest.
final class LatticeSpline {
    private final int nodes;
    private final double[] c1;
    private final double[] c2;

    LatticeSpline(int nodes, double[] values1, double[] values2) {
        this.nodes = nodes;
        var solver = new CholeskyDecomposition(basisAtNodes(nodes)).getSolver();
        c1 = coefficients(solver, values1);
        c2 = coefficients(solver, values2);
    }

    private static RealMatrix basisAtNodes(int nodes) {
        var matrix = new Array2DRowRealMatrix(nodes, nodes);
        for (int i = 0; i < nodes; i++) {
            matrix.setEntry(i, i, 2.0 / 3);
            if (i > 0) {
                matrix.setEntry(i, i - 1, 1.0 / 6);
                matrix.setEntry(i - 1, i, 1.0 / 6);
            }
        }
        return matrix;
    }

    private double[] coefficients(DecompositionSolver solver, double[] values) {
        var field = new Array2DRowRealMatrix(nodes, nodes);
        for (int k = 0; k < values.length; k++) {
            field.setEntry(k / nodes, k % nodes, values[k]);
        }
        var solution = solver.solve(solver.solve(field).transpose()).transpose();
        var flat = new double[nodes * nodes];
        for (int k = 0; k < flat.length; k++) {
            flat[k] = solution.getEntry(k / nodes, k % nodes);
        }
        return flat;
    }

    /// Adds D(x) to the images and DD(x) to the Jacobians, for the lattice over `domain`; x is where the
    /// images started.
    void add(Box domain, double[] x1, double[] x2, Jets into) {
        double h = domain.side() / (nodes - 1);
        var weights1 = new double[8];
        var weights2 = new double[8];
        for (int k = 0; k < into.size; k++) {
            double s1 = (x1[k] - domain.low()) / h;
            double s2 = (x2[k] - domain.low()) / h;
            if (!(s1 > -2 && s1 < nodes + 1 && s2 > -2 && s2 < nodes + 1)) {
                continue; // beyond the reach of every node
            }
            int i = (int) Math.floor(s1) - 1;
            int j = (int) Math.floor(s2) - 1;
            weigh(s1 - (i + 1), weights1);
            weigh(s2 - (j + 1), weights2);
            addPatch(i, j, weights1, weights2, 1 / h, k, into);
        }
    }

    /// Adds the sixteen nodes from (i, j) on that reach point k.
    private void addPatch(int i, int j, double[] weights1, double[] weights2, double perLength, int k, Jets into) {
        double y1 = 0;
        double y2 = 0;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int q = Math.max(0, -j); q < Math.min(4, nodes - j); q++) {
            int row = (j + q) * nodes + i;
            for (int p = Math.max(0, -i); p < Math.min(4, nodes - i); p++) {
                double value1 = c1[row + p];
                double value2 = c2[row + p];
                double w = weights1[p] * weights2[q];
                double w1 = weights1[4 + p] * weights2[q];
                double w2 = weights1[p] * weights2[4 + q];
                y1 += value1 * w;
                y2 += value2 * w;
                a += value1 * w1;
                b += value1 * w2;
                c += value2 * w1;
                d += value2 * w2;
            }
        }
        into.y1[k] += y1;
        into.y2[k] += y2;
        if (into.slopes) {
            into.a[k] += a * perLength;
            into.b[k] += b * perLength;
            into.c[k] += c * perLength;
            into.d[k] += d * perLength;
        }
    }

    /// Overwrites `into` by the four B-splines that reach a point at share u of its cell, then by their
    /// derivatives.
    private static void weigh(double u, double[] into) {
        double v = 1 - u;
        into[0] = v * v * v / 6;
        into[1] = (4 + u * u * (3 * u - 6)) / 6;
        into[2] = (4 + v * v * (3 * v - 6)) / 6;
        into[3] = u * u * u / 6;
        into[4] = -v * v / 2;
        into[5] = u * (3 * u - 4) / 2;
        into[6] = -v * (3 * v - 4) / 2;
        into[7] = u * u / 2;
    }
}
