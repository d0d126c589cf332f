package isotopy.view;

import isotopy.target.DrawnCurve;
import isotopy.target.Kind;
import isotopy.target.Landmarks;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the mouse does to the target while it is drawn. Mutable.
///
/// Units: the radius of the finger and of the brush as a share of the square's side.
final class DrawingTool {
    /// The ways to draw, each for one kind of problem.
    enum Way {
        LATTICE(Kind.PLANE, "Lattice", "draw-lattice", "Drag the nodes of the target lattice with the mouse."),
        PUSH(
                Kind.PLANE,
                "Push",
                "draw-push",
                "Push space as a finger pushes paint; the wheel changes the finger's size."),
        LANDMARKS(
                Kind.PLANE,
                "Landmarks",
                "draw-landmarks",
                "Drag from where a point starts to where it should go; the map between bends as little as it can."),
        SHAPE(
                Kind.PLANE,
                "Shape",
                "draw-shape",
                "Draw a closed curve, then draw where it should go; equal shares of their lengths correspond."),
        PENCIL(
                Kind.LINE,
                "Pencil",
                "draw-pencil",
                "Draw the curve y = F(x) freehand; a stroke replaces what it spans."),
        POINTS(
                Kind.LINE,
                "Points",
                "draw-points",
                "Drag the control points of the curve; a double click adds one, Delete or a right click removes one."),
        BRUSH(
                Kind.LABELS,
                "Brush",
                "draw-brush",
                "Paint points of the chosen class; the wheel changes the brush's size."),
        ERASER(Kind.LABELS, "Eraser", "draw-eraser", "Rub points out; the wheel changes the eraser's size.");

        private final Kind kind;
        private final String title;
        private final String id;
        private final String sentence;

        Way(Kind kind, String title, String id, String sentence) {
            this.kind = kind;
            this.title = title;
            this.id = id;
            this.sentence = sentence;
        }

        /// The kind of problem that is drawn so.
        Kind kind() {
            return kind;
        }

        /// The button of it.
        Segments.Choice<Way> choice() {
            return new Segments.Choice<>(this, title, id, sentence);
        }

        /// The ways to draw a problem of that kind.
        static List<Way> of(Kind kind) {
            return Arrays.stream(values()).filter(way -> way.kind == kind).toList();
        }
    }

    static final double LEAST = 0.03;
    static final double MOST = 0.8;

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.LATTICE);
    private final DoubleProperty radius = new SimpleDoubleProperty(0.2);
    private final IntegerProperty chosenClass = new SimpleIntegerProperty(0);
    private final BooleanProperty increasing = new SimpleBooleanProperty(false);

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    DoubleProperty radiusProperty() {
        return radius;
    }

    /// The class that the brush paints, counted from 0.
    IntegerProperty classProperty() {
        return chosenClass;
    }

    /// Whether a curve of the line is kept increasing.
    BooleanProperty increasingProperty() {
        return increasing;
    }

    /// Makes the finger wider or narrower by a factor.
    void widen(double factor) {
        radius.set(Math.clamp(radius.get() * factor, LEAST, MOST));
    }

    /// Takes up a tool that goes with the target, where the present one does not; `anew` takes up the one that it
    /// was drawn with.
    void follow(TargetMap target, boolean anew) {
        var kind = drawnKind(target);
        if (target instanceof DrawnCurve curve) {
            increasing.set(curve.increasing());
        }
        if (anew && target instanceof Landmarks) {
            way.set(Way.LANDMARKS);
        } else if (anew && target instanceof ShapeMap) {
            way.set(Way.SHAPE);
        } else if (way.get().kind() != kind) {
            way.set(Way.of(kind).getFirst());
            radius.set(kind == Kind.LABELS ? 0.07 : 0.2);
        }
    }

    /// The kind of problem that is drawn where such a target is: a function gives way to a map of the plane.
    static Kind drawnKind(TargetMap target) {
        return target.kind() == Kind.FUNCTION ? Kind.PLANE : target.kind();
    }
}
