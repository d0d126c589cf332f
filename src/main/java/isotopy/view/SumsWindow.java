package isotopy.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Sums beside compositions in a window of its own, which stands beside the first one and goes on with it.
final class SumsWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 700;

    private final WorkbenchModel model;
    private @Nullable Stage stage;

    SumsWindow(WorkbenchModel model) {
        this.model = model;
    }

    /// Opens it, or brings it to the front.
    void show(Node owner) {
        if (stage == null) {
            stage = open(owner);
        }
        stage.show();
        stage.toFront();
    }

    private Stage open(Node owner) {
        var card = SumsCard.large(model);
        VBox.setVgrow(card, Priority.ALWAYS);
        var root = new VBox(card);
        root.getStyleClass().add("sums-window");
        var scene = new Scene(root, WIDTH, HEIGHT);
        Themes.apply(scene, model.lookProperty().get().theme());
        model.lookProperty().addListener((property, before, now) -> {
            if (before.theme() != now.theme()) {
                Themes.apply(scene, now.theme());
                card.setTheme(now.theme());
            }
        });
        var opened = new Stage();
        opened.initOwner(owner.getScene().getWindow());
        opened.setTitle("Against sums – Isotopy");
        opened.setScene(scene);
        opened.setMinWidth(640);
        opened.setMinHeight(480);
        opened.showingProperty().subscribe(showing -> card.setVisible(showing));
        return opened;
    }
}
