package isotopy.check;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Weights;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Controls and points to check with, drawn from fixed seeds.
final class Specimens {
    private Specimens() {}

    /// A control with normal parameters, of the strength that training arrives at, in layers of different durations
    /// that add up to 1.
    static Control control(ControlFamily family, int dimension, int width, int depth, long seed) {
        var random = new SplittableRandom(seed);
        var durations = new double[depth];
        double sum = 0;
        for (int k = 0; k < depth; k++) {
            durations[k] = 0.5 + random.nextDouble();
            sum += durations[k];
        }
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < depth; k++) {
            var theta = new double[family.parameters(dimension, width)];
            for (int i = 0; i < theta.length; i++) {
                theta[i] = random.nextGaussian();
            }
            family.scale(dimension, width, 0.7 / Math.sqrt(width), theta, 0);
            layers.add(new Layer(theta, durations[k] / sum));
        }
        return new Control(family, dimension, width, layers);
    }

    /// The same layers, all of one duration.
    static Control evenly(Control control) {
        double duration = control.horizon() / control.depth();
        return control.withLayers(control.layers().stream()
                .map(layer -> new Layer(layer.theta(), duration))
                .toList());
    }

    /// The same layers, each so many times as long.
    static Control lasting(double times, Control control) {
        return control.withLayers(control.layers().stream()
                .map(layer -> new Layer(layer.theta(), times * layer.duration()))
                .toList());
    }

    /// One layer V σ(W z + b) that lasts so long.
    static Control layer(ControlFamily family, double[][] w, double[] b, double[][] v, double duration) {
        var theta = family.theta(new Weights(w, b, v));
        return new Control(family, v.length, b.length, List.of(new Layer(theta, duration)));
    }

    /// Uniform points of [−1, 1]ᵈ.
    static Points points(int dimension, int size, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new double[dimension][size];
        for (int k = 0; k < size; k++) {
            for (var row : rows) {
                row[k] = 2 * random.nextDouble() - 1;
            }
        }
        return Points.of(rows);
    }

    /// The largest difference of two coordinates; NaN where there is one that is none.
    static double distance(Points a, Points b) {
        double largest = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int k = 0; k < a.size(); k++) {
                double difference = Math.abs(a.at(i, k) - b.at(i, k));
                largest = difference <= largest ? largest : difference;
            }
        }
        return largest;
    }
}
