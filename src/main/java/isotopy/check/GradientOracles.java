package isotopy.check;

import isotopy.control.ControlFamily;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The gradient of the mean squared error, by pulling costates back through the steps, against central differences.
final class GradientOracles {
    private static final String GROUP = "Exact gradients";
    private static final int PARTICLES = 24;

    private GradientOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        for (var family : ControlFamily.all()) {
            all.add(gradient(family, suiting(family)));
        }
        for (var name : List.of("tanh", "relu", "sine", "gelu", "linear", "one-neuron", "hamiltonian", "bumps")) {
            var family = ControlFamily.named(name);
            all.add(Oracle.zero(
                    GROUP, name + ": single precision as trained − double, relative", 2e-6, () -> engine(family)));
        }
        return all;
    }

    /// The integrator made for the family where there is one, else one of the schemes.
    private static Integrator suiting(ControlFamily family) {
        var suiting = Arrays.stream(Integrator.values())
                .filter(integrator -> integrator.suits(family))
                .toList();
        var last = suiting.getLast();
        return last.tableau().isEmpty()
                ? last
                : suiting.get(Math.floorMod(family.id().hashCode(), suiting.size()));
    }

    private static Oracle gradient(ControlFamily family, Integrator integrator) {
        return Oracle.zero(
                GROUP,
                family.id() + " by " + integrator.id() + ": adjoint − differences, relative",
                1e-7,
                () -> error(family, integrator));
    }

    /// The largest difference along random directions, relative to the size of the gradient.
    private static double error(ControlFamily family, Integrator integrator) {
        var control = Specimens.control(family, 2, 4, 3, 7);
        var flow = new FlowMap(control, integrator, 2);
        var x = Specimens.points(2, PARTICLES, 3);
        var y = Specimens.points(2, PARTICLES, 4);
        var descent = new Descent(flow, x, y);
        var gradient = descent.gradient(control.theta());
        double size = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        var random = new SplittableRandom(5);
        double worst = 0;
        for (int trial = 0; trial < 6; trial++) {
            var direction = new double[gradient.length];
            Arrays.setAll(direction, i -> random.nextGaussian() / Math.sqrt(direction.length));
            double slope = 0;
            for (int i = 0; i < gradient.length; i++) {
                slope += gradient[i] * direction[i];
            }
            worst = Math.max(worst, Math.abs(slope - descent.difference(control.theta(), direction)) / size);
        }
        return worst;
    }

    /// How far the gradient that trains is from the one in double precision, relative to its size.
    private static double engine(ControlFamily family) {
        var control = Specimens.evenly(Specimens.control(family, 2, 8, 4, 8));
        var x = Specimens.points(2, 300, 3);
        var y = Specimens.points(2, 300, 4);
        var exact = new Descent(new FlowMap(control, Integrator.RK4, 1), x, y).gradient(control.theta());
        var found = Training.on(x, y).of(control, Integrator.RK4, 1).gradient(control);
        double size = 0;
        double off = 0;
        for (int i = 0; i < exact.length; i++) {
            size = Math.hypot(size, exact[i]);
            off = Math.hypot(off, found[i] - exact[i]);
        }
        return off / size;
    }
}
