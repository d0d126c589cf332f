package isotopy.view;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/// Where the nodes of the drawn target are (of its lattice, of its curve, the ends of its landmarks), and a light on
/// the one under the mouse; where the picture below does not show them all, they are shown here. Mutable.
///
/// Units: positions in world coordinates; what is near is measured in pixels.
final class NodeHandles extends Pane {
    private static final double REACH = 14;
    private static final double RADIUS = 7;

    private final DrawingPage page;
    private double[] x1 = {};
    private double[] x2 = {};
    private final Circle light = new Circle(RADIUS);
    private final List<Circle> shown = new ArrayList<>();
    private boolean all;
    private int held = -1;
    private int hovered = -1;

    NodeHandles(DrawingPage page) {
        this.page = page;
        setMouseTransparent(true);
        setManaged(false);
        light.getStyleClass().add("drawing-node");
        light.setVisible(false);
        getChildren().add(light);
    }

    /// Takes the positions of the nodes; the one that is held stays with the mouse.
    void follow(Points nodes) {
        boolean keeps = held >= 0 && held < x1.length && nodes.size() == x1.length;
        double held1 = keeps ? x1[held] : 0;
        double held2 = keeps ? x2[held] : 0;
        x1 = nodes.row(0);
        x2 = nodes.row(1);
        if (keeps) {
            x1[held] = held1;
            x2[held] = held2;
        }
        place();
    }

    /// Shows every node, or only the light on one where the picture shows them.
    void showAll(boolean wanted) {
        all = wanted;
        place();
    }

    private void placeAll() {
        int count = all ? x1.length : 0;
        while (shown.size() < count) {
            var circle = new Circle(RADIUS - 2);
            circle.getStyleClass().add("drawing-handle");
            shown.add(circle);
        }
        for (int k = 0; k < count; k++) {
            shown.get(k).setCenterX(page.pageX(x1[k]));
            shown.get(k).setCenterY(page.pageY(x2[k]));
        }
        if (getChildren().size() != count + 1) {
            getChildren().setAll(shown.subList(0, count));
            getChildren().add(light);
        }
    }

    /// Puts everything where the camera sees its node.
    void place() {
        placeAll();
        boolean shown = hovered >= 0 && hovered < x1.length;
        light.setVisible(shown);
        if (shown) {
            light.setCenterX(page.pageX(x1[hovered]));
            light.setCenterY(page.pageY(x2[hovered]));
        }
    }

    /// The node at a place of the page, the nearest of several.
    OptionalInt at(double x, double y) {
        int found = -1;
        double best = REACH;
        for (int k = 0; k < x1.length; k++) {
            double distance = Math.hypot(page.pageX(x1[k]) - x, page.pageY(x2[k]) - y);
            if (distance <= best) {
                best = distance;
                found = k;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// Lights the node under the mouse; says whether there is one.
    boolean hover(double x, double y) {
        light(at(x, y).orElse(-1));
        return hovered >= 0;
    }

    /// The node that is lit.
    OptionalInt lit() {
        return hovered >= 0 && hovered < x1.length ? OptionalInt.of(hovered) : OptionalInt.empty();
    }

    /// Forgets all nodes.
    void clear() {
        x1 = new double[0];
        x2 = new double[0];
        held = -1;
        light(-1);
        place();
    }

    void hold(int node) {
        light(node);
        held = node;
    }

    void release() {
        held = -1;
    }

    void move(int node, double to1, double to2) {
        x1[node] = to1;
        x2[node] = to2;
        place();
    }

    private void light(int node) {
        hovered = node;
        place();
    }
}
