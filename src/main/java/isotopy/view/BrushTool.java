package isotopy.view;

import isotopy.math.Points;
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

    private final Easel easel;
    private final boolean erases;
    private @Nullable Touch last;
    /// Of very many points: those there were before the gesture, and where it has rubbed.
    private @Nullable Labels many;

    private final List<Touch> rubbed = new ArrayList<>();

    BrushTool(Easel easel, boolean erases) {
        this.easel = easel;
        this.erases = erases;
    }

    @Override
    public TargetMap shown() {
        return easel.target();
    }

    @Override
    public boolean empty() {
        return cleared();
    }

    /// Whether all points were rubbed out, so that the next stroke begins anew.
    private boolean cleared() {
        return easel.pending()
                .cleared()
                .filter(gone -> gone == easel.target())
                .isPresent();
    }

    @Override
    public boolean replaces() {
        return cleared();
    }

    @Override
    public boolean press(Touch at) {
        if (at.secondary()) {
            return false;
        }
        last = at;
        if (easel.draft().isEmpty()) {
            rubbed.clear();
            many = easel.target() instanceof Labels labels && labels.x().size() > Paint.MOST_POINTS ? labels : null;
        }
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
        if (!(easel.target() instanceof Labels labels) || erases && cleared()) {
            return;
        }
        if (erases) {
            erase(labels, at);
        } else {
            paint(labels, at);
        }
    }

    private void erase(Labels labels, Touch at) {
        if (many != null) {
            eraseMany(many, at);
            return;
        }
        var left = Paint.erase(labels, at.x1(), at.x2(), easel.radius());
        if (left.isEmpty()) {
            easel.begin("Rub points out", Pending.cleared(labels));
        } else if (left.get().x().size() < labels.x().size()) {
            easel.edit("Rub points out", left.get());
        }
    }

    /// Points so many that looking at all of them takes a while are rubbed out in the background.
    private void eraseMany(Labels before, Touch at) {
        rubbed.add(at);
        double radius = easel.radius();
        var centres = Points.of(
                rubbed.stream().mapToDouble(Touch::x1).toArray(),
                rubbed.stream().mapToDouble(Touch::x2).toArray());
        easel.draft(
                "Rub points out",
                () -> Paint.erase(before, centres, radius)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The eraser leaves one point at least; the reset button takes all away.")));
    }

    private void paint(Labels labels, Touch at) {
        var names = labels.names();
        int index = Math.min(easel.tool().classProperty().get(), names.size() - 1);
        int points = cleared() ? 0 : labels.x().size();
        if (points >= Paint.MOST_POINTS) {
            easel.tell(Notice.Kind.INFORMATION, "There are 20,000 points, the most that can be painted.");
            return;
        }
        long seed = 31L * points + index;
        easel.edit(
                "Paint class " + names.get(index),
                points == 0
                        ? Paint.begin(names, index, at.x1(), at.x2(), easel.radius(), DAB, seed)
                        : Paint.spray(labels, index, at.x1(), at.x2(), easel.radius(), DAB, seed));
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
        return !cleared();
    }

    @Override
    public void reset() {
        if (easel.target() instanceof Labels labels) {
            easel.begin("Rub all points out", Pending.cleared(labels));
        }
    }

    @Override
    public Optional<String> hint() {
        return cleared()
                ? Optional.of("Paint the first points; they take the place of the old ones.")
                : Optional.empty();
    }
}
