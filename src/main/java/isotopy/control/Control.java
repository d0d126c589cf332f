package isotopy.control;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A piecewise constant control θ(t): the family, the space it acts on, and its layers in the order of fictitious time.
public record Control(ControlFamily family, int dimension, int width, List<Layer> layers) {
    /// Throws: `IllegalArgumentException` when there is no layer or one has the wrong number of parameters.
    public Control {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be ≥ 1: " + dimension);
        }
        if (width < 1) {
            throw new IllegalArgumentException("width must be ≥ 1: " + width);
        }
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
        return new Control(family, dimension, width, changed);
    }
}
