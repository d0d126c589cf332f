package isotopy.bench;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.flow.Tableau;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Sampling;
import java.util.SplittableRandom;

/// A piece of training work: one step is the loss of `particles` pairs of the plane, its exact gradient, and Adam.
record Work(String family, int width, int depth, String integrator, int particles) {
    static final Work T1 = new Work("tanh", 16, 20, "euler", 1024);
    static final Work T2 = new Work("relu", 16, 20, "euler", 1024);
    static final Work T3 = new Work("tanh", 64, 50, "rk4", 4096);

    /// T1, T2, T3, or the five fields in a row such as `tanh 16 20 euler 1024`.
    ///
    /// Throws: `IllegalArgumentException` when it is neither.
    static Work named(String text) {
        return switch (text) {
            case "T1" -> T1;
            case "T2" -> T2;
            case "T3" -> T3;
            default -> parsed(text.split(" "), text);
        };
    }


    /// Whether [#flops()] counts what its layers do: those of V σ(W z + b) under a scheme of fixed steps.
    boolean counted() {
        var scheme = Integrator.named(integrator);
        return ControlFamily.named(family) instanceof Perceptron
                && scheme.tableau().isPresent()
                && !scheme.adaptive();
    }

    private static Work parsed(String[] fields, String text) {
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "work is T1, T2, T3 or FAMILY WIDTH DEPTH INTEGRATOR PARTICLES: " + text);
        }
        return new Work(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                fields[3],
                Integer.parseInt(fields[4]));
    }

    /// The five fields in a row, as [#named] reads them.
    String text() {
        return family + " " + width + " " + depth + " " + integrator + " " + particles;
    }

    /// The experiment that does this work in every step: all pairs train.
    Experiment experiment() {
        var network = Network.STANDARD
                .withFamily(ControlFamily.named(family))
                .withWidth(width)
                .withDepth(depth)
                .withIntegrator(Integrator.named(integrator));
        return Experiment.standard(target(particles))
                .withSampling(Sampling.STANDARD.withTestFraction(0))
                .withNetwork(network);
    }

    /// Evaluations of the field in one step for one particle; where the scheme is no Runge–Kutta scheme of fixed
    /// steps, one for each layer.
    int evaluations() {
        var scheme = Integrator.named(integrator);
        return scheme.adaptive() ? depth : depth * scheme.tableau().map(Tableau::stages).orElse(1);
    }

    /// Useful floating-point operations of one step: 27 q for each particle and evaluation (4dq forward, 8dq + 3q
    /// in the adjoint, at d = 2), σ itself not counted.
    double flops() {
        return 27.0 * width * evaluations() * particles;
    }

    /// A turn that fades with the distance from the centre: a target like any other.
    private static Correspondence target(int n) {
        var x = square(n);
        var rows = new double[2][n];
        for (int k = 0; k < n; k++) {
            double a = x.at(0, k);
            double b = x.at(1, k);
            double angle = 1.5 * Math.exp(-2 * (a * a + b * b));
            rows[0][k] = Math.cos(angle) * a - Math.sin(angle) * b;
            rows[1][k] = Math.cos(angle) * b + Math.sin(angle) * a;
        }
        return new Correspondence("turn", x, Points.of(rows));
    }

    /// Points of the square [−1, 1]², the same in every run.
    static Points square(int n) {
        var random = new SplittableRandom(1);
        var rows = new double[2][n];
        for (int k = 0; k < n; k++) {
            rows[0][k] = 2 * random.nextDouble() - 1;
            rows[1][k] = 2 * random.nextDouble() - 1;
        }
        return Points.of(rows);
    }
}
