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
    /// The height of the numbers along an axis, of both sentences below, and of one of them, for text of size 1.
    private static final double AXIS = 1.9;

    private static final double WORDS = 8.6;
    private static final double WORDS_LOW = 4.6;

    /// No graph is lower. Units: pixels.
    private static final double LEAST = 60;

    private final Navigation navigation;
    private @Nullable LineLayout layout;
    private boolean held;

    DrawingPage(Navigation navigation) {
        this.navigation = navigation;
    }

    /// Takes the target that is shown, on a page of that size, with text of a size and a bar above that ends there.
    /// Units: logical pixels.
    void follow(TargetMap shown, Box domain, double width, double height, double text, double barEnds) {
        if (shown.kind() != Kind.LINE) {
            layout = null;
        } else if (!held || layout == null) {
            layout = between(LineLayout.of(shown, domain, width, height, true, text), height, text, barEnds);
        }
    }

    /// The layout between the bar above and what may be said below.
    private static LineLayout between(LineLayout whole, double height, double text, double barEnds) {
        double axis = AXIS * text;
        double said = height < ObstructionBanner.LOW ? WORDS_LOW : WORDS;
        double top = Math.max(whole.top(), barEnds + axis);
        double bottom = Math.max(top + LEAST, Math.min(whole.bottom(), height - axis - said * text));
        return new LineLayout(
                whole.domain(),
                whole.low(),
                whole.high(),
                whole.left(),
                whole.right(),
                top,
                bottom,
                whole.timeLeft(),
                whole.timeRight(),
                top,
                bottom,
                whole.readRight());
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
        double x1 = Math.clamp(
                layout.worldX(x), layout.domain().low(), layout.domain().high());
        double x2 = Math.clamp(layout.worldY(y), layout.low(), layout.high());
        return new Touch(x, y, x1, x2, secondary);
    }
}
