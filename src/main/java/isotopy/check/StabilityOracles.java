package isotopy.check;

import isotopy.control.Control;
import isotopy.control.Perceptron;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.List;

/// The three layers on which Haber and Ruthotto explain stability, ẏ = tanh(K y), from (0.1, 0.1) with h = 0.1.
///
/// Source: Haber, Ruthotto, *Stable architectures for deep neural networks*, Inverse Problems 34 (2018); the numbers
/// were computed by a program of a few lines.
final class StabilityOracles {
    private static final String GROUP = "Stability of ẏ = tanh(K y)";
    private static final double[][] GROWING = {{2, -2}, {0, 2}};
    private static final double[][] DECAYING = {{-2, 0}, {2, -2}};
    private static final double[][] TURNING = {{0, -1}, {1, 0}};

    private StabilityOracles() {}

    static List<Oracle> all() {
        return List.of(
                end("K₊, y₁ after 10 Euler steps", GROWING, 10, 0, -0.27308, 5e-6),
                end("K₊, y₂ after 10 Euler steps", GROWING, 10, 1, 0.538263, 5e-7),
                end("K₋, y₂ after 10 Euler steps", DECAYING, 10, 1, 0.037812, 5e-7),
                end("K₀, y₂ after 10 Euler steps", TURNING, 10, 1, 0.145531, 5e-7),
                norm("K₊, |y| after 100 Euler steps", GROWING, 13.2396, 5e-5),
                norm("K₋, |y| after 100 Euler steps", DECAYING, 5.35e-10, 5e-13),
                norm("K₀, |y| after 100 Euler steps: it spirals out", TURNING, 0.230819, 5e-7),
                Oracle.zero(
                        GROUP, "K₀ exactly, drift of Σ ln cosh yᵢ along ẏ = K₀ tanh y", 1e-9, StabilityOracles::drift));
    }

    private static Oracle end(String what, double[][] k, int steps, int row, double expected, double tolerance) {
        return Oracle.equal(
                GROUP, what, expected, tolerance, () -> after(k, steps).at(row, 0));
    }

    private static Oracle norm(String what, double[][] k, double expected, double tolerance) {
        return Oracle.equal(GROUP, what, expected, tolerance, () -> {
            var y = after(k, 100);
            return Math.hypot(y.at(0, 0), y.at(1, 0));
        });
    }

    private static Points after(double[][] k, int steps) {
        return new FlowMap(layer(k, new double[][] {{1, 0}, {0, 1}}, 0.1 * steps), Integrator.EULER, steps)
                .apply(Points.single(0.1, 0.1));
    }

    private static Control layer(double[][] w, double[][] v, double duration) {
        return Specimens.layer(new Perceptron(Activation.TANH), w, new double[2], v, duration);
    }

    private static double drift() {
        var control = layer(new double[][] {{1, 0}, {0, 1}}, TURNING, 10);
        var x = Points.single(0.8, -0.3);
        var y = new FlowMap(control, Integrator.RK4, 1000).apply(x);
        return energy(y) - energy(x);
    }

    private static double energy(Points y) {
        return Math.log(Math.cosh(y.at(0, 0))) + Math.log(Math.cosh(y.at(1, 0)));
    }
}
