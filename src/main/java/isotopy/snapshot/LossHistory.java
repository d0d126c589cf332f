package isotopy.snapshot;

import java.util.Arrays;

/// The mean squared error over the training steps, on training and on test points, thinned so that memory stays
/// bounded. Immutable.
///
/// Shapes: three arrays of one length; steps increase.
public final class LossHistory {
    /// Nothing recorded yet.
    public static final LossHistory EMPTY = new LossHistory(new long[0], new double[0], new double[0]);

    private final long[] steps;
    private final double[] train;
    private final double[] test;

    private LossHistory(long[] steps, double[] train, double[] test) {
        this.steps = steps;
        this.train = train;
        this.test = test;
    }

    /// Copies the arrays.
    ///
    /// Throws: `IllegalArgumentException` when lengths differ, steps do not increase or an error is not a number ≥
    /// 0.
    public static LossHistory of(long[] steps, double[] train, double[] test) {
        if (steps.length != train.length || steps.length != test.length) {
            throw new IllegalArgumentException("a loss history needs as many steps as errors: " + steps.length + ", "
                    + train.length + ", " + test.length);
        }
        for (int k = 0; k < steps.length; k++) {
            if (k > 0 && steps[k] <= steps[k - 1]) {
                throw new IllegalArgumentException("the steps of a loss history must increase: " + steps[k]);
            }
            if (!(train[k] >= 0) || !(test[k] >= 0)) {
                throw new IllegalArgumentException("a loss must be a number ≥ 0: " + train[k] + ", " + test[k]);
            }
        }
        return new LossHistory(steps.clone(), train.clone(), test.clone());
    }

    /// The number of recorded steps.
    public int size() {
        return steps.length;
    }

    /// The k-th recorded step.
    public long step(int k) {
        return steps[k];
    }

    /// The mean squared error on the training points at the k-th recorded step.
    public double train(int k) {
        return train[k];
    }

    /// The mean squared error on the test points at the k-th recorded step.
    public double test(int k) {
        return test[k];
    }

    /// The same history with every error times a factor > 0, such as the square of a unit.
    public LossHistory times(double factor) {
        return factor == 1
                ? this
                : new LossHistory(
                        steps,
                        Arrays.stream(train).map(error -> factor * error).toArray(),
                        Arrays.stream(test).map(error -> factor * error).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LossHistory history
                && Arrays.equals(steps, history.steps)
                && Arrays.equals(train, history.train)
                && Arrays.equals(test, history.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps) + Arrays.hashCode(train);
    }

    @Override
    public String toString() {
        return "LossHistory[" + size() + " steps]";
    }
}
