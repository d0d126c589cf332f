package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers of one neuron, whose flow has a closed form.
class NeuronFlowTest {
    static Stream<Nonlinearity> activations() {
        var all = new ArrayList<Nonlinearity>(List.of(Activation.values()));
        all.add(FormulaActivation.of("u*exp(-u^2) + 0.2"));
        return all.stream();
    }

    private static FlowMap flow(Nonlinearity activation, int dimension, int depth) {
        var control = Cases.control(new OneNeuron(activation), dimension, 1, depth, 3, 101);
        return new FlowMap(control, Integrator.EXACT, 1);
    }

    private static FlowMap with(Integrator integrator, FlowMap flow) {
        return new FlowMap(flow.control(), integrator, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void twentyLayersEndWhereTheEquationDoes(Nonlinearity activation) {
        for (int d = 1; d <= 3; d++) {
            var flow = flow(activation, d, 20);
            var x = Cases.points(d, 40, 1);
            assertThat(Cases.distance(
                            flow.apply(x), with(Integrator.DOPRI5, flow).apply(x)))
                    .as("%s in dimension %d", activation, d)
                    .isLessThan(2e-12);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void theJudgeAgrees(Nonlinearity activation) {
        var flow = flow(activation, 2, 3);
        var x = Cases.points(2, 20, 2);
        boolean smooth = activation == Activation.TANH || activation == Activation.SINE;
        assertThat(Cases.distance(flow.apply(x), new ExactFlow(flow.control(), 1e-14).apply(x)))
                .as("%s; across corners the judge itself is not sure of more", activation)
                .isLessThan(smooth ? 1e-12 : 1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void thereAndBackIsTheIdentity(Nonlinearity activation) {
        for (int d = 1; d <= 3; d++) {
            var flow = flow(activation, d, 10);
            var x = Cases.points(d, 300, 3);
            for (double t : new double[] {0.37, 1}) {
                var back = (Inversion.Found) flow.inverse(flow.at(x, t), t);
                assertThat(Cases.distance(back.points(), x))
                        .as("%s in dimension %d", activation, d)
                        .isLessThan(1e-12);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void theVolumeIsThatOfTheEquationAndPositive(Nonlinearity activation) {
        for (int d = 1; d <= 3; d++) {
            var flow = flow(activation, d, 6);
            var x = Cases.points(d, 40, 4);
            var found = flow.logDeterminant(x, 0.8);
            var equation = with(Integrator.DOPRI5, flow).logDeterminant(x, 0.8);
            var products = productOfDifferentials(flow, x, 0.8);
            var determinants = flow.determinant(x, 0.8);
            for (int k = 0; k < 40; k++) {
                assertThat(found[k]).as("%s, d = %d", activation, d).isCloseTo(equation[k], within(1e-11));
                assertThat(found[k]).isCloseTo(Math.log(products[k]), within(1e-11));
                assertThat(determinants[k]).isCloseTo(Math.exp(found[k]), within(1e-15 * determinants[k]));
            }
        }
    }

    private static double[] productOfDifferentials(FlowMap flow, Points x, double t) {
        var tangents = new Tangents(flow, x.size());
        tangents.load(x, 0, x.size());
        flow.stepsUntil(t).forEach(tangents::carry);
        var determinants = new double[x.size()];
        tangents.determinants(0, determinants);
        return determinants;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void anyTimeIsReachedAndAnyNumberOfStepsIsTheSameFlow(Nonlinearity activation) {
        var flow = flow(activation, 2, 5);
        var x = Cases.points(2, 300, 5);
        var cut = new FlowMap(flow.control(), Integrator.EXACT, 7);
        assertThat(Cases.distance(cut.apply(x), flow.apply(x))).isLessThan(1e-12);
        var path = flow.trajectory(x, 3);
        for (int s = 0; s < path.samples(); s++) {
            assertThat(Cases.distance(path.points(path.time(s)), flow.at(x, path.time(s))))
                    .isLessThan(1e-13);
        }
        assertThat(Folds.of(flow, x)).isEqualTo(Folds.NONE);
    }

    @Test
    void aLayerThatMovesAlongItsOwnLevelsIsAShear() {
        // a·w = 0 exactly: every point moves straight, by h σ(u)
        var theta = new double[] {1, 1, 0.3, 2, -2};
        var control = new Control(new OneNeuron(Activation.TANH), 2, 1, List.of(new Layer(theta, 0.7)));
        var flow = new FlowMap(control, Integrator.EXACT, 1);
        var x = Cases.points(2, 50, 6);
        var end = flow.apply(x);
        for (int k = 0; k < 50; k++) {
            double moved = 0.7 * 2 * Math.tanh(x.at(0, k) + x.at(1, k) + 0.3);
            assertThat(end.at(0, k)).isCloseTo(x.at(0, k) + moved, within(1e-15));
            assertThat(end.at(1, k)).isCloseTo(x.at(1, k) - moved, within(1e-15));
        }
        assertThat(flow.determinant(x, 0.7)).containsOnly(1);
    }

    @Test
    void aHingeStretchesItsHalfLineAndLeavesTheOther() {
        var theta = new double[] {1, -0.2, 1}; // ẋ = max(x − 0.2, 0)
        var control = new Control(new OneNeuron(Activation.RELU), 1, 1, List.of(new Layer(theta, 0.9)));
        var end = new FlowMap(control, Integrator.EXACT, 1).apply(Points.of(new double[] {-1, 0.2, 0.5, 3}));
        var expected = new double[] {-1, 0.2, 0.2 + Math.exp(0.9) * 0.3, 0.2 + Math.exp(0.9) * 2.8};
        for (int k = 0; k < 4; k++) {
            assertThat(end.at(0, k)).isCloseTo(expected[k], within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 1.451046e-2", "100, 7.294083e-3", "1000, 7.329430e-4"})
    void eulersErrorOnATypicalLayerIsThePrintedOne(int steps, double printed) {
        assertThat(typical(Integrator.EULER, steps)).isCloseTo(printed, within(1e-6 * printed));
    }

    @Test
    void theOrdersAreSeenOnTheTypicalLayer() {
        for (var integrator : List.of(Integrator.EULER, Integrator.MIDPOINT, Integrator.HEUN, Integrator.RK4)) {
            double order = Math.log(typical(integrator, 16) / typical(integrator, 32)) / Math.log(2);
            assertThat(order).as("%s", integrator).isCloseTo(integrator.order(), within(0.15));
        }
    }

    /// The error on the layer w = (1, 0.5), a = (0.8, −0.3), b = 0.1, t = 1 of the ReLU, at the point that is
    /// farthest from its hinge of the 500 for which the numbers were printed.
    private static double typical(Integrator integrator, int steps) {
        var theta = new double[] {0.8, -0.3, 0.1, 1, 0.5};
        var control = new Control(new OneNeuron(Activation.RELU), 2, 1, List.of(new Layer(theta, 1)));
        var x = Points.single(0.984336, -0.968295);
        var exact = new FlowMap(control, Integrator.EXACT, 1).apply(x);
        return Cases.distance(new FlowMap(control, integrator, steps).apply(x), exact);
    }

    @Test
    void onlyLayersOfOneNeuronHaveAnExactFlowAndItSaysWhereItIsSolved() {
        assertThat(Integrator.EXACT.unfit(new Perceptron(Activation.TANH)).orElseThrow())
                .contains("one neuron only, not for tanh");
        for (var activation : Activation.values()) {
            ControlFamily family = new OneNeuron(activation);
            assertThat(Integrator.EXACT.unfit(family)).isEmpty();
            boolean solved = List.of(Activation.SOFTPLUS, Activation.GAUSSIAN, Activation.GELU)
                    .contains(activation);
            assertThat(Integrator.EXACT.remark(family).isPresent()).isEqualTo(solved);
            assertThat(Integrator.RK4.remark(family)).isEmpty();
        }
        assertThat(Integrator.standard(new OneNeuron(Activation.SINE))).isEqualTo(Integrator.EXACT);
    }
}
