package isotopy.control;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A piecewise constant control θ(t): the family, the space it acts on, its layers in the order of fictitious time, and
/// how the output is read off the last state.
///
/// The state has `dimension` coordinates. The last `augment` of them are extra: they start at 0, whatever the point is,
/// and leave room for the flow to go round. Where there are any, or classes to tell apart, a read-out makes the output.
public record Control(
        ControlFamily family, int dimension, int width, List<Layer> layers, int augment, Optional<Readout> readout) {
    /// Throws: `IllegalArgumentException` when there is no layer or one has the wrong number of parameters, or the
    /// read-out does not fit.
    public Control {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be ≥ 1: " + dimension);
        }
        if (width < 1) {
            throw new IllegalArgumentException("width must be ≥ 1: " + width);
        }
        family.unfit(dimension).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("depth must be ≥ 1: 0");
        }
        layers = List.copyOf(layers);
        int expected = family.parameters(dimension, width);
        for (var layer : layers) {
            if (layer.parameters() != expected) {
                throw new IllegalArgumentException("a layer of the family " + family.id() + " in dimension " + dimension
                        + " and width " + width + " has " + expected + " parameters: " + layer.parameters());
            }
        }
        if (augment < 0 || augment >= dimension) {
            throw new IllegalArgumentException("extra coordinates must be 0 … " + (dimension - 1) + ": " + augment);
        }
        if (readout.isPresent() && readout.get().dimension() != dimension) {
            throw new IllegalArgumentException("a read-out must read " + dimension + " coordinates: "
                    + readout.get().dimension());
        }
        if (augment > 0 && readout.isEmpty()) {
            throw new IllegalArgumentException("a state with extra coordinates needs a read-out");
        }
    }

    /// A control without extra coordinates, whose output is the last state.
    public Control(ControlFamily family, int dimension, int width, List<Layer> layers) {
        this(family, dimension, width, layers, 0, Optional.empty());
    }

    /// The control at which training starts: `depth` equal layers whose field is zero, so that the flow is the
    /// identity.
    public static Control atRest(
            ControlFamily family,
            int dimension,
            int width,
            int depth,
            double horizon,
            Box region,
            RandomGenerator random) {
        var layers = new ArrayList<Layer>();
        var theta = new double[family.parameters(dimension, width)];
        for (int k = 0; k < depth; k++) {
            family.dormant(dimension, width, region, random, theta, 0);
            layers.add(new Layer(theta, horizon / depth));
        }
        return new Control(family, dimension, width, layers);
    }

    /// The number d of coordinates of a point that goes in.
    public int inputs() {
        return dimension - augment;
    }

    /// The number of layers L.
    public int depth() {
        return layers.size();
    }

    /// The horizon T, the sum of the durations.
    public double horizon() {
        double sum = 0;
        for (var layer : layers) {
            sum += layer.duration();
        }
        return sum;
    }

    /// The number p of parameters of one layer.
    public int parametersPerLayer() {
        return family.parameters(dimension, width);
    }

    /// The times 0 = t₀ < t₁ < … < t_L = T at which layers begin and end.
    public double[] edges() {
        var edges = new double[depth() + 1];
        for (int k = 0; k < depth(); k++) {
            edges[k + 1] = edges[k] + layers.get(k).duration();
        }
        return edges;
    }

    /// The index of the layer that acts at time t; the last one at and beyond T.
    public int layerAt(double t) {
        double edge = 0;
        for (int k = 0; k < depth(); k++) {
            edge += layers.get(k).duration();
            if (t < edge) {
                return k;
            }
        }
        return depth() - 1;
    }

    /// All parameters, layer after layer.
    public double[] theta() {
        int p = parametersPerLayer();
        var theta = new double[p * depth()];
        for (int k = 0; k < depth(); k++) {
            layers.get(k).copyTheta(theta, k * p);
        }
        return theta;
    }

    /// The same shape with other parameters, listed layer after layer.
    ///
    /// Throws: `IllegalArgumentException` when there are not p · L of them or one is not finite.
    public Control withTheta(double[] theta) {
        int p = parametersPerLayer();
        if (theta.length != p * depth()) {
            throw new IllegalArgumentException(
                    "a control of " + depth() + " layers has " + p * depth() + " parameters: " + theta.length);
        }
        var changed = new ArrayList<Layer>(depth());
        for (int k = 0; k < depth(); k++) {
            changed.add(new Layer(
                    Arrays.copyOfRange(theta, k * p, (k + 1) * p), layers.get(k).duration()));
        }
        return withLayers(changed);
    }

    /// The same shape with other layers.
    public Control withLayers(List<Layer> changed) {
        return new Control(family, dimension, width, changed, augment, readout);
    }

    /// The same layers with extra coordinates that were there already, and another read-out.
    public Control with(int extra, Optional<Readout> changed) {
        return new Control(family, dimension, width, layers, extra, changed);
    }

    /// The number of all parameters, those of the layers and of the read-out.
    public int parameters() {
        return parametersPerLayer() * depth() + readout.map(Readout::parameters).orElse(0);
    }

    /// All parameters, layer after layer, then those of the read-out.
    public double[] values() {
        var values = Arrays.copyOf(theta(), parameters());
        readout.ifPresent(map -> map.copyTo(values, parametersPerLayer() * depth()));
        return values;
    }

    /// The same shape with other parameters, listed as in [#values()].
    ///
    /// Throws: `IllegalArgumentException` when their number is another or one is not finite.
    public Control withValues(double[] values) {
        if (values.length != parameters()) {
            throw new IllegalArgumentException("this control has " + parameters() + " parameters: " + values.length);
        }
        int layersEnd = parametersPerLayer() * depth();
        var changed = withTheta(Arrays.copyOf(values, layersEnd));
        return changed.with(augment, readout.map(map -> map.with(values, layersEnd)));
    }
}
