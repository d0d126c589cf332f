package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Reshaping;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final double[] GRADIENT = {0.3, -2, 1e-3, 0.7};

    private static Reshaping reshaping(int[] origin, double[] factor) {
        return new Reshaping(Cases.control(ControlFamily.named("linear"), 1, 1, 2, 1, 1), origin, factor);
    }

    private static Adam trained() {
        var adam = new Adam(4, false);
        var theta = new double[4];
        for (int k = 1; k <= 20; k++) {
            adam.update(0.01, new double[] {0.3 / k, -2 * k, 1e-3, 0.7}, theta);
        }
        return adam;
    }

    @Test
    void theFirstStepIsTheLearningRateAgainstTheSignOfTheGradient() {
        var theta = new double[] {1, 1, 1, 1};
        new Adam(4, false).update(0.01, GRADIENT, theta);
        for (int i = 0; i < 4; i++) {
            assertThat(theta[i]).isCloseTo(1 - 0.01 * Math.signum(GRADIENT[i]), within(1e-6));
        }
    }

    @Test
    void aRunThatGoesOnBeginsWithShortStepsThatGrowToFullOnes() {
        var adam = new Adam(1, true);
        var theta = new double[1];
        double last = 0;
        for (int k = 1; k <= 120; k++) {
            double before = theta[0];
            adam.update(0.01, new double[] {1}, theta);
            double expected = 0.01 * Math.min(1, k * k / 10_000.0);
            assertThat(before - theta[0]).as("step %d", k).isCloseTo(expected, within(1e-9));
            assertThat(before - theta[0]).isGreaterThanOrEqualTo(last - 1e-9);
            last = before - theta[0];
        }
    }

    @Test
    void scaledParametersKeepTheirMemoryInTheScaleOfTheirGradient() {
        double[] factor = {4, 0.25, 1, 10};
        var scaled = trained();
        scaled.reshape(reshaping(new int[] {0, 1, 2, 3}, factor));
        var plain = trained();
        var a = new double[4];
        var b = new double[4];
        for (int k = 0; k < 10; k++) {
            var divided = new double[4];
            for (int i = 0; i < 4; i++) {
                divided[i] = GRADIENT[i] / factor[i];
            }
            plain.update(0.01, GRADIENT, a);
            scaled.update(0.01, divided, b);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(b[i]).as("θ[%d]", i).isCloseTo(a[i], within(1e-4 * Math.abs(a[i])));
        }
    }

    @Test
    void memoryMovesWithItsParameterAndANewOneStartsCautiously() {
        var moved = trained();
        moved.reshape(reshaping(new int[] {3, -1, 0, 1, 2}, new double[] {1, 1, 1, 1, 1}));
        var plain = trained();
        var a = new double[4];
        var b = new double[5];
        plain.update(0.01, GRADIENT, a);
        moved.update(0.01, new double[] {GRADIENT[3], 0.5, GRADIENT[0], GRADIENT[1], GRADIENT[2]}, b);
        assertThat(new double[] {b[2], b[3], b[4], b[0]}).containsExactly(a);
        assertThat(b[1])
                .as("a tenth of a gradient that is small beside the others")
                .isBetween(-0.001, -1e-6);
    }
}
