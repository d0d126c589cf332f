package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaybackTest {
    private final Playback playback = new Playback();

    @Test
    void tRunsFromZeroToTheEndInFourSeconds() {
        playback.toggle();
        advance(2);
        assertThat(playback.shareProperty().get()).isCloseTo(0.5, within(1e-9));
        playback.speedProperty().set(2);
        advance(0.5);
        assertThat(playback.shareProperty().get()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void onceStopsAtTheEndAndPlaysAgainFromTheBeginning() {
        playback.modeProperty().set(Playback.Mode.ONCE);
        playback.toggle();
        advance(5);
        assertThat(playback.playingProperty().get()).isFalse();
        assertThat(playback.shareProperty().get()).isEqualTo(1);
        playback.toggle();
        advance(1);
        assertThat(playback.shareProperty().get()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void theLoopHoldsAtTheEndSoThatOneSeesWhereTheParticlesArrived() {
        playback.toggle();
        advance(4.1);
        assertThat(playback.shareProperty().get()).isEqualTo(1);
        advance(0.5);
        assertThat(playback.shareProperty().get()).isEqualTo(1);
        advance(1);
        assertThat(playback.shareProperty().get()).isLessThan(0.5);
        assertThat(playback.playingProperty().get()).isTrue();
    }

    @Test
    void backAndForthTurnsAtBothEnds() {
        playback.modeProperty().set(Playback.Mode.BACK_AND_FORTH);
        playback.toggle();
        advance(4 + 0.6 + 2);
        assertThat(playback.shareProperty().get()).isBetween(0.3, 0.7);
        double before = playback.shareProperty().get();
        advance(0.2);
        assertThat(playback.shareProperty().get()).isLessThan(before);
        advance(1.8 + 0.7 + 1);
        before = playback.shareProperty().get();
        advance(0.2);
        assertThat(playback.shareProperty().get()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Playback.Mode.class,
            names = {"ONCE", "LOOP"})
    void aModeThatRunsForwardsRunsForwardsEvenOnTheWayBack(Playback.Mode mode) {
        playback.modeProperty().set(Playback.Mode.BACK_AND_FORTH);
        playback.toggle();
        advance(4 + 0.6 + 2);
        double before = playback.shareProperty().get();
        playback.modeProperty().set(mode);
        advance(0.2);
        assertThat(playback.shareProperty().get()).isGreaterThan(before);
    }

    @Test
    void holdingCutsToTheEndsAndStops() {
        playback.toggle();
        playback.hold(1.4);
        assertThat(playback.shareProperty().get()).isEqualTo(1);
        assertThat(playback.playingProperty().get()).isFalse();
        playback.hold(-0.1);
        assertThat(playback.shareProperty().get()).isZero();
    }

    private void advance(double seconds) {
        int frames = (int) Math.round(seconds * 100);
        for (int k = 0; k < frames; k++) {
            playback.advance(0.01);
        }
    }

    @Test
    void aFrameInWhichNoTimeHasPassedDoesNotHoldTheBeginning() {
        var playback = new Playback();
        playback.playingProperty().set(true);
        playback.advance(0);
        playback.advance(0.1);
        assertThat(playback.shareProperty().get()).isGreaterThan(0);
    }
}
