package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void showTakesFourSecondsADecade() {
        var show = new Pace.Show();
        assertThat(show.due(0)).isEqualTo(1);
        assertThat(show.due(4)).isCloseTo(10, within(1e-12));
        assertThat(show.due(8)).isCloseTo(100, within(1e-10));
        assertThat(show.due(16)).isCloseTo(10_000, within(1e-8));
    }

    @Test
    void maxHasNoBoundAndAChosenPaceItsOwn() {
        assertThat(new Pace.Max().due(0)).isInfinite();
        assertThat(new Pace.PerSecond(60).due(2)).isEqualTo(121);
        assertThatThrownBy(() -> new Pace.PerSecond(0)).hasMessageContaining("> 0: 0");
        assertThatThrownBy(() -> new Pace.PerSecond(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void aFallingLossIsNoPlateau() {
        var plateau = new Plateau();
        double loss = 1;
        for (long step = 0; step < 20_000; step++) {
            loss *= 0.9999; // a tenth of a per mille a step: one per cent in a hundred
            assertThat(plateau.observe(step, loss)).as("step %d", step).isFalse();
        }
    }

    @Test
    void aLossThatStaysIsAPlateauAfterFifteenHundredSteps() {
        var plateau = new Plateau();
        long rested = -1;
        for (long step = 0; step < 5000 && rested < 0; step++) {
            rested = plateau.observe(step, step < 100 ? 100 - step : 1 + 0.5 * Math.sin(step)) ? step : -1;
        }
        assertThat(rested).isBetween(1500L, 1700L);
    }

    @Test
    void aLongRunIsGivenAThirdOfItsStepsAgain() {
        var plateau = new Plateau();
        for (long step = 0; step < 30_000; step++) {
            assertThat(plateau.observe(step, Math.exp(-step / 1000.0))).isFalse();
        }
        long rested = -1;
        for (long step = 30_000; step < 60_000 && rested < 0; step++) {
            rested = plateau.observe(step, Math.exp(-30)) ? step : -1;
        }
        assertThat(rested)
                .as("29,990 steps of falling, then half as many of none")
                .isBetween(44_000L, 46_000L);
        assertThat(plateau.patience(rested)).isBetween(14_500L, 15_500L);
    }

    @Test
    void watchingAnewForgetsTheOldBest() {
        var plateau = new Plateau();
        for (long step = 0; step < 1400; step++) {
            plateau.observe(step, 1e-6);
        }
        plateau.reset();
        for (long step = 1400; step < 2800; step++) {
            assertThat(plateau.observe(step, 1)).isFalse();
        }
        assertThat(plateau.observe(2900, 1)).isTrue();
    }
}
