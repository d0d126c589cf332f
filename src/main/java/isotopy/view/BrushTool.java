package isotopy.view;

import isotopy.target.Labels;
import isotopy.target.Paint;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Paints points of a class, or rubs points out. Mutable.
final class BrushTool implements StageTool {
    /// The most classes that are painted.
    static final int MOST = 5;

    /// Points of one dab, and how far the brush goes between two, as a share of its radius.
    private static final int DAB = 5;

    private static final double DAB_EVERY = 0.5;

    /// More points than these are not painted.
    private static final int MOST_POINTS = 20_000;

    private final Easel easel;
    private final boolean erases;
    private @Nullable Touch last;

    BrushTool(Easel easel, boolean erases) {
        this.easel = easel;
        this.erases = erases;
    }

    @Override
    public TargetMap shown() {
        return easel.target();
    }

    @Override
    public boolean replaces() {
        return false;
    }

    @Override
    public boolean press(Touch at) {
        if (at.secondary()) {
            return false;
        }
        last = at;
        dab(at);
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (last == null) {
            return;
        }
        double step = DAB_EVERY * easel.radius();
        double way = Math.hypot(at.x1() - last.x1(), at.x2() - last.x2());
        int dabs = (int) Math.min(50, way / step);
        var from = last;
        for (int k = 1; k <= dabs; k++) {
            double s = k * step / way;
            dab(new Touch(
                    at.x(),
                    at.y(),
                    from.x1() + s * (at.x1() - from.x1()),
                    from.x2() + s * (at.x2() - from.x2()),
                    false));
        }
    }

    private void dab(Touch at) {
        last = at;
        if (!(easel.target() instanceof Labels labels)) {
            return;
        }
        if (erases) {
            Paint.erase(labels, at.x1(), at.x2(), easel.radius())
                    .filter(left -> left.x().size() < labels.x().size())
                    .ifPresent(left -> easel.edit("Rub points out", left));
        } else if (labels.x().size() < MOST_POINTS) {
            int index = Math.min(easel.tool().classProperty().get(), labels.names().size() - 1);
            long seed = 31L * labels.x().size() + index;
            easel.edit(
                    "Paint class " + labels.names().get(index),
                    Paint.spray(labels, index, at.x1(), at.x2(), easel.radius(), DAB, seed));
        }
    }

    @Override
    public void release(Touch at) {
        last = null;
    }

    @Override
    public void abandon() {
        last = null;
    }

    @Override
    public boolean round() {
        return true;
    }

    /// The names of the classes, where there are any.
    List<String> names() {
        return easel.target() instanceof Labels labels ? labels.names() : List.of();
    }

    /// Adds a class without points, named by the next letter.
    void addClass() {
        if (easel.target() instanceof Labels labels && labels.names().size() < MOST) {
            var names = new ArrayList<>(labels.names());
            for (char letter = 'A'; names.size() == labels.names().size(); letter++) {
                if (!names.contains(String.valueOf(letter))) {
                    names.add(String.valueOf(letter));
                }
            }
            easel.edit(
                    "Add a class", new Labels(labels.title(), labels.x(), labels.classes(), names, labels.scaling()));
            easel.tool().classProperty().set(names.size() - 1);
        }
    }

    @Override
    public boolean begun() {
        return true;
    }

    @Override
    public void reset() {}

    @Override
    public Optional<String> hint() {
        return Optional.empty();
    }
}
