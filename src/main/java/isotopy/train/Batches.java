package isotopy.train;

import isotopy.math.Cloud;
import isotopy.math.Points;

/// Which training examples a step works on: all of them in their order, or the next few of a random order that is drawn
/// anew when it is used up. Mutable: [#choose] decides for the step to come; until then any number of threads may load.
final class Batches {
    private final Points x;
    private final Points y;
    private final int[] order;
    private int next;
    private int from;
    private int size;

    Batches(Samples samples) {
        x = samples.trainX();
        y = samples.trainY();
        order = new int[x.size()];
        next = order.length;
    }

    /// Chooses the examples of a step: `wanted` of them, all when that is 0 or more than there are.
    void choose(int wanted, Experiment experiment, long step) {
        if (wanted == 0 || wanted >= order.length) {
            from = 0;
            size = order.length;
            next = order.length; // a later small batch begins a new order
            return;
        }
        if (next + wanted > order.length) {
            Samples.permute(order, experiment.random(Experiment.Purpose.BATCHES, step));
            next = 0;
        }
        from = next;
        size = wanted;
        next += wanted;
    }

    /// The number of examples of this step.
    int size() {
        return size;
    }

    /// Overwrites `into` by where the examples `first … first + count − 1` of this step start.
    void loadStarts(int first, int count, Cloud into) {
        load(x, first, count, into);
    }

    /// Overwrites `into` by where they should go.
    void loadGoals(int first, int count, Cloud into) {
        load(y, first, count, into);
    }

    private void load(Points points, int first, int count, Cloud into) {
        if (size == order.length) {
            into.load(points, first, count);
            return;
        }
        into.resize(count);
        for (int i = 0; i < into.dimension(); i++) {
            points.gatherRow(i, order, from + first, count, into.row(i));
        }
    }
}
