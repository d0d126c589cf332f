package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PresentationCaptionTest {
    @ParameterizedTest
    @CsvSource({"480, 20", "720, 20", "900, 25", "1080, 30"})
    void itsTypeGrowsWithTheWindow(double lines, double size) {
        var model = Fx.model(Fx.trained(Experiment.standard(Preset.SWIRL), 0));
        try {
            Fx.run(() -> {
                var caption = new PresentationCaption(model);
                var root = new BorderPane();
                root.setBottom(caption);
                var scene = new Scene(root, 1280, lines);
                Themes.apply(scene, Theme.LIGHT);
                root.applyCss();
                root.layout();
                var line = (Label) caption.lookup("#presentation-caption-line");
                assertThat(line.getFont().getSize()).isEqualTo(size);
                model.playback().hold(0.62);
                assertThat(line.getText()).contains("t = 0.62\u00a0T, layer 13");
            });
        } finally {
            Fx.run(model::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void itsPicture(Theme theme) {
        var model = Fx.model(Fx.trained(Experiment.standard(Preset.SWIRL), 20));
        try {
            var root = Fx.on(() -> {
                model.playback().hold(0.62);
                var pane = new BorderPane();
                pane.setBottom(new PresentationCaption(model));
                return pane;
            });
            Fx.save(Fx.picture(root, 1000, 160, Themes.stylesheets(theme)), "caption-" + theme.id());
        } finally {
            Fx.run(model::close);
        }
    }
}
