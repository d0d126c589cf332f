package isotopy.target;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The brush with which points that belong to classes are painted on the plane.
public final class Paint {
    /// What the title of painted points is.
    public static final String TITLE = "Painted by hand";

    /// The most points that are painted.
    public static final int MOST_POINTS = 20_000;

    private Paint() {}

    /// The first dab: points of the class of that index, uniform in the disc.
    ///
    /// Throws: `IllegalArgumentException` for a number that makes no sense, as [Labels] does for names.
    public static Labels begin(
            List<String> names, int index, double x1, double x2, double radius, int count, long seed) {
        var dab = dab(x1, x2, radius, count, seed);
        return new Labels(TITLE, dab, classes(index, count), names);
    }

    /// The same points and a dab more; no more than fit in 20,000.
    ///
    /// Throws: `IllegalArgumentException` for an index without a class, a radius ≤ 0, a count < 1 or a place that
    /// is not finite.
    public static Labels spray(Labels on, int index, double x1, double x2, double radius, int count, long seed) {
        int fits = Math.min(count, MOST_POINTS - on.x().size());
        if (fits < 1 && count >= 1) {
            return on;
        }
        var all = new ArrayList<>(on.classes());
        all.addAll(classes(index, fits));
        return new Labels(
                on.title(), on.x().followedBy(dab(x1, x2, radius, fits, seed)), all, on.names(), on.scaling());
    }

    /// The points that are not in the disc; empty where all are.
    public static Optional<Labels> erase(Labels from, double x1, double x2, double radius) {
        return erase(from, Points.single(x1, x2), radius);
    }

    /// The points that are in none of the discs around the centres; empty where all are, the same where none is.
    ///
    /// Shapes: centres are 2 × n.
    public static Optional<Labels> erase(Labels from, Points centres, double radius) {
        var kept = IntStream.range(0, from.x().size())
                .filter(k -> !covered(from.x().at(0, k), from.x().at(1, k), centres, radius))
                .toArray();
        if (kept.length == from.x().size()) {
            return Optional.of(from);
        }
        if (kept.length == 0) {
            return Optional.empty();
        }
        var classes = IntStream.of(kept).mapToObj(from.classes()::get).toList();
        return Optional.of(new Labels(from.title(), from.x().select(kept), classes, from.names(), from.scaling()));
    }

    private static boolean covered(double x1, double x2, Points centres, double radius) {
        for (int k = 0; k < centres.size(); k++) {
            if (Math.hypot(x1 - centres.at(0, k), x2 - centres.at(1, k)) <= radius) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> classes(int index, int count) {
        return IntStream.range(0, count).mapToObj(_ -> index).toList();
    }

    private static Points dab(double x1, double x2, double radius, int count, long seed) {
        if (!(radius > 0) || !Double.isFinite(radius + x1 + x2) || count < 1) {
            throw new IllegalArgumentException("a dab needs a finite place, a radius > 0 and a count ≥ 1: (" + x1 + ", "
                    + x2 + "), " + radius + ", " + count);
        }
        var random = new SplittableRandom(seed);
        var points = new double[2][count];
        for (int k = 0; k < count; k++) {
            double r = radius * Math.sqrt(random.nextDouble());
            double t = 2 * Math.PI * random.nextDouble();
            points[0][k] = x1 + r * Math.cos(t);
            points[1][k] = x2 + r * Math.sin(t);
        }
        return Points.of(points);
    }
}
