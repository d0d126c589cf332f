package isotopy.view;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The three steps of the program, "Draw · Choose · Train", each pointing at its place. It lies over the window and
/// lets everything through: any click, Escape, or the first training step takes it away; it is remembered as seen.
public final class HintView extends Pane {
    /// Bubbles keep this far from what they point at, from each other and from the edges.
    private static final double GAP = 44;

    private static final double BETWEEN = 14;
    private final Remembered seen;
    private final List<HintBubble> bubbles = List.of(
            new HintBubble(1, "Draw", "Take a map from the gallery, or drag the lattice with the mouse."),
            new HintBubble(2, "Choose", "Pick what one layer may do, and how many layers there are."),
            new HintBubble(3, "Train", "Watch the flow learn to carry every point to its goal."));
    private List<Node> places = List.of();
    private final EventHandler<MouseEvent> click = event -> hide();
    private final EventHandler<KeyEvent> escape = event -> {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
        }
    };

    /// `seen` remembers, from one start of the program to the next, that the hint was shown.
    public HintView(WorkbenchModel model, Remembered seen) {
        this.seen = seen;
        setId("hint");
        setMouseTransparent(true);
        setVisible(false);
        for (var bubble : bubbles) {
            getChildren().addAll(bubble.arrow(), bubble);
        }
        model.activityProperty().addListener((property, before, now) -> {
            if (model.training()) {
                hide();
            }
        });
        sceneProperty().addListener((property, before, now) -> move(before, now));
    }

    /// The places that the three steps happen at: where the target is drawn, where a family is chosen, the Train
    /// button.
    public void pointAt(Node draw, Node choose, Node train) {
        places = List.of(draw, choose, train);
        for (var place : places) {
            place.boundsInParentProperty().addListener((property, before, now) -> requestLayout());
            place.localToSceneTransformProperty().addListener((property, before, now) -> requestLayout());
        }
        requestLayout();
    }

    /// Shows the hint unless it was seen before.
    public void greet() {
        if (!seen.holds("hint")) {
            recall();
        }
    }

    /// Shows the hint, seen or not.
    public void recall() {
        setVisible(true);
        requestLayout();
    }

    /// Takes the hint away and remembers that it was seen.
    public void hide() {
        if (isVisible()) {
            setVisible(false);
            seen.note("hint");
        }
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(MouseEvent.MOUSE_PRESSED, click);
            before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (now != null) {
            now.addEventFilter(MouseEvent.MOUSE_PRESSED, click);
            now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    @Override
    protected void layoutChildren() {
        bubbles.forEach(HintBubble::autosize);
        if (places.isEmpty()) {
            return;
        }
        var targets = new ArrayList<Bounds>();
        for (var place : places) {
            targets.add(sceneToLocal(place.localToScene(place.getLayoutBounds())));
        }
        double left = Math.max(targets.get(0).getMaxX(), targets.get(1).getMaxX()) + GAP;
        double lowest = Math.min(getHeight(), targets.get(2).getMinY())
                - GAP
                - bubbles.get(2).getHeight();
        double y = lowest;
        // from below, so that no bubble covers another where there is little height
        for (int k = 2; k >= 0; k--) {
            var bubble = bubbles.get(k);
            double wanted = k == 2 ? lowest : targets.get(k).getCenterY() - bubble.getHeight() / 2;
            double place = k == 2 ? targets.get(2).getMinX() : left;
            double x = Math.max(BETWEEN, Math.min(getWidth() - bubble.getWidth() - BETWEEN, place));
            y = Math.max(BETWEEN, Math.min(wanted, y));
            bubble.relocate(Math.rint(x), Math.rint(y));
            bubble.point(targets.get(k), k == 2);
            y -= BETWEEN + (k > 0 ? bubbles.get(k - 1).getHeight() : 0);
        }
    }

    /// The bubbles, for tests.
    List<HintBubble> bubbles() {
        return bubbles;
    }
}
