package isotopy.view;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The one line under a presented stage: target, network, t, layer and miss. Its type grows with the window.
///
/// Units: 20 px at 720 lines, in proportion above, never less.
public final class PresentationCaption extends HBox {
    private static final double LEAST = 20;
    private static final double LINES = 720;
    private final WorkbenchModel model;
    private final Label line = new Label();

    public PresentationCaption(WorkbenchModel model) {
        this.model = model;
        setId("presentation-caption");
        getStyleClass().add("caption");
        line.setId("presentation-caption-line");
        getChildren().add(line);
        InvalidationListener write = changed -> write();
        model.readableProperty().addListener(write);
        model.lookProperty().addListener(write);
        model.playback().shareProperty().addListener(write);
        visibleProperty().addListener(write);
        sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                now.heightProperty().addListener(changed -> size());
                size();
            }
        });
        write();
    }

    /// The size of the type for a window of so many lines.
    static double size(double lines) {
        return Math.max(LEAST, Math.rint(LEAST * lines / LINES));
    }

    private void size() {
        if (getScene() != null) {
            line.setStyle("-fx-font-size: " + size(getScene().getHeight()) + "px;");
        }
    }

    private void write() {
        if (isVisible()) {
            line.setText(Sentences.caption(
                    model.readableProperty().get(),
                    model.lookProperty().get(),
                    model.playback().shareProperty().get()));
        }
    }
}
