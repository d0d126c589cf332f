package isotopy.view;

import isotopy.figure.LineLayout;
import isotopy.math.Box;
import isotopy.target.Kind;
import isotopy.target.TargetMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the world lies on the page while the target is drawn: the plane under the camera, or the graph of a map of the
/// line, whose scale stands still while a gesture runs. Mutable.
final class DrawingPage {
    private final Navigation navigation;
    private @Nullable LineLayout layout;
    private boolean held;

    DrawingPage(Navigation navigation) {
        this.navigation = navigation;
    }

    /// Takes the target that is shown, on a page of that size. Units: logical pixels.
    void follow(TargetMap shown, Box domain, double width, double height) {
        if (shown.kind() != Kind.LINE) {
            layout = null;
        } else if (!held || layout == null) {
            layout = LineLayout.of(shown, domain, width, height, true);
        }
    }

    /// Keeps the scale until [#letGo()].
    void hold() {
        held = true;
    }

    void letGo() {
        held = false;
    }

    /// Where the graph lies, when a map of the line is drawn.
    Optional<LineLayout> layout() {
        return Optional.ofNullable(layout);
    }

    double pageX(double x1) {
        return layout == null ? navigation.pageX(x1) : layout.graphX(x1);
    }

    double pageY(double x2) {
        return layout == null ? navigation.pageY(x2) : layout.heightY(x2);
    }

    /// Page pixels per world unit, across.
    double scale() {
        return Math.abs(pageX(1) - pageX(0));
    }

    /// The place of the mouse in both coordinates; cut to what is seen of a graph.
    Touch touch(double x, double y, boolean secondary) {
        if (layout == null) {
            return new Touch(x, y, navigation.worldX1(x), navigation.worldX2(y), secondary);
        }
        double x1 = Math.clamp(layout.worldX(x), layout.domain().low(), layout.domain().high());
        double x2 = Math.clamp(layout.worldY(y), layout.low(), layout.high());
        return new Touch(x, y, x1, x2, secondary);
    }
}
