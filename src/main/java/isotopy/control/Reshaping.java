package isotopy.control;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// A control of another width, depth or horizon, and where each of its parameters came from.
///
/// *Wider and deeper keep the flow exactly* under every Runge–Kutta scheme, because what enters a step is h V: a layer
/// that lasts h and then h′ has its V multiplied by h/h′, inserted layers and new hidden units have V = 0. *Shallower*
/// samples θ(t) at the middle of the new layers, *narrower* keeps the strongest units, and *another horizon* keeps θ:
/// these three change the flow.
///
/// Shapes: `origin` and `factor` have the length of the new θ; `origin[i]` is the index of the old parameter that
/// became `factor[i]` · old in place i, −1 for a new one. An optimiser moves its memory along with them.
///
/// The arrays are the record's own: treat them as read-only.
public record Reshaping(Control control, int[] origin, double[] factor) {
    /// Reshapes `control` to the given width, depth and horizon; new parameters come from `random` and bend in
    /// `region`.
    ///
    /// Throws: `IllegalArgumentException` when one of them is not positive.
    public static Reshaping of(
            Control control, int width, int depth, double horizon, Box region, RandomGenerator random) {
        if (width < 1 || depth < 1 || !(horizon > 0)) {
            throw new IllegalArgumentException(
                    "width, depth and horizon must be positive: " + width + ", " + depth + ", " + horizon);
        }
        var reshaping = unchanged(control);
        if (control.family().hasWidth() && width != control.width()) {
            reshaping = reshaping.then(ofWidth(control, width, region, random));
        } else if (width != control.width()) {
            var layers = control.layers();
            reshaping = unchanged(new Control(
                    control.family(), control.dimension(), width, layers, control.augment(), control.readout()));
        }
        if (depth > control.depth()) {
            reshaping = reshaping.then(deeper(reshaping.control, depth, region, random));
        } else if (depth < control.depth()) {
            reshaping = reshaping.then(shallower(reshaping.control, depth));
        }
        if (Math.abs(horizon - control.horizon()) > 1e-12 * horizon) {
            reshaping = reshaping.then(ofHorizon(reshaping.control, horizon));
        }
        return reshaping;
    }

    private static Reshaping unchanged(Control control) {
        int n = control.parametersPerLayer() * control.depth();
        var origin = new int[n];
        var factor = new double[n];
        Arrays.setAll(origin, i -> i);
        Arrays.fill(factor, 1);
        return new Reshaping(control, origin, factor);
    }

    /// This change followed by another.
    private Reshaping then(Reshaping next) {
        var from = new int[next.origin.length];
        var times = new double[next.origin.length];
        for (int i = 0; i < from.length; i++) {
            int middle = next.origin[i];
            from[i] = middle < 0 ? -1 : origin[middle];
            times[i] = middle < 0 ? 1 : next.factor[i] * factor[middle];
        }
        return new Reshaping(next.control, from, times);
    }

    private static Reshaping ofWidth(Control control, int width, Box region, RandomGenerator random) {
        var family = control.family();
        int d = control.dimension();
        int oldP = control.parametersPerLayer();
        int p = family.parameters(d, width);
        var origin = new int[p * control.depth()];
        var factor = new double[origin.length];
        Arrays.fill(factor, 1);
        var layers = new ArrayList<Layer>(control.depth());
        var from = new int[p];
        for (int k = 0; k < control.depth(); k++) {
            var old = control.layers().get(k);
            layers.add(new Layer(
                    family.resized(d, control.width(), old.theta(), width, region, random, from), old.duration()));
            for (int i = 0; i < p; i++) {
                origin[k * p + i] = from[i] < 0 ? -1 : k * oldP + from[i];
            }
        }
        return new Reshaping(
                new Control(family, d, width, layers, control.augment(), control.readout()), origin, factor);
    }

    private static Reshaping deeper(Control control, int depth, Box region, RandomGenerator random) {
        var family = control.family();
        int p = control.parametersPerLayer();
        double duration = control.horizon() / depth;
        var origin = new int[p * depth];
        var factor = new double[p * depth];
        Arrays.fill(origin, -1);
        Arrays.fill(factor, 1);
        var layers = new ArrayList<Layer>(depth);
        int next = 0;
        for (int k = 0; k < depth; k++) {
            var theta = new double[p];
            if (next < control.depth() && place(next, control.depth(), depth) == k) {
                var old = control.layers().get(next);
                old.copyTheta(theta, 0);
                double stretch = old.duration() / duration;
                family.scale(control.dimension(), control.width(), stretch, theta, 0);
                family.scale(control.dimension(), control.width(), stretch, factor, k * p);
                // scale() touches only what is linear in the field, so run over ones it yields each parameter's factor
                for (int i = 0; i < p; i++) {
                    origin[k * p + i] = next * p + i;
                }
                next++;
            } else {
                family.dormant(control.dimension(), control.width(), region, random, theta, 0);
            }
            layers.add(new Layer(theta, duration));
        }
        return new Reshaping(control.withLayers(layers), origin, factor);
    }

    /// Where layer `k` of `from` stands among `to` ≥ `from` layers, the inserted ones spread evenly between.
    private static int place(int k, int from, int to) {
        return (int) ((2L * k + 1) * to / (2L * from));
    }

    private static Reshaping shallower(Control control, int depth) {
        int p = control.parametersPerLayer();
        double horizon = control.horizon();
        var origin = new int[p * depth];
        var factor = new double[p * depth];
        Arrays.fill(factor, 1);
        var layers = new ArrayList<Layer>(depth);
        for (int k = 0; k < depth; k++) {
            int old = control.layerAt((k + 0.5) * horizon / depth);
            layers.add(new Layer(control.layers().get(old).theta(), horizon / depth));
            for (int i = 0; i < p; i++) {
                origin[k * p + i] = old * p + i;
            }
        }
        return new Reshaping(control.withLayers(layers), origin, factor);
    }

    private static Reshaping ofHorizon(Control control, double horizon) {
        double stretch = horizon / control.horizon();
        var layers = control.layers().stream()
                .map(layer -> new Layer(layer.theta(), layer.duration() * stretch))
                .toList();
        return new Reshaping(control.withLayers(layers), unchanged(control).origin, unchanged(control).factor);
    }
}
