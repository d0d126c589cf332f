package isotopy.view;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;
import javafx.scene.transform.Rotate;

/// One step of the hint: its number, its name, a sentence, and an arrow to the place it speaks of.
final class HintBubble extends HBox {
    private static final double TIP = 9;
    private final QuadCurve shaft = new QuadCurve();
    private final Polygon tip = new Polygon(0, 0, -TIP * 1.3, -TIP / 1.6, -TIP * 1.3, TIP / 1.6);
    private final Group arrow = new Group(shaft, tip);

    HintBubble(int step, String title, String sentence) {
        setId("hint-" + step);
        getStyleClass().add("hint-bubble");
        var number = new Label("" + step);
        number.getStyleClass().add("hint-number");
        var name = new Label(title);
        name.getStyleClass().add("hint-title");
        getChildren().addAll(number, new VBox(2, name, new Label(sentence)));
        shaft.getStyleClass().add("hint-arrow");
        tip.getStyleClass().add("hint-tip");
        arrow.setAutoSizeChildren(false);
    }

    /// The arrow, to be laid below the bubbles.
    Group arrow() {
        return arrow;
    }

    /// Bends the arrow from this bubble to the nearest side of the target: its top where it lies below, else its
    /// right side.
    void point(Bounds target, boolean below) {
        double endX = below ? target.getCenterX() : target.getMaxX() + 4;
        double endY = below
                ? target.getMinY() - 4
                : Math.max(target.getMinY() + 8, Math.min(target.getMaxY() - 8, centreY()));
        double startX = getLayoutX() + (below ? Math.min(40, getWidth() / 2) : 2);
        double startY = below ? getLayoutY() + getHeight() - 2 : centreY();
        double bendX = below ? endX : (startX + endX) / 2;
        double bendY = below ? startY + (endY - startY) * 0.15 : startY;
        if (below && endX >= getLayoutX() && endX <= getLayoutX() + getWidth()) {
            startX = endX;
        }
        shaft.setStartX(startX);
        shaft.setStartY(startY);
        shaft.setControlX(bendX);
        shaft.setControlY(bendY);
        shaft.setEndX(endX);
        shaft.setEndY(endY);
        tip.setLayoutX(endX);
        tip.setLayoutY(endY);
        double angle = Math.toDegrees(Math.atan2(endY - bendY, endX - bendX));
        tip.getTransforms().setAll(new Rotate(angle, 0, 0));
    }

    private double centreY() {
        return getLayoutY() + getHeight() / 2;
    }
}
