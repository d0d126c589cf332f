package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import isotopy.figure.Theme;
import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import javafx.application.Application;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;

class StagePicturesTest {
    @Test
    void pictures() {
        var start = Fx.trained(Experiment.standard(Preset.SWIRL), 150);
        var model = Fx.model(start);
        for (var theme : Theme.values()) {
            for (int width : new int[] {1000, 1280}) {
                shoot(model, theme, width);
            }
        }
        Fx.run(model::close);
        assertThat(theme(Theme.DARK)).contains("dark");
    }

    private static String theme(Theme theme) {
        return theme == Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
    }

    private static void shoot(WorkbenchModel model, Theme theme, int width) {
        Fx.run(() -> {
            Application.setUserAgentStylesheet(theme(theme));
            model.changeLook(look -> look.withTheme(theme));
            model.leaveDrawing();
            model.playback().hold(0.62);
        });
        var stage = Fx.on(() -> new StageView(model));
        var timeline = Fx.on(() -> new TimelineView(model));
        var root = Fx.on(() -> {
            var pane = new BorderPane(stage);
            var side = new javafx.scene.layout.Region();
            side.setMinWidth(width == 1000 ? 300 : 580);
            pane.setLeft(side);
            pane.setBottom(timeline);
            return pane;
        });
        Fx.picture(root, width, 600, List.of());
        Fx.run(() -> {
            model.pulse(System.nanoTime());
            stage.pulse(System.nanoTime());
        });
        Fx.save(Fx.picture(root, width, 600, List.of()), "stage-" + theme.id() + "-" + width);
        Fx.run(() -> {
            model.edit("x", e -> e.withTarget(DrawnMap.from(Preset.SWIRL, e.sampling().domain(), 9).drag(40, 1.0, 0.2)));
            model.startDrawing();
            stage.editor().tool().kindProperty().set(DrawingTool.Kind.PUSH);
        });
        for (int k = 0; k < 60; k++) {
            Fx.run(() -> {
                model.pulse(System.nanoTime());
                stage.pulse(System.nanoTime());
            });
            try { Thread.sleep(10); } catch (InterruptedException e) { }
        }
        Fx.save(Fx.picture(root, width, 600, List.of()), "draw-" + theme.id() + "-" + width);
    }
}
