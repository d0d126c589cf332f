package isotopy.view;

import isotopy.figure.Camera;
import isotopy.figure.Look;
import isotopy.target.Kind;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/// Moves the camera: the wheel and two fingers zoom at the pointer, dragging pans (and turns what has a third
/// direction), a double click fits. Mutable.
final class Navigation {
    /// How near and how far one can go, in spans of the whole square.
    private static final double NEAREST = 1e-4;

    private static final double FARTHEST = 50;
    private static final double DEGREES_PER_PIXEL = 0.4;

    private final Region stage;
    private final WorkbenchModel model;
    private double lastX;
    private double lastY;
    private boolean moving;

    Navigation(Region stage, WorkbenchModel model) {
        this.stage = stage;
        this.model = model;
    }

    /// Listens to the stage, after those who may use up a gesture before.
    void listen() {
        stage.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        stage.addEventHandler(ZoomEvent.ZOOM, pinch -> {
            zoom(1 / pinch.getZoomFactor(), pinch.getX(), pinch.getY());
            pinch.consume();
        });
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            lastX = press.getX();
            lastY = press.getY();
            moving = false;
        });
        stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    }

    /// Shows the whole square.
    void fit() {
        model.changeLook(look -> look.withCamera(
                Camera.fit(model.experimentProperty().get().sampling().domain())));
    }

    /// World x₁ at a page x.
    double worldX1(double x) {
        return camera().worldX1(x, stage.getWidth(), stage.getHeight());
    }

    /// World x₂ at a page y.
    double worldX2(double y) {
        return camera().worldX2(y, stage.getWidth(), stage.getHeight());
    }

    /// Page x of a world x₁.
    double pageX(double x1) {
        return camera().pageX(x1, stage.getWidth(), stage.getHeight());
    }

    /// Page y of a world x₂.
    double pageY(double x2) {
        return camera().pageY(x2, stage.getWidth(), stage.getHeight());
    }

    /// Page pixels per world unit.
    double scale() {
        return camera().scale(stage.getWidth(), stage.getHeight());
    }

    private Camera camera() {
        return model.lookProperty().get().camera();
    }

    /// Whether the pictures lie as they lie: those of a map of the line have axes of their own.
    private boolean fixed() {
        return model.experimentProperty().get().target().kind() == Kind.LINE
                && (model.drawingProperty().get() || !model.lookProperty().get().space());
    }

    private void scrolled(ScrollEvent scroll) {
        if (fixed()) {
            return;
        }
        if (scroll.getTouchCount() > 0) {
            pan(scroll.getDeltaX(), scroll.getDeltaY());
        } else {
            double delta = scroll.getDeltaY() != 0 ? scroll.getDeltaY() : scroll.getDeltaX();
            zoom(Math.exp(-delta / 300), scroll.getX(), scroll.getY());
        }
        scroll.consume();
    }

    private void zoom(double factor, double x, double y) {
        if (fixed()) {
            return;
        }
        double side = model.experimentProperty().get().sampling().domain().side();
        double span = camera().span();
        double wanted = Math.clamp(span * factor, NEAREST * side, FARTHEST * side);
        double fixed1 = worldX1(x);
        double fixed2 = worldX2(y);
        look(camera().zoomed(wanted / span, fixed1, fixed2));
    }

    private void dragged(MouseEvent drag) {
        moving = moving || !drag.isStillSincePress();
        if (!moving || drag.isConsumed()) {
            return;
        }
        double dx = drag.getX() - lastX;
        double dy = drag.getY() - lastY;
        lastX = drag.getX();
        lastY = drag.getY();
        if (fixed()) {
            return;
        }
        boolean turns = model.lookProperty().get().projection().turns()
                && !model.drawingProperty().get()
                && drag.getButton() == MouseButton.PRIMARY
                && !drag.isShiftDown();
        if (turns) {
            turn(dx, dy);
        } else {
            pan(dx, dy);
        }
        drag.consume();
    }

    private void turn(double dx, double dy) {
        model.changeLook((Look look) -> look.withAngles(
                (look.yaw() + DEGREES_PER_PIXEL * dx) % 360,
                Math.clamp(look.pitch() + DEGREES_PER_PIXEL * dy, -89, 89)));
    }

    private void pan(double dx, double dy) {
        double scale = scale();
        look(camera().moved(-dx / scale, dy / scale));
    }

    /// Looks from there, unless that is so far away that nobody would find back.
    private void look(Camera wanted) {
        var domain = model.experimentProperty().get().sampling().domain();
        double most = FARTHEST * domain.side();
        var camera = new Camera(
                Math.clamp(wanted.x1(), domain.centre() - most, domain.centre() + most),
                Math.clamp(wanted.x2(), domain.centre() - most, domain.centre() + most),
                wanted.span());
        model.changeLook(look -> look.withCamera(camera));
    }
}
