package isotopy.control;

import java.util.Arrays;

/// The parameters of a layer that were carried over from another shape of it, and where each came from.
///
/// Mutable while it is filled. `origin[i]` is the index of the old parameter that became `factor[i]` · old in place i,
/// −1 for a new one.
public final class Carried {
    private final double[] old;
    private final double[] theta;
    private final int[] origin;
    private final double[] factor;

    /// So many parameters, all new and 0, to be filled from `old`.
    Carried(double[] old, int parameters) {
        this.old = old;
        theta = new double[parameters];
        origin = new int[parameters];
        factor = new double[parameters];
        Arrays.fill(origin, -1);
        Arrays.fill(factor, 1);
    }

    /// Parameter `to` is the old parameter `from`.
    void keep(int to, int from) {
        keep(to, from, 1);
    }

    /// Parameters `to` … `to + count − 1` are the old parameters `from` ….
    void keepAll(int to, int from, int count) {
        for (int i = 0; i < count; i++) {
            keep(to + i, from + i);
        }
    }

    /// Parameter `to` is the old parameter `from`, times a factor.
    void keep(int to, int from, double times) {
        theta[to] = times * old[from];
        origin[to] = from;
        factor[to] = times;
    }

    /// Parameter `to` is new.
    void start(int to, double value) {
        theta[to] = value;
    }

    /// The parameters.
    double[] theta() {
        return theta;
    }

    /// Where they came from.
    int[] origin() {
        return origin;
    }

    /// By what they were multiplied.
    double[] factor() {
        return factor;
    }
}
