package isotopy.view;

import isotopy.figure.Theme;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// A window beside the first one, not in its way: made when it is shown, in the same theme, gone with Escape. Lives on
/// the JavaFX thread.
final class SideWindow {
    private final WorkbenchModel model;
    private final String title;
    private final double width;
    private final double height;
    private final Function<Stage, Parent> content;
    private Stage stage = new Stage();

    /// `content` is made anew for each opening, for the stage in which it will stand.
    SideWindow(WorkbenchModel model, String title, double width, double height, Function<Stage, Parent> content) {
        this.model = model;
        this.title = title;
        this.width = width;
        this.height = height;
        this.content = content;
        model.lookProperty().addListener((property, before, now) -> follow(now.theme()));
    }

    /// Opens it, or brings it to the front.
    void show(Node owner) {
        if (!stage.isShowing()) {
            stage = open(owner);
        }
        stage.show();
        stage.toFront();
    }

    /// The stage that was opened last.
    Stage stage() {
        return stage;
    }

    private Stage open(Node owner) {
        var opened = new Stage();
        var root = content.apply(opened);
        root.getStyleClass().add("side-window");
        var scene = new Scene(root, width, height);
        Themes.apply(scene, model.lookProperty().get().theme());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                opened.close();
            }
        });
        opened.initOwner(owner.getScene().getWindow());
        opened.setTitle(title + " – Isotopy");
        opened.setScene(scene);
        opened.setMinWidth(Math.min(width, 480));
        opened.setMinHeight(Math.min(height, 320));
        return opened;
    }

    private void follow(Theme theme) {
        if (stage.isShowing() && !stage.getScene().getRoot().getStyleClass().contains(theme.id())) {
            Themes.apply(stage.getScene(), theme);
        }
    }
}
