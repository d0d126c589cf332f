package isotopy.view;

import isotopy.figure.Theme;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The window in which an export is chosen. It is not modal, and an export goes on when it is closed; what was chosen
/// stays chosen.
public final class ExportDialog {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;
    private static final double HALL_WIDTH = 1180;
    private static final double LEAST_WIDTH = 860;
    private static final double LEAST_HEIGHT = 460;

    private final ExportDesk desk;
    private final Supplier<Window> owner;
    private Optional<Opened> opened = Optional.empty();

    /// The window, once it was asked for, and what is in it.
    private record Opened(Stage stage, ExportPane pane) {}

    /// A dialog over a window.
    public ExportDialog(ExportDesk desk, Supplier<Window> owner) {
        this.desk = desk;
        this.owner = owner;
    }

    private Opened make() {
        var pane = new ExportPane(desk);
        var root = new StackPane(pane);
        root.getStyleClass().add("export-root");
        var stage = new Stage();
        var screen = Screen.getPrimary().getVisualBounds();
        boolean hall = theme() == Theme.PROJECTOR;
        stage.setScene(new Scene(
                root,
                Math.min(hall ? HALL_WIDTH : WIDTH, screen.getWidth() - 20),
                Math.min(HEIGHT, screen.getHeight() - 60)));
        stage.initOwner(owner.get());
        stage.initModality(Modality.NONE);
        stage.setTitle("Export – Isotopy");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        desk.model().lookProperty().addListener((property, before, now) -> {
            if (before.theme() != now.theme()) {
                Themes.apply(stage.getScene(), now.theme());
            }
        });
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

    private Theme theme() {
        return desk.model().lookProperty().get().theme();
    }

    /// Opens it for that.
    void show(ExportKind kind) {
        var dialog = opened.orElseGet(this::make);
        opened = Optional.of(dialog);
        Themes.apply(dialog.stage().getScene(), theme());
        dialog.pane().begin(kind);
        dialog.stage().show();
        dialog.stage().toFront();
    }
}
