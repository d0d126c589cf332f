package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmUpTest {
    private static final Experiment SWIRL = Experiment.standard(Preset.SWIRL);

    @Test
    void trainingBesideItGivesTheSameBits() throws InterruptedException {
        var alone = trained();
        var warmUp = WarmUp.begin(SWIRL);
        assertThat(trained()).containsExactly(alone);
        warmUp.cancel();
        warmUp.await();
        assertThat(trained()).containsExactly(alone);
    }

    @Test
    @Timeout(60)
    void itEndsByItself() throws InterruptedException {
        WarmUp.begin(SWIRL).await();
    }

    @Test
    @Timeout(60)
    void itEndsWhenItIsCancelledBeforeItHasBegun() throws InterruptedException {
        var warmUp = WarmUp.begin(SWIRL);
        warmUp.cancel();
        warmUp.await();
    }

    private static double[] trained() {
        try (var trainer = new Trainer(SWIRL, 1)) {
            for (int k = 0; k < 40; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            return trainer.control().theta();
        }
    }
}
