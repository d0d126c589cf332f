package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What makes each family what it is.
class InvariantsTest {
    private static Stream<FamilyCase> only(Class<? extends ControlFamily> type) {
        return FamilyCase.all().filter(c -> type.isInstance(c.family()));
    }

    static Stream<FamilyCase> hamiltonian() {
        return only(Hamiltonian.class);
    }

    static Stream<FamilyCase> gradient() {
        return only(Potential.class);
    }

    static Stream<FamilyCase> antisymmetric() {
        return only(Antisymmetric.class);
    }

    static Stream<FamilyCase> coordinatewise() {
        return only(Coordinatewise.class);
    }

    static Stream<FamilyCase> equivariant() {
        return only(Equivariant.class);
    }

    static Stream<FamilyCase> oneNeuron() {
        return only(OneNeuron.class);
    }

    /// Entry (i, j) of Df at state k.
    private static double entry(FamilyCase c, java.util.List<Cloud> columns, int i, int j, int k) {
        return columns.get(j).row(i)[k];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonian")
    void aHamiltonianFieldHasNoDivergenceAndJDfIsSymmetric(FamilyCase c) {
        var columns = c.columns();
        for (int k = 0; k < columns.getFirst().size(); k++) {
            double trace = 0;
            for (int i = 0; i < c.dimension(); i++) {
                trace += entry(c, columns, i, i, k);
                for (int j = 0; j < c.dimension(); j++) {
                    assertThat(turned(c, columns, i, j, k))
                            .as("%s, state %d", c, k)
                            .isCloseTo(turned(c, columns, j, i, k), within(1e-12));
                }
            }
            assertThat(trace).as("%s, state %d", c, k).isCloseTo(0, within(1e-12));
        }
    }

    /// Entry (i, j) of J⁻¹ Df, the Hessian of the energy.
    private static double turned(FamilyCase c, java.util.List<Cloud> columns, int i, int j, int k) {
        return i % 2 == 0 ? -entry(c, columns, i + 1, j, k) : entry(c, columns, i - 1, j, k);
    }

    static Stream<ControlFamily> preserving() {
        return Stream.of(
                new Hamiltonian(Activation.TANH),
                new Hamiltonian(Activation.SINE),
                new Antisymmetric(Activation.TANH, 0),
                new Antisymmetric(Activation.SINE, 0));
    }

    @ParameterizedTest
    @MethodSource("preserving")
    void flowsPreserveAreaAndVolumeToTheOrderOfTheIntegrator(ControlFamily family) {
        for (int d : new int[] {2, 4}) {
            var control = Cases.control(family, d, 5, 3, 1, 41);
            var x = Cases.points(d, 40, 42);
            double coarse = offOne(control, x, 2);
            double fine = offOne(control, x, 8);
            assertThat(coarse).as("in dimension %d", d).isBetween(1e-12, 1e-2);
            assertThat(fine).as("in dimension %d; coarse %s", d, coarse).isLessThan(coarse / 128); // 4⁴ = 256
            assertThat(offOne(control, x, 500)).as("in dimension %d", d).isLessThan(1e-10);
        }
    }

    private static double offOne(Control control, Points x, int substeps) {
        var flow = new FlowMap(control, Integrator.RK4, substeps);
        return Arrays.stream(flow.determinant(x, control.horizon()))
                .map(det -> Math.abs(det - 1))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("damped")
    void dampedFlowsOfARisingSigmaNeverEnlargeAnArea(ControlFamily family) {
        var control = Cases.control(family, 2, 1, 4, 1, 43);
        var x = Cases.points(2, 60, 44);
        for (double det : new FlowMap(control, Integrator.RK4, 100).determinant(x, control.horizon())) {
            assertThat(det).isBetween(0.0, 1 + 1e-12);
        }
    }

    static Stream<ControlFamily> damped() {
        return Stream.of(new Antisymmetric(Activation.TANH, 0.5), new Antisymmetric(Activation.SIGMOID, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gradient")
    void theDerivativeOfAGradientFieldIsSymmetric(FamilyCase c) {
        var columns = c.columns();
        for (int k = 0; k < columns.getFirst().size(); k++) {
            for (int i = 0; i < c.dimension(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(entry(c, columns, i, j, k))
                            .as("%s, state %d", c, k)
                            .isCloseTo(entry(c, columns, j, i, k), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("antisymmetric")
    void theDerivativeOfAnAntisymmetricFieldIsDiagonalTimesKAndNothingGrows(FamilyCase c) {
        var columns = c.columns();
        var weights = c.family().weights(c.dimension(), c.width(), c.theta());
        var states = c.states();
        for (int k = 0; k < states.size(); k++) {
            for (int i = 0; i < c.dimension(); i++) {
                double u = weights.b()[i];
                for (int j = 0; j < c.dimension(); j++) {
                    u += weights.w()[i][j] * states.at(j, k);
                }
                double slope = c.family().activation().derivative(u);
                assertThat(weights.w()[i][i]).isEqualTo(-c.family().damping());
                for (int j = 0; j < c.dimension(); j++) {
                    double antisymmetric = weights.w()[i][j] + weights.w()[j][i];
                    assertThat(antisymmetric).isEqualTo(i == j ? -2 * c.family().damping() : 0);
                    assertThat(entry(c, columns, i, j, k))
                            .as("%s, state %d", c, k)
                            .isCloseTo(slope * weights.w()[i][j], within(1e-13));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("coordinatewise")
    void theDerivativeOfACoordinatewiseFieldIsDiagonal(FamilyCase c) {
        var columns = c.columns();
        for (int k = 0; k < columns.getFirst().size(); k++) {
            for (int i = 0; i < c.dimension(); i++) {
                for (int j = 0; j < c.dimension(); j++) {
                    if (i != j) {
                        assertThat(entry(c, columns, i, j, k))
                                .as("%s, state %d", c, k)
                                .isZero();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equivariant")
    void anEquivariantFieldCommutesWithExchangingCoordinates(FamilyCase c) {
        var x = Cloud.of(c.states());
        int d = c.dimension();
        var shifted = new Cloud(d, x.size());
        for (int i = 0; i < d; i++) {
            System.arraycopy(x.row((i + 1) % d), 0, shifted.row(i), 0, x.size());
        }
        var f = c.velocity(c.theta(), x);
        var g = c.velocity(c.theta(), shifted);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < x.size(); k++) {
                assertThat(g.row(i)[k])
                        .as("%s, state %d", c, k)
                        .isCloseTo(f.row((i + 1) % d)[k], within(1e-13 * (1 + c.width())));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneNeuron")
    void aOneNeuronFieldMovesAlongOneDirectionWhateverTheWidth(FamilyCase c) {
        assertThat(c.family().parameters(c.dimension(), 77)).isEqualTo(2 * c.dimension() + 1);
        var w = c.family().weights(c.dimension(), 77, c.theta()).v();
        var f = c.velocity(c.theta(), Cloud.of(c.states()));
        for (int k = 0; k < f.size(); k++) {
            for (int i = 1; i < c.dimension(); i++) {
                assertThat(f.row(i)[k] * w[0][0])
                        .as("%s, state %d", c, k)
                        .isCloseTo(f.row(0)[k] * w[i][0], within(1e-13));
            }
        }
    }
}
