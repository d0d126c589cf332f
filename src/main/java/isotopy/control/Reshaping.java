package isotopy.control;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A control of another width, depth or horizon, and where each of its parameters came from.
///
/// *Wider and deeper keep the flow exactly* under every Runge–Kutta scheme, because what enters a step is h V: a layer
/// that lasts h and then h′ has its V multiplied by h/h′, inserted layers and new hidden units have V = 0. Families
/// that cannot be scaled have layers split in time instead, which keeps the flow to the integrator's order. *Shallower*
/// samples θ(t) at the middle of the new layers, *narrower* keeps the strongest units, and *another horizon* keeps θ:
/// these three change the flow. The read-out and the extra coordinates stay.
///
/// Shapes: `origin` and `factor` have the length of the new [Control#values()]; `origin[i]` is the index of the old
/// parameter that became `factor[i]` · old in place i, −1 for a new one. An optimiser moves its memory along with them.
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
        var room = new Room(region, control.inputs());
        var reshaping = unchanged(control);
        if (control.family().hasWidth() && width != control.width()) {
            reshaping = reshaping.then(ofWidth(control, width, room, random));
        } else if (width != control.width()) {
            var layers = control.layers();
            reshaping = unchanged(new Control(
                    control.family(), control.dimension(), width, layers, control.augment(), control.readout()));
        }
        if (depth > control.depth()) {
            reshaping = reshaping.then(
                    control.family().scales()
                            ? deeper(reshaping.control, depth, room, random)
                            : split(reshaping.control, depth));
        } else if (depth < control.depth()) {
            reshaping = reshaping.then(shallower(reshaping.control, depth));
        }
        if (Math.abs(horizon - control.horizon()) > 1e-12 * horizon) {
            reshaping = reshaping.then(ofHorizon(reshaping.control, horizon));
        }
        return reshaping;
    }

    /// The control with another number of extra coordinates. New ones are at rest at 0, so the flow of the others
    /// and the output stay exactly as they are; dropped ones change the flow.
    ///
    /// Empty where the family cannot act on so many coordinates, or new ones could not rest: then training starts
    /// anew.
    ///
    /// Throws: `IllegalArgumentException` when `augment` is negative.
    public static Optional<Reshaping> augmented(Control control, int augment, Box region, RandomGenerator random) {
        if (augment < 0) {
            throw new IllegalArgumentException("extra coordinates must be ≥ 0: " + augment);
        }
        return augment == control.augment()
                ? Optional.of(unchanged(control))
                : Augmentation.of(control, augment, new Room(region, control.inputs()), random);
    }

    /// The same layers with a read-out where there was none, or with none where there was one.
    ///
    /// Throws: `IllegalArgumentException` when a read-out would only change.
    public static Reshaping readOff(Control old, Optional<Readout> readout) {
        if (old.readout().isPresent() == readout.isPresent()) {
            throw new IllegalArgumentException("a read-out begins or ends here, it does not change");
        }
        var control = old.with(old.augment(), readout);
        var origin = new int[control.parameters()];
        var factor = new double[control.parameters()];
        int layers = old.parametersPerLayer() * old.depth();
        Arrays.setAll(origin, i -> i < layers ? i : -1);
        Arrays.fill(factor, 1);
        return new Reshaping(control, origin, factor);
    }

    /// A change of the layers alone: the read-out's parameters, which come last, are carried along.
    private static Reshaping ofLayers(Control old, Control control, int[] origin, double[] factor) {
        int from = old.parametersPerLayer() * old.depth();
        int all = control.parameters();
        var origins = Arrays.copyOf(origin, all);
        var factors = Arrays.copyOf(factor, all);
        for (int i = origin.length; i < all; i++) {
            origins[i] = from + i - origin.length;
            factors[i] = 1;
        }
        return new Reshaping(control, origins, factors);
    }

    private static Reshaping unchanged(Control control) {
        int n = control.parameters();
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

    private static Reshaping ofWidth(Control control, int width, Room room, RandomGenerator random) {
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
                    family.resized(d, control.width(), old.theta(), width, room, random, from), old.duration()));
            for (int i = 0; i < p; i++) {
                origin[k * p + i] = from[i] < 0 ? -1 : k * oldP + from[i];
            }
        }
        return ofLayers(
                control, new Control(family, d, width, layers, control.augment(), control.readout()), origin, factor);
    }

    private static Reshaping deeper(Control control, int depth, Room room, RandomGenerator random) {
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
                family.dormant(control.dimension(), control.width(), room, random, theta, 0);
            }
            layers.add(new Layer(theta, duration));
        }
        return ofLayers(control, control.withLayers(layers), origin, factor);
    }

    /// Splits the layers that last longest into equal pieces.
    private static Reshaping split(Control control, int depth) {
        int p = control.parametersPerLayer();
        var origin = new int[p * depth];
        var factor = new double[p * depth];
        Arrays.fill(factor, 1);
        var layers = new ArrayList<Layer>(depth);
        int[] pieces = pieces(control, depth);
        for (int k = 0; k < pieces.length; k++) {
            var old = control.layers().get(k);
            for (int piece = 0; piece < pieces[k]; piece++) {
                for (int i = 0; i < p; i++) {
                    origin[layers.size() * p + i] = k * p + i;
                }
                layers.add(new Layer(old.theta(), old.duration() / pieces[k]));
            }
        }
        return ofLayers(control, control.withLayers(layers), origin, factor);
    }

    /// Into how many pieces each layer is split, so that pieces last as equally long as they can.
    private static int[] pieces(Control control, int depth) {
        var pieces = new int[control.depth()];
        Arrays.fill(pieces, 1);
        for (int more = control.depth(); more < depth; more++) {
            int longest = 0;
            for (int k = 1; k < pieces.length; k++) {
                double here = control.layers().get(k).duration() / pieces[k];
                longest = here > control.layers().get(longest).duration() / pieces[longest] ? k : longest;
            }
            pieces[longest]++;
        }
        return pieces;
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
        return ofLayers(control, control.withLayers(layers), origin, factor);
    }

    private static Reshaping ofHorizon(Control control, double horizon) {
        double stretch = horizon / control.horizon();
        var layers = control.layers().stream()
                .map(layer -> new Layer(layer.theta(), layer.duration() * stretch))
                .toList();
        return new Reshaping(control.withLayers(layers), unchanged(control).origin, unchanged(control).factor);
    }
}
