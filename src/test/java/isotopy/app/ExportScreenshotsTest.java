package isotopy.app;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import isotopy.view.Fx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Takes the README's pictures of the export dialog over the real window.
@Tag("screenshots")
final class ExportScreenshotsTest extends PhotographedWindow {
    private Scene dialog;

    private void ask(String item) {
        Fx.run(() -> {
            var export = (MenuButton) scene.lookup("#export");
            export.getItems().stream()
                    .filter(each -> item.equals(each.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            dialog = Window.getWindows().stream()
                    .filter(each ->
                            each instanceof Stage stage && stage.getTitle().startsWith("Export"))
                    .findFirst()
                    .orElseThrow()
                    .getScene();
        });
    }

    private void press(String id) {
        Fx.run(() -> ((ButtonBase) dialog.lookup("#" + id)).fire());
    }

    private void picture(String name) throws IOException {
        Fx.await(
                model,
                () -> ((ImageView) dialog.lookup("#export-preview")).getImage() != null
                        && ((Label) dialog.lookup("#export-estimate")).getText().startsWith("About"));
        Fx.settle(6, () -> {});
        var image = Fx.on(() -> {
            dialog.getRoot().applyCss();
            dialog.getRoot().layout();
            return Fx.image(dialog.snapshot(null));
        });
        ImageIO.write(
                image, "png", Path.of("screenshots", "dialog-" + name + ".png").toFile());
        Fx.run(() -> dialog.getWindow().hide());
    }

    @Test
    void film() throws IOException {
        Fx.run(() -> model.playback().hold(1));
        ask("export-film");
        press("export-way-mp4");
        press("export-key-add");
        Fx.run(() -> model.changeLook(look -> look.withCamera(look.camera().zoomed(0.6, 0.3, 0.2))));
        press("export-key-add");
        Fx.settle(70, () -> {}); // somewhere in the film
        picture("film");
    }

    @Test
    void printedPicture() throws IOException {
        Fx.run(() -> model.playback().hold(0.8));
        ask("export-picture");
        press("export-way-pdf");
        Fx.run(() -> {
            choose("export-size", Optional.of(isotopy.export.Preset.PAPER_COLUMN));
            choose("export-theme", Theme.PRINT);
        });
        picture("picture");
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String id, T value) {
        ((ComboBox<T>) dialog.lookup("#" + id)).setValue(value);
    }

    @Test
    void strip() throws IOException {
        ask("export-strip");
        Fx.run(() -> ((TextField) dialog.lookup("#export-strip-shares")).setText("0, 0.25, 0.5, 0.75, 1"));
        picture("strip");
    }

    @Test
    void chart() throws IOException {
        choose(Preset.SWIRL, network -> network);
        train(600);
        ask("export-chart");
        Fx.run(() -> ((ButtonBase) dialog.lookup("#export-chart-loss")).fireEvent(new ActionEvent()));
        picture("chart");
    }
}
