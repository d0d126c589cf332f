package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Obstruction.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds where a map of the line, or finitely many pairs on it, fall from left to right.
final class LineObstructions {
    /// The interval is looked at in so many cells.
    private static final int CELLS = 4000;

    /// So many places at most are told.
    private static final int PLACES = 400;

    /// Slopes count from this share of the mean steepness on: what is less is rounding.
    private static final double ROUNDING = 1e-9;

    /// Pairs are compared in so many groups of neighbours at most, lest noise counts as a fall,
    private static final int GROUPS = 64;

    /// whose means differ by this share of the extent of the goals.
    private static final double FALLS = 1e-3;

    private LineObstructions() {}

    /// A cell in which the map has values counts where the slope in its middle is negative, or the values at its
    /// ends fall, as over a jump.
    static Optional<Obstruction> of(LineMap map, Box domain) {
        var ends = new double[CELLS + 1];
        Arrays.setAll(ends, k -> map.at(domain.at(k / (double) CELLS)));
        var range = Arrays.stream(ends).filter(Double::isFinite).summaryStatistics();
        double drop = ROUNDING * Math.max(Double.MIN_NORMAL, range.getMax() - range.getMin());
        double slope = drop / domain.side();
        var falling = IntStream.range(0, CELLS)
                .filter(k -> Double.isFinite(ends[k]) && Double.isFinite(ends[k + 1]))
                .filter(k -> map.slope(domain.at((k + 0.5) / CELLS)) < -slope || ends[k + 1] < ends[k] - drop)
                .toArray();
        if (falling.length == 0) {
            return Optional.empty();
        }
        int told = Math.min(PLACES, falling.length);
        var where = new double[told];
        Arrays.setAll(where, k -> domain.at((falling[(int) ((long) k * falling.length / told)] + 0.5) / CELLS));
        return Optional.of(
                new Obstruction.Descends(Points.of(new double[][] {where}), falling.length / (double) CELLS));
    }

    /// One start with two goals, then goals that fall, then one goal for two starts.
    static Optional<Obstruction> of(Correspondence pairs) {
        return PairObstructions.together(pairs, Evidence.SAME_START)
                .or(() -> descents(pairs))
                .or(() -> PairObstructions.together(pairs, Evidence.SAME_GOAL));
    }

    private static Optional<Obstruction> descents(Correspondence pairs) {
        var x = pairs.x().row(0);
        var y = pairs.y().row(0);
        int n = x.length;
        int groups = Math.min(n, GROUPS);
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(k -> x[k]).thenComparingDouble(k -> y[k]))
                .mapToInt(k -> k)
                .toArray();
        var range = Arrays.stream(y).summaryStatistics();
        double drop = FALLS * (range.getMax() - range.getMin());
        var means = new double[groups];
        Arrays.setAll(
                means,
                g -> Arrays.stream(order, begin(g, n, groups), begin(g + 1, n, groups))
                        .mapToDouble(k -> y[k])
                        .average()
                        .orElseThrow());
        var where = new ArrayList<Double>();
        int falls = 0;
        for (int g = 1; g < groups; g++) {
            if (means[g] < means[g - 1] - drop) {
                falls++;
                where.add(x[order[begin(g, n, groups)]]);
            }
        }
        return falls == 0
                ? Optional.empty()
                : Optional.of(new Obstruction.Descends(
                        Points.of(new double[][] {
                            where.stream().mapToDouble(place -> place).toArray()
                        }),
                        falls / (groups - 1.0)));
    }

    private static int begin(int group, int n, int groups) {
        return (int) ((long) group * n / groups);
    }
}
