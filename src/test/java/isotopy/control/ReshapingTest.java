package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.flow.FlowMap;
import isotopy.math.Activation;
import isotopy.math.Box;
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
        var old = before.theta();
        var now = reshaping.control().theta();
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
    @MethodSource("schemes")
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
    @MethodSource("schemes")
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
