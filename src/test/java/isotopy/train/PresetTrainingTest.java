package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.target.Preset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the defaults reach: the promises of the program about its own gallery.
class PresetTrainingTest {
    private static double testError(Experiment experiment, int steps) {
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < steps; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            return trainer.testEvaluation().meanSquare();
        }
    }

    @Test
    void theSwirlIsLearntToAThousandthWithTheDefaults() {
        var experiment = Experiment.standard(Preset.SWIRL);
        assertThat(testError(experiment, experiment.recipe().steps())).isLessThan(1e-3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"MIRROR", "FOLD"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFlowOfTheGalleryIsLearntInAThirdOfTheStepsAndHalfOfTheExamples(Preset preset) {
        var experiment = Experiment.standard(preset);
        experiment = experiment.withSampling(experiment.sampling().withSamples(1000));
        assertThat(testError(experiment, 600)).isLessThan(5e-3);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"MIRROR", "FOLD"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyFlowOfTheGalleryIsLearntWithTheDefaults(Preset preset) {
        var experiment = Experiment.standard(preset);
        assertThat(testError(experiment, experiment.recipe().steps())).isLessThan(5e-3);
    }
}
