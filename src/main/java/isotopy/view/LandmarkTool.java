package isotopy.view;

import isotopy.math.Points;
import isotopy.target.Landmarks;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drags landmarks from where they start to where they should go. Mutable.
///
/// The spline through them is solved in the background, so what is dragged are the ends, and the map follows.
final class LandmarkTool implements StageTool {
    /// How far the mouse goes before a press is a drag. Units: pixels.
    private static final double STILL = 4;

    private static final String TITLE = "Landmarks";

    private final Easel easel;
    private @Nullable Held held;
    private @Nullable Ends ends;
    private int touched = -1;

    /// Where landmarks start and go.
    ///
    /// Shapes: 2 × n each.
    private record Ends(double[][] x, double[][] y) {
        static final Ends NONE = new Ends(new double[2][0], new double[2][0]);

        static Ends of(Landmarks marks) {
            return new Ends(
                    new double[][] {marks.x().row(0), marks.x().row(1)},
                    new double[][] {marks.y().row(0), marks.y().row(1)});
        }

        int size() {
            return x[0].length;
        }

        /// The starts, then the goals.
        Points handles() {
            return Points.of(both(x[0], y[0]), both(x[1], y[1]));
        }

        private static double[] both(double[] a, double[] b) {
            var all = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            return all;
        }

        Ends with(double x1, double x2, double y1, double y2) {
            return new Ends(
                    new double[][] {both(x[0], new double[] {x1}), both(x[1], new double[] {x2})},
                    new double[][] {both(y[0], new double[] {y1}), both(y[1], new double[] {y2})});
        }

        /// With one end moved; `handle` counts as in [#handles()].
        Ends moved(int handle, double to1, double to2) {
            var changed =
                    new Ends(new double[][] {x[0].clone(), x[1].clone()}, new double[][] {y[0].clone(), y[1].clone()});
            var end = handle < size() ? changed.x : changed.y;
            end[0][handle % size()] = to1;
            end[1][handle % size()] = to2;
            return changed;
        }

        Ends without(int mark) {
            return new Ends(
                    new double[][] {without(x[0], mark), without(x[1], mark)},
                    new double[][] {without(y[0], mark), without(y[1], mark)});
        }

        private static double[] without(double[] row, int index) {
            var left = Arrays.copyOf(row, row.length - 1);
            System.arraycopy(row, index + 1, left, index, left.length - index);
            return left;
        }

        /// Whether another landmark than `mark` starts as near to a place.
        boolean taken(double at1, double at2, double within, int mark) {
            for (int k = 0; k < size(); k++) {
                if (k != mark && Math.hypot(x[0][k] - at1, x[1][k] - at2) <= within) {
                    return true;
                }
            }
            return false;
        }

        Landmarks map() {
            return new Landmarks(TITLE, Points.of(x), Points.of(y));
        }
    }

    /// What is dragged: the landmarks before, and which end; a new landmark has the last number.
    private record Held(Ends from, int handle, Touch at, boolean fresh) {}

    LandmarkTool(Easel easel) {
        this.easel = easel;
    }

    @Override
    public PlaneMap shown() {
        return easel.target() instanceof Landmarks marks ? marks : Preset.IDENTITY;
    }

    @Override
    public boolean replaces() {
        return !(easel.target() instanceof Landmarks) && easel.target() != Preset.IDENTITY;
    }

    private Ends ends() {
        if (ends == null || easel.draft().isEmpty()) {
            ends = easel.target() instanceof Landmarks marks ? Ends.of(marks) : Ends.NONE;
        }
        return ends;
    }

    @Override
    public boolean press(Touch at) {
        var now = ends();
        easel.handles().follow(now.handles());
        var handle = easel.handles().at(at.x(), at.y());
        if (at.secondary()) {
            handle.ifPresent(found -> remove(found % now.size()));
            return handle.isPresent();
        }
        if (handle.isPresent()) {
            held = new Held(now, handle.getAsInt(), at, false);
            touched = handle.getAsInt() % now.size();
            easel.handles().hold(handle.getAsInt());
            return true;
        }
        if (now.size() >= Landmarks.MOST) {
            easel.tell(Notice.Kind.INFORMATION, "There are 1,000 landmarks, the most there can be.");
            return false;
        }
        held = new Held(now, now.size(), at, true);
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (held == null || held.fresh() && ends().size() == held.from().size() && at.distance(held.at()) < STILL) {
            return;
        }
        var from = held.from();
        boolean start = held.fresh() || held.handle() < from.size();
        double start1 = held.fresh() ? held.at().x1() : at.x1();
        double start2 = held.fresh() ? held.at().x2() : at.x2();
        var changed = held.fresh()
                ? from.with(held.at().x1(), held.at().x2(), at.x1(), at.x2())
                : from.moved(held.handle(), at.x1(), at.x2());
        double near = Landmarks.apart(Points.of(changed.x()));
        if (start && from.taken(start1, start2, near, held.fresh() ? -1 : held.handle())) {
            easel.tell(
                    Notice.Kind.INFORMATION,
                    "Two landmarks cannot start at one place: keep them a millionth of the box's side apart.");
            return;
        }
        change(held.fresh() ? "Add a landmark" : "Drag a landmark", changed);
        int handle = held.fresh() ? 2 * changed.size() - 1 : held.handle();
        easel.handles().follow(changed.handles());
        easel.handles().hold(handle);
        touched = handle % changed.size();
    }

    private void change(String label, Ends changed) {
        if (changed.size() == 0) {
            ends = null;
            easel.edit(label, Preset.IDENTITY);
        } else {
            easel.draft(label, changed::map);
            ends = changed;
        }
    }

    @Override
    public void release(Touch at) {
        held = null;
    }

    @Override
    public void abandon() {
        held = null;
        ends = null;
        touched = -1;
    }

    @Override
    public boolean remove() {
        var now = ends();
        int mark = now.size() == 0 ? -1 : easel.handles().lit().orElse(touched);
        if (mark < 0 || mark >= 2 * now.size()) {
            return false;
        }
        remove(mark % now.size());
        return true;
    }

    private void remove(int mark) {
        touched = -1;
        var left = ends().without(mark);
        change("Remove a landmark", left);
        easel.handles().follow(left.handles());
    }

    @Override
    public boolean graspable() {
        return true;
    }

    @Override
    public boolean begun() {
        return easel.target() instanceof Landmarks;
    }

    @Override
    public void reset() {
        abandon();
        easel.edit("Remove all landmarks", Preset.IDENTITY);
    }

    @Override
    public Optional<String> hint() {
        return begun() ? Optional.empty() : Optional.of("Drag from where a point starts to where it should go.");
    }
}
