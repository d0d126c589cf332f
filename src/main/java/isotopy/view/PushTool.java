package isotopy.view;

import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pushes space as a finger pushes paint. Mutable.
final class PushTool implements StageTool {
    /// A finger pushes again when it has gone this share of its radius.
    private static final double PUSH_EVERY = 0.1;
    /// A jump of the mouse pushes at most so many radii.
    private static final double MOST_AT_ONCE = 20;

    private final Easel easel;
    private final DrawnUpon drawn;
    private @Nullable Touch last;

    PushTool(Easel easel, DrawnUpon drawn) {
        this.easel = easel;
        this.drawn = drawn;
    }

    @Override
    public DrawnMap shown() {
        return drawn.map();
    }

    @Override
    public boolean replaces() {
        return !(easel.target() instanceof DrawnMap) && !(easel.target() instanceof Preset);
    }

    @Override
    public boolean press(Touch at) {
        if (at.secondary()) {
            return false;
        }
        last = at;
        return true;
    }

    @Override
    public void drag(Touch at) {
        push(at, false);
    }

    @Override
    public void release(Touch at) {
        push(at, true);
        last = null;
    }

    private void push(Touch at, boolean end) {
        if (last == null) {
            return;
        }
        double radius = easel.radius();
        double dx1 = at.x1() - last.x1();
        double dx2 = at.x2() - last.x2();
        double way = Math.hypot(dx1, dx2);
        if (way > 0 && (end || way >= PUSH_EVERY * radius)) {
            double share = Math.min(1, MOST_AT_ONCE * radius / way);
            easel.edit("Push", shown().push(last.x1(), last.x2(), share * dx1, share * dx2, radius));
            last = at;
        }
    }

    @Override
    public void abandon() {
        last = null;
    }

    @Override
    public boolean round() {
        return true;
    }

    @Override
    public boolean begun() {
        return !shown().strokes().isEmpty();
    }

    @Override
    public void reset() {
        if (begun()) {
            easel.edit("Reset the drawing", shown().reset());
        }
    }

    @Override
    public Optional<String> hint() {
        return Optional.empty();
    }
}
