package isotopy.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The course of pairs on the line from left to right: the means of groups of neighbours, and the stretches on which
/// they fall by more than noise does.
///
/// @param least so much must the means fall, or rise again, to count
record Trend(double[] x, double[] y, double least) {
    /// Pairs are put into so many groups at most.
    private static final int GROUPS = 64;

    /// Fewer pairs are taken at their word.
    private static final int FEW = 12;

    /// What counts, as a share of the extent of the goals and in standard deviations of a difference of means.
    private static final double SHARE = 0.01;

    private static final double DEVIATIONS = 4;

    /// The middle of |N(0, 1)|.
    private static final double MIDDLE = 0.6745;

    /// The course of pairs in any order.
    ///
    /// Source: T. Gasser, L. Sroka, C. Jennen-Steinmetz, *Residual variance and residual pattern in nonlinear
    /// regression*, Biometrika 73 (1986), for the noise; taken at the median.
    static Trend of(double[] starts, double[] goals) {
        int n = starts.length;
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(k -> starts[k]).thenComparingDouble(k -> goals[k]))
                .mapToInt(k -> k)
                .toArray();
        int groups = Math.min(n, GROUPS);
        var x = new double[groups];
        var y = new double[groups];
        for (int g = 0; g < groups; g++) {
            var these = Arrays.copyOfRange(order, begin(g, n, groups), begin(g + 1, n, groups));
            x[g] = Arrays.stream(these).mapToDouble(k -> starts[k]).average().orElseThrow();
            y[g] = Arrays.stream(these).mapToDouble(k -> goals[k]).average().orElseThrow();
        }
        var range = Arrays.stream(goals).summaryStatistics();
        double extent = n == 0 ? 0 : range.getMax() - range.getMin();
        double noise = n < FEW ? 0 : noise(starts, goals, order);
        double perGroup = Math.max(1, (double) n / Math.max(1, groups));
        return new Trend(x, y, Math.max(SHARE * extent, DEVIATIONS * noise * Math.sqrt(2 / perGroup)));
    }

    private static int begin(int group, int n, int groups) {
        return (int) ((long) group * n / groups);
    }

    /// The deviation of a goal from the line between its neighbours, as that of one goal.
    private static double noise(double[] starts, double[] goals, int[] order) {
        var residuals = new double[order.length - 2];
        for (int k = 1; k + 1 < order.length; k++) {
            double before = starts[order[k - 1]];
            double whole = starts[order[k + 1]] - before;
            double a = whole > 0 ? (starts[order[k]] - before) / whole : 0.5;
            double middle = (1 - a) * goals[order[k - 1]] + a * goals[order[k + 1]];
            residuals[k - 1] = Math.abs(goals[order[k]] - middle) / Math.sqrt(1 + a * a + (1 - a) * (1 - a));
        }
        Arrays.sort(residuals);
        return residuals[residuals.length / 2] / MIDDLE;
    }

    /// The first and the last group of each stretch from a top to the next bottom.
    List<int[]> falls() {
        var falls = new ArrayList<int[]>();
        int top = 0;
        int bottom = 0;
        boolean falling = false;
        for (int k = 1; k < y.length; k++) {
            if (falling) {
                bottom = y[k] <= y[bottom] ? k : bottom;
                if (y[k] > y[bottom] + least) {
                    falls.add(new int[] {top, bottom});
                    falling = false;
                    top = k;
                }
            } else {
                top = y[k] >= y[top] ? k : top;
                falling = y[k] < y[top] - least;
                bottom = k;
            }
        }
        if (falling) {
            falls.add(new int[] {top, bottom});
        }
        return List.copyOf(falls);
    }
}
