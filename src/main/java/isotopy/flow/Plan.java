package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;

/// The steps that carry a state from t = 0 to T: in which layer each is taken, and how long it is.
///
/// Shapes: both arrays have one entry for each step, layers in rising order; they are the record's own: treat them as
/// read-only.
public record Plan(int[] layer, double[] h) {
    /// The most steps that a layer is cut into.
    public static final int MOST = 64;

    /// What a frozen step may miss by in training, relative to 1 + |z|: far less than a trained network misses its
    /// target by.
    public static final double TOLERANCE = 1e-5;

    private static final int ATTEMPTS = 8;

    /// The number of steps.
    public int steps() {
        return layer.length;
    }

    /// The steps of an adaptive flow for training: each layer in equal steps, just as many that none misses by more
    /// than [#TOLERANCE] at the states that start in `probes`, but at most [#MOST]. For other flows it is their
    /// plan.
    ///
    /// The same flow and probes give the same steps, and between two such choices the trained map is smooth in θ.
    /// Costs about as much as carrying the probes through the flow three times.
    ///
    /// Throws: `IllegalArgumentException` when the probes have another dimension or there is none.
    public static Plan frozen(FlowMap flow, Points probes) {
        if (!flow.integrator().adaptive()) {
            return flow.plan();
        }
        if (probes.size() == 0) {
            throw new IllegalArgumentException("steps are chosen at probes: 0");
        }
        var control = flow.control();
        var solver = new DormandPrince(new Motion.Particles(control, probes.size()), probes.size(), TOLERANCE);
        var entry = Cloud.of(Sight.of(control).lifted(probes));
        var end = new Cloud(control.dimension(), probes.size());
        var layer = new int[control.depth() * MOST];
        var h = new double[control.depth() * MOST];
        int steps = 0;
        for (int k = 0; k < control.depth(); k++) {
            double duration = control.layers().get(k).duration();
            int count = count(solver, k, duration, entry, end);
            Arrays.fill(layer, steps, steps + count, k);
            Arrays.fill(h, steps, steps + count, duration / count);
            steps += count;
            entry.set(end);
        }
        return new Plan(Arrays.copyOf(layer, steps), Arrays.copyOf(h, steps));
    }

    /// How many steps the layer needs; overwrites `end` by the states after it.
    private static int count(DormandPrince solver, int layer, double duration, Cloud entry, Cloud end) {
        int count = 1;
        for (int attempt = 1; ; attempt++) {
            end.set(entry);
            double worst = solver.march(layer, duration / count, count, end);
            if (worst <= 1 || count == MOST) {
                return count;
            }
            // the error of a step falls with the fifth power of its length
            double wanted = worst < 1e10 ? count * 1.05 * Math.pow(worst, 0.2) : 4.0 * count;
            count = attempt < ATTEMPTS ? (int) Math.min(MOST, Math.max(count + 1, Math.ceil(wanted))) : MOST;
        }
    }
}
