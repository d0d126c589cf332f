package isotopy.check;

import isotopy.control.Antisymmetric;
import isotopy.control.ControlFamily;
import isotopy.control.Coordinatewise;
import isotopy.control.Equivariant;
import isotopy.control.Hamiltonian;
import isotopy.control.Perceptron;
import isotopy.control.Potential;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What flows of structured families keep, and what every flow map must do.
final class InvariantOracles {
    private static final String GROUP = "Invariants";
    private static final Points X = Specimens.points(2, 40, 31);

    private InvariantOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        var hamiltonian = new Hamiltonian(Activation.TANH);
        var still = new Antisymmetric(Activation.TANH, Antisymmetric.UNDAMPED);
        all.add(Oracle.zero(GROUP, "hamiltonian: det Dφ − 1, RK4", 1e-8, () -> area(hamiltonian, 20)));
        all.add(Oracle.equal(
                GROUP,
                "hamiltonian: order at which det Dφ becomes 1, RK4",
                4,
                0.6,
                () -> Math.log(area(hamiltonian, 2) / area(hamiltonian, 4)) / Math.log(2)));
        all.add(Oracle.zero(GROUP, "antisymmetric: det Dφ − 1, RK4", 1e-8, () -> area(still, 20)));
        all.add(new Oracle(
                GROUP,
                "antisymmetric with damping 1: det Dφ",
                Oracle.Relation.AT_MOST,
                1,
                0,
                () -> largestDeterminant(new Antisymmetric(Activation.TANH, 1))));
        all.add(Oracle.zero(GROUP, "gradient: Df − Dfᵀ", 1e-14, InvariantOracles::asymmetry));
        all.add(Oracle.zero(GROUP, "coordinatewise: ∂φ₁/∂x₂", 0, () -> mixing(new Coordinatewise(Activation.TANH))));
        all.add(Oracle.zero(
                GROUP, "equivariant: φ(x₂, x₁) − φ(x)₂₁", 1e-12, () -> swap(new Equivariant(Activation.TANH))));
        all.add(Oracle.zero(GROUP, "tanh: det Dφ − its finite difference, RK4", 1e-7, InvariantOracles::determinant));
        all.add(Oracle.zero(GROUP, "tanh: back and forth through the network", 1e-12, () -> round(Integrator.EULER)));
        all.add(Oracle.zero(GROUP, "tanh: back and forth through RK4 steps", 1e-12, () -> round(Integrator.RK4)));
        all.add(Oracle.zero(GROUP, "tanh: how far the flow moves when it gets wider", 1e-14, () -> grown(9, 4, 0)));
        all.add(Oracle.zero(
                GROUP, "tanh: how far the flow moves when it gets deeper, RK4", 1e-14, () -> grown(6, 7, 0)));
        all.add(Oracle.zero(
                GROUP, "tanh: how far the flow moves in two more coordinates", 1e-14, () -> grown(6, 4, 2)));
        return all;
    }

    private static double grown(int width, int depth, int augment) {
        var control = Specimens.evenly(Specimens.control(new Perceptron(Activation.TANH), 2, 6, 4, 34));
        return Training.on(X, X).of(control, Integrator.RK4, 1).moved(control, width, depth, augment);
    }

    private static FlowMap flow(ControlFamily family, Integrator integrator, int substeps) {
        return new FlowMap(Specimens.control(family, 2, 6, 4, 32), integrator, substeps);
    }

    private static double area(ControlFamily family, int substeps) {
        var flow = flow(family, Integrator.RK4, substeps);
        return Arrays.stream(flow.determinant(X, flow.control().horizon()))
                .map(det -> Math.abs(det - 1))
                .max()
                .orElseThrow();
    }

    private static double largestDeterminant(ControlFamily family) {
        var flow = flow(family, Integrator.RK4, 20);
        return Arrays.stream(flow.determinant(X, flow.control().horizon()))
                .max()
                .orElseThrow();
    }

    private static double asymmetry() {
        var family = new Potential(Activation.TANH);
        var theta = Specimens.control(family, 2, 6, 1, 33).theta();
        var field = family.field(2, 6, X.size());
        var columns = new Cloud[2];
        for (int j = 0; j < 2; j++) {
            var unit = new Cloud(2, X.size());
            unit.resize(X.size());
            unit.clear();
            Arrays.fill(unit.row(j), 0, X.size(), 1);
            columns[j] = new Cloud(2, X.size());
            field.differential(theta, 0, Cloud.of(X), unit, columns[j]);
        }
        double worst = 0;
        for (int k = 0; k < X.size(); k++) {
            worst = Math.max(worst, Math.abs(columns[0].row(1)[k] - columns[1].row(0)[k]));
        }
        return worst;
    }

    private static double mixing(ControlFamily family) {
        var flow = flow(family, Integrator.RK4, 2);
        var moved =
                Points.of(X.row(0), Arrays.stream(X.row(1)).map(x -> x + 0.1).toArray());
        return largest(flow.apply(X).row(0), flow.apply(moved).row(0));
    }

    private static double swap(ControlFamily family) {
        var flow = flow(family, Integrator.RK4, 2);
        var straight = flow.apply(X);
        var swapped = flow.apply(Points.of(X.row(1), X.row(0)));
        return Math.max(largest(straight.row(0), swapped.row(1)), largest(straight.row(1), swapped.row(0)));
    }

    private static double largest(double[] a, double[] b) {
        double worst = 0;
        for (int k = 0; k < a.length; k++) {
            worst = Math.max(worst, Math.abs(a[k] - b[k]));
        }
        return worst;
    }

    private static double determinant() {
        var flow = flow(new Perceptron(Activation.TANH), Integrator.RK4, 4);
        return largest(flow.determinant(X, flow.control().horizon()), Jacobians.determinants(flow, X));
    }

    private static double round(Integrator integrator) {
        var flow = flow(new Perceptron(Activation.TANH), integrator, 3);
        return Jacobians.back(flow, flow.apply(X), X);
    }
}
