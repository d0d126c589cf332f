package isotopy.service;

/// Notices when a loss no longer falls. Mutable.
///
/// A run has come to rest when its best loss fell by less than one per cent over the last third of its steps, and over
/// 1,500 at least.
final class Plateau {
    private static final long LEAST = 1500;
    private double best = Double.POSITIVE_INFINITY;
    private long start = -1;
    private long bestStep;

    /// Begins to watch anew.
    void reset() {
        best = Double.POSITIVE_INFINITY;
        start = -1;
    }

    /// Takes note of a loss; says whether the run has come to rest.
    boolean observe(long step, double loss) {
        if (start < 0) {
            start = step;
        }
        if (loss < 0.99 * best) {
            best = loss;
            bestStep = step;
        }
        return step - bestStep >= patience(step);
    }

    /// How many steps without progress are a rest.
    long patience(long step) {
        return Math.max(LEAST, (step - Math.max(0, start)) / 3);
    }
}
