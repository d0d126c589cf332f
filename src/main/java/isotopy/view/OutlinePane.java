package isotopy.view;

import isotopy.math.Points;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// Shows the closed curve that is being drawn, and the one that waits for where it should go. Mutable.
final class OutlinePane extends Pane {
    private final DrawingPage page;
    private final Polyline stroke = new Polyline();
    private final Polygon waiting = new Polygon();

    OutlinePane(DrawingPage page) {
        this.page = page;
        setManaged(false);
        setMouseTransparent(true);
        stroke.getStyleClass().add("drawing-stroke");
        waiting.getStyleClass().add("drawing-outline");
        getChildren().addAll(waiting, stroke);
    }

    /// Takes what the tool in the hand has drawn so far.
    void follow(StageTool hand) {
        boolean shapes = hand instanceof ShapeTool;
        setVisible(shapes);
        if (!(hand instanceof ShapeTool tool)) {
            return;
        }
        stroke.getPoints().clear();
        for (var touch : tool.stroke()) {
            stroke.getPoints().addAll(touch.x(), touch.y());
        }
        waiting.getPoints().clear();
        tool.waiting().ifPresent(this::show);
    }

    private void show(Points outline) {
        for (int k = 0; k < outline.size(); k++) {
            waiting.getPoints().addAll(page.pageX(outline.at(0, k)), page.pageY(outline.at(1, k)));
        }
    }
}
