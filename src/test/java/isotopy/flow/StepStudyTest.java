package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.Hamiltonian;
import isotopy.control.Layer;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.control.Readout;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepStudyTest {
    private static FlowMap flow(double strength, Integrator integrator, int substeps) {
        return new FlowMap(
                Cases.control(new Perceptron(Activation.TANH), 2, 8, 12, strength, 131), integrator, substeps);
    }

    /// The largest distance from where the equation carries the points.
    private static ToDoubleFunction<Points> fromTheEquation(FlowMap flow, Points x) {
        var truth = new FlowMap(flow.control(), Integrator.DOPRI5, 1).apply(x);
        return found -> Cases.distance(found, truth);
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"EULER", "MIDPOINT", "HEUN", "RK4"})
    void finerStepsComeToTheEquationAndTheTrainedOnesAreTheNetwork(Integrator integrator) {
        for (int substeps : new int[] {1, 3}) {
            var flow = flow(2, integrator, substeps);
            var x = Cases.points(2, 300, 1);
            var study = StepStudy.of(flow, x, fromTheEquation(flow, x));
            var own = study.runs().get(study.trained());
            assertThat(own.steps()).isEqualTo(12 * substeps);
            assertThat(own.error()).isEqualTo(fromTheEquation(flow, x).applyAsDouble(flow.apply(x)));
            assertThat(study.limit()).isZero();
            var finest = study.runs().getFirst();
            assertThat(finest.factor()).isEqualTo(1 / 16.0);
            assertThat(finest.steps()).isEqualTo(16 * 12 * substeps);
            assertThat(own.error() / finest.error())
                    .as("order %d, steps a sixteenth as long", integrator.order())
                    .isBetween(Math.pow(16, integrator.order() - 0.4), Math.pow(16, integrator.order() + 0.4));
            assertThat(study.best()).hasValue(0);
        }
    }

    @Test
    void finerStepsThatDivideALayerAreItsSubsteps() {
        var flow = flow(2, Integrator.EULER, 1);
        var x = Cases.points(2, 300, 2);
        var study = StepStudy.of(flow, x, points -> points.at(0, 17));
        for (var run : study.runs()) {
            double substeps = 1 / run.factor();
            if (substeps >= 1 && substeps == Math.rint(substeps)) {
                var cut = new FlowMap(flow.control(), Integrator.EULER, (int) substeps);
                assertThat(run.error()).isCloseTo(cut.apply(x).at(0, 17), within(1e-13));
            }
        }
    }

    @Test
    void aStepOverSeveralLayersTakesTheMeanOfTheirFields() {
        // constant fields: every slicing ends at the same place
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < 7; k++) {
            layers.add(new Layer(new double[] {0, 0, k, 0, 0, 1 - k}, 0.1 + 0.05 * k));
        }
        var flow = new FlowMap(new Control(new Affine(), 2, 1, layers), Integrator.EULER, 1);
        var x = Cases.points(2, 20, 3);
        var study = StepStudy.of(flow, x, fromTheEquation(flow, x));
        assertThat(study.runs()).extracting(StepStudy.Run::factor).contains(0.75, 1.5, 4.0);
        assertThat(study.runs()).allSatisfy(run -> assertThat(run.error()).isLessThan(1e-12));
        assertThat(study.equation(1e-6)).isTrue();
    }

    @Test
    void aNetworkThatLivesOnItsCoarseStepsIsNoEquation() {
        // Euler steps of ẋ = −1.9 x turn space over: ten of them are a shrinking by 0.9¹⁰ with its orientation kept
        var layers = java.util.Collections.nCopies(10, new Layer(new double[] {-1.9, 0, 0, 0, -1.9, 0}, 1));
        var flow = new FlowMap(new Control(new Affine(), 2, 1, layers), Integrator.EULER, 1);
        var x = Cases.points(2, 50, 4);
        var wanted = flow.apply(x);
        var study = StepStudy.of(flow, x, found -> Cases.distance(found, wanted));
        assertThat(study.runs().get(study.trained()).error()).isZero();
        assertThat(study.limit()).isGreaterThan(0.2);
        assertThat(study.equation(1e-3)).isFalse();
        var flipping = flow(200, Integrator.EULER, 1);
        var folding = StepStudy.of(flipping, x, points -> 0);
        assertThat(folding.folds().layers()).isNotEmpty();
        assertThat(folding.equation(1e-3)).isFalse();
    }

    @Test
    void mapsWithoutStepsOfGivenLengthHaveOneRun() {
        var x = Cases.points(2, 20, 5);
        var adaptive = StepStudy.of(flow(1, Integrator.DOPRI5, 1), x, points -> points.at(0, 0));
        assertThat(adaptive.runs()).hasSize(1);
        var exact = new FlowMap(Cases.control(new OneNeuron(Activation.RELU), 2, 1, 5, 2, 132), Integrator.EXACT, 1);
        var study = StepStudy.of(exact, x, fromTheEquation(exact, x));
        assertThat(study.runs()).hasSize(1);
        assertThat(study.runs().getFirst().error()).isLessThan(1e-12);
        assertThat(study.equation(1e-9)).isTrue();
        var shears =
                new FlowMap(Cases.control(new Hamiltonian(Activation.TANH), 2, 4, 5, 2, 133), Integrator.SYMPLECTIC, 4);
        assertThat(StepStudy.of(shears, x, points -> 0).runs())
                .extracting(StepStudy.Run::steps)
                .containsExactly(320, 160, 80, 60, 40, 20, 15, 10, 5)
                .isNotEmpty();
    }

    @Test
    void theReadoutIsWhatIsMeasured() {
        var control = Cases.control(new Perceptron(Activation.TANH), 3, 4, 6, 1, 134)
                .with(1, Optional.of(new Readout(new double[][] {{1, 0, 2}}, new double[] {0.5}, true)));
        var flow = new FlowMap(control, Integrator.EULER, 1);
        var x = Cases.points(2, 600, 6);
        var study = StepStudy.of(flow, x, scores -> scores.at(0, 599));
        assertThat(study.runs().get(study.trained()).error())
                .isEqualTo(flow.apply(x).at(0, 599));
        assertThat(study.limit()).isCloseTo(study.runs().getFirst().error(), within(0.05));
    }

    @Test
    void theSolverReportsItsCostAndItsOwnError() {
        var x = Cases.points(2, 1000, 7);
        var report = SolverReport.of(flow(2, Integrator.RK4, 3), x);
        assertThat(report.evaluations()).isEqualTo(4 * 3 * 12);
        assertThat(report.points()).isEqualTo(200);
        var flow = flow(2, Integrator.RK4, 3);
        double largest = fromTheEquation(flow, x).applyAsDouble(flow.apply(x));
        assertThat(report.largest()).isBetween(0.5 * largest, 1.5 * largest);
        assertThat(report.mean()).isLessThan(report.largest()).isPositive();
        assertThat(SolverReport.of(flow(2, Integrator.EULER, 1), x).mean()).isGreaterThan(100 * report.mean());
        var adaptive = SolverReport.of(flow(2, Integrator.DOPRI5, 1), x);
        assertThat(adaptive.largest()).isLessThan(1e-12);
        assertThat(adaptive.evaluations()).isBetween(200.0, 5000.0);
        var exact = SolverReport.of(
                new FlowMap(Cases.control(new OneNeuron(Activation.SINE), 2, 1, 5, 2, 135), Integrator.EXACT, 1), x);
        assertThat(exact.largest()).isLessThan(1e-12);
        assertThat(exact.evaluations()).isEqualTo(5);
        var shears =
                new FlowMap(Cases.control(new Hamiltonian(Activation.TANH), 2, 4, 5, 2, 136), Integrator.SYMPLECTIC, 2);
        assertThat(SolverReport.evaluations(shears, x)).isEqualTo(10 * 7 / 4.0);
        assertThat(SolverReport.of(flow, Points.of(new double[0], new double[0]))
                        .largest())
                .isZero();
    }
}
