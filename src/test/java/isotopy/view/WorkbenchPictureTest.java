package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.project.ProjectFile;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

final class WorkbenchPictureTest {
    @Test
    void look() throws Exception {
        var opening = ProjectFile.read(Path.of("resources/isotopy/opening.isotopy"));
        for (var theme : Theme.values()) {
            for (int[] size : new int[][] {{1280, 680}, {1440, 900}, {1000, 560}}) {
                var view = Fx.on(() -> {
                    var model = new WorkbenchModel(opening.snapshot(), opening.look().withTheme(theme), true);
                    model.playback().shareProperty().set(0.62);
                    var documents = Panels.documents(model, new Panels.Answers(), Path.of("target"));
                    var made = new WorkbenchView(model, documents, Panels.AT_ONCE, Panels.exports(model), Remembered.forNow());
                    var scene = new Scene(made, size[0], size[1]);
                    Themes.apply(scene, theme);
                    made.applyCss();
                    made.layout();
                    for (int k = 0; k < 30; k++) {
                        made.pulse(System.nanoTime());
                        Thread.sleep(10);
                        made.layout();
                    }
                    return made;
                });
                Fx.save(Fx.on(() -> Fx.image(view.getScene().snapshot(null))), "window-" + theme.id() + "-" + size[0]);
            }
        }
    }
}
