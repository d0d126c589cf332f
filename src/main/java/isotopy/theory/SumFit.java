package isotopy.theory;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/// A linear approximation Σⱼ cⱼ bⱼ(x) of a function by the fixed functions of a [Basis], with coefficients by least
/// squares. Immutable.
///
/// Where points are too few, or lie so that functions cannot be told apart, the smallest coefficients win: to the sum
/// of squares the share [#RIDGE] of |c|² is added, far below what is seen.
public final class SumFit {
    private static final double RIDGE = 1e-13;
    private static final int LEAST_PLACES = 400;
    private static final int PLACES_EACH = 2;
    private static final int LEAST_A_SIDE = 24;
    private static final double MORE_A_SIDE = 1.4;

    private final Basis basis;
    private final int wish;
    private final Box domain;
    private final double[] coefficients;

    private SumFit(Basis basis, int wish, Box domain, double[] coefficients) {
        this.basis = basis;
        this.wish = wish;
        this.domain = domain;
        this.coefficients = coefficients;
    }

    /// Fits at most `parameters` coefficients ([Basis#parameters(int, int)]) to the values y at the points x.
    ///
    /// Shapes: x is 1 × n or 2 × n, y is 1 × n; n ≥ 1.
    /// Throws: `IllegalArgumentException` when the shapes differ, there is no point, or the basis does not suit.
    public static SumFit of(Basis basis, int parameters, Points x, Points y, Box domain) {
        var weights = new double[x.size()];
        Arrays.fill(weights, 1);
        return of(basis, parameters, x, y, weights, domain);
    }

    /// The same with weights ≥ 0 of the squares.
    public static SumFit of(Basis basis, int parameters, Points x, Points y, double[] weights, Box domain) {
        if (y.dimension() != 1 || x.size() != y.size() || x.size() == 0 || weights.length != x.size()) {
            throw new IllegalArgumentException("a sum is fitted to one number for each point: " + x + ", " + y);
        }
        if (parameters < 1 || !basis.suits(x.dimension())) {
            throw new IllegalArgumentException(
                    parameters + " functions of the basis " + basis.id() + " in dimension " + x.dimension());
        }
        var rows = basis.values(parameters, x, domain);
        var right = y.row(0);
        for (int k = 0; k < rows.length; k++) {
            double root = Math.sqrt(weights[k]);
            right[k] *= root;
            for (int j = 0; j < rows[k].length; j++) {
                rows[k][j] *= root;
            }
        }
        return new SumFit(basis, parameters, domain, solve(rows, right));
    }

    /// Fits to a function that is given everywhere, at so many places that the fit is as good as the best in the
    /// mean square over the domain.
    ///
    /// Polynomials are fitted at places that crowd towards the ends, as the zeros of Chebyshev polynomials do,
    /// each with the length it stands for as its weight; the others in the middle of equal cells.
    public static SumFit to(UnaryOperator<Points> function, int dimension, Basis basis, int parameters, Box domain) {
        int count = basis.parameters(dimension, parameters);
        int perSide = dimension == 1
                ? Math.max(LEAST_PLACES, PLACES_EACH * count)
                : Math.max(LEAST_A_SIDE, (int) Math.ceil(MORE_A_SIDE * Math.sqrt(count)));
        var places = new double[perSide];
        var lengths = new double[perSide];
        for (int k = 0; k < perSide; k++) {
            double s = (k + 0.5) / perSide;
            boolean crowds = basis == Basis.CHEBYSHEV;
            places[k] = domain.at(crowds ? 0.5 - 0.5 * Math.cos(Math.PI * s) : s);
            lengths[k] = crowds ? Math.sin(Math.PI * s) : 1;
        }
        if (dimension == 1) {
            var x = Points.of(new double[][] {places});
            return of(basis, parameters, x, function.apply(x), lengths, domain);
        }
        var rows = new double[2][perSide * perSide];
        var areas = new double[perSide * perSide];
        for (int k = 0; k < areas.length; k++) {
            rows[0][k] = places[k % perSide];
            rows[1][k] = places[k / perSide];
            areas[k] = lengths[k % perSide] * lengths[k / perSide];
        }
        var x = Points.of(rows);
        return of(basis, parameters, x, function.apply(x), areas, domain);
    }

    private static double[] solve(double[][] rows, double[] right) {
        int p = rows[0].length;
        double squares = 0;
        for (var row : rows) {
            for (double value : row) {
                squares += value * value;
            }
        }
        var all = Arrays.copyOf(rows, rows.length + p);
        for (int j = 0; j < p; j++) {
            all[rows.length + j] = new double[p];
            all[rows.length + j][j] = RIDGE * Math.sqrt(squares / p);
        }
        return new QRDecomposition(new Array2DRowRealMatrix(all, false))
                .getSolver()
                .solve(new ArrayRealVector(Arrays.copyOf(right, all.length), false))
                .toArray();
    }

    /// What is added up.
    public Basis basis() {
        return basis;
    }

    /// The number of coefficients.
    public int parameters() {
        return coefficients.length;
    }

    /// A copy of the coefficients.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// The sum at every point.
    ///
    /// Shapes: d × n in, 1 × n out.
    public Points apply(Points x) {
        var rows = basis.values(wish, x, domain);
        var sums = new double[rows.length];
        for (int k = 0; k < sums.length; k++) {
            for (int j = 0; j < coefficients.length; j++) {
                sums[k] += rows[k][j] * coefficients[j];
            }
        }
        return Points.of(new double[][] {sums});
    }

    /// The mean of the squared error at given points; 0 where there is none.
    public double meanSquare(Points x, Points y) {
        var found = apply(x);
        double squares = 0;
        for (int k = 0; k < x.size(); k++) {
            double error = found.at(0, k) - y.at(0, k);
            squares += error * error;
        }
        return squares / Math.max(1, x.size());
    }

    /// The largest error at given points; 0 where there is none.
    public double supremum(Points x, Points y) {
        var found = apply(x);
        double largest = 0;
        for (int k = 0; k < x.size(); k++) {
            largest = Math.max(largest, Math.abs(found.at(0, k) - y.at(0, k)));
        }
        return largest;
    }
}
