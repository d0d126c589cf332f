package isotopy.target;

import isotopy.math.Points;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A map of the plane that carries one closed curve onto another, and the plane with it as smoothly as it can.
///
/// Both curves are cut into [#MATCHED] pieces of equal length, matched piece by piece ([ClosedCurves#matched]) and
/// carried by thin-plate splines, one after the other where one alone would fold ([CurveIsotopy]).
///
/// Shapes: both curves are 2 × n with n ≥ 3, each with a number of points of its own, without the first point again at
/// the end.
public final class ShapeMap implements PlaneMap {
    /// How many points of the curves are matched.
    public static final int MATCHED = 96;

    private final String title;
    private final Points from;
    private final Points to;
    /// Found when it is first needed, which takes some tenths of a second at most; two threads that need it first
    /// find the same.
    private volatile @Nullable CurveIsotopy carried;

    /// Throws: `IllegalArgumentException` that names what is wrong: a curve outside the plane, of fewer than three
    /// points or without any length, or a number that is not finite.
    public ShapeMap(String title, Points from, Points to) {
        this.title = title;
        this.from = from;
        this.to = to;
        ClosedCurves.requireCurve("from", from);
        ClosedCurves.requireCurve("to", to);
    }

    @Override
    public String title() {
        return title;
    }

    /// The curve that is carried.
    public Points from() {
        return from;
    }

    /// The curve that it is carried to.
    public Points to() {
        return to;
    }

    @Override
    public Points apply(Points x) {
        return Jets.of(carried(), x, false).points();
    }

    @Override
    public double determinant(double x1, double x2) {
        return determinants(Points.single(x1, x2))[0];
    }

    @Override
    public double[] determinants(Points x) {
        return Jets.of(carried(), x, true).determinants();
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public Optional<Points> inverse(Points y) {
        return Optional.empty();
    }

    CurveIsotopy carried() {
        var found = carried;
        if (found == null) {
            found = ClosedCurves.carried(from, to);
            carried = found;
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShapeMap shape
                && title.equals(shape.title)
                && from.equals(shape.from)
                && to.equals(shape.to);
    }

    @Override
    public int hashCode() {
        return 31 * from.hashCode() + to.hashCode();
    }

    @Override
    public String toString() {
        return "ShapeMap[" + title + "]";
    }
}
