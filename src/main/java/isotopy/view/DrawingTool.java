package isotopy.view;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the mouse does to the target while it is drawn. Mutable.
///
/// Units: the radius of the finger as a share of the square's side.
final class DrawingTool {
    /// The two ways to draw.
    enum Kind {
        LATTICE,
        PUSH
    }

    static final double LEAST = 0.03;
    static final double MOST = 0.8;

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.LATTICE);
    private final DoubleProperty radius = new SimpleDoubleProperty(0.2);

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    DoubleProperty radiusProperty() {
        return radius;
    }

    /// Makes the finger wider or narrower by a factor.
    void widen(double factor) {
        radius.set(Math.clamp(radius.get() * factor, LEAST, MOST));
    }

    boolean pushes() {
        return kind.get() == Kind.PUSH;
    }
}
