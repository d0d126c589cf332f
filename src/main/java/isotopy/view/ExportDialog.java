package isotopy.view;

import isotopy.service.ExportService;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window in which an export is chosen. It is not modal, and an export goes on when it is closed.
public final class ExportDialog {
    private final WorkbenchModel model;
    private final FileChoice choice;
    private final ExportService service;
    private final Supplier<Window> owner;
    private final Optional<Consumer<Path>> openFolder;
    private Optional<Opened> opened = Optional.empty();

    /// The window, once it was asked for, and what is in it.
    private record Opened(Stage stage, ExportPane pane) {}

    /// A dialog over a window; `openFolder` shows a folder on the desktop, where that works.
    public ExportDialog(
            WorkbenchModel model,
            FileChoice choice,
            ExportService service,
            Supplier<Window> owner,
            Optional<Consumer<Path>> openFolder) {
        this.model = model;
        this.choice = choice;
        this.service = service;
        this.owner = owner;
        this.openFolder = openFolder;
    }

    private Opened make() {
        var pane = new ExportPane(model, choice, service, openFolder);
        var root = new StackPane(pane);
        root.getStyleClass().add("export-root");
        var stage = new Stage();
        stage.setScene(new Scene(root));
        stage.initOwner(owner.get());
        stage.initModality(Modality.NONE);
        stage.setTitle("Export – Isotopy");
        stage.setResizable(false);
        stage.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pane.pulse(now);
                if (!stage.isShowing() && !pane.working()) {
                    stop();
                }
            }
        };
        stage.setOnShown(event -> timer.start());
        return new Opened(stage, pane);
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
        var dialog = opened.orElseGet(this::make);
        opened = Optional.of(dialog);
        Themes.apply(dialog.stage().getScene(), model.lookProperty().get().theme());
        dialog.pane().begin(film);
        dialog.stage().show();
        dialog.stage().sizeToScene();
        dialog.stage().toFront();
    }
}
