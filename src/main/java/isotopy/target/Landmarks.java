package isotopy.target;

import isotopy.math.Points;
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

    /// Landmarks are at least this share of the box's side apart.
    public static final double CLOSEST = 1e-6;

    private final String title;
    private final Points x;
    private final Points y;
    private final ThinPlate spline;

    /// Throws: `IllegalArgumentException` that names what is wrong: sizes that differ, none or too many landmarks,
    /// two
    /// that start at one place, a number that is not finite.
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
        this.title = title;
        this.x = x;
        this.y = y;
        spline = ThinPlate.through(x, y);
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
