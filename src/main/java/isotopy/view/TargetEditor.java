package isotopy.view;

import isotopy.figure.Figure;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.Symmetry;
import isotopy.target.TargetMap;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// Draws the target on the stage: nodes of the lattice are dragged, or a finger pushes space. Alive in drawing mode
/// only. Mutable.
///
/// Every gesture, from press to release, is one undo. What an edit does to the figure is computed in the background.
final class TargetEditor extends Pane {
    /// Nodes a side of the lattice that is dragged.
    static final int NODES = 7;

    /// A finger pushes again when it has gone this share of its radius.
    private static final double PUSH_EVERY = 0.1;
    /// A jump of the mouse pushes at most so many radii.
    private static final double MOST_AT_ONCE = 20;

    private final WorkbenchModel model;
    private final Navigation navigation;
    private final DrawingTool tool = new DrawingTool();
    private final NodeHandles handles;
    private final Circle brush = new Circle();
    private final Sketcher sketcher = new Sketcher();
    private @Nullable TargetMap drawnUpon;
    private @Nullable Figure figure;
    private DrawnMap map = DrawnMap.blank(Box.UNIT, NODES);
    private @Nullable NodeDrag dragging;
    private @Nullable Push pushing;

    /// A node on its way: the map and the node's image when it was taken, and how far beside it the mouse took it
    /// (world units).
    private record NodeDrag(
            Object gesture, DrawnMap from, int node, double image1, double image2, double off1, double off2) {}

    /// A finger on its way: where it pushed last.
    private record Push(Object gesture, double x1, double x2) {}

    TargetEditor(WorkbenchModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
        setId("target-editor");
        handles = new NodeHandles(navigation);
        brush.getStyleClass().add("drawing-brush");
        brush.setMouseTransparent(true);
        brush.setManaged(false);
        brush.setVisible(false);
        getChildren().addAll(handles, brush);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(MouseEvent.MOUSE_MOVED, moved -> hover(moved.getX(), moved.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, left -> brush.setVisible(false));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        tool.radiusProperty().subscribe(this::sizeBrush);
        tool.kindProperty().subscribe(() -> {
            handles.setVisible(!tool.pushes());
            brush.setVisible(false);
        });
        model.drawingProperty().subscribe(this::followDrawing);
        setVisible(model.drawingProperty().get());
    }

    DrawingTool tool() {
        return tool;
    }

    /// The map that is drawn, as it would be stored: a preset with no stroke yet is still the preset.
    DrawnMap map() {
        var target = model.experimentProperty().get().target();
        if (target != drawnUpon) {
            drawnUpon = target;
            var domain = model.experimentProperty().get().sampling().domain();
            map = switch (target) {
                case DrawnMap drawn -> drawn;
                case Preset preset -> DrawnMap.from(preset, domain, NODES);
                case LineMap _, PlaneFunction _, PlaneMap _, Correspondence _, Labels _ ->
                    DrawnMap.blank(domain, NODES);
            };
        }
        return map;
    }

    /// Takes a new picture from the background, if there is one; asks for the next when something changed.
    Optional<Figure> pulse(double width, double height) {
        var drawn = map();
        sketcher.ask(new Sketcher.Question(
                drawn,
                model.experimentProperty().get().sampling().domain(),
                drawnUpon instanceof Correspondence
                        ? Optional.empty()
                        : model.obstructionProperty().get(),
                model.lookProperty().get(),
                width,
                height));
        var newest = sketcher.take();
        newest.ifPresent(sketch -> {
            figure = sketch.figure();
            handles.follow(sketch.nodes());
        });
        handles.place();
        sizeBrush();
        return newest.map(Sketcher.Sketch::figure);
    }

    void symmetrise(Symmetry symmetry) {
        edit("Symmetrise", new Object(), map().symmetrised(symmetry));
    }

    void reset() {
        if (!map().strokes().isEmpty()) {
            edit("Reset the drawing", new Object(), map().reset());
        }
    }

    /// The finger's radius in world units.
    double radius() {
        return tool.radiusProperty().get()
                * model.experimentProperty().get().sampling().domain().side();
    }

    private void edit(String label, Object gesture, DrawnMap drawn) {
        model.edit(label, gesture, experiment -> Fitting.with(experiment, drawn));
    }

    private void pressed(MouseEvent press) {
        dragging = null;
        pushing = null;
        if (press.getButton() != MouseButton.PRIMARY || press.isShiftDown()) {
            return;
        }
        double x1 = navigation.worldX1(press.getX());
        double x2 = navigation.worldX2(press.getY());
        if (tool.pushes()) {
            pushing = new Push(new Object(), x1, x2);
            setCursor(Cursor.NONE);
            press.consume();
            return;
        }
        var images = map().nodeImages();
        handles.follow(images);
        handles.at(press.getX(), press.getY()).ifPresent(node -> {
            dragging = taken(images, node, x1, x2);
            handles.hold(node);
            press.consume();
        });
    }

    private NodeDrag taken(Points images, int node, double x1, double x2) {
        double image1 = images.at(0, node);
        double image2 = images.at(1, node);
        return new NodeDrag(new Object(), map(), node, image1, image2, image1 - x1, image2 - x2);
    }

    private void dragged(MouseEvent drag) {
        double x1 = navigation.worldX1(drag.getX());
        double x2 = navigation.worldX2(drag.getY());
        if (dragging != null) {
            var held = dragging;
            double to1 = x1 + held.off1();
            double to2 = x2 + held.off2();
            handles.move(held.node(), to1, to2);
            edit(
                    "Drag a node",
                    held.gesture(),
                    held.from().drag(held.node(), to1 - held.image1(), to2 - held.image2()));
            drag.consume();
        } else if (pushing != null) {
            placeBrush(drag.getX(), drag.getY());
            push(x1, x2, false);
            drag.consume();
        }
    }

    private void push(double x1, double x2, boolean last) {
        if (pushing == null) {
            return;
        }
        double dx1 = x1 - pushing.x1();
        double dx2 = x2 - pushing.x2();
        double way = Math.hypot(dx1, dx2);
        if (way > 0 && (last || way >= PUSH_EVERY * radius())) {
            double share = Math.min(1, MOST_AT_ONCE * radius() / way);
            edit("Push", pushing.gesture(), map().push(pushing.x1(), pushing.x2(), share * dx1, share * dx2, radius()));
            pushing = new Push(pushing.gesture(), x1, x2);
        }
    }

    private void released(MouseEvent release) {
        if (dragging == null && pushing == null) {
            return;
        }
        push(navigation.worldX1(release.getX()), navigation.worldX2(release.getY()), true);
        dragging = null;
        pushing = null;
        handles.release();
        model.endGesture();
        hover(release.getX(), release.getY());
        release.consume();
    }

    /// A double click beside the nodes shows the whole square.
    private void clicked(MouseEvent click) {
        boolean free = tool.pushes() || handles.at(click.getX(), click.getY()).isEmpty();
        if (click.getClickCount() == 2 && click.isStillSincePress() && free) {
            navigation.fit();
            click.consume();
        }
    }

    private void hover(double x, double y) {
        if (tool.pushes()) {
            placeBrush(x, y);
            setCursor(Cursor.NONE);
        } else {
            setCursor(handles.hover(x, y) ? Cursor.HAND : Cursor.DEFAULT);
        }
    }

    /// The wheel makes the finger wider; with the control key, or without a finger, it zooms.
    private void scrolled(ScrollEvent scroll) {
        if (tool.pushes() && !scroll.isControlDown() && !scroll.isShortcutDown() && scroll.getTouchCount() == 0) {
            tool.widen(Math.exp(scroll.getDeltaY() / 400));
            scroll.consume();
        }
    }

    private void placeBrush(double x, double y) {
        brush.setCenterX(x);
        brush.setCenterY(y);
        brush.setVisible(true);
        sizeBrush();
    }

    private void sizeBrush() {
        brush.setRadius(radius() * navigation.scale());
    }

    private void followDrawing() {
        boolean drawing = model.drawingProperty().get();
        setVisible(drawing);
        dragging = null;
        pushing = null;
        if (!drawing) {
            sketcher.close();
        } else if (model.experimentProperty().get().target() instanceof Correspondence) {
            model.tell(Notice.of(
                    Notice.Kind.INFORMATION,
                    "Your first stroke puts an empty square in the place of the given pairs; Undo brings them back."));
        }
    }
}
