package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.figure.Look;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class InsightPanelTest {
    private static final Experiment SMALL = Experiment.standard(Preset.SWIRL)
            .withSampling(Experiment.standard(Preset.SWIRL).sampling().withSamples(200))
            .withNetwork(Network.STANDARD.withDepth(5).withWidth(6));

    /// Runs a test with a model and its panel in a scene, and closes the model.
    private static void with(FlowSnapshot start, BiConsumer<WorkbenchModel, InsightPanel> test) {
        var model = Fx.model(start);
        try {
            test.accept(model, Fx.on(() -> {
                var panel = new InsightPanel(model);
                var scene = new Scene(panel, 320, 770);
                scene.getStylesheets()
                        .setAll(Themes.stylesheets(model.lookProperty().get().theme()));
                panel.applyCss();
                panel.layout();
                return panel;
            }));
        } finally {
            Fx.run(model::close);
        }
    }

    private static String text(InsightPanel panel, String id) {
        return Fx.on(() -> ((Label) panel.lookup("#" + id)).getText());
    }

    private static boolean seen(InsightPanel panel, String id) {
        return Fx.on(() -> {
            for (Node node = panel.lookup("#" + id); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void theLargeNumberFollowsTheSnapshot() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            var before = text(panel, "insight-number");
            assertThat(before)
                    .isEqualTo(Numbers.percent(model.snapshotProperty().get().miss()));
            assertThat(text(panel, "insight-activity")).isEqualTo("not trained yet");
            Fx.run(() -> model.show(Fx.trained(SMALL, 60), model.lookProperty().get(), false));
            assertThat(text(panel, "insight-number")).isNotEqualTo(before);
            assertThat(text(panel, "insight-progress")).isEqualTo("step 60");
            assertThat(text(panel, "insight-mean-square")).contains(" test, ").contains(" train");
        });
    }

    @Test
    void theStageWritesTheMissOfTheSameMomentAsThePanel() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            var bar = Fx.on(() -> new MissBar(model));
            var later = Fx.trained(SMALL, 60);
            Fx.run(() -> {
                model.show(later, model.lookProperty().get(), false);
                assertThat(((Label) panel.lookup("#insight-number")).getText())
                        .isEqualTo(Numbers.percent(later.miss()));
                assertThat(((Label) bar.getChildren().getFirst()).getText())
                        .as("though its paths are not computed yet")
                        .contains(StageCaptions.percent(later.miss()));
            });
        });
    }

    @Test
    void aTrainingStepReachesNumberAndChart() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            Fx.run(model::step);
            Fx.await(model, () -> model.snapshotProperty().get().step() == 1);
            assertThat(text(panel, "insight-progress")).startsWith("step 1");
            assertThat(Fx.on(() -> panel.chart().series().getItemCount(LossSeries.TRAIN)))
                    .isEqualTo(2);
        });
    }

    @Test
    void theFamilyChangesWhatTheorySays() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            assertThat(text(panel, "insight-theory-sentence")).contains("any continuous map of the plane");
            Fx.run(() ->
                    model.edit("Family", now -> now.withNetwork(now.network().withFamily(new Affine()))));
            assertThat(text(panel, "insight-theory-sentence")).contains("not affine");
            Fx.run(() -> model.edit("Target", now -> now.withTarget(Preset.MIRROR)));
            Fx.await(model, () -> model.obstructionProperty().get().isPresent());
            assertThat(text(panel, "insight-theory-sentence")).contains("reverses orientation");
        });
    }

    @Test
    void foldingLayersAreToldAndTheSwitchIsOffered() {
        with(InsightPicturesTest.rich(Preset.SWIRL, true), (model, panel) -> {
            assertThat(text(panel, "insight-folding")).startsWith("Layers 3, 7 fold: no longer slices of a flow.");
            assertThat(seen(panel, "insight-bijective")).isTrue();
            assertThat(text(panel, "insight-folding"))
                    .as("the button beside it says the rest")
                    .doesNotContain("switch");
            Fx.run(() -> ((Button) panel.lookup("#insight-bijective")).fire());
            assertThat(model.experimentProperty().get().network().bijective()).isTrue();
            assertThat(seen(panel, "insight-bijective")).isFalse();
        });
        with(
                Fx.trained(SMALL, 0),
                (model, panel) -> assertThat(seen(panel, "insight-folding")).isFalse());
    }

    @Test
    void aClickedLayerIsShownInNumbers() {
        with(InsightPicturesTest.rich(Preset.SWIRL, true), (model, panel) -> {
            assertThat(seen(panel, "insight-inspected")).isFalse();
            Fx.run(() -> model.inspect(new Inspected.OneLayer(2)));
            assertThat(seen(panel, "insight-inspected")).isTrue();
            assertThat(Fx.on(() -> panel.facts().value("least det"))).isEqualTo("−0.31, it folds");
            assertThat(Fx.on(() -> panel.facts().value("t"))).isEqualTo("0.10\u00a0T to 0.15\u00a0T");
            Fx.run(() -> ((Button) panel.lookup("#insight-inspected-close")).fire());
            assertThat(seen(panel, "insight-inspected")).isFalse();
            Fx.run(() -> model.inspect(new Inspected.OneLayer(99)));
            assertThat(seen(panel, "insight-inspected")).isTrue();
        });
    }

    @Test
    void aPinnedParticleIsFollowedThroughTime() {
        with(Fx.trained(SMALL, 30), (model, panel) -> {
            Fx.run(() -> {
                model.changeLook(look -> look.withPins(List.of(new Look.Pin(0.5, 0))));
                model.inspect(new Inspected.Particle(0));
            });
            Fx.await(
                    model,
                    () -> model.sceneProperty().get().pins().isPresent()
                            && model.sceneProperty().get().snapshot().step() == 30);
            Fx.run(() -> model.playback().hold(0));
            assertThat(Fx.on(() -> panel.facts().value("at t"))).isEqualTo("(0.500, 0.000)");
            Fx.run(() -> model.playback().hold(1));
            assertThat(Fx.on(() -> panel.facts().value("at t"))).isNotEqualTo("(0.500, 0.000)");
            // the swirl turns the circle of radius 0.5 by 0.7 radians
            assertThat(Fx.on(() -> panel.facts().value("goal"))).isEqualTo("(0.382, 0.322)");
        });
    }

    @Test
    void theDifferenceToTheEquationIsShownWhereItIsAskedFor() {
        with(Fx.trained(SMALL, 30), (model, panel) -> {
            assertThat(seen(panel, "insight-exactness")).isFalse();
            Fx.run(() -> model.changeLook(look -> look.withExact(true)));
            Fx.await(model, () -> model.sceneProperty().get().exactness().isPresent());
            assertThat(seen(panel, "insight-exactness")).isTrue();
            assertThat(text(panel, "insight-exactness")).contains("% of the side away from it on average");
        });
    }

    @Test
    void compactItKeepsTheNumberAndOneSection() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            assertThat(seen(panel, "insight-tabs")).isFalse();
            Fx.run(() -> panel.setCompact(true));
            assertThat(seen(panel, "insight-number")).isTrue();
            assertThat(seen(panel, "insight-chart")).isTrue();
            assertThat(seen(panel, "insight-effort")).isFalse();
            assertThat(seen(panel, "insight-theory")).isFalse();
            Fx.run(() -> ((ToggleButton) panel.lookup("#insight-tab-theory")).fire());
            assertThat(seen(panel, "insight-theory")).isTrue();
            assertThat(seen(panel, "insight-chart")).isFalse();
            Fx.run(() -> model.inspect(new Inspected.OneLayer(0)));
            assertThat(seen(panel, "insight-inspected")).isTrue();
            Fx.run(() -> model.inspect(new Inspected.Nothing()));
            assertThat(seen(panel, "insight-chart")).isTrue();
        });
    }

    @Test
    void foldedAwayItIsBroughtBackUpToDate() {
        with(Fx.trained(SMALL, 0), (model, panel) -> {
            Fx.run(() -> panel.setFolded(true));
            Fx.run(() -> model.show(Fx.trained(SMALL, 20), model.lookProperty().get(), false));
            Fx.run(() -> panel.setFolded(false));
            assertThat(text(panel, "insight-progress")).isEqualTo("step 20");
        });
    }

    @Test
    void theAxisOfTheBarsDoesNotFlicker() {
        assertThat(EffortBars.height(4.1, 1)).isEqualTo(5);
        assertThat(EffortBars.height(3.9, 5)).isEqualTo(5);
        assertThat(EffortBars.height(5.1, 5)).isEqualTo(10);
        assertThat(EffortBars.height(1.2, 5)).isEqualTo(2);
        assertThat(EffortBars.height(0, 5)).isEqualTo(1);
        assertThat(EffortBars.height(7e-5, 1)).isEqualTo(10 * 1e-5);
    }
}
