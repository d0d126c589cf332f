package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Hamiltonian layers, split into shears.
class HamiltonianFlowTest {
    private static FlowMap flow(Activation activation, int dimension, int substeps) {
        var control = Cases.control(new Hamiltonian(activation), dimension, 6, 5, 3, 111);
        return new FlowMap(control, Integrator.SYMPLECTIC, substeps);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void areaIsKeptToRoundingHoweverCoarseTheSteps(Activation activation) {
        for (int d : new int[] {2, 4}) {
            var flow = flow(activation, d, 1);
            var x = Cases.points(d, 300, 1);
            for (double t : new double[] {0.43, 1}) {
                for (double det : flow.determinant(x, t)) {
                    assertThat(det).as("%s, d = %d", activation, d).isCloseTo(1, within(1e-11));
                }
                for (double log : flow.logDeterminant(x, t)) {
                    assertThat(log).isCloseTo(0, within(1e-11));
                }
            }
            assertThat(Folds.of(flow, x)).isEqualTo(Folds.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theWayBackIsExact(Activation activation) {
        for (int d : new int[] {2, 4}) {
            var flow = flow(activation, d, 2);
            var x = Cases.points(d, 300, 2);
            for (double t : new double[] {0.37, 1}) {
                var back = (Inversion.Found) flow.inverse(flow.at(x, t), t);
                assertThat(Cases.distance(back.points(), x)).isLessThan(1e-12);
            }
        }
    }

    static Stream<Activation> smooth() {
        return Stream.of(Activation.TANH, Activation.SIGMOID, Activation.SINE, Activation.GAUSSIAN);
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void itIsOfOrderTwo(Activation activation) {
        var x = Cases.points(2, 30, 3);
        var exact = new FlowMap(flow(activation, 2, 1).control(), Integrator.DOPRI5, 1).apply(x);
        double coarse = Cases.distance(flow(activation, 2, 8).apply(x), exact);
        double fine = Cases.distance(flow(activation, 2, 16).apply(x), exact);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.1));
    }

    @Test
    void aSingleUnitIsMovedWithoutAnyError() {
        var control = Cases.control(new Hamiltonian(Activation.SINE), 2, 1, 4, 3, 112);
        var x = Cases.points(2, 50, 4);
        var found = new FlowMap(control, Integrator.SYMPLECTIC, 1).apply(x);
        assertThat(Cases.distance(found, new FlowMap(control, Integrator.DOPRI5, 1).apply(x)))
                .isLessThan(1e-12);
    }

    @Test
    void theEnergyDoesNotDriftInALongTime() {
        // the turning phase plane ẏ = (−tanh y₂, tanh y₁) is Hamiltonian, with the energy Σ ln cosh yᵢ
        var family = new Hamiltonian(Activation.TANH);
        var turning = new isotopy.control.Weights(
                new double[][] {{1, 0}, {0, 1}}, new double[2], new double[][] {{0, -1}, {1, 0}});
        var layers = java.util.Collections.nCopies(500, new isotopy.control.Layer(family.theta(turning), 0.5));
        var control = new isotopy.control.Control(family, 2, 2, layers);
        var x = Points.single(0.7, 0.4);
        double before = energy(x);
        var path = new FlowMap(control, Integrator.SYMPLECTIC, 1).trajectory(x, 1);
        double worst = 0;
        double late = 0;
        for (int s = 0; s < path.samples(); s++) {
            double off = Math.abs(energy(path.points(path.time(s))) / before - 1);
            worst = Math.max(worst, off);
            late = s > 400 ? Math.max(late, off) : late;
        }
        assertThat(worst).as("the error of the energy stays bounded").isLessThan(0.05);
        assertThat(late).isGreaterThan(0.5 * worst).isLessThanOrEqualTo(worst);
        assertThat(energy(new FlowMap(control, Integrator.EULER, 1).apply(x)))
                .as("Euler spirals out")
                .isGreaterThan(10 * before);
    }

    private static double energy(Points y) {
        return Math.log(Math.cosh(y.at(0, 0))) + Math.log(Math.cosh(y.at(1, 0)));
    }

    @Test
    void otherFamiliesAreRefusedInASentence() {
        assertThat(Integrator.SYMPLECTIC.unfit(new OneNeuron(Activation.TANH)).orElseThrow())
                .contains("Hamiltonian family only, not for one-neuron");
        assertThat(Integrator.SYMPLECTIC.suits(new Hamiltonian(Activation.TANH)))
                .isTrue();
        assertThat(Integrator.SYMPLECTIC.bijectiveBelow()).isInfinite();
    }
}
