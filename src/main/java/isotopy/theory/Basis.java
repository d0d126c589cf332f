package isotopy.theory;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The fixed functions that classical approximations add up, on an interval or a square.
///
/// In the plane they are products of functions of one coordinate each, in the order of the larger degree, or all of
/// those of a lattice.
public enum Basis {
    /// 1, s, sin πs, sin 2πs, … with s ∈ [0, 1] from the left end to the right one.
    ///
    /// What the line through the ends leaves is odd beyond them and has no jump, so that a function need not be
    /// periodic to be treated fairly: a smooth one is missed by O(p^−5/2) in the mean.
    FOURIER("fourier", "Fourier (line + sines)", "A line and sines: waves over the whole interval, added up."),
    /// T₀, T₁, T₂, …, by which analytic functions are missed exponentially little.
    CHEBYSHEV("chebyshev", "Chebyshev polynomials", "Polynomials over the whole interval, added up."),
    /// Hats at equally spaced knots: a smooth function is missed by O(p⁻²).
    PIECEWISE_LINEAR(
            "piecewise-linear", "Piecewise linear", "Straight pieces between equally spaced knots, as a sum of hats."),
    /// Gaussian bumps at the points of a lattice, each with a standard deviation of one and a half of its spacings.
    GAUSSIAN_BUMPS("gaussian-bumps", "Gaussian bumps", "Equal round bumps at the points of a lattice, added up.");

    /// In units of the lattice's spacing.
    private static final double WIDTH = 1.5;

    private final String id;
    private final String title;
    private final String sentence;

    Basis(String id, String title, String sentence) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
    }

    /// The name in files.
    public String id() {
        return id;
    }

    /// The name that people read.
    public String title() {
        return title;
    }

    /// What it adds up, in one sentence.
    public String sentence() {
        return sentence;
    }

    /// Whether it is offered for functions of that many coordinates.
    public boolean suits(int dimension) {
        return dimension == 2 || dimension == 1 && this != GAUSSIAN_BUMPS;
    }

    /// Those that are offered for functions of that many coordinates.
    public static List<Basis> suiting(int dimension) {
        return Arrays.stream(values()).filter(basis -> basis.suits(dimension)).toList();
    }

    /// The basis of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Basis named(String id) {
        return Arrays.stream(values())
                .filter(basis -> basis.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no basis '" + id + "'; there are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Basis::id).toList())));
    }

    /// How many functions there are for a wish of `parameters`: just as many where they are ordered one by one,
    /// else the largest number that fills a lattice and is not larger, but at least 1.
    public int parameters(int dimension, int parameters) {
        boolean onLattice = this == GAUSSIAN_BUMPS || this == PIECEWISE_LINEAR;
        if (dimension == 1 || !onLattice) {
            return Math.max(1, parameters);
        }
        int side = side(parameters);
        return side * side;
    }

    private static int side(int parameters) {
        return Math.max(1, (int) Math.floor(Math.sqrt(parameters) + 1e-9));
    }

    /// The values of the functions at the points.
    ///
    /// Shapes: one row for each point, one column for each of `parameters(d, parameters)` functions.
    double[][] values(int parameters, Points x, Box domain) {
        int count = parameters(x.dimension(), parameters);
        if (x.dimension() == 1) {
            return rows(x.row(0), count, domain);
        }
        return switch (this) {
            case FOURIER, CHEBYSHEV -> byDegree(count, x, domain);
            case PIECEWISE_LINEAR, GAUSSIAN_BUMPS -> onLattice(side(parameters), x, domain);
        };
    }

    /// Functions of one coordinate.
    private double[][] rows(double[] x, int count, Box domain) {
        var rows = new double[x.length][count];
        for (int k = 0; k < x.length; k++) {
            fill(domain.share(x[k]), rows[k]);
        }
        return rows;
    }

    /// Overwrites by the functions at the share s of the interval.
    private void fill(double s, double[] into) {
        int last = into.length - 1;
        for (int j = 0; j <= last; j++) {
            into[j] = switch (this) {
                case FOURIER -> j < 2 ? Math.pow(s, j) : Math.sin((j - 1) * Math.PI * s);
                case CHEBYSHEV -> Math.cos(j * Math.acos(Math.clamp(2 * s - 1, -1.0, 1.0)));
                case PIECEWISE_LINEAR -> last == 0 ? 1 : Math.max(0, 1 - Math.abs(s * last - j));
                case GAUSSIAN_BUMPS -> Math.exp(-0.5 * Math.pow(last == 0 ? 0 : (s * last - j) / WIDTH, 2));
            };
        }
    }

    /// Products f_i(x₁) f_j(x₂) in the order of max(i, j), so that a square number of them is a whole square.
    private double[][] byDegree(int count, Points x, Box domain) {
        int degrees = (int) Math.ceil(Math.sqrt(count));
        var first = rows(x.row(0), degrees, domain);
        var second = rows(x.row(1), degrees, domain);
        var rows = new double[x.size()][count];
        for (int column = 0; column < count; column++) {
            int degree = (int) Math.sqrt(column);
            int lower = (column - degree * degree) / 2;
            boolean across = (column - degree * degree) % 2 == 0;
            for (int k = 0; k < rows.length; k++) {
                rows[k][column] = across ? first[k][degree] * second[k][lower] : first[k][lower] * second[k][degree];
            }
        }
        return rows;
    }

    private double[][] onLattice(int side, Points x, Box domain) {
        var first = rows(x.row(0), side, domain);
        var second = rows(x.row(1), side, domain);
        var rows = new double[x.size()][side * side];
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < side; i++) {
                for (int j = 0; j < side; j++) {
                    rows[k][j * side + i] = first[k][i] * second[k][j];
                }
            }
        }
        return rows;
    }
}
