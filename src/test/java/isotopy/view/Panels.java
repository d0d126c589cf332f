package isotopy.view;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;

/// What tests of the panels share. Everything is called on the JavaFX thread unless it says otherwise.
final class Panels {
    private Panels() {}

    /// A model of the swirl, not trained; any thread.
    static WorkbenchModel model() {
        return Fx.model(Fx.trained(Experiment.standard(Preset.SWIRL), 0));
    }

    /// Lays a view out in a scene of its own.
    static Scene scene(Parent view, Theme theme, double width, double height) {
        var scene = new Scene(new StackPane(view), width, height);
        scene.getStylesheets().add(Appearance.stylesheet("panels.css"));
        Appearance.wear(scene, theme);
        layOut(scene);
        return scene;
    }

    static void layOut(Scene scene) {
        for (int k = 0; k < 3; k++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    static BufferedImage picture(Scene scene) {
        layOut(scene);
        return Fx.image(scene.snapshot(null));
    }

    @SuppressWarnings("unchecked")
    static <T extends Node> T find(Scene scene, String id) {
        var found = scene.getRoot().lookup("#" + id);
        if (found == null) {
            throw new AssertionError("there is no #" + id);
        }
        return (T) found;
    }

    /// The labelled controls on the screen whose text does not fit, or that leave the scene.
    static List<String> clipped(Scene scene) {
        layOut(scene);
        var found = new ArrayList<String>();
        collect(scene.getRoot(), scene, found);
        return found;
    }

    private static void collect(Node node, Scene scene, List<String> found) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            var bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean narrow = !labeled.isWrapText() && labeled.prefWidth(-1) > labeled.getWidth() + 0.6;
            boolean low = labeled.prefHeight(labeled.getWidth()) > labeled.getHeight() + 0.6;
            boolean outside = bounds.getMaxX() > scene.getWidth() + 1 || bounds.getMaxY() > scene.getHeight() + 1;
            if (narrow || low || outside) {
                found.add(labeled.getText() + " (wants " + labeled.prefWidth(-1) + " × "
                        + labeled.prefHeight(labeled.getWidth()) + ", has " + labeled.getWidth() + " × "
                        + labeled.getHeight() + ", ends at " + bounds.getMaxX() + ", " + bounds.getMaxY() + ")");
            }
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                collect(child, scene, found);
            }
        }
    }
}
