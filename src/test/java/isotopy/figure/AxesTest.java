package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.math.Box;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rulers with round numbers.
class AxesTest {
    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "0.5, 0.5", "0.51, 1", "1.2, 2", "3, 5", "7, 10", "0.0021, 0.005", "1300, 2000"})
    void stepsAreRoundAndNotTooSmall(double least, double expected) {
        assertThat(Axes.step(least)).isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @Test
    void ticksAreTheMultiplesInsideAndNeverAbsurdlyMany() {
        assertThat(Axes.ticks(-1.2, 1.1, 0.5)).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThat(Axes.ticks(0, 1e9, 1e-3)).isEmpty();
        assertThat(Axes.ticks(Double.NaN, 1, 0.1)).isEmpty();
    }

    @Test
    void numbersHaveTheDigitsTheyNeed() {
        assertThat(Axes.number(-0.5, 0.5)).isEqualTo("−0.5");
        assertThat(Axes.number(-0.0, 0.5)).isEqualTo("0.0");
        assertThat(Axes.number(0.02, 0.01)).isEqualTo("0.02");
        assertThat(Axes.number(3, 1)).isEqualTo("3");
        assertThat(Axes.number(2e7, 1e7)).isEqualTo("2.00e+07");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1, 50, 1e7})
    void numbersStandAtTheirPlacesHoweverCloseOneLooks(double span) {
        var look = Look.standard(Box.UNIT).withOverlays(Set.of(Overlay.TICKS)).withCamera(new Camera(0.4, 0.2, span));
        var figure = Illustrator.at(Scene.of(Scenes.atRest(1), look), 0, look, 900, 600);
        int seen = 0;
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Label label && label.anchor() == Mark.Anchor.MIDDLE) {
                double value = Double.parseDouble(label.text().replace('−', '-'));
                double shown = look.camera().worldX1(label.x(), 900, 600);
                assertThat(shown).isCloseTo(value, org.assertj.core.api.Assertions.within(1e-3 * span));
                seen++;
            }
        }
        assertThat(seen).isBetween(3, 15);
    }
}
