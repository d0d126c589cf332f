package isotopy.check;

import isotopy.control.Control;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.flow.ExactFlow;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;

/// Flows without steps: those of single neurons in closed form, against the differential equation itself.
///
/// Source: Apache Commons Math's integrator of Dormand and Prince of order 8, to 1e−13, is the judge.
final class ExactOracles {
    private static final String GROUP = "Exact flows";
    private static final List<Nonlinearity> CORNERS =
            List.of(Activation.RELU, Activation.TRUNCATED_RELU, Activation.ELU);
    private static final double JUDGE = 1e-13;
    private static final Points X = Specimens.points(2, 25, 41);

    private ExactOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        var sigmas = new ArrayList<Nonlinearity>(List.of(
                Activation.RELU,
                Activation.TANH,
                Activation.SIGMOID,
                Activation.SINE,
                Activation.TRUNCATED_RELU,
                Activation.ELU,
                Activation.GELU));
        sigmas.add(FormulaActivation.of("u*exp(-u^2)"));
        for (var sigma : sigmas) {
            var name = sigma instanceof Activation ? sigma.id() : sigma.formula();
            // where σ has corners, it is the judge that steps over them
            double tolerance = CORNERS.contains(sigma) ? 5e-12 : 1e-12;
            all.add(Oracle.zero(GROUP, name + ": one neuron exactly − DP853", tolerance, () -> judged(exact(sigma))));
        }
        for (var sigma : List.of(Activation.RELU, Activation.TANH)) {
            all.add(Oracle.zero(GROUP, sigma.id() + ": one neuron back and forth", 1e-12, () -> round(exact(sigma))));
        }
        all.add(Oracle.zero(
                GROUP,
                "tanh: ln det Dφ of one neuron − finite differences",
                1e-7,
                () -> logarithms(exact(Activation.TANH))));
        var adaptive =
                new FlowMap(Specimens.control(new Perceptron(Activation.TANH), 2, 6, 3, 42), Integrator.DOPRI5, 1);
        all.add(Oracle.zero(GROUP, "tanh: dopri5 − DP853", 1e-12, () -> judged(adaptive)));
        all.add(Oracle.zero(GROUP, "tanh: ln det Dφ by dopri5 − finite differences", 1e-7, () -> logarithms(adaptive)));
        all.addAll(symplectic());
        return all;
    }

    private static List<Oracle> symplectic() {
        return List.of(
                Oracle.zero(GROUP, "hamiltonian: det Dφ − 1, one symplectic step a layer", 1e-13, () -> area(1)),
                Oracle.zero(
                        GROUP, "hamiltonian: back and forth through symplectic steps", 1e-13, () -> round(shears(2))),
                Oracle.equal(GROUP, "order of symplectic, by DP853", 2, 0.1, () -> {
                    double coarse = judged(shears(8));
                    return Math.log(coarse / judged(shears(16))) / Math.log(2);
                }));
    }

    private static FlowMap exact(Nonlinearity sigma) {
        return new FlowMap(control(sigma), Integrator.EXACT, 1);
    }

    private static Control control(Nonlinearity sigma) {
        return Specimens.lasting(8, Specimens.control(new OneNeuron(sigma), 2, 1, 5, 43));
    }

    private static FlowMap shears(int substeps) {
        var control = Specimens.control(new Hamiltonian(Activation.TANH), 2, 5, 3, 44);
        return new FlowMap(control, Integrator.SYMPLECTIC, substeps);
    }

    private static double judged(FlowMap flow) {
        return Specimens.distance(flow.apply(X), new ExactFlow(flow.control(), JUDGE).apply(X));
    }

    private static double round(FlowMap flow) {
        return Jacobians.back(flow, flow.apply(X), X);
    }

    private static double area(int substeps) {
        var flow = shears(substeps);
        double worst = 0;
        for (double det : flow.determinant(X, flow.control().horizon())) {
            worst = Math.max(worst, Math.abs(det - 1));
        }
        return worst;
    }

    private static double logarithms(FlowMap flow) {
        var found = flow.logDeterminant(X, flow.control().horizon());
        var wanted = Jacobians.determinants(flow, X);
        double worst = 0;
        for (int k = 0; k < found.length; k++) {
            worst = Math.max(worst, Math.abs(found[k] - Math.log(wanted[k])));
        }
        return worst;
    }
}
