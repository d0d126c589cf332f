package isotopy.snapshot;

import java.util.Arrays;

/// Collects a [LossHistory] while a run goes on. Mutable, for one thread.
///
/// Every step up to 50 is wanted and then every fiftieth part of the steps so far, so that a run of a million steps
/// keeps some 550 points and a chart over any scale of steps looks complete. The schedule depends on the steps alone.
public final class LossRecorder {
    private long[] steps = new long[64];
    private double[] train = new double[64];
    private double[] test = new double[64];
    private int size;

    /// A recorder that goes on from a history.
    public LossRecorder(LossHistory start) {
        for (int k = 0; k < start.size(); k++) {
            record(start.step(k), start.train(k), start.test(k));
        }
    }

    /// Whether the errors at this step belong into the history.
    public boolean wants(long step) {
        if (size == 0) {
            return true;
        }
        long last = steps[size - 1];
        return step >= last + Math.max(1, last / 50);
    }

    /// Records the errors at a step; one at or before the last recorded step takes its place and what followed is
    /// forgotten.
    public void record(long step, double trainLoss, double testLoss) {
        while (size > 0 && steps[size - 1] >= step) {
            size--;
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            train = Arrays.copyOf(train, 2 * size);
            test = Arrays.copyOf(test, 2 * size);
        }
        steps[size] = step;
        train[size] = trainLoss;
        test[size] = testLoss;
        size++;
    }

    /// What was recorded so far, as a value.
    public LossHistory history() {
        return LossHistory.of(Arrays.copyOf(steps, size), Arrays.copyOf(train, size), Arrays.copyOf(test, size));
    }
}
