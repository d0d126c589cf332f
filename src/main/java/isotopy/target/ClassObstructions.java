package isotopy.target;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds a class whose points lie inside a ring of points of another one.
///
/// Seen from the middle of the inner class, the outer one must have points in every direction. In each of equal sectors
/// one of its nearest points is taken, a few strays aside; the polygon through these is a closed way through the outer
/// class, and nearly all points of the inner class must be inside of it. A ring that is not seen as a whole from there
/// is missed.
final class ClassObstructions {
    /// So many sectors are tried, one number after the other: the more, the closer a ring is followed, the fewer,
    /// the more rarely chance leaves one empty.
    private static final int[] SECTORS = {36, 24, 16, 12};

    /// A sector has about so many points of the outer class or more.
    private static final int POINTS_A_SECTOR = 5;

    /// This share of the nearest points of the outer class in a sector are strays,
    private static final double STRAYS = 0.02;

    /// and this share of the inner class must be inside.
    private static final double INSIDE = 0.98;

    private ClassObstructions() {}

    static Optional<Obstruction> of(Labels labels) {
        int classes = labels.names().size();
        for (int inner = 0; inner < classes; inner++) {
            for (int outer = 0; outer < classes; outer++) {
                var found = inner == outer ? Optional.<Obstruction>empty() : surrounds(labels, inner, outer);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Obstruction> surrounds(Labels labels, int inner, int outer) {
        var inside = members(labels, inner);
        var ring = members(labels, outer);
        if (inside.length == 0) {
            return Optional.empty();
        }
        double[] middle = {mean(labels, 0, inside), mean(labels, 1, inside)};
        return Arrays.stream(SECTORS)
                .filter(sectors -> sectors * POINTS_A_SECTOR <= ring.length)
                .mapToObj(sectors -> caught(labels, inside, corners(labels, ring, middle, sectors), middle))
                .filter(caught -> caught.length >= INSIDE * inside.length)
                .findFirst()
                .map(caught -> new Obstruction.Surrounds(
                        labels.names().get(inner),
                        labels.names().get(outer),
                        labels.x().select(caught),
                        caught.length / (double) labels.x().size()));
    }

    /// Those of the inner class that are inside the polygon.
    private static int[] caught(Labels labels, int[] inside, double[][] corners, double[] middle) {
        return corners.length == 0
                ? new int[0]
                : Arrays.stream(inside)
                        .filter(k -> within(
                                corners,
                                labels.x().at(0, k) - middle[0],
                                labels.x().at(1, k) - middle[1]))
                        .toArray();
    }

    private static int[] members(Labels labels, int index) {
        return IntStream.range(0, labels.x().size())
                .filter(k -> labels.classes().get(k) == index)
                .toArray();
    }

    private static double mean(Labels labels, int i, int[] members) {
        return Arrays.stream(members)
                .mapToDouble(k -> labels.x().at(i, k))
                .average()
                .orElseThrow();
    }

    /// One point of the ring for each sector, against the clock, seen from the middle; none at all where a sector
    /// is empty.
    private static double[][] corners(Labels labels, int[] ring, double[] middle, int sectors) {
        var seen = new double[ring.length][2];
        for (int k = 0; k < ring.length; k++) {
            seen[k][0] = labels.x().at(0, ring[k]) - middle[0];
            seen[k][1] = labels.x().at(1, ring[k]) - middle[1];
        }
        Arrays.sort(seen, (a, b) -> Double.compare(Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1])));
        var counts = new int[sectors];
        for (var point : seen) {
            counts[sector(point, sectors)]++;
        }
        var corners = new double[sectors][];
        var passed = new int[sectors];
        for (var point : seen) {
            int s = sector(point, sectors);
            if (passed[s]++ == (int) (STRAYS * counts[s])) {
                corners[s] = point;
            }
        }
        return Arrays.stream(counts).allMatch(count -> count > 0) ? corners : new double[0][];
    }

    private static int sector(double[] point, int sectors) {
        double turn = Math.atan2(point[1], point[0]) / (2 * Math.PI) + 0.5;
        return Math.min(sectors - 1, (int) (turn * sectors));
    }

    /// Whether the point is inside the polygon: left of the side in whose direction it lies. Corners are less than
    /// half a turn apart.
    private static boolean within(double[][] corners, double x1, double x2) {
        for (int k = 0; k < corners.length; k++) {
            var a = corners[k];
            var b = corners[(k + 1) % corners.length];
            boolean between = a[0] * x2 - a[1] * x1 >= 0 && x1 * b[1] - x2 * b[0] >= 0 && a[0] * x1 + a[1] * x2 >= 0;
            if (between) {
                return (b[0] - a[0]) * (x2 - a[1]) - (b[1] - a[1]) * (x1 - a[0]) > 0;
            }
        }
        return x1 == 0 && x2 == 0;
    }
}
