package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static double[] grid() {
        var u = new double[4001];
        for (int k = 0; k < u.length; k++) {
            u[k] = (k - 2000) * 0.01 + 0.003;
        }
        return u;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theDerivativeIsTheSlopeOfTheValue(Activation activation) {
        double h = 1e-5;
        for (double u : grid()) {
            double slope = (activation.value(u + h) - activation.value(u - h)) / (2 * h);
            assertThat(activation.derivative(u)).as("%s′(%s)", activation, u).isCloseTo(slope, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theCurvatureIsTheSlopeOfTheDerivative(Activation activation) {
        double h = 1e-5;
        for (double u : grid()) {
            double slope = (activation.derivative(u + h) - activation.derivative(u - h)) / (2 * h);
            assertThat(activation.curvature(u)).as("%s″(%s)", activation, u).isCloseTo(slope, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theLoopAllocatesNothing(Activation activation) {
        var u = grid();
        var s = new double[u.length];
        var slope = new double[u.length];
        Runnable work = () -> {
            for (int round = 0; round < 50; round++) {
                activation.evaluate(u, u.length, s, slope);
            }
        };
        work.run();
        assertThat(Cases.allocated(work))
                .as("%s: bytes in 50 rounds", activation)
                .isZero();
    }

    @Test
    void theSineIsThatOfTheLibraryNearTheMultiplesOfHalfPiAndFarOut() {
        var random = new SplittableRandom(7);
        for (double farthest : new double[] {1, 100, 1e4, 1e6, 1e9}) {
            var u = new double[2000];
            for (int k = 0; k < u.length; k++) {
                double turn = Math.rint((2 * random.nextDouble() - 1) * farthest / Math.PI) * Math.PI / 2;
                u[k] = turn + random.nextGaussian() * Math.pow(10, -10 * random.nextDouble());
            }
            var s = new double[u.length];
            var slope = new double[u.length];
            Activation.SINE.evaluate(u, u.length, s, slope);
            for (int k = 0; k < u.length; k++) {
                assertThat(s[k]).as("sin %s", u[k]).isCloseTo(Math.sin(u[k]), within(1e-15));
                assertThat(slope[k]).as("cos %s", u[k]).isCloseTo(Math.cos(u[k]), within(1e-15));
            }
        }
    }

    @Test
    void oneNumberThatIsNoneLeavesTheOtherSinesAlone() {
        var s = new double[3];
        Activation.SINE.evaluate(new double[] {1, Double.NaN, 2}, 3, s, new double[3]);
        assertThat(s[0]).isCloseTo(Math.sin(1), within(1e-15));
        assertThat(s[1]).isNaN();
        assertThat(s[2]).isCloseTo(Math.sin(2), within(1e-15));
    }

    @Test
    void theNormalDistributionIsThatOfTheLibrary() {
        var u = new double[20001];
        for (int k = 0; k < u.length; k++) {
            u[k] = (k - 10000) * 0.001;
        }
        var tail = new double[u.length];
        var density = new double[u.length];
        Normal.tails(u, u.length, tail, density);
        for (int k = 0; k < u.length; k++) {
            double expected = 0.5 * Erf.erfc(Math.abs(u[k]) / Math.sqrt(2));
            double bell = Math.exp(-0.5 * u[k] * u[k]) / Math.sqrt(2 * Math.PI);
            assertThat(tail[k]).as("Φ(−|%s|)", u[k]).isCloseTo(expected, within(1e-15));
            assertThat(Normal.tail(Math.abs(u[k]))).as("Φ(−|%s|)", u[k]).isCloseTo(expected, within(1e-15));
            assertThat(density[k]).as("φ(%s)", u[k]).isCloseTo(bell, within(1e-15));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theLoopOverArraysEqualsTheFormulas(Activation activation) {
        var u = grid();
        var s = new double[u.length];
        var slope = new double[u.length];
        activation.evaluate(u, u.length, s, slope);
        assertThat(u).as("u stays").containsExactly(grid());
        for (int k = 0; k < u.length; k++) {
            double bound = 1e-15 * (1 + Math.abs(u[k]));
            assertThat(s[k]).as("%s(%s)", activation, u[k]).isCloseTo(activation.value(u[k]), within(bound));
            assertThat(slope[k]).as("%s′(%s)", activation, u[k]).isCloseTo(activation.derivative(u[k]), within(bound));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theLoopAgreesAtZeroAndFarOut(Activation activation) {
        double[] u = {0, -0.0, 40, -40, 1000, -1000, 1e-300, -1e-300};
        var s = new double[u.length];
        var slope = new double[u.length];
        activation.evaluate(u, u.length, s, slope);
        for (int k = 0; k < u.length; k++) {
            double bound = 1e-15 * (1 + Math.abs(u[k]));
            assertThat(s[k]).as("%s(%s)", activation, u[k]).isCloseTo(activation.value(u[k]), within(bound));
            assertThat(slope[k]).as("%s′(%s)", activation, u[k]).isCloseTo(activation.derivative(u[k]), within(bound));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theLoopLeavesWhatIsBeyondNAlone(Activation activation) {
        double[] s = {7, 7, 7};
        double[] slope = {7, 7, 7};
        activation.evaluate(new double[] {1, 2, 3}, 2, s, slope);
        assertThat(s[2]).isEqualTo(7);
        assertThat(slope[2]).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theLipschitzConstantIsABoundAndTheLeastOne(Activation activation) {
        double largest = 0;
        for (int k = -400_000; k <= 400_000; k++) {
            largest = Math.max(largest, Math.abs(activation.derivative(k * 1e-4)));
        }
        assertThat(activation.lipschitz()).isBetween(largest - 1e-15, largest + 1e-8);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void whatIsNotANumberStaysNotANumber(Activation activation) {
        var s = new double[1];
        activation.evaluate(new double[] {Double.NaN}, 1, s, new double[1]);
        assertThat(activation.value(Double.NaN)).isNaN();
        assertThat(s[0]).isNaN();
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void isFoundByItsName(Activation activation) {
        assertThat(Activation.named(activation.id())).isEqualTo(activation);
        assertThat(activation.formula()).isNotBlank();
    }

    @Test
    void anUnknownNameIsAnsweredByTheListOfNames() {
        assertThatThrownBy(() -> Activation.named("tahn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tahn'")
                .hasMessageContaining("tanh, relu, leaky-relu");
    }
}
