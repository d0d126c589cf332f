package isotopy.view;

import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.LineMap;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The target as a drawing that strokes go on from: a preset with no stroke yet, a curve with control points on it, or
/// an empty page where it is nothing that can be drawn upon. Mutable: keeps what it made until the target changes.
final class DrawnUpon {
    /// Control points on a curve that is not drawn by hand, and on the diagonal.
    private static final int CURVE_NODES = 17;

    private static final int DIAGONAL_NODES = 9;

    private final Easel easel;
    private @Nullable TargetMap mapUpon;
    private @Nullable TargetMap curveUpon;
    private @Nullable DrawnMap map;
    private @Nullable DrawnCurve curve;

    DrawnUpon(Easel easel) {
        this.easel = easel;
    }

    /// The map of the plane.
    DrawnMap map() {
        var target = easel.target();
        var made = map;
        if (made == null || target != mapUpon) {
            mapUpon = target;
            made = target instanceof DrawnMap drawn
                    ? drawn
                    : target instanceof Preset preset
                            ? DrawnMap.from(preset, easel.domain(), TargetEditor.NODES)
                            : DrawnMap.blank(easel.domain(), TargetEditor.NODES);
            map = made;
        }
        return made;
    }

    /// The map of the line.
    DrawnCurve curve() {
        var target = easel.target();
        var made = curve;
        if (made == null || target != curveUpon) {
            curveUpon = target;
            made = target instanceof DrawnCurve drawn
                    ? drawn
                    : target instanceof LineMap line ? through(line) : DrawnCurve.blank(easel.domain(), DIAGONAL_NODES);
            curve = made;
        }
        return made;
    }

    /// A curve through the values of a map where it has some; a formula may have none at places.
    private DrawnCurve through(LineMap line) {
        var nodes = new ArrayList<DrawnCurve.Node>();
        for (int k = 0; k < CURVE_NODES; k++) {
            double x = easel.domain().at(k / (CURVE_NODES - 1.0));
            double y = line.at(x);
            if (Double.isFinite(y)) {
                nodes.add(new DrawnCurve.Node(x, y));
            }
        }
        return nodes.size() < 2
                ? DrawnCurve.blank(easel.domain(), DIAGONAL_NODES)
                : new DrawnCurve(easel.domain(), nodes, false);
    }
}
