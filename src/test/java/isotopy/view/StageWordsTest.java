package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.LabelPreset;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sentences on the stage, the numbers of the timeline, and the glide between scenes: all that needs no window.
class StageWordsTest {
    private static FlowSnapshot before;
    private static FlowSnapshot after;
    private static Look look;

    @BeforeAll
    static void train() {
        before = Fx.trained(Experiment.standard(Preset.SWIRL), 5);
        after = Fx.trained(Experiment.standard(Preset.SWIRL), 30);
        look = Look.standard(before.experiment().sampling().domain()).withParticles(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.021, 2.1 %",
        "0.00034, 0.034 %",
        "0.12, 12 %",
        "1.5, 150 %",
        "0.0023, 0.23 %",
        "Infinity, ∞ %"
    })
    void sharesHaveTwoDigitsThatCount(double share, String text) {
        assertThat(StageCaptions.percent(share)).isEqualTo(text);
    }

    @Test
    void theHintNamesTheFoldingLayersBeforeAnythingElse() {
        var places = Points.single(0, 0);
        var one = folding(new Folds(List.of(new Folds.Fold(6, -1, places))));
        assertThat(StageCaptions.hint(Scene.of(one, look), look, false))
                .isEqualTo("Layer 7 folds: no longer a slice of a flow");
        var two = folding(new Folds(List.of(new Folds.Fold(6, -1, places), new Folds.Fold(8, -1, places))));
        assertThat(StageCaptions.hint(Scene.of(two, look), look, false))
                .isEqualTo("Layer 7 and 1 other fold: no longer slices of a flow");
        assertThat(StageCaptions.hint(Scene.of(two, look), look.with(Overlay.FOLDS, false), false))
                .isEqualTo("Dashed: where the target sends the grid");
        assertThat(StageCaptions.hint(Scene.of(before, look), look.with(Overlay.TARGET, false), false))
                .isEmpty();
    }

    @Test
    void ofRegionsNoMoreIsSaidThanTheirShape() {
        var classes = Fx.trained(Experiment.standard(LabelPreset.MOONS.draw(40, 1)), 0);
        var shown = look.with(Overlay.REGIONS, true);
        assertThat(StageCaptions.hint(Scene.of(classes, shown), shown, false))
                .isEqualTo("Shaded: the class that the network gives · at t = T the regions have straight edges");
    }

    @Test
    void stepsGoFromEdgeToEdge() {
        var control = before.control();
        assertThat(LayerSteps.next(control, 0.5)).isCloseTo(0.55, within(1e-12));
        assertThat(LayerSteps.next(control, 0.51)).isCloseTo(0.55, within(1e-12));
        assertThat(LayerSteps.previous(control, 0.5)).isCloseTo(0.45, within(1e-12));
        assertThat(LayerSteps.previous(control, 0.51)).isCloseTo(0.5, within(1e-12));
        assertThat(LayerSteps.next(control, 1)).isEqualTo(1);
        assertThat(LayerSteps.previous(control, 0)).isZero();
        double share = 0;
        int steps = 0;
        while (share < 1 && steps < 100) {
            share = LayerSteps.next(control, share);
            steps++;
        }
        assertThat(steps).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"5, 12, 1", "20, 8, 5", "20, 3, 10", "100, 10, 10", "1000, 8, 200", "1000, 1, 1000"})
    void ticksAreRoundAndFewEnough(int depth, double most, int every) {
        assertThat(LayerTrack.tickEvery(depth, most)).isEqualTo(every);
    }

    @Test
    void equalLayersHaveOneColourAndHalfTheSizeIsAtTheBottom() {
        var family = before.control().family();
        int p = family.parameters(2, 1);
        var equal = new Control(family, 2, 1, List.of(layer(p, 3), layer(p, 3)));
        assertThat(LayerTrack.shares(equal)).containsExactly(1, 1);
        var close = new Control(family, 2, 1, List.of(layer(p, 2), layer(p, 1.9), layer(p, 1)));
        assertThat(LayerTrack.shares(close)[1]).isCloseTo(0.9, within(1e-9));
        assertThat(LayerTrack.shares(close)[2]).isCloseTo(0, within(1e-9));
        var silent = new Control(family, 2, 1, List.of(layer(p, 0)));
        assertThat(LayerTrack.shares(silent)).containsExactly(0);
    }

    @Test
    void thePictureGlidesFromOneSceneToTheNext() {
        var first = Scene.of(before, look);
        var second = Scene.of(after, look);
        var blend = new SceneBlend(first);
        assertThat(blend.at(0)).isSameAs(first);

        blend.towards(second, 1_000_000_000L);
        var halfway = blend.at(1_050_000_000L);
        double a = first.particles().at(1.0, 0, 7);
        double b = second.particles().at(1.0, 0, 7);
        assertThat(halfway.particles().at(1.0, 0, 7)).isCloseTo((a + b) / 2, within(1e-9));
        assertThat(halfway.snapshot()).isSameAs(after);
        assertThat(blend.at(1_200_000_000L)).isSameAs(second);
    }

    @Test
    void otherParticlesAreShownAtOnce() {
        var blend = new SceneBlend(Scene.of(before, look));
        var more = Scene.of(after, look.withParticles(60));
        blend.towards(more, 1);
        assertThat(blend.at(2)).isSameAs(more);
    }

    private static Layer layer(int parameters, double norm) {
        var theta = new double[parameters];
        theta[0] = norm;
        return new Layer(theta, 0.5);
    }

    private static FlowSnapshot folding(Folds folds) {
        return new FlowSnapshot(
                before.experiment(),
                before.control(),
                before.step(),
                before.train(),
                before.test(),
                before.history(),
                folds,
                List.of(),
                new Activity.Waiting(),
                0);
    }
}
