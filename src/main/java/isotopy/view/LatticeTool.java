package isotopy.view;

import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drags the nodes of the target lattice. Mutable.
final class LatticeTool implements StageTool {
    private final Easel easel;
    private final DrawnUpon drawn;
    private @Nullable Held held;

    /// A node on its way: the map and the node's image when it was taken, and how far beside it the mouse took it
    /// (world units).
    private record Held(DrawnMap from, int node, double image1, double image2, double off1, double off2) {}

    LatticeTool(Easel easel, DrawnUpon drawn) {
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
        var images = shown().nodeImages();
        easel.handles().follow(images);
        var node = easel.handles().at(at.x(), at.y());
        if (at.secondary() || node.isEmpty()) {
            return false;
        }
        double image1 = images.at(0, node.getAsInt());
        double image2 = images.at(1, node.getAsInt());
        held = new Held(shown(), node.getAsInt(), image1, image2, image1 - at.x1(), image2 - at.x2());
        easel.handles().hold(node.getAsInt());
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (held == null) {
            return;
        }
        double to1 = at.x1() + held.off1();
        double to2 = at.x2() + held.off2();
        easel.handles().move(held.node(), to1, to2);
        easel.edit("Drag a node", held.from().drag(held.node(), to1 - held.image1(), to2 - held.image2()));
    }

    @Override
    public void release(Touch at) {
        abandon();
    }

    @Override
    public void abandon() {
        held = null;
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
