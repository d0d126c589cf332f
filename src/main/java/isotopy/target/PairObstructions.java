package isotopy.target;

import isotopy.math.Points;
import isotopy.target.Obstruction.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Finds in finitely many pairs what no flow does: one start with two goals, one goal for two starts,
/// neighbours that come out as in a mirror.
final class PairObstructions {
    /// Points nearer than this share of the extent of all are one point,
    private static final double NEAR = 1e-6;

    /// on the line than this, because many pairs come near each other there by chance,
    private static final double NEAR_ON_THE_LINE = 1e-12;

    /// and further than this share they are clearly two.
    private static final double APART = 1e-2;

    /// A point is compared with so many others of its cell, enough to notice that they disagree.
    private static final int COMPARED = 8;

    /// Orientation is told at no more than so many of the points.
    private static final int TOLD = 1000;

    private PairObstructions() {}

    static Optional<Obstruction> of(Correspondence pairs) {
        return together(pairs, Evidence.SAME_START)
                .or(() -> together(pairs, Evidence.SAME_GOAL))
                .or(() -> mirrored(pairs));
    }

    private record Cell(long column, long row) {}

    /// Pairs of the line or the plane with one start and different goals, or different starts and one goal.
    static Optional<Obstruction> together(Correspondence pairs, Evidence evidence) {
        return evidence == Evidence.SAME_START
                ? together(pairs, pairs.x(), pairs.y(), evidence)
                : together(pairs, pairs.y(), pairs.x(), evidence);
    }

    /// Pairs that are together in `here` and apart in `there`.
    private static Optional<Obstruction> together(Correspondence pairs, Points here, Points there, Evidence evidence) {
        double near = (here.dimension() == 1 ? NEAR_ON_THE_LINE : NEAR) * extent(here);
        double apart = APART * extent(there);
        double side = near > 0 ? near : 1;
        var cells = new HashMap<Cell, List<Integer>>();
        var found = new ArrayList<Integer>();
        var all = new TreeSet<Integer>();
        for (int k = 0; k < here.size(); k++) {
            long column = (long) Math.floor(here.at(0, k) / side);
            long row = here.dimension() == 1 ? 0 : (long) Math.floor(here.at(1, k) / side);
            for (int other : about(cells, column, row)) {
                if (distance(here, k, other) <= near && distance(there, k, other) > apart) {
                    if (all.add(other)) {
                        found.add(other);
                    }
                    if (all.add(k)) {
                        found.add(k);
                    }
                }
            }
            var cell = cells.computeIfAbsent(new Cell(column, row), any -> new ArrayList<>());
            if (cell.size() < COMPARED) {
                cell.add(k);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var where = pairs.x().select(found.stream().mapToInt(k -> k).toArray());
        return Optional.of(new Obstruction.Folds(evidence, where, (double) found.size() / here.size()));
    }

    private static List<Integer> about(Map<Cell, List<Integer>> cells, long column, long row) {
        var about = new ArrayList<Integer>();
        for (long c = column - 1; c <= column + 1; c++) {
            for (long r = row - 1; r <= row + 1; r++) {
                about.addAll(cells.getOrDefault(new Cell(c, r), List.of()));
            }
        }
        return about;
    }

    private static Optional<Obstruction> mirrored(Correspondence pairs) {
        int n = pairs.x().size();
        if (n < AffineFit.LEAST) {
            return Optional.empty();
        }
        int looked = Math.min(n, TOLD);
        var reversed = new ArrayList<Integer>();
        int told = 0;
        double lowest = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < looked; k++) {
            int centre = (int) ((long) k * n / looked);
            var fit = AffineFit.about(pairs, nearest(pairs.x(), centre, Math.min(n, AffineFit.MOST)));
            if (fit.isPresent()) {
                told++;
                lowest = Math.min(lowest, fit.getAsDouble());
                highest = Math.max(highest, fit.getAsDouble());
                if (fit.getAsDouble() < 0) {
                    reversed.add(centre);
                }
            }
        }
        if (reversed.isEmpty()) {
            return Optional.empty();
        }
        var where = pairs.x().select(reversed.stream().mapToInt(k -> k).toArray());
        double share = (double) reversed.size() / looked;
        return Optional.of(
                reversed.size() == told && 2 * told >= looked
                        ? new Obstruction.ReversesOrientation(
                                Evidence.NEIGHBOURING_PAIRS, lowest, highest, where, share)
                        : new Obstruction.Folds(Evidence.NEIGHBOURING_PAIRS, where, share));
    }

    /// The `count` points nearest to point `centre`, itself included.
    private static int[] nearest(Points x, int centre, int count) {
        var nearest = IntStream.range(0, count).toArray();
        var distances = new double[count];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int k = 0; k < x.size(); k++) {
            double distance = distance(x, centre, k);
            if (distance < distances[count - 1]) {
                int place = count - 1;
                for (; place > 0 && distances[place - 1] > distance; place--) {
                    distances[place] = distances[place - 1];
                    nearest[place] = nearest[place - 1];
                }
                distances[place] = distance;
                nearest[place] = k;
            }
        }
        return nearest;
    }

    private static double distance(Points points, int k, int other) {
        double largest = 0;
        for (int i = 0; i < points.dimension(); i++) {
            largest = Math.max(largest, Math.abs(points.at(i, k) - points.at(i, other)));
        }
        return largest;
    }

    private static double extent(Points points) {
        double extent = 0;
        for (int i = 0; i < points.dimension(); i++) {
            var sorted = Arrays.stream(points.row(i)).summaryStatistics();
            extent = Math.max(extent, sorted.getMax() - sorted.getMin());
        }
        return extent;
    }
}
