package isotopy.train;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;

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
        this(samples.trainX(), samples.trainY());
    }

    /// All of these examples; column k of `y` is the goal of column k of `x`.
    Batches(Points x, Points y) {
        this.x = x;
        this.y = y;
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

    /// Whether this step works on all examples, as every step does that follows on the same recipe.
    boolean whole() {
        return size == order.length;
    }

    /// The number of examples of this step.
    int size() {
        return size;
    }

    /// Overwrites `into` by the states in which the examples `first … first + count − 1` of this step start: extra
    /// coordinates are 0.
    void loadStarts(int first, int count, Cloud into) {
        load(x, first, count, into);
        for (int i = x.dimension(); i < into.dimension(); i++) {
            Arrays.fill(into.row(i), 0, count, 0);
        }
    }

    /// Overwrites `into` by what their outputs should be.
    void loadGoals(int first, int count, Cloud into) {
        load(y, first, count, into);
    }

    private void load(Points points, int first, int count, Cloud into) {
        into.resize(count);
        for (int i = 0; i < points.dimension(); i++) {
            if (size == order.length) {
                points.copyRow(i, first, count, into.row(i));
            } else {
                points.gatherRow(i, order, from + first, count, into.row(i));
            }
        }
    }
}
