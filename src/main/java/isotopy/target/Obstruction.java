package isotopy.target;

import isotopy.math.Points;
import java.util.Locale;

/// What keeps every flow from being equal to a target: a flow has a positive determinant everywhere (on the line, it
/// increases) and keeps points apart.
public sealed interface Obstruction {
    /// What is wrong, in one sentence.
    String sentence();

    /// Points of the domain (or starts of pairs) where it shows.
    ///
    /// Shapes: d × n, n ≥ 1.
    Points where();

    /// On which share of the square (or of the pairs) it shows, in (0, 1].
    double share();

    /// What was looked at, which decides what can be said.
    enum Evidence {
        /// The determinant of a map given everywhere.
        DETERMINANT,
        /// Two points of the square's edge that a map carries to one.
        OVERLAP,
        /// Affine maps fitted to neighbouring pairs.
        NEIGHBOURING_PAIRS,
        /// Pairs with one start and different goals.
        SAME_START,
        /// Pairs with different starts and one goal.
        SAME_GOAL,
        /// The values of a map of the line, or of pairs on it, from left to right.
        ORDER,
        /// The points of two classes, as seen from the middle of one of them.
        SURROUNDING
    }

    /// What was looked at.
    Evidence evidence();

    /// The determinant is negative all over: the image is a mirror image.
    ///
    /// @param lowest the least determinant seen
    /// @param highest the largest determinant seen, below zero
    record ReversesOrientation(Evidence evidence, double lowest, double highest, Points where, double share)
            implements Obstruction {
        @Override
        public String sentence() {
            if (evidence == Evidence.NEIGHBOURING_PAIRS) {
                return "These pairs reverse orientation: neighbouring points come out as in a mirror, and a flow keeps orientation everywhere.";
            }
            if (highest - lowest < 0.005) {
                return "This map reverses orientation: its determinant is " + number(lowest)
                        + " everywhere, and a flow's is positive.";
            }
            return "This map reverses orientation: its determinant is negative everywhere (from " + number(lowest)
                    + " to " + number(highest) + "), and a flow's is positive.";
        }
    }

    /// The map is not one to one, or turns over in places.
    record Folds(Evidence evidence, Points where, double share) implements Obstruction {
        @Override
        public String sentence() {
            return switch (evidence) {
                case DETERMINANT ->
                    "This map folds: its determinant is not positive on " + percent(share)
                            + " of the square, and a flow's is positive everywhere.";
                case OVERLAP ->
                    "This map lays the square over itself: it carries two points of the edge, such as " + point(0)
                            + " and " + point(1) + ", to the same place, and a flow keeps points apart.";
                case NEIGHBOURING_PAIRS ->
                    "These pairs fold: near " + percent(share)
                            + " of the points neighbours come out as in a mirror, and a flow keeps orientation everywhere.";
                case SAME_START ->
                    "Pairs that start together end apart, first at " + point(0)
                            + ": a flow carries each point to one place.";
                case SAME_GOAL ->
                    "Pairs that start apart end together, first from " + point(0) + " and " + point(1)
                            + ": a flow keeps points apart.";
                case ORDER, SURROUNDING -> throw new IllegalStateException("no fold is told by " + evidence);
            };
        }

        private String point(int k) {
            return where.dimension() == 1
                    ? number(where.at(0, k))
                    : "(" + number(where.at(0, k)) + ", " + number(where.at(1, k)) + ")";
        }
    }

    /// A map of the line falls somewhere: points would have to pass each other.
    ///
    /// `where` are places at which it falls, from left to right; `share` is the share of the interval, or of the
    /// pairs, on which it does.
    record Descends(Points where, double share) implements Obstruction {
        @Override
        public Evidence evidence() {
            return Evidence.ORDER;
        }

        @Override
        public String sentence() {
            return share > 0.995
                    ? "This map falls from left to right, and flows of the line keep the order of points."
                    : "This map falls on " + percent(share)
                            + " of its interval, and flows of the line keep the order of points.";
        }
    }

    /// The points of one class surround those of another: a flow of the plane carries the ring to a ring, which
    /// still goes round the inner class, so that no line separates them.
    ///
    /// `where` are points of the inner class, `share` is their share of all points.
    record Surrounds(String inner, String outer, Points where, double share) implements Obstruction {
        @Override
        public Evidence evidence() {
            return Evidence.SURROUNDING;
        }

        @Override
        public String sentence() {
            return "Class " + outer + " surrounds class " + inner
                    + ": a flow of the plane carries a ring to a ring, and the inner class stays inside it.";
        }
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }

    private static String percent(double share) {
        return share < 0.01 ? "less than 1 %" : Math.round(100 * share) + " %";
    }
}
