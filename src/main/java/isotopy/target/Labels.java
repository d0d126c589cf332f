package isotopy.target;

import isotopy.math.Points;
import java.util.List;
import java.util.Optional;

/// Points that belong to classes: the flow should carry them to where one affine map tells the classes apart.
///
/// Shapes: x is 2 × n with n ≥ 1; `classes` has n entries, each the index of one of the `names`.
///
/// @param title where the points come from, such as the name of a file
/// @param scaling how x was brought to the unit box, where the user wanted that
public record Labels(String title, Points x, List<Integer> classes, List<String> names, Optional<Scaling> scaling)
        implements TargetMap {
    /// How many classes there may be.
    public static final int MOST_CLASSES = 20;

    /// Throws: `IllegalArgumentException` that names what is wrong: sizes that differ, no point, not the plane, a
    /// number that is not finite, fewer than two classes or too many, two of one name, or an index without a name.
    public Labels {
        classes = List.copyOf(classes);
        names = List.copyOf(names);
        if (x.dimension() != 2) {
            throw new IllegalArgumentException("points with classes have 2 coordinates: " + x.dimension());
        }
        if (x.size() == 0 || x.size() != classes.size()) {
            throw new IllegalArgumentException("every point needs a class, and one point at least is needed: "
                    + x.size() + " points and " + classes.size() + " classes");
        }
        if (!x.finite()) {
            throw new IllegalArgumentException("a coordinate of a point is not finite");
        }
        if (names.size() < 2 || names.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "there must be 2 … " + MOST_CLASSES + " different classes: " + names.size());
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two classes have one name: " + names);
        }
        for (int k = 0; k < classes.size(); k++) {
            if (classes.get(k) < 0 || classes.get(k) >= names.size()) {
                throw new IllegalArgumentException("the class of point " + (k + 1) + " must be in 0 … "
                        + (names.size() - 1) + ": " + classes.get(k));
            }
        }
    }

    /// Points in the user's own coordinates.
    public Labels(String title, Points x, List<Integer> classes, List<String> names) {
        this(title, x, classes, names, Optional.empty());
    }

    @Override
    public int dimension() {
        return x.dimension();
    }

    @Override
    public int outputs() {
        return names.size();
    }

    @Override
    public Kind kind() {
        return Kind.LABELS;
    }

    /// What a read-out should say of each point: 1 for its class and 0 for the others.
    ///
    /// Shapes: one row for each class, n columns.
    public Points goals() {
        var rows = new double[names.size()][x.size()];
        for (int k = 0; k < x.size(); k++) {
            rows[classes.get(k)][k] = 1;
        }
        return Points.of(rows);
    }
}
