package isotopy.view;

import isotopy.math.Points;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.ShapePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Draws a closed curve, and then the one that it should go onto. Mutable.
final class ShapeTool implements StageTool {
    /// A shorter stroke is no curve. Units: pixels.
    private static final double SHORTEST = 40;

    private final Easel easel;
    private final List<Touch> stroke = new ArrayList<>();
    /// Whether the next stroke says where the curve should go.
    private final BooleanProperty goal = new SimpleBooleanProperty(false);
    private @Nullable Points from;
    private @Nullable Points to;

    ShapeTool(Easel easel) {
        this.easel = easel;
    }

    BooleanProperty goalProperty() {
        return goal;
    }

    /// What is drawn right now, or was drawn and waits for its partner, as page places.
    List<Touch> stroke() {
        return List.copyOf(stroke);
    }

    /// The curve that waits for where it should go.
    Optional<Points> waiting() {
        return curves().isPresent() ? Optional.empty() : easel.pending().outline();
    }

    private Optional<ShapeMap> curves() {
        return easel.target() instanceof ShapeMap map ? Optional.of(map) : Optional.empty();
    }

    @Override
    public PlaneMap shown() {
        return easel.target() instanceof ShapeMap map ? map : Preset.IDENTITY;
    }

    @Override
    public boolean replaces() {
        return !(easel.target() instanceof ShapeMap) && easel.target() != Preset.IDENTITY;
    }

    @Override
    public boolean press(Touch at) {
        if (at.secondary()) {
            return false;
        }
        if (easel.draft().isEmpty()) {
            from = curves().map(ShapeMap::from).orElse(goal.get() ? waiting().orElse(null) : null);
            to = curves().map(ShapeMap::to).orElse(null);
        }
        stroke.clear();
        stroke.add(at);
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (!stroke.isEmpty() && at.distance(stroke.getLast()) >= 2) {
            stroke.add(at);
        }
    }

    @Override
    public void release(Touch at) {
        if (Outline.length(stroke) < SHORTEST) {
            stroke.clear();
            return;
        }
        var outline = Outline.of(stroke);
        stroke.clear();
        if (goal.get() && from != null) {
            to = outline;
        } else {
            from = outline;
        }
        if (from != null && to != null) {
            var start = from;
            var end = to;
            easel.draft("Draw a shape onto a shape", () -> new ShapeMap("Drawn shapes", start, end));
        } else {
            easel.begin("Draw a closed curve", Pending.outline(outline));
            goal.set(true);
        }
    }

    /// Takes a pair of shapes that is ready made.
    void choose(ShapePair pair) {
        abandon();
        easel.draft("Choose " + pair.title(), pair::map);
    }

    @Override
    public void abandon() {
        stroke.clear();
        if (easel.draft().isEmpty()) {
            from = null;
            to = null;
            goal.set(waiting().isPresent());
        }
    }

    @Override
    public boolean begun() {
        return waiting().isPresent() || easel.target() instanceof ShapeMap;
    }

    @Override
    public void reset() {
        stroke.clear();
        from = null;
        to = null;
        goal.set(false);
        if (easel.target() == Preset.IDENTITY) {
            easel.begin("Remove the shapes", Pending.NOTHING);
        } else {
            easel.edit("Remove the shapes", Preset.IDENTITY);
        }
    }

    @Override
    public Optional<String> hint() {
        if (easel.target() instanceof ShapeMap) {
            return Optional.empty();
        }
        return Optional.of(waiting().isEmpty() ? "Draw a closed curve." : "Now draw where that curve should go.");
    }
}
