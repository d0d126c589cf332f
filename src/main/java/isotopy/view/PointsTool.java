package isotopy.view;

import isotopy.target.DrawnCurve;
import isotopy.target.LineMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Moves, adds and removes the control points of a map of the line. Mutable.
final class PointsTool implements StageTool {
    private final Easel easel;
    private final DrawnUpon drawn;
    private @Nullable DrawnCurve from;
    private int held;
    private int touched = -1;

    PointsTool(Easel easel, DrawnUpon drawn) {
        this.easel = easel;
        this.drawn = drawn;
    }

    @Override
    public DrawnCurve shown() {
        return drawn.curve();
    }

    @Override
    public boolean replaces() {
        return !(easel.target() instanceof LineMap);
    }

    @Override
    public boolean press(Touch at) {
        easel.handles().follow(Sketcher.nodes(shown()));
        var node = easel.handles().at(at.x(), at.y());
        if (node.isEmpty()) {
            return false;
        }
        if (at.secondary()) {
            remove(node.getAsInt());
            return true;
        }
        from = shown();
        held = node.getAsInt();
        touched = held;
        easel.handles().hold(held);
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (from == null) {
            return;
        }
        var curve = from.withNode(held, at.x1(), at.x2());
        var node = curve.nodes().get(held);
        easel.handles().move(held, node.x(), node.y());
        easel.edit("Drag a control point", curve);
    }

    @Override
    public void release(Touch at) {
        from = null;
    }

    @Override
    public void abandon() {
        from = null;
        touched = -1;
    }

    @Override
    public boolean doubleClick(Touch at) {
        easel.edit("Add a control point", shown().withNodeAt(at.x1()));
        easel.handles().follow(Sketcher.nodes(shown()));
        touched = (int)
                shown().nodes().stream().filter(node -> node.x() < at.x1()).count();
        return true;
    }

    @Override
    public boolean remove() {
        int node = easel.handles().lit().orElse(touched);
        return node >= 0 && node < shown().nodes().size() && remove(node);
    }

    private boolean remove(int node) {
        touched = -1;
        var left = shown().withoutNode(node);
        if (left.equals(shown())) {
            easel.tell(Notice.Kind.INFORMATION, "A curve keeps two control points at least.");
            return false;
        }
        easel.edit("Remove a control point", left);
        easel.handles().follow(Sketcher.nodes(left));
        return true;
    }

    @Override
    public boolean graspable() {
        return true;
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public boolean begun() {
        return easel.target() instanceof DrawnCurve curve && !curve.equals(DrawnCurve.blank(easel.domain(), 9));
    }

    @Override
    public void reset() {
        easel.edit("Reset the curve", DrawnCurve.blank(easel.domain(), 9));
    }

    @Override
    public Optional<String> hint() {
        return Optional.empty();
    }
}
