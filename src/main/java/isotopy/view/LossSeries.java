package isotopy.view;

import isotopy.snapshot.LossHistory;
import java.util.Arrays;
import org.jfree.data.xy.AbstractXYDataset;

/// The two curves of a loss chart, thinned to what its pixels can show. Mutable; tells its chart once per update.
final class LossSeries extends AbstractXYDataset {
    private static final long serialVersionUID = 1;
    static final int TRAIN = 0;
    static final int TEST = 1;

    private final double[][] x = {{}, {}};
    private final double[][] y = {{}, {}};

    /// Overwrites both curves by a history and, where it is later, the newest point; at most four points stay per
    /// column of pixels.
    void show(LossHistory history, long step, double train, double test, LossRange range, int columns) {
        int n = history.size();
        boolean later = n == 0 || history.step(n - 1) < step;
        var steps = new long[later ? n + 1 : n];
        var losses = new double[2][steps.length];
        for (int k = 0; k < n; k++) {
            steps[k] = history.step(k);
            losses[TRAIN][k] = range.shown(history.train(k));
            losses[TEST][k] = range.shown(history.test(k));
        }
        if (later) {
            steps[n] = step;
            losses[TRAIN][n] = range.shown(train);
            losses[TEST][n] = range.shown(test);
        }
        thin(TRAIN, steps, losses[TRAIN], range.steps(), columns);
        thin(TEST, steps, losses[TEST], range.steps(), columns);
        fireDatasetChanged();
    }

    /// Keeps of every column of pixels the first and the last point and the extremes between.
    private void thin(int series, long[] steps, double[] losses, long width, int columns) {
        var keptX = new double[steps.length];
        var keptY = new double[steps.length];
        int kept = 0;
        for (int k = 0; k < steps.length; ) {
            long column = steps[k] * columns / width;
            int end = k;
            int least = k;
            int most = k;
            while (end + 1 < steps.length && steps[end + 1] * columns / width == column) {
                end++;
                least = losses[end] < losses[least] ? end : least;
                most = losses[end] > losses[most] ? end : most;
            }
            int last = -1;
            for (int at : new int[] {k, Math.min(least, most), Math.max(least, most), end}) {
                if (at > last) {
                    keptX[kept] = steps[at];
                    keptY[kept++] = losses[at];
                    last = at;
                }
            }
            k = end + 1;
        }
        x[series] = Arrays.copyOf(keptX, kept);
        y[series] = Arrays.copyOf(keptY, kept);
    }

    @Override
    public int getSeriesCount() {
        return 2;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series == TRAIN ? "train" : "test";
    }

    @Override
    public int getItemCount(int series) {
        return x[series].length;
    }

    @Override
    public Number getX(int series, int item) {
        return x[series][item];
    }

    @Override
    public Number getY(int series, int item) {
        return y[series][item];
    }

    @Override
    public double getXValue(int series, int item) {
        return x[series][item];
    }

    @Override
    public double getYValue(int series, int item) {
        return y[series][item];
    }
}
