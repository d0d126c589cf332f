package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TanhTest {
    private static final double BOUND = 1e-15;

    private static double tanh(double u) {
        var s = new double[1];
        Tanh.evaluate(new double[] {u}, 1, s);
        return s[0];
    }

    @Test
    void staysWithinItsBoundOfTheLibraryOnAFineGridAndAtEverySize() {
        for (int k = -300_000; k <= 300_000; k++) {
            double u = k * 1e-4;
            assertThat(tanh(u)).as("tanh %s", u).isBetween(Math.tanh(u) - BOUND, Math.tanh(u) + BOUND);
        }
        var random = new SplittableRandom(7);
        for (int k = 0; k < 100_000; k++) {
            double u = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1074, 1024));
            assertThat(tanh(u)).as("tanh %s", u).isBetween(Math.tanh(u) - BOUND, Math.tanh(u) + BOUND);
        }
    }

    @Test
    void isAccurateInProportionForSmallNumbersAndOddToTheLastBit() {
        var random = new SplittableRandom(8);
        for (int k = 0; k < 10_000; k++) {
            double u = Math.scalb(random.nextDouble(), random.nextInt(-400, 2));
            assertThat(tanh(u) / Math.tanh(u)).as("tanh %s", u).isBetween(1 - 2e-15, 1 + 2e-15);
            assertThat(tanh(-u)).isEqualTo(-tanh(u));
        }
    }

    @Test
    void saturatesAtInfinityAndKeepsNaN() {
        assertThat(tanh(Double.POSITIVE_INFINITY)).isBetween(1 - BOUND, 1 + BOUND);
        assertThat(tanh(Double.NEGATIVE_INFINITY)).isBetween(-1 - BOUND, -1 + BOUND);
        assertThat(tanh(Double.MAX_VALUE)).isBetween(1 - BOUND, 1 + BOUND);
        assertThat(tanh(Double.NaN)).isNaN();
        assertThat(tanh(0)).isZero();
    }

    @Test
    void overwritesTheFirstEntriesOnlyAndMayWorkInPlace() {
        double[] u = {0.5, -2, 3, 99};
        Tanh.evaluate(u, 3, u);
        assertThat(u).containsExactly(tanh(0.5), tanh(-2), tanh(3), 99);
    }

    @Test
    void givesTheSameBitsWhereverANumberStandsInTheArray() {
        var random = new SplittableRandom(9);
        var u = random.doubles(1000, -25, 25).toArray();
        var s = new double[u.length];
        for (int round = 0; round < 200; round++) {
            Tanh.evaluate(u, u.length, s);
        }
        for (int k = 0; k < u.length; k++) {
            assertThat(s[k]).as("tanh %s at %d", u[k], k).isEqualTo(tanh(u[k]));
        }
    }
}
