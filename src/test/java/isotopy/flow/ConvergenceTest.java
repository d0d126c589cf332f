package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Schemes against solutions in closed form, against published end points, and against Commons Math.
class ConvergenceTest {
    private static final ControlFamily TANH = new Perceptron(Activation.TANH);

    private static Control one(ControlFamily family, Weights weights, double horizon) {
        int d = weights.v().length;
        int width = family.hasWidth() ? weights.b().length : 1;
        return new Control(family, d, width, List.of(new Layer(family.theta(weights), horizon)));
    }

    /// ẋ = A x + b with A = aI + cJ: a spiral about the point where A x = −b.
    private static Control spiral() {
        double a = -0.4;
        double c = 1.3;
        return one(
                new Affine(),
                new Weights(
                        new double[][] {{a, -c}, {c, a}}, new double[] {0.3, -0.2}, new double[][] {{1, 0}, {0, 1}}),
                1);
    }

    private static Points spiralSolution(Points x) {
        double a = -0.4;
        double c = 1.3;
        double determinant = a * a + c * c;
        double p1 = -(a * 0.3 + c * -0.2) / determinant;
        double p2 = -(-c * 0.3 + a * -0.2) / determinant;
        var rows = new double[2][x.size()];
        for (int k = 0; k < x.size(); k++) {
            double u = x.at(0, k) - p1;
            double v = x.at(1, k) - p2;
            rows[0][k] = p1 + Math.exp(a) * (Math.cos(c) * u - Math.sin(c) * v);
            rows[1][k] = p2 + Math.exp(a) * (Math.sin(c) * u + Math.cos(c) * v);
        }
        return Points.of(rows);
    }

    /// ẋ = w tanh(a·x + b): with u = a·x + b, sinh u(t) = e^{(a·w)t} sinh u(0).
    private static final double[] A = {0.8, -0.3};
    private static final double[] W = {1, 0.5};
    private static final double B = 0.1;

    private static Control neuron() {
        return one(TANH, new Weights(new double[][] {A}, new double[] {B}, new double[][] {{W[0]}, {W[1]}}), 1);
    }

    private static Points neuronSolution(Points x) {
        double aw = A[0] * W[0] + A[1] * W[1];
        var rows = new double[2][x.size()];
        for (int k = 0; k < x.size(); k++) {
            double u = A[0] * x.at(0, k) + A[1] * x.at(1, k) + B;
            double s = Math.exp(aw) * Math.sinh(u);
            double end = Math.signum(s) * Math.log(Math.abs(s) + Math.sqrt(s * s + 1));
            for (int i = 0; i < 2; i++) {
                rows[i][k] = x.at(i, k) + W[i] * (end - u) / aw;
            }
        }
        return Points.of(rows);
    }

    private static void requireOrder(Integrator tableau, Control control, Points x, Points solution) {
        double coarse = Cases.distance(new FlowMap(control, tableau, 16).apply(x), solution);
        double fine = Cases.distance(new FlowMap(control, tableau, 32).apply(x), solution);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertThat(order).as("observed order of %s", tableau).isCloseTo(tableau.order(), within(0.15));
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"EULER", "MIDPOINT", "HEUN", "RK4"})
    void theOrderIsSeenOnALinearFieldAgainstTheMatrixExponential(Integrator tableau) {
        var x = Cases.points(2, 30, 1);
        requireOrder(tableau, spiral(), x, spiralSolution(x));
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"EULER", "MIDPOINT", "HEUN", "RK4"})
    void theOrderIsSeenOnOneTanhNeuronAgainstItsClosedForm(Integrator tableau) {
        var x = Cases.points(2, 30, 2);
        requireOrder(tableau, neuron(), x, neuronSolution(x));
    }

    @Test
    void stepsOfGivenLengthOfTheAdaptiveSchemeAreOfOrderFive() {
        var x = Cases.points(2, 30, 2);
        double coarse = Cases.distance(steps(neuron(), 4, x), neuronSolution(x));
        double fine = Cases.distance(steps(neuron(), 8, x), neuronSolution(x));
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(5, within(0.3));
        assertThat(Cases.distance(steps(spiral(), 16, x), spiralSolution(x))).isLessThan(1e-7);
    }

    /// So many equal steps of the frozen scheme through a single layer.
    private static Points steps(Control control, int count, Points x) {
        var stepper = new FlowMap(control, Integrator.DOPRI5, 1).stepper(x.size());
        var cloud = isotopy.math.Cloud.of(x);
        for (int k = 0; k < count; k++) {
            stepper.step(control.theta(), 0, control.horizon() / count, cloud, cloud);
        }
        return cloud.points();
    }

    @Test
    void theAdaptiveFlowIsTheClosedForm() {
        var x = Cases.points(2, 30, 3);
        for (var control : List.of(spiral(), neuron())) {
            var expected = control.family() instanceof Affine ? spiralSolution(x) : neuronSolution(x);
            assertThat(Cases.distance(new FlowMap(control, Integrator.DOPRI5, 1).apply(x), expected))
                    .isLessThan(1e-12);
        }
    }

    @Test
    void theExactFlowIsTheClosedForm() {
        var x = Cases.points(2, 30, 3);
        assertThat(Cases.distance(new ExactFlow(spiral(), 1e-13).apply(x), spiralSolution(x)))
                .isLessThan(1e-11);
        assertThat(Cases.distance(new ExactFlow(neuron(), 1e-13).apply(x), neuronSolution(x)))
                .isLessThan(1e-11);
    }

    static Stream<ControlFamily> smooth() {
        return ControlFamily.all().stream()
                .filter(family -> !Cases.hasKink(family) && family.activation() != Activation.ELU);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smooth")
    void fineStepsOfOrderFourMeetTheExactFlowForEveryFamily(ControlFamily family) {
        for (int d = 1; d <= 3; d++) {
            if (family.unfit(d).isPresent()) {
                continue;
            }
            var control = Cases.control(family, d, 5, 3, 0.7, 31 + d);
            var x = Cases.points(d, 20, 4);
            var found = new FlowMap(control, Integrator.RK4, 120).apply(x);
            assertThat(Cases.distance(found, new ExactFlow(control, 1e-12).apply(x)))
                    .as("%s in dimension %d", family.id(), d)
                    .isLessThan(1e-10);
        }
    }

    @Test
    void fineStepsMeetTheExactFlowForFamiliesWithCornersToo() {
        for (var activation : List.of(Activation.RELU, Activation.LEAKY_RELU)) {
            var control = Cases.control(new Perceptron(activation), 2, 5, 3, 0.7, 35);
            var x = Cases.points(2, 20, 5);
            var found = new FlowMap(control, Integrator.RK4, 2000).apply(x);
            assertThat(Cases.distance(found, new ExactFlow(control, 1e-12).apply(x)))
                    .as("%s", activation)
                    .isLessThan(1e-6);
        }
    }

    /// The phase planes y′ = tanh(K y) of Haber and Ruthotto, Euler steps of 0.1 from (0.1, 0.1).
    private static Points haberRuthotto(double[][] k, int steps) {
        var weights = new Weights(k, new double[2], new double[][] {{1, 0}, {0, 1}});
        var layers = java.util.Collections.nCopies(steps, new Layer(TANH.theta(weights), 0.1));
        return new FlowMap(new Control(TANH, 2, 2, layers), Integrator.EULER, 1).apply(Points.single(0.1, 0.1));
    }

    private static final double[][] GROWING = {{2, -2}, {0, 2}};
    private static final double[][] SHRINKING = {{-2, 0}, {2, -2}};
    private static final double[][] TURNING = {{0, -1}, {1, 0}};

    private static String printed(Points point) {
        return String.format(Locale.ROOT, "%.6f %.6f", point.at(0, 0), point.at(1, 0));
    }

    private static double norm(Points point) {
        return Math.hypot(point.at(0, 0), point.at(1, 0));
    }

    @Test
    void theEndPointsOfThreePhasePlanesAreThePrintedOnes() {
        assertThat(printed(haberRuthotto(GROWING, 10))).isEqualTo("-0.273080 0.538263");
        assertThat(printed(haberRuthotto(SHRINKING, 10))).isEqualTo("0.010836 0.037812");
        assertThat(printed(haberRuthotto(TURNING, 10))).isEqualTo("-0.030390 0.145531");
        assertThat(norm(haberRuthotto(GROWING, 100))).isCloseTo(13.2396, within(5e-5));
        assertThat(norm(haberRuthotto(SHRINKING, 100))).isCloseTo(5.35e-10, within(5e-13));
        assertThat(norm(haberRuthotto(TURNING, 100))).isCloseTo(0.230819, within(5e-7));
    }

    @Test
    void theTurningPlaneKeepsItsEnergyToTheOrderOfTheScheme() {
        var weights = new Weights(TURNING, new double[2], new double[][] {{1, 0}, {0, 1}});
        var control = one(TANH, weights, 10);
        var x = Points.single(0.1, 0.1);
        double before = energy(x);
        double coarse = Math.abs(energy(new FlowMap(control, Integrator.RK4, 100).apply(x)) - before);
        double fine = Math.abs(energy(new FlowMap(control, Integrator.RK4, 200).apply(x)) - before);
        assertThat(coarse).isLessThan(1e-5 * before);
        assertThat(fine).as("order four, in the energy even five").isLessThan(coarse / 15);
        assertThat(energy(new ExactFlow(control, 1e-13).apply(x))).isCloseTo(before, within(1e-10 * before));
        assertThat(energy(new FlowMap(control, Integrator.EULER, 100).apply(x)))
                .as("Euler spirals out")
                .isGreaterThan(1.5 * before);
    }

    /// Σ ln cosh yᵢ.
    private static double energy(Points y) {
        return Math.log(Math.cosh(y.at(0, 0))) + Math.log(Math.cosh(y.at(1, 0)));
    }
}
