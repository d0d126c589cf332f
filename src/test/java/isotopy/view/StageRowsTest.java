package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands on the stage keeps its place while t runs, and is read in full.
class StageRowsTest {
    private static final List<TargetMap> KINDS =
            List.of(LinePreset.WAVE, Preset.SWIRL, LabelPreset.MOONS.draw(60, 1), FunctionPreset.PRODUCT);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theBarStandsStillWhileTimeRunsInEveryKindAndSize(Theme theme) {
        for (var target : KINDS) {
            var flow = Fx.trained(Experiment.standard(target), 0);
            var model = model(flow, theme);
            var stage = stage(model, theme);
            for (double width = 420; width <= 1000; width += 7) {
                var places = new HashSet<String>();
                for (double t : new double[] {0, 0.44, 1}) {
                    layOut(model, stage, width, 560, t);
                    var bar = Fx.on(() -> stage.lookup("#overlays").getBoundsInParent());
                    places.add(bar.getMinX() + " " + bar.getMinY() + " " + bar.getWidth());
                }
                assertThat(places).as(target.title() + " at " + width).hasSize(1);
            }
            Fx.run(model::close);
        }
    }

    @Test
    void whatIsSaidOfExtraCoordinatesIsReadInEveryWidth() {
        var augmented = Experiment.standard(LinePreset.WAVE);
        augmented = augmented.withNetwork(augmented.network().withAugment(1));
        var model = model(Fx.trained(augmented, 0), Theme.LIGHT);
        var stage = stage(model, Theme.LIGHT);
        for (double width = 360; width <= 1000; width += 40) {
            layOut(model, stage, width, 560, 0.5);
            Fx.run(() -> {
                var hint = (Label) stage.lookup("#hint");
                var miss = stage.lookup("#miss-bar");
                assertThat(hint.isVisible()).isTrue();
                assertThat(hint.getOpacity()).isEqualTo(1);
                assertThat(hint.getText()).startsWith("1 extra coordinate");
                assertThat(hint.getWidth()).isGreaterThanOrEqualTo(Math.min(hint.prefWidth(-1), stage.getWidth() - 32));
                assertThat(hint.getBoundsInParent().intersects(miss.getBoundsInParent()))
                        .isFalse();
            });
        }
        Fx.run(model::close);
    }

    private static WorkbenchModel model(FlowSnapshot flow, Theme theme) {
        var look = Look.standard(flow.experiment().sampling().domain());
        return Fx.on(() -> Fx.model(flow, look.withParticles(50).withTheme(theme), false));
    }

    private static StageView stage(WorkbenchModel model, Theme theme) {
        return Fx.on(() -> {
            var made = new StageView(model);
            Themes.apply(new Scene(made), theme);
            return made;
        });
    }

    private static void layOut(WorkbenchModel model, StageView stage, double width, double height, double t) {
        Fx.run(() -> {
            model.playback().hold(t);
            stage.resize(width, height);
            model.pulse(System.nanoTime());
            stage.pulse(System.nanoTime());
            for (int k = 0; k < 2; k++) {
                stage.applyCss();
                stage.layout();
            }
        });
    }
}
