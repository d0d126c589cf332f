package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.target.LinePreset;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugedTest {
    @Test
    void aGaugeIsKeptUnlessTheExamplesOrWhatTheFloorDependsOnChange() {
        var standard = Experiment.standard(LinePreset.SINE);
        var experiment = standard.withSampling(standard.sampling().withSamples(20));
        try (var trainer = new Trainer(experiment, 1)) {
            var gauged = Gauged.of(trainer);
            var network = experiment.network();
            assertThat(gauged.serves(
                            experiment
                                    .withNetwork(network.withWidth(3).withDepth(4))
                                    .withRecipe(experiment.recipe().withSteps(7)),
                            trainer.samples()))
                    .isTrue();
            assertThat(gauged.serves(experiment, Samples.draw(experiment))).isFalse();
            for (var other :
                    List.of(network.withFamily(new Affine()), network.withAugment(1), network.withTerminal(true))) {
                assertThat(gauged.serves(experiment.withNetwork(other), trainer.samples()))
                        .isFalse();
            }
        }
    }
}
