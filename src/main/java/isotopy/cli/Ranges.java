package isotopy.cli;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What is said of the ranges of given examples: those that one factor does not suit, and those outside the square.
final class Ranges {
    /// From here on the narrower of two columns is seen as a line.
    private static final double FAR = 20;

    private Ranges() {}

    /// Tells `note` where one coordinate of the starts, or of the goals, ranges over much more than another.
    ///
    /// @param names the columns that the coordinates are from, starts first
    static void tell(TargetMap target, List<String> names, Consumer<String> note) {
        switch (target) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> {
                // no table
            }
            case Correspondence pairs -> {
                tell(pairs.x(), names, note);
                tell(pairs.y(), names.subList(pairs.x().dimension(), names.size()), note);
            }
            case Labels labels -> tell(labels.x(), names, note);
        }
    }

    private static void tell(Points points, List<String> names, Consumer<String> note) {
        int wide = 0;
        int narrow = 0;
        for (int i = 1; i < points.dimension(); i++) {
            wide = range(points.row(i)) > range(points.row(wide)) ? i : wide;
            narrow = range(points.row(i)) < range(points.row(narrow)) ? i : narrow;
        }
        double ratio = range(points.row(wide)) / range(points.row(narrow));
        if (ratio > FAR && Double.isFinite(ratio)) { // a column without a range is no matter of units
            note.accept("Column " + names.get(wide) + " ranges over " + Numbers.rough(ratio) + " times as much as "
                    + names.get(narrow) + ", and --rescale has one factor for both, so that " + names.get(narrow)
                    + " stays nearly flat; bring the columns to like units first.");
        }
    }

    private static double range(double[] values) {
        var summary = Arrays.stream(values).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    /// Where given examples start; a map of the plane has none.
    private static Optional<Points> starts(TargetMap target) {
        return switch (target) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> Optional.empty();
            case Correspondence pairs -> Optional.of(pairs.x());
            case Labels labels -> Optional.of(labels.x());
        };
    }

    /// Tells `note` how many examples start where no layer bends at first.
    static void tellOutside(TargetMap target, Box domain, Consumer<String> note) {
        starts(target).ifPresent(x -> tellOutside(x, domain, note));
    }

    private static void tellOutside(Points x, Box domain, Consumer<String> note) {
        long outside = IntStream.range(0, x.size())
                .filter(k -> Arrays.stream(x.point(k)).anyMatch(v -> v < domain.low() || v > domain.high()))
                .count();
        if (outside > 0) {
            note.accept(Numbers.count(outside) + " of " + Numbers.count(x.size()) + " points start outside the "
                    + (x.dimension() == 1 ? "interval " : "square ") + Numbers.plain(domain.low()) + ","
                    + Numbers.plain(domain.high())
                    + " in which layers begin to bend; --domain LOW,HIGH sets it, --rescale brings the points to it.");
        }
    }
}
