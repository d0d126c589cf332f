package isotopy.view;

import isotopy.figure.Theme;
import isotopy.service.ExportService;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window in which an export is chosen. It is not modal, and an export goes on when it is closed.
public final class ExportDialog {
    private final WorkbenchModel model;
    private final Window owner;
    private final ExportPane pane;
    private final Stage stage = new Stage();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pane.pulse(now);
            if (!stage.isShowing() && !pane.working()) {
                stop();
            }
        }
    };

    /// A dialog over a window; `openFolder` shows a folder on the desktop, where that works.
    public ExportDialog(
            WorkbenchModel model,
            FileChoice choice,
            ExportService service,
            Window owner,
            Optional<Consumer<Path>> openFolder) {
        this.model = model;
        this.owner = owner;
        pane = new ExportPane(model, choice, service, openFolder);
        var root = new StackPane(pane);
        root.getStyleClass().add("export-root");
        stage.setScene(new Scene(root));
        stage.initModality(Modality.NONE);
        stage.setTitle("Export – Isotopy");
        stage.setResizable(false);
    }

    /// Opens with a picture of the present moment.
    public void showPicture() {
        show(false);
    }

    /// Opens with an animation over t.
    public void showFilm() {
        show(true);
    }

    private void show(boolean film) {
        Theme theme = model.lookProperty().get().theme();
        Themes.apply(stage.getScene(), theme);
        pane.begin(film);
        if (stage.getOwner() == null) {
            stage.initOwner(owner);
        }
        stage.show();
        stage.sizeToScene();
        stage.toFront();
        timer.start();
    }
}
