package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;

/// A map of the plane that carries landmark k of `x` to landmark k of `y`, exactly, and bends as little as it can
/// between them: a thin-plate spline.
///
/// Shapes: x and y are 2 × n with n ≥ 1.
///
/// Source: F. L. Bookstein, *Principal warps: thin-plate splines and the decomposition of deformations*, IEEE PAMI 11
/// (1989).
public final class Landmarks implements PlaneMap {
    /// The most landmarks.
    public static final int MOST = 1000;

    /// Landmarks start at least this share of the box's side apart: in [−1, 1]² that is 0.000002.
    public static final double CLOSEST = 1e-6;

    /// The largest coordinate.
    private static final double FURTHEST = 1e100;

    private final String title;
    private final Points x;
    private final Points y;
    private final Box home;
    private final ThinPlate spline;

    /// Throws: `IllegalArgumentException` that names what is wrong: sizes that differ, none or too many landmarks,
    /// two that start nearly at one place, a number that is not finite.
    public Landmarks(String title, Points x, Points y) {
        if (x.size() != y.size() || x.dimension() != 2 || y.dimension() != 2) {
            throw new IllegalArgumentException("landmarks need as many goals as starts in the plane: " + x.size()
                    + " starts and " + y.size() + " goals");
        }
        if (x.size() < 1 || x.size() > MOST) {
            throw new IllegalArgumentException("there must be 1 … " + MOST + " landmarks: " + x.size());
        }
        if (!x.finite() || !y.finite()) {
            throw new IllegalArgumentException("a coordinate of a landmark is not finite");
        }
        requireModerate(x);
        requireModerate(y);
        this.title = title;
        this.x = x;
        this.y = y;
        home = home(x);
        requireApart(x);
        spline = ThinPlate.through(x, y);
    }

    private static void requireModerate(Points points) {
        for (int k = 0; k < points.size(); k++) {
            if (!(Math.max(Math.abs(points.at(0, k)), Math.abs(points.at(1, k))) <= FURTHEST)) {
                throw new IllegalArgumentException("landmark " + (k + 1) + " is too far away: (" + points.at(0, k)
                        + ", " + points.at(1, k) + "), the furthest coordinate is " + FURTHEST);
            }
        }
    }

    /// How far apart landmarks that start there must at least be: [#CLOSEST] of the side of their box.
    public static double apart(Points x) {
        return CLOSEST * home(x).side();
    }

    private static void requireApart(Points x) {
        double least = (1 - 1e-6) * apart(x); // room for the rounding of the coordinates
        for (int i = 0; i < x.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (Math.hypot(x.at(0, i) - x.at(0, k), x.at(1, i) - x.at(1, k)) < least) {
                    throw new IllegalArgumentException("landmarks " + (k + 1) + " and " + (i + 1)
                            + " start nearer to each other than a millionth of the box's side, both at about ("
                            + x.at(0, k) + ", " + x.at(1, k) + "): move one of them, or remove it");
                }
            }
        }
    }

    /// [−1, 1]², or where landmarks start beyond it the smallest [low, high]² that holds them.
    private static Box home(Points x) {
        double low = Math.min(
                Arrays.stream(x.row(0)).min().orElse(0),
                Arrays.stream(x.row(1)).min().orElse(0));
        double high = Math.max(
                Arrays.stream(x.row(0)).max().orElse(0),
                Arrays.stream(x.row(1)).max().orElse(0));
        return low >= -1 && high <= 1 || !(low < high) ? Box.UNIT : new Box(low, high);
    }

    @Override
    public Box home() {
        return home;
    }

    @Override
    public String title() {
        return title;
    }

    /// Where the landmarks start.
    public Points x() {
        return x;
    }

    /// Where the landmarks go.
    public Points y() {
        return y;
    }

    @Override
    public Points apply(Points points) {
        return Jets.of(spline, points, false).points();
    }

    @Override
    public double determinant(double x1, double x2) {
        return determinants(Points.single(x1, x2))[0];
    }

    @Override
    public double[] determinants(Points points) {
        return Jets.of(spline, points, true).determinants();
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public Optional<Points> inverse(Points goals) {
        return Optional.empty();
    }

    ThinPlate spline() {
        return spline;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks marks && title.equals(marks.title) && x.equals(marks.x) && y.equals(marks.y);
    }

    @Override
    public int hashCode() {
        return 31 * x.hashCode() + y.hashCode();
    }

    @Override
    public String toString() {
        return "Landmarks[" + title + ", " + x.size() + "]";
    }
}
