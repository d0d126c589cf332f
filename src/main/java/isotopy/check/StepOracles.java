package isotopy.check;

import isotopy.control.Control;
import isotopy.control.Perceptron;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;

/// How fast the steps of each integrator approach the flow: on layers of one hidden unit, whose flows have closed
/// forms.
///
/// Source: with u = a·x + b and c = a·w, ẋ = w σ(u) gives u̇ = c σ(u); for ReLU u(t) = e^(ct) u₀ where u₀ > 0, for tanh
/// sinh u(t) = e^(ct) sinh u₀.
final class StepOracles {
    private static final String GROUP = "Steps of the integrators";

    // the layer on which the errors of a known simulator were measured, and its worst point of 500 random ones
    private static final double[] A = {0.8, -0.3};
    private static final double B = 0.1;
    private static final double[] W = {1, 0.5};
    private static final Points WORST = Points.single(0.9843357730717892, -0.9682947215452518);

    private StepOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        all.add(euler(50, 1.45e-2, 5e-5));
        all.add(euler(100, 7.3e-3, 5e-5));
        all.add(euler(1000, 7.3e-4, 5e-6));
        for (var integrator : Integrator.values()) {
            if (integrator.tableau().isPresent()) {
                all.add(Oracle.equal(
                        GROUP,
                        "order of " + integrator.id() + ", on a tanh layer in closed form",
                        integrator.order(),
                        0.1,
                        () -> order(integrator)));
            }
        }
        return all;
    }

    private static Oracle euler(int steps, double expected, double tolerance) {
        return Oracle.equal(
                GROUP,
                "error of " + steps + " Euler steps on a ReLU layer in closed form",
                expected,
                tolerance,
                () -> Specimens.distance(
                        new FlowMap(layer(Activation.RELU), Integrator.EULER, steps).apply(WORST), relu(WORST)));
    }

    /// log₂ of the ratio of the errors with n and 2n equal steps.
    private static double order(Integrator integrator) {
        int steps = 64 / integrator.order();
        return Math.log(error(integrator, steps) / error(integrator, 2 * steps)) / Math.log(2);
    }

    private static double error(Integrator integrator, int steps) {
        var x = Specimens.points(2, 20, 11);
        var control = layer(Activation.TANH);
        var stepper = new FlowMap(control, integrator, 1).stepper(x.size());
        var cloud = Cloud.of(x);
        for (int k = 0; k < steps; k++) {
            stepper.step(control.theta(), 0, 1.0 / steps, cloud, cloud);
        }
        return Specimens.distance(cloud.points(), tanh(x));
    }

    private static Control layer(Activation activation) {
        return Specimens.layer(
                new Perceptron(activation), new double[][] {A}, new double[] {B}, new double[][] {{W[0]}, {W[1]}}, 1);
    }

    private static Points relu(Points x) {
        return moved(x, Activation.RELU);
    }

    private static Points tanh(Points x) {
        return moved(x, Activation.TANH);
    }

    /// x + w (u(1) − u₀)/c.
    private static Points moved(Points x, Activation activation) {
        double c = A[0] * W[0] + A[1] * W[1];
        var rows = new double[][] {x.row(0), x.row(1)};
        for (int k = 0; k < x.size(); k++) {
            double u = A[0] * rows[0][k] + A[1] * rows[1][k] + B;
            double end = activation == Activation.RELU
                    ? u > 0 ? Math.exp(c) * u : u
                    : Math.copySign(asinh(Math.exp(c) * Math.sinh(Math.abs(u))), u);
            rows[0][k] += W[0] * (end - u) / c;
            rows[1][k] += W[1] * (end - u) / c;
        }
        return Points.of(rows);
    }

    private static double asinh(double s) {
        return Math.log(s + Math.hypot(s, 1));
    }
}
