package isotopy.theory;

import java.util.Arrays;

/// Isotonic regression: the increasing function that is nearest to given values in the mean square.
///
/// Neighbours that stand in the wrong order are pooled to their weighted mean, and a pool goes on to swallow those on
/// its left while they are above it (pool adjacent violators). Values at one place are pooled first, because a function
/// has one value there. Takes n ln n time for n values.
///
/// Source: Barlow, Bartholomew, Bremner, Brunk, *Statistical inference under order restrictions*, 1972.
public final class Isotonic {
    private Isotonic() {}

    /// The values at `x` of the nearest increasing function to `y`, in the order given: they minimise Σ (fₖ − yₖ)²
    /// under fⱼ ≤ fₖ wherever xⱼ ≤ xₖ.
    ///
    /// Throws: `IllegalArgumentException` when the lengths differ.
    public static double[] fit(double[] x, double[] y) {
        var ones = new double[y.length];
        Arrays.fill(ones, 1);
        return fit(x, y, ones);
    }

    /// The same with weights > 0: minimises Σ wₖ (fₖ − yₖ)².
    ///
    /// Throws: `IllegalArgumentException` when the lengths differ or a weight is not positive.
    public static double[] fit(double[] x, double[] y, double[] weights) {
        int n = x.length;
        if (y.length != n || weights.length != n) {
            throw new IllegalArgumentException(
                    "places, values and weights must be as many: " + n + ", " + y.length + ", " + weights.length);
        }
        if (!Arrays.stream(weights).allMatch(w -> w > 0)) {
            throw new IllegalArgumentException("weights must be positive: " + Arrays.toString(weights));
        }
        var order = order(x);
        var pools = new Pools(n);
        for (int k = 0; k < n; ) {
            int from = k;
            double weight = 0;
            double sum = 0;
            for (; k < n && x[order[k]] == x[order[from]]; k++) {
                weight += weights[order[k]];
                sum += weights[order[k]] * y[order[k]];
            }
            pools.add(sum / weight, weight, k);
        }
        var fitted = new double[n];
        for (int pool = 0, k = 0; pool < pools.count; pool++) {
            for (; k < pools.end[pool]; k++) {
                fitted[order[k]] = pools.level[pool];
            }
        }
        return fitted;
    }

    /// The indices of the places from left to right, those of one place as they are given. Sorts numbers, not
    /// objects: there may be a million.
    static int[] order(double[] x) {
        var sorted = x.clone();
        Arrays.sort(sorted);
        // where the run of equal places begins that each belongs to, and how many of it have their turn
        var begin = new int[x.length];
        for (int k = 1; k < begin.length; k++) {
            begin[k] = Double.compare(sorted[k], sorted[k - 1]) == 0 ? begin[k - 1] : k;
        }
        var taken = new int[x.length];
        var order = new int[x.length];
        for (int k = 0; k < x.length; k++) {
            int run = begin[Arrays.binarySearch(sorted, x[k])];
            order[run + taken[run]++] = k;
        }
        return order;
    }

    /// A stack of pools from left to right, whose levels increase.
    private static final class Pools {
        private final double[] level;
        private final double[] weight;
        private final int[] end;
        private int count;

        private Pools(int capacity) {
            level = new double[capacity];
            weight = new double[capacity];
            end = new int[capacity];
        }

        /// Adds a pool on the right, which ends before place `until`, and restores the order.
        private void add(double value, double mass, int until) {
            double mean = value;
            double total = mass;
            while (count > 0 && level[count - 1] >= mean) {
                count--;
                total += weight[count];
                mean += (level[count] - mean) * (weight[count] / total);
            }
            level[count] = mean;
            weight[count] = total;
            end[count] = until;
            count++;
        }
    }
}
