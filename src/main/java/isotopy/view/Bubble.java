package isotopy.view;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// A pane that opens beside a button, within its window, and is gone with Escape or the next click elsewhere.
final class Bubble {
    private static final double GAP = 6;
    private static final double EDGE = 48;
    private static final double UP = 60;

    private final Popup popup = new Popup();
    private final Region pane;

    Bubble(Region pane) {
        this.pane = pane;
        pane.getStyleClass().add("gallery-pane");
        popup.getContent().add(pane);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Opens on that side of `owner`, in the type of its window, or closes where it is open.
    void show(Node owner, Side side) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        var window = owner.getScene().getWindow();
        boolean hall = large(owner);
        if (hall != pane.getStyleClass().contains("projector")) {
            pane.getStyleClass().remove("projector");
            if (hall) {
                pane.getStyleClass().add("projector");
            }
        }
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        pane.setMaxHeight(window.getY() + window.getHeight() - bounds.getMinY() - EDGE);
        if (side == Side.RIGHT) {
            popup.show(window, bounds.getMaxX() + GAP, Math.max(window.getY() + 8, bounds.getMinY() - UP));
        } else {
            popup.show(window, bounds.getMinX(), bounds.getMaxY() + GAP);
        }
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Whether the window of a node is read from the back row.
    static boolean large(Node owner) {
        return owner.getScene().getRoot().getStyleClass().contains("projector");
    }
}
