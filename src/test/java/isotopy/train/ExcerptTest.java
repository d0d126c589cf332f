package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static Experiment noisy(TargetMap target) {
        var standard = Experiment.standard(target);
        return standard.withSampling(standard.sampling().withNoise(0.3).withTestFraction(0.25));
    }

    @Test
    void itsRowsAreThoseOfTheTrainerWithTheirNoiseAndTheirPartOfTheSplit() {
        var labels = LabelPreset.SPIRALS.draw(90, 2);
        var values = Points.of(Arrays.copyOf(labels.x().row(0), 90));
        for (var target : List.of(labels, new Correspondence("values", labels.x(), values))) {
            var experiment = noisy(target);
            var samples = Samples.draw(experiment);
            int[] rows = {3, 88, 17, 40, 41, 89, 0};
            var some = Excerpt.of(experiment, rows);
            for (int k = 0; k < rows.length; k++) {
                int row = rows[k];
                int test = IntStream.range(0, samples.testX().size())
                        .filter(j -> samples.testIndices()[j] == row)
                        .findFirst()
                        .orElse(-1);
                int train = IntStream.range(0, samples.trainX().size())
                        .filter(j -> samples.trainIndices()[j] == row)
                        .findFirst()
                        .orElse(-1);
                assertThat(some.held().get(k)).isEqualTo(test >= 0);
                assertThat(some.x().point(k))
                        .isEqualTo(
                                test >= 0
                                        ? samples.testX().point(test)
                                        : samples.trainX().point(train));
                assertThat(some.y().point(k))
                        .isEqualTo(
                                test >= 0
                                        ? samples.testY().point(test)
                                        : samples.trainY().point(train));
            }
            assertThat(some.held()).contains(true, false);
            assertThat(some.samples().trainX().size() + some.samples().testX().size())
                    .isEqualTo(7);
        }
    }

    @Test
    void someRowsOfAMillionAreTakenWithoutACopyOfTheOthers() {
        var labels = LabelPreset.MOONS.draw(1_000_000, 1);
        var experiment = noisy(labels);
        var rows = Excerpt.evenly(1_000_000, 500);
        assertThat(rows).hasSize(500);
        for (int k = 0; k < rows.length; k++) {
            assertThat(rows[k]).isBetween(2000 * k, 2000 * k + 1999);
        }
        assertThat(Cases.allocated(() -> Excerpt.of(experiment, rows))).isLessThan(10_000_000);
        assertThat(Excerpt.of(experiment, rows).held().stream().filter(held -> held))
                .hasSizeBetween(90, 160);
    }

    @Test
    void ofClassesThatTakeTurnsEachIsTakenAsOften() {
        for (int most : new int[] {50, 500, 1000, 1500}) {
            long odd = Arrays.stream(Excerpt.evenly(2000, most))
                    .filter(row -> row % 2 == 1)
                    .count();
            assertThat(odd).isBetween(most * 35L / 100, most * 65L / 100);
        }
        assertThat(Excerpt.evenly(7, 9)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatIsGivenEverywhereHasNoRows() {
        assertThatThrownBy(() -> Excerpt.of(Experiment.standard(LinePreset.SINE), new int[] {0}))
                .hasMessageContaining(LinePreset.SINE.title());
    }
}
