package isotopy.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The nearest increasing function, held to the conditions that only it fulfils.
class IsotonicTest {
    @Test
    void theTextbookExampleIsPooled() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {1, 3, 2, 4, 3.5, 5};
        assertThat(Isotonic.fit(x, y)).containsExactly(1, 2.5, 2.5, 3.75, 3.75, 5);
    }

    @Test
    void increasingValuesStayAndDecreasingOnesBecomeTheirMean() {
        double[] x = {-1, 0, 2};
        assertThat(Isotonic.fit(x, new double[] {1, 2, 3})).containsExactly(1, 2, 3);
        assertThat(Isotonic.fit(x, new double[] {3, 2, 1})).containsExactly(2, 2, 2);
        assertThat(Isotonic.fit(new double[0], new double[0])).isEmpty();
    }

    @Test
    void theOrderOfTheExamplesDoesNotMatter() {
        assertThat(Isotonic.fit(new double[] {3, 1, 2}, new double[] {1, 5, 0})).containsExactly(2, 2, 2);
        assertThat(Isotonic.fit(new double[] {3, 1, 2}, new double[] {9, 1, 4})).containsExactly(9, 1, 4);
    }

    @Test
    void valuesAtOnePlaceHaveOneFit() {
        assertThat(Isotonic.fit(new double[] {0, 0, 1}, new double[] {1, 3, 2.5}))
                .containsExactly(2, 2, 2.5);
    }

    @Test
    void aWeightCountsAsSoManyExamples() {
        double[] x = {0, 1, 2};
        var weighted = Isotonic.fit(x, new double[] {4, 1, 2}, new double[] {1, 3, 1});
        var repeated = Isotonic.fit(new double[] {0, 1, 1, 1, 2}, new double[] {4, 1, 1, 1, 2});
        assertThat(weighted).containsExactly(repeated[0], repeated[1], repeated[4]);
        assertThatThrownBy(() -> Isotonic.fit(x, x, new double[] {1, 0, 1})).hasMessageContaining("positive");
        assertThatThrownBy(() -> Isotonic.fit(x, new double[2])).hasMessageContaining("as many");
    }

    /// The projection f of y onto the cone of increasing functions is the one with Σ (y − f) f = 0 and Σ (y − f) g
    /// ≤ 0 for each generator g of the cone: the steps to the right of a place, and constants of both signs.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theFitIsTheProjectionOntoTheConeOfIncreasingFunctions(long seed) {
        var random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(200);
        var x = new double[n];
        var y = new double[n];
        var w = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = random.nextInt(80) / 10.0; // with ties
            y[k] = random.nextGaussian() + 0.2 * x[k];
            w[k] = 0.1 + random.nextDouble();
        }
        var f = Isotonic.fit(x, y, w);
        double inner = 0;
        for (int k = 0; k < n; k++) {
            inner += w[k] * (y[k] - f[k]) * f[k];
            for (int j = 0; j < n; j++) {
                if (x[j] <= x[k]) {
                    assertThat(f[j]).isLessThanOrEqualTo(f[k]);
                }
            }
        }
        assertThat(inner).isCloseTo(0, within(1e-10));
        for (double place : Arrays.stream(x).distinct().toArray()) {
            double step = 0;
            for (int k = 0; k < n; k++) {
                step += x[k] >= place ? w[k] * (y[k] - f[k]) : 0;
            }
            assertThat(step).isLessThanOrEqualTo(1e-10);
        }
    }

    @Test
    void placesAreTakenFromLeftToRightAndOnePlaceAsGiven() {
        var random = new SplittableRandom(4);
        var x = new double[500];
        Arrays.setAll(x, k -> random.nextInt(-60, 60) / 7.0);
        x[3] = -0.0;
        x[9] = 0.0;
        var stable = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> x[k]))
                .mapToInt(k -> k)
                .toArray();
        assertThat(Isotonic.order(x)).isEqualTo(stable);
        assertThat(Isotonic.order(new double[0])).isEmpty();
    }

    @Test
    void aMillionPlacesAreSortedAsNumbersAlone() {
        var random = new SplittableRandom(5);
        var x = random.doubles(1_000_000).toArray();
        // four arrays of a million numbers, and no objects
        assertThat(Cases.allocated(() -> Isotonic.order(x))).isLessThan(25_000_000);
    }
}
