package isotopy.view;

import isotopy.figure.Camera;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Scene;
import java.util.ArrayList;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// Pinned particles: a ring at each one's start, which can be dragged at any t, so that its whole path follows live.
///
/// A click on a particle pins it, a click on a pinned one explains it, a secondary click lets it go. Dragging the
/// particle itself, away from its start, moves its start by the same way. Mutable.
final class PinLayer extends Pane {
    private static final double REACH = 12;

    private final WorkbenchModel model;
    private final Region stage;
    private final LineHands line;
    private OptionalInt held = OptionalInt.empty();
    private double heldX1;
    private double heldX2;
    private boolean pinnedByThisClick;

    private final Navigation navigation;

    PinLayer(Region stage, WorkbenchModel model, Navigation navigation) {
        this.model = model;
        this.stage = stage;
        this.navigation = navigation;
        line = new LineHands(stage, model);
        setPickOnBounds(false);
        stage.addEventHandler(MouseEvent.MOUSE_MOVED, move -> line.hover(move.getX(), move.getY()));
        stage.addEventHandler(MouseEvent.MOUSE_EXITED, exit -> line.leave());
        stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stage.addEventHandler(MouseEvent.MOUSE_RELEASED, released -> held = OptionalInt.empty());
        stage.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// Puts the rings where the starts are.
    void follow(Look look) {
        boolean shown = inPlane() && !look.pins().isEmpty();
        if (onLine()) {
            setVisible(true);
            getChildren().setAll(line.hairline());
            return;
        }
        getChildren().remove(line.hairline());
        setVisible(shown);
        var pins = look.pins();
        while (getChildren().size() > pins.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < pins.size()) {
            getChildren().add(ring());
        }
        for (int k = 0; k < pins.size(); k++) {
            var ring = (Circle) getChildren().get(k);
            ring.setCenterX(pageX(pins.get(k).x1()));
            ring.setCenterY(pageY(pins.get(k).x2()));
        }
    }

    /// Lets go of the pin that is being explained.
    boolean unpinInspected() {
        if (model.inspectedProperty().get() instanceof Inspected.Particle(int pin)
                && pin < model.lookProperty().get().pins().size()) {
            unpin(pin);
            return true;
        }
        return false;
    }

    private static Circle ring() {
        var ring = new Circle(7);
        ring.getStyleClass().add("stage-pin-ring");
        ring.setCursor(Cursor.HAND);
        return Tips.on(
                ring, "Where this particle starts: drag it, and its whole path follows; a secondary click lets it go.");
    }

    private boolean inPlane() {
        return model.lookProperty().get().projection() == Projection.PLANE
                && !model.drawingProperty().get();
    }

    private boolean onLine() {
        return model.sceneProperty().get().particles().dimension() == 1;
    }

    /// From where the plane is seen at t.
    private Camera camera() {
        return Illustrator.camera(
                model.sceneProperty().get(), model.time(), model.lookProperty().get());
    }

    private double pageX(double x1) {
        return camera().pageX(x1, stage.getWidth(), stage.getHeight());
    }

    private double pageY(double x2) {
        return camera().pageY(x2, stage.getWidth(), stage.getHeight());
    }

    private double worldX1(double x) {
        return onLine() ? line.start(x) : camera().worldX1(x, stage.getWidth(), stage.getHeight());
    }

    private double worldX2(double y) {
        return onLine() ? 0 : camera().worldX2(y, stage.getWidth(), stage.getHeight());
    }

    private void pressed(MouseEvent press) {
        held = OptionalInt.empty();
        if (press.getButton() == MouseButton.PRIMARY && inPlane()) {
            held = pinAt(press.getX(), press.getY());
            heldX1 = worldX1(press.getX());
            heldX2 = worldX2(press.getY());
        }
    }

    private void dragged(MouseEvent drag) {
        if (held.isEmpty() || drag.isStillSincePress()) {
            return;
        }
        int pin = held.getAsInt();
        double x1 = worldX1(drag.getX());
        double x2 = worldX2(drag.getY());
        model.changeLook(look -> {
            var pins = new ArrayList<>(look.pins());
            if (pin < pins.size()) {
                var before = pins.get(pin);
                pins.set(pin, new Look.Pin(before.x1() + x1 - heldX1, before.x2() + x2 - heldX2));
            }
            return look.withPins(pins);
        });
        heldX1 = x1;
        heldX2 = x2;
        drag.consume();
    }

    private void clicked(MouseEvent click) {
        if (model.drawingProperty().get() || !click.isStillSincePress()) {
            return;
        }
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            doubleClicked(click);
            return;
        }
        if (!inPlane()) {
            return;
        }
        var pin = pinAt(click.getX(), click.getY());
        if (click.getButton() == MouseButton.SECONDARY) {
            pin.ifPresent(this::unpin);
        } else if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 1) {
            pinnedByThisClick = false;
            if (pin.isPresent()) {
                model.inspect(new Inspected.Particle(pin.getAsInt()));
            } else {
                pinNearest(click.getX(), click.getY());
            }
        }
    }

    /// A double click fits; what its first half has pinned is let go again.
    private void doubleClicked(MouseEvent click) {
        if (pinnedByThisClick) {
            unpin(model.lookProperty().get().pins().size() - 1);
            pinnedByThisClick = false;
        }
        navigation.fit();
        click.consume();
    }

    private void pinNearest(double x, double y) {
        var scene = model.sceneProperty().get();
        if (!model.lookProperty().get().shows(Overlay.PARTICLES)) {
            return;
        }
        var nearest = nearestParticle(scene, x, y);
        if (nearest.isEmpty()) {
            model.inspect(new Inspected.Nothing());
            return;
        }
        int particle = nearest.getAsInt();
        var start = new Look.Pin(
                scene.particles().at(0, 0, particle),
                onLine() ? 0 : scene.particles().at(0, 1, particle));
        model.changeLook(look -> {
            var pins = new ArrayList<>(look.pins());
            pins.add(start);
            return look.withPins(pins);
        });
        pinnedByThisClick = true;
        model.inspect(new Inspected.Particle(model.lookProperty().get().pins().size() - 1));
    }

    private OptionalInt nearestParticle(Scene scene, double x, double y) {
        if (onLine()) {
            return line.nearest(scene.particles(), x, y);
        }
        int n = scene.particles().size();
        var x1 = new double[n];
        var x2 = new double[n];
        scene.particles().copyRow(model.time(), 0, x1);
        scene.particles().copyRow(model.time(), 1, x2);
        return nearest(x1, x2, x, y);
    }

    /// The pin whose start, or whose particle at t, is at that place of the page.
    private OptionalInt pinAt(double x, double y) {
        var pins = model.lookProperty().get().pins();
        if (onLine()) {
            return model.sceneProperty()
                    .get()
                    .pins()
                    .filter(paths -> paths.size() == pins.size())
                    .map(paths -> line.nearest(paths, x, y))
                    .orElse(OptionalInt.empty());
        }
        var start = nearest(
                pins.stream().mapToDouble(Look.Pin::x1).toArray(),
                pins.stream().mapToDouble(Look.Pin::x2).toArray(),
                x,
                y);
        var paths = model.sceneProperty().get().pins();
        if (start.isPresent() || paths.isEmpty() || paths.get().size() != pins.size()) {
            return start;
        }
        var x1 = new double[pins.size()];
        var x2 = new double[pins.size()];
        paths.get().copyRow(model.time(), 0, x1);
        paths.get().copyRow(model.time(), 1, x2);
        return nearest(x1, x2, x, y);
    }

    private OptionalInt nearest(double[] x1, double[] x2, double x, double y) {
        var camera = camera();
        int found = -1;
        double best = REACH * REACH;
        for (int k = 0; k < x1.length; k++) {
            double dx = camera.pageX(x1[k], stage.getWidth(), stage.getHeight()) - x;
            double dy = camera.pageY(x2[k], stage.getWidth(), stage.getHeight()) - y;
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                found = k;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private void unpin(int pin) {
        model.changeLook(look -> {
            var pins = new ArrayList<>(look.pins());
            pins.remove(pin);
            return look.withPins(pins);
        });
        model.inspect(new Inspected.Nothing());
    }
}
