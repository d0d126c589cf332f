package isotopy.view;

import isotopy.snapshot.LossHistory;

/// The range of a loss chart: whole decades upwards, 1-2-5 steps to the right. While a run goes on it only grows, so
/// that the picture does not jump; another run starts it anew. Mutable.
///
/// A loss of exactly 0 has no place on a logarithmic axis: it is drawn at the bottom.
final class LossRange {
    /// Beyond these powers of ten a loss is drawn at the edge.
    static final int LOWEST = -16;

    static final int HIGHEST = 12;

    private LossHistory seen = LossHistory.EMPTY;
    private boolean any;
    private int low = -4;
    private int high = 0;
    private long steps = 10;

    /// Takes a history in, and the newest point if it is later.
    void include(LossHistory history, long step, double train, double test) {
        if (!continues(history)) {
            any = false;
            low = -4;
            high = 0;
            steps = 10;
        }
        int first = any ? Math.max(0, seen.size() - 1) : 0;
        for (int k = first; k < history.size(); k++) {
            include(history.step(k), history.train(k));
            include(history.step(k), history.test(k));
        }
        include(step, train);
        include(step, test);
        seen = history;
    }

    /// Makes room for a line at that loss.
    void include(double loss) {
        include(0, loss);
    }

    /// The exponent of the lower edge, 10ⁿ.
    int low() {
        return low;
    }

    /// The exponent of the upper edge.
    int high() {
        return high;
    }

    /// The right edge, in training steps.
    long steps() {
        return steps;
    }

    /// A loss, put where it can be drawn.
    double shown(double loss) {
        return Math.max(Math.pow(10, low), Math.min(Math.pow(10, high), loss));
    }

    /// Every how many decades a label stands, so that there are about six.
    int stride() {
        return Math.max(1, (high - low + 5) / 6);
    }

    /// Whether the history goes on from the one seen last: then its points are a beginning of it.
    private boolean continues(LossHistory history) {
        int last = seen.size() - 1;
        return last >= 0
                && history.size() > last
                && history.step(last) == seen.step(last)
                && history.train(last) == seen.train(last);
    }

    private void include(long step, double loss) {
        while (steps < step) {
            steps = grown(steps);
        }
        if (!(loss > 0)) {
            return;
        }
        int below = exponent(Math.floor(Math.log10(loss)));
        int above = exponent(Math.ceil(Math.log10(loss)));
        if (!any) {
            any = true;
            high = Math.max(above, LOWEST + 2);
            low = Math.min(below, high - 2);
        }
        low = Math.min(low, below);
        high = Math.max(high, above);
    }

    private static int exponent(double value) {
        return (int) Math.max(LOWEST, Math.min(HIGHEST, value));
    }

    /// The next of 10, 20, 50, 100, 200, …
    private static long grown(long steps) {
        long power = 1;
        while (power <= steps / 10) {
            power *= 10;
        }
        return steps / power == 2 ? 5 * power : 2 * steps;
    }
}
