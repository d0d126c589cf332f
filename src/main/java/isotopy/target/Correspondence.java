package isotopy.target;

import isotopy.math.Points;

/// Finitely many pairs: the flow should carry point k of `x` to point k of `y`.
///
/// Shapes: x and y are 2 × n with n ≥ 1.
///
/// @param title where the pairs come from, such as the name of a file
public record Correspondence(String title, Points x, Points y) implements TargetMap {
    /// Throws: `IllegalArgumentException` that names what is wrong: sizes that differ, no pair, not the
    /// plane, a number that is not finite.
    public Correspondence {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "pairs need as many goals as starts: " + x.size() + " starts and " + y.size() + " goals");
        }
        if (x.dimension() != 2 || y.dimension() != 2) {
            throw new IllegalArgumentException(
                    "pairs in the plane have 2 coordinates each: " + x.dimension() + " and " + y.dimension());
        }
        if (x.size() == 0) {
            throw new IllegalArgumentException("at least one pair is needed: 0");
        }
        requireFinite("start", x);
        requireFinite("goal", y);
    }

    @Override
    public int dimension() {
        return x.dimension();
    }

    private static void requireFinite(String name, Points points) {
        for (int k = 0; k < points.size(); k++) {
            if (!Double.isFinite(points.at(0, k)) || !Double.isFinite(points.at(1, k))) {
                throw new IllegalArgumentException("the " + name + " of pair " + (k + 1) + " is not finite: ("
                        + points.at(0, k) + ", " + points.at(1, k) + ")");
            }
        }
    }
}
