package isotopy.view;

import isotopy.figure.Illustrator;
import isotopy.figure.LineLayout;
import isotopy.flow.Trajectory;
import java.util.OptionalInt;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// What is pointed at in the two pictures of a map of the line; a hairline links the two places of the particle under
/// the pointer. Mutable.
final class LineHands {
    private static final double REACH = 12;

    private final Region stage;
    private final WorkbenchModel model;
    private final Line hairline = new Line();

    LineHands(Region stage, WorkbenchModel model) {
        this.stage = stage;
        this.model = model;
        hairline.setId("line-hairline");
        hairline.getStyleClass().add("stage-pin-ring");
        hairline.setMouseTransparent(true);
        hairline.getStrokeDashArray().setAll(3.0, 3.0);
        hairline.setVisible(false);
    }

    Line hairline() {
        return hairline;
    }

    /// Shows the hairline of the particle that is pointed at, if there is one.
    void hover(double x, double y) {
        var scene = model.sceneProperty().get();
        boolean here = scene.particles().dimension() == 1
                && !model.drawingProperty().get()
                && !model.lookProperty().get().space();
        var particle = here ? nearest(scene.particles(), x, y) : OptionalInt.empty();
        hairline.setVisible(particle.isPresent());
        particle.ifPresent(k -> {
            var layout = layout();
            double height = scene.heights(scene.particles(), model.time())[k];
            hairline.setStartX(layout.graphX(scene.particles().at(0, 0, k)));
            hairline.setStartY(layout.heightY(height));
            hairline.setEndX(layout.timeX(model.time() / scene.particles().horizon()));
            hairline.setEndY(layout.timeY(height));
        });
    }

    void leave() {
        hairline.setVisible(false);
    }

    /// The start at a page x of the graph.
    double start(double x) {
        return layout().worldX(x);
    }

    /// The particle whose dot, in one of the pictures, is at that place of the page.
    OptionalInt nearest(Trajectory paths, double x, double y) {
        var layout = layout();
        double t = model.time();
        double now = layout.timeX(t / paths.horizon());
        var heights = model.sceneProperty().get().heights(paths, t);
        int found = -1;
        double best = REACH;
        for (int k = 0; k < paths.size(); k++) {
            double height = heights[k];
            double distance = Math.min(
                    Math.hypot(layout.graphX(paths.at(0, 0, k)) - x, layout.heightY(height) - y),
                    Math.hypot(now - x, layout.timeY(height) - y));
            if (distance < best) {
                best = distance;
                found = k;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private LineLayout layout() {
        return Illustrator.layout(
                model.sceneProperty().get(), model.lookProperty().get(), stage.getWidth(), stage.getHeight());
    }
}
