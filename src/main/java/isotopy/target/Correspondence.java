package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finitely many pairs: the flow should carry point k of `x` to point k of `y`.
///
/// In the plane or on the line; a `y` with one coordinate beside an `x` with two holds values of a function.
///
/// Shapes: x and y are d × n with d = 1 or 2, or x is 2 × n and y 1 × n; n ≥ 1.
///
/// @param title where the pairs come from, such as the name of a file
/// @param scaling how x and y were brought to the unit box, where the user wanted that
public record Correspondence(String title, Points x, Points y, Optional<Scaling> scaling) implements TargetMap {
    /// Throws: `IllegalArgumentException` that names what is wrong: sizes that differ, no pair, not the
    /// plane, a number that is not finite.
    public Correspondence {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "pairs need as many goals as starts: " + x.size() + " starts and " + y.size() + " goals");
        }
        if (x.dimension() > 2 || y.dimension() > x.dimension()) {
            throw new IllegalArgumentException("pairs are of the line or the plane, or values over the plane: "
                    + x.dimension() + " and " + y.dimension() + " coordinates");
        }
        if (x.size() == 0) {
            throw new IllegalArgumentException("at least one pair is needed: 0");
        }
        requireFinite("start", x);
        requireFinite("goal", y);
    }

    /// Pairs in the user's own coordinates.
    public Correspondence(String title, Points x, Points y) {
        this(title, x, y, Optional.empty());
    }

    @Override
    public int dimension() {
        return x.dimension();
    }

    @Override
    public int outputs() {
        return y.dimension();
    }

    @Override
    public Kind kind() {
        return x.dimension() == 1 ? Kind.LINE : y.dimension() == 1 ? Kind.FUNCTION : Kind.PLANE;
    }

    private static void requireFinite(String name, Points points) {
        for (int k = 0; k < points.size(); k++) {
            var point = points.point(k);
            if (!Arrays.stream(point).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("the " + name + " of pair " + (k + 1) + " is not finite: ("
                        + Arrays.stream(point).mapToObj(String::valueOf).collect(Collectors.joining(", ")) + ")");
            }
        }
    }
}
