package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelPresetTest {
    @ParameterizedTest
    @EnumSource(LabelPreset.class)
    void theSameSeedGivesTheSamePointsInTheSquareInEqualNumbers(LabelPreset preset) {
        for (int n : new int[] {preset.classes(), 100, 1001}) {
            var drawn = preset.draw(n, 7);
            assertThat(drawn).isEqualTo(preset.draw(n, 7)).isNotEqualTo(preset.draw(n, 8));
            assertThat(drawn.x().size()).isEqualTo(n);
            assertThat(drawn.names()).hasSize(preset.classes());
            for (int k = 0; k < n; k++) {
                assertThat(drawn.x().at(0, k)).isBetween(-1.02, 1.02);
                assertThat(drawn.x().at(1, k)).isBetween(-1.02, 1.02);
            }
            for (int label = 0; label < preset.classes(); label++) {
                double share = preset != LabelPreset.ANNULUS ? 1.0 / preset.classes() : (1 + label) / 3.0;
                assertThat((double) Collections.frequency(drawn.classes(), label))
                        .isBetween(Math.floor(n * share), Math.ceil(n * share));
            }
        }
        assertThat(LabelPreset.named(preset.id().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(preset);
        assertThatIllegalArgumentException().isThrownBy(() -> preset.draw(1, 1)).withMessageContaining("1");
    }

    @ParameterizedTest
    @EnumSource(LabelPreset.class)
    void classesLieApart(LabelPreset preset) {
        var drawn = preset.draw(1500, 3);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 1500; i++) {
            for (int k = 0; k < i; k++) {
                if (!drawn.classes().get(i).equals(drawn.classes().get(k))) {
                    nearest = Math.min(
                            nearest,
                            Math.hypot(
                                    drawn.x().at(0, i) - drawn.x().at(0, k),
                                    drawn.x().at(1, i) - drawn.x().at(1, k)));
                }
            }
        }
        assertThat(nearest).isGreaterThan(0.015);
    }

    @Test
    void theDiscLiesInTheRing() {
        var drawn = LabelPreset.ANNULUS.draw(3000, 5);
        for (int k = 0; k < 3000; k++) {
            double r = Math.hypot(drawn.x().at(0, k), drawn.x().at(1, k));
            if (drawn.classes().get(k) == 0) {
                assertThat(r).isLessThanOrEqualTo(1 / 3.0);
            } else {
                assertThat(r).isBetween(2 / 3.0, 1.0);
            }
        }
    }

    @Test
    void oppositeCornersOfXorAreAlikeAndSquaresOfTheBoardAlternate() {
        var xor = LabelPreset.XOR.draw(400, 2);
        var board = LabelPreset.CHECKERBOARD.draw(400, 2);
        for (int k = 0; k < 400; k++) {
            assertThat(xor.classes().get(k))
                    .isEqualTo(xor.x().at(0, k) * xor.x().at(1, k) > 0 ? 0 : 1);
            int column = (int) Math.floor(2 * (board.x().at(0, k) + 1));
            int row = (int) Math.floor(2 * (board.x().at(1, k) + 1));
            assertThat(board.classes().get(k)).isEqualTo((row + column) % 2);
        }
    }

    @Test
    void theBrushAddsPointsInItsDiscAndTheRubberTakesThem() {
        var names = List.of("red", "blue", "green");
        var first = Paint.begin(names, 1, 0.2, 0.3, 0.1, 12, 4);
        var both = Paint.spray(first, 2, -0.5, 0, 0.2, 8, 5);
        assertThat(first.x().size()).isEqualTo(12);
        assertThat(both.x().size()).isEqualTo(20);
        assertThat(both).isEqualTo(Paint.spray(first, 2, -0.5, 0, 0.2, 8, 5));
        for (int k = 0; k < 20; k++) {
            boolean old = k < 12;
            assertThat(both.classes().get(k)).isEqualTo(old ? 1 : 2);
            assertThat(Math.hypot(
                            both.x().at(0, k) - (old ? 0.2 : -0.5), both.x().at(1, k) - (old ? 0.3 : 0)))
                    .isLessThanOrEqualTo(old ? 0.1 : 0.2);
        }
        assertThat(Paint.erase(both, -0.5, 0, 0.2)).contains(first);
        assertThat(Paint.erase(both, 0, 0, 9)).isEmpty();
        assertThat(Paint.erase(both, 0.9, 0.9, 0.1)).contains(both);
        assertThatIllegalArgumentException().isThrownBy(() -> Paint.spray(first, 3, 0, 0, 0.1, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Paint.spray(first, 0, 0, 0, 0, 5, 1));
        var full = Paint.begin(names, 0, 0, 0, 1, Paint.MOST_POINTS, 1);
        assertThat(Paint.spray(full, 1, 0, 0, 1, 5, 1)).isEqualTo(full);
    }
}
