package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.figure.Look;
import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void everyActivityIsSaidInWords() {
        assertThat(Sentences.activity(new Activity.Waiting(), 0)).isEqualTo("not trained yet");
        assertThat(Sentences.activity(new Activity.Waiting(), 5)).isEqualTo("paused");
        assertThat(Sentences.activity(new Activity.Training(), 5)).isEqualTo("training");
        assertThat(Sentences.activity(new Activity.Relaxing(0.4), 5))
                .contains("identity")
                .contains("40");
        assertThat(Sentences.activity(new Activity.Resting(2000), 9000))
                .isEqualTo("resting: the loss has not fallen by 1\u00a0% in 2,000 steps");
        assertThat(Sentences.activity(new Activity.Diverged(1200, 2), 1199))
                .startsWith("stopped at step 1,200: a state in layer 3");
        assertThat(Sentences.activity(new Activity.Failed("The memory is full."), 9))
                .isEqualTo("The memory is full.");
    }

    @Test
    void foldingLayersAreNamedAndExplained() {
        assertThat(Sentences.folding(folds(2, 6), false, false))
                .isEqualTo(
                        "Layers 3, 7 fold: no longer slices of a flow.");
        assertThat(Sentences.folding(folds(4), false, true))
                .startsWith(
                        "Layer 5 folds: no longer a slice of a flow, and that is how this network does what no flow can.");
        assertThat(Sentences.folding(folds(4), true, false)).contains("switch is on");
    }

    @Test
    void manyLayersAreListedInRuns() {
        assertThat(Sentences.layers(List.of(2, 3, 4, 8, 9))).isEqualTo("3–5, 9, 10");
        assertThat(Sentences.layers(List.of(0, 2, 4, 6, 8, 10, 12))).isEqualTo("1, 3, 5, 7, 9 and 2 more");
        assertThat(Sentences.layers(List.of(7, 1))).isEqualTo("2, 8");
    }

    @Test
    void theCaptionSaysEverythingInOneLine() {
        var snapshot = Fx.trained(Experiment.standard(Preset.SWIRL), 0);
        var look = Look.standard(Box.UNIT);
        assertThat(Sentences.caption(snapshot, look, 0.62))
                .matches(
                        "Swirl · 20 tanh layers of width 16 · t = 0\\.62\u00a0T, layer 13 · average miss [0-9.]+\u00a0%");
        assertThat(Sentences.caption(snapshot, look, 1)).contains("layer 20");
        assertThat(Sentences.caption(snapshot, look.withExact(true), 0)).contains("the differential equation of 20");
    }

    @Test
    void oneLayerAndLinearLayersReadWell() {
        assertThat(Sentences.network(Network.STANDARD.withDepth(1))).isEqualTo("1 tanh layer of width 16");
        assertThat(Sentences.network(Network.STANDARD.withFamily(new Affine()))).isEqualTo("20 linear layers");
    }

    @Test
    void exactnessIsAShareOfTheSide() {
        assertThat(Sentences.exactness(new Evaluation(0, 0.02, 0.1), 2))
                .contains("1.0\u00a0%")
                .contains("5.0\u00a0%");
    }

    private static Folds folds(Integer... layers) {
        var place = Points.of(new double[] {0}, new double[] {0});
        return new Folds(List.of(layers).stream()
                .map(layer -> new Folds.Fold(layer, -0.1, place))
                .toList());
    }
}
