package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Cloud;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReshapingTest {
    private static final double EXACT = 1e-13;

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes();
    }

    static Stream<Cases.Scheme> scaling() {
        return Cases.schemes().filter(scheme -> scheme.family().scales());
    }

    private static Reshaping reshaped(Control control, int width, int depth, double horizon) {
        return Reshaping.of(control, width, depth, horizon, Box.UNIT, new SplittableRandom(99));
    }

    private static void requireSameFlow(Cases.Scheme scheme, FlowMap before, Control after) {
        var x = Cases.points(2, 60, 5);
        var found = new FlowMap(after, scheme.integrator(), scheme.substeps()).apply(x);
        assertThat(Cases.distance(found, before.apply(x))).as("%s", scheme).isLessThanOrEqualTo(EXACT);
    }

    /// θ′ = factor · θ[origin], which is what an optimiser relies on.
    private static void requireOrigins(Control before, Reshaping reshaping) {
        var old = before.values();
        var now = reshaping.control().values();
        assertThat(reshaping.origin()).hasSameSizeAs(now);
        assertThat(reshaping.factor()).hasSameSizeAs(now);
        for (int i = 0; i < now.length; i++) {
            int from = reshaping.origin()[i];
            if (from >= 0) {
                assertThat(now[i])
                        .as("θ′[%d]", i)
                        .isCloseTo(reshaping.factor()[i] * old[from], within(1e-15 * (1 + Math.abs(now[i]))));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaling")
    void deeperKeepsTheFlowExactlyThoughLayersLastDifferently(Cases.Scheme scheme) {
        var before = scheme.flow(2, 4, 3, 11);
        for (int depth : new int[] {4, 6, 11}) {
            var reshaping =
                    reshaped(before.control(), 4, depth, before.control().horizon());
            assertThat(reshaping.control().depth()).isEqualTo(depth);
            assertThat(reshaping.control().layers())
                    .extracting(Layer::duration)
                    .containsOnly(before.control().horizon() / depth);
            requireSameFlow(scheme, before, reshaping.control());
            requireOrigins(before.control(), reshaping);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void widerKeepsTheFlowExactly(Cases.Scheme scheme) {
        var before = scheme.flow(2, 4, 3, 12);
        var reshaping = reshaped(before.control(), 9, 3, before.control().horizon());
        assertThat(reshaping.control().width()).isEqualTo(9);
        requireSameFlow(scheme, before, reshaping.control());
        requireOrigins(before.control(), reshaping);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaling")
    void widerAndDeeperAtOnceKeepsTheFlowExactly(Cases.Scheme scheme) {
        var before = scheme.flow(2, 4, 3, 13);
        var reshaping = reshaped(before.control(), 6, 8, before.control().horizon());
        requireSameFlow(scheme, before, reshaping.control());
        requireOrigins(before.control(), reshaping);
        var survivors = java.util.Arrays.stream(reshaping.origin())
                .filter(i -> i >= 0)
                .distinct()
                .count();
        assertThat(survivors).isEqualTo(before.control().theta().length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void nothingAskedForChangesNothing(Cases.Scheme scheme) {
        var control = scheme.flow(2, 4, 3, 14).control();
        var reshaping = reshaped(control, 4, 3, control.horizon());
        assertThat(reshaping.control()).isEqualTo(control);
        assertThat(reshaping.origin())
                .isEqualTo(java.util.stream.IntStream.range(0, control.theta().length)
                        .toArray());
        assertThat(reshaping.factor()).containsOnly(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void anotherHorizonKeepsThetaAndStretchesTheLayers(Cases.Scheme scheme) {
        var control = scheme.flow(2, 4, 3, 15).control();
        var longer = reshaped(control, 4, 3, 2.5).control();
        assertThat(longer.theta()).containsExactly(control.theta());
        assertThat(longer.horizon()).isCloseTo(2.5, within(1e-14));
        for (int k = 0; k < 3; k++) {
            double expected = 2.5 * control.layers().get(k).duration() / control.horizon();
            assertThat(longer.layers().get(k).duration()).isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void layersThatCannotBeScaledAreSplitInTimeSoThatSmallerStepsAreTaken() {
        var family = new Antisymmetric(Activation.TANH, 0.2);
        var layer = Cases.theta(family, 2, 1, new SplittableRandom(3));
        var other = Cases.theta(family, 2, 1, new SplittableRandom(4));
        var control = new Control(family, 2, 1, List.of(new Layer(layer, 0.5), new Layer(other, 0.5)));
        var reshaping = reshaped(control, 1, 6, 1);
        requireOrigins(control, reshaping);
        assertThat(reshaping.origin()).doesNotContain(-1);
        assertThat(reshaping.control().layers()).extracting(Layer::duration).containsOnly(0.5 / 3);
        var x = Cases.points(2, 60, 5);
        for (var integrator : List.of(Integrator.EULER, Integrator.RK4)) {
            var found = new FlowMap(reshaping.control(), integrator, 1).apply(x);
            assertThat(Cases.distance(found, new FlowMap(control, integrator, 3).apply(x)))
                    .isLessThan(EXACT);
        }
    }

    @Test
    void theLongestLayersAreSplitFirst() {
        var family = new Antisymmetric(Activation.TANH, 0);
        var theta = new double[family.parameters(2, 1)];
        var control = new Control(family, 2, 1, List.of(new Layer(theta, 1), new Layer(theta, 6), new Layer(theta, 2)));
        var durations = reshaped(control, 1, 6, 9).control().layers().stream()
                .map(Layer::duration)
                .toList();
        assertThat(durations).containsExactly(1.0, 1.5, 1.5, 1.5, 1.5, 2.0);
    }

    static Stream<Cases.Scheme> readSchemes() {
        return Cases.schemes().filter(scheme -> scheme.substeps() == 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readSchemes")
    void newExtraCoordinatesLeaveTheOutputAsItIsAndGoAgainWithoutATrace(Cases.Scheme scheme) {
        var control = scheme.flow(2, 4, 3, 21).control();
        var x = Cases.points(2, 40, 6);
        var before = new FlowMap(control, scheme.integrator(), 1).apply(x);
        for (int augment : new int[] {1, 2, 3}) {
            var grown = Reshaping.augmented(control, augment, new Box(1, 4), new SplittableRandom(7));
            boolean allowed = scheme.family().unfit(2 + augment).isEmpty() && !(scheme.family() instanceof Equivariant);
            assertThat(grown.isPresent()).isEqualTo(allowed);
            if (grown.isEmpty()) {
                continue;
            }
            var augmented = grown.get().control();
            assertThat(augmented.augment()).isEqualTo(augment);
            requireOrigins(control, grown.get());
            var found = new FlowMap(augmented, scheme.integrator(), 1).apply(x);
            assertThat(Cases.distance(found, before))
                    .as("%s, %d extra", scheme, augment)
                    .isLessThan(EXACT);
            var back = Reshaping.augmented(augmented, 0, Box.UNIT, new SplittableRandom(8))
                    .orElseThrow();
            assertThat(back.control().readout()).isEmpty();
            assertThat(back.control().theta()).containsExactly(control.theta(), within(1e-14));
        }
    }

    @Test
    void anExtraCoordinateCanBeWokenInEveryFamilyThatHasOne() {
        for (var family : ControlFamily.all()) {
            var grown = Reshaping.augmented(Cases.control(family, 2, 4, 1, 1, 3), 2, Box.UNIT, new SplittableRandom(7));
            if (grown.isEmpty()) {
                continue;
            }
            var control = grown.get().control();
            var theta = control.theta();
            var x = new Cloud(4, 30);
            for (int i = 0; i < 2; i++) {
                System.arraycopy(Cases.cloud(2, 30, 4).row(i), 0, x.row(i), 0, 30);
            }
            var costate = new Cloud(4, 30);
            for (int j = 0; j < 4; j++) { // that of the first output, read off the state
                java.util.Arrays.fill(
                        costate.row(j), control.readout().orElseThrow().a(0, j));
            }
            var gradient = new double[theta.length];
            family.field(4, 4, 30).pullback(theta, 0, x, costate, new Cloud(4, 30), gradient);
            int woken = 0;
            for (int i = 0; i < gradient.length; i++) {
                woken += grown.get().origin()[i] < 0 && gradient[i] != 0 ? 1 : 0;
            }
            assertThat(woken)
                    .as("new parameters of %s with a gradient", family.id())
                    .isPositive();
        }
    }

    @Test
    void theReadOutIsCarriedAlong() {
        var family = new Perceptron(Activation.TANH);
        var readout = new Readout(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, new double[] {10, 11, 12}, true);
        var control = Cases.control(family, 3, 4, 3, 1, 22).with(1, Optional.of(readout));
        var reshaping = reshaped(control, 6, 7, 2);
        assertThat(reshaping.control().readout()).hasValue(readout);
        assertThat(reshaping.control().augment()).isEqualTo(1);
        requireOrigins(control, reshaping);
        var origin = reshaping.origin();
        assertThat(origin[origin.length - 1]).isEqualTo(control.parameters() - 1);
        var wider = Reshaping.augmented(control, 2, Box.UNIT, new SplittableRandom(1))
                .orElseThrow();
        requireOrigins(control, wider);
        assertThat(wider.control().readout().orElseThrow().a(1, 2)).isEqualTo(6);
        assertThat(wider.control().readout().orElseThrow().c()).containsExactly(10, 11, 12);
        var none = Reshaping.augmented(control, 0, Box.UNIT, new SplittableRandom(1))
                .orElseThrow();
        requireOrigins(control, none);
        assertThat(none.control().readout().orElseThrow().scores()).isTrue();
        assertThat(none.control().dimension()).isEqualTo(2);
        assertThatThrownBy(() -> Reshaping.augmented(control, -1, Box.UNIT, new SplittableRandom(1)))
                .hasMessage("extra coordinates must be ≥ 0: -1");
    }

    @Test
    void shallowerSamplesTheControlInTheMiddleOfTheNewLayers() {
        var control = Cases.control(new Perceptron(Activation.TANH), 2, 4, 10, 1, 16);
        var reshaping = reshaped(control, 4, 3, control.horizon());
        var shallower = reshaping.control();
        assertThat(shallower.horizon()).isCloseTo(control.horizon(), within(1e-14));
        for (int k = 0; k < 3; k++) {
            int old = control.layerAt((k + 0.5) / 3 * control.horizon());
            assertThat(shallower.layers().get(k).theta())
                    .containsExactly(control.layers().get(old).theta());
        }
        requireOrigins(control, reshaping);
    }

    @Test
    void deeperAndBackAgainWithEqualLayersIsTheOldControl() {
        var rest = Control.atRest(new Perceptron(Activation.SINE), 2, 3, 4, 1, Box.UNIT, new SplittableRandom(1));
        var deeper = reshaped(rest, 3, 12, 1).control();
        var back = reshaped(deeper, 3, 4, 1).control();
        assertThat(back.depth()).isEqualTo(4);
        // an old layer stands in the middle of the three that came of it, so sampling finds it; V is scaled by 3 and
        // still 0
        assertThat(back.theta()).containsExactly(rest.theta());
    }

    @Test
    void narrowerKeepsTheStrongestUnitsOfEveryLayer() {
        var family = new Perceptron(Activation.TANH);
        var control = Cases.control(family, 2, 6, 4, 1, 17);
        var reshaping = reshaped(control, 2, 4, control.horizon());
        requireOrigins(control, reshaping);
        for (int k = 0; k < 4; k++) {
            double kept =
                    family.lipschitz(2, 2, reshaping.control().layers().get(k).theta(), 0);
            double all = family.lipschitz(2, 6, control.layers().get(k).theta(), 0);
            assertThat(kept).as("two of six units move at least a third").isBetween(all / 3, all);
        }
    }

    @Test
    void aLinearFamilyTakesAnyWidthAndStaysAsItIs() {
        var control = Cases.control(new Affine(), 2, 4, 3, 1, 18);
        var reshaping = reshaped(control, 50, 3, control.horizon());
        assertThat(reshaping.control().width()).isEqualTo(50);
        assertThat(reshaping.control().theta()).containsExactly(control.theta());
    }

    @Test
    void whatIsNotPositiveIsRefusedWithTheNumbers() {
        var control = Cases.control(new Affine(), 2, 4, 3, 1, 18);
        assertThatThrownBy(() -> reshaped(control, 0, 3, 1)).hasMessageContaining("0, 3, 1.0");
        assertThatThrownBy(() -> reshaped(control, 4, 3, Double.NaN)).hasMessageContaining("NaN");
    }
}
