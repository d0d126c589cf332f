package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.target.PlaneMap;
import java.util.Arrays;
import java.util.List;

/// Pinned particles: each with its letter, its whole path (behind solid, ahead dashed), its start and its goal.
public final class PinMarks {
    private PinMarks() {}

    /// The name of a pin: A, B, … Z, A1, B1, …
    public static String name(int index) {
        return (char) ('A' + index % 26) + (index < 26 ? "" : Integer.toString(index / 26));
    }

    /// Adds what is pinned, if anything.
    static void draw(Shot shot, List<Mark> into) {
        if (shot.scene().pins().isEmpty()) {
            return;
        }
        var paths = shot.scene().pins().get();
        var page = shot.page();
        var all = all(paths);
        var argb = colours(shot, 1);
        float line = shot.palette().line();
        var halo = new int[all.length];
        Arrays.fill(halo, Colour.faded(shot.palette().background(), 0.8));
        into.add(Trails.of(paths, 0, shot.horizon(), all, halo, page, 5.5f * line, false));
        into.add(ahead(Trails.of(paths, shot.t(), shot.horizon(), all, argb, page, 2.2f * line, false)));
        into.add(Trails.of(paths, 0, shot.t(), all, argb, page, 2.5f * line, false));
        var starts = PlaneIllustrator.dots(PlaneIllustrator.rows(paths.points(0)), argb, page, 0.6f * radius(shot));
        into.add(new Mark.Rings(starts.x(), starts.y(), argb, starts.radius(), 1.5f * line));
        goals(shot, argb, radius(shot), into);
        now(shot, page, into);
    }

    /// Adds the pinned particles where they are at t on a page, rimmed and with their letters.
    static void now(Shot shot, Page page, List<Mark> into) {
        if (shot.scene().pins().isEmpty()) {
            return;
        }
        var paths = shot.scene().pins().get();
        float radius = radius(shot);
        var now = PlaneIllustrator.dots(PlaneIllustrator.rows(paths.points(shot.t())), colours(shot, 1), page, radius);
        var rim = new int[paths.size()];
        Arrays.fill(rim, shot.palette().ink());
        into.add(now);
        into.add(new Mark.Rings(
                now.x(), now.y(), rim, radius, 1.5f * shot.palette().line()));
        for (int k = 0; k < rim.length; k++) {
            if (Float.isFinite(now.x()[k]) && Float.isFinite(now.y()[k])) {
                into.add(letter(name(k), now.x()[k] + radius + 4, now.y()[k] - radius, shot.palette()));
            }
        }
    }

    private static float radius(Shot shot) {
        return Math.max(5, 1.5f * shot.radius());
    }

    /// The indices of all paths.
    static int[] all(Trajectory paths) {
        var all = new int[paths.size()];
        Arrays.setAll(all, k -> k);
        return all;
    }

    /// The colour of each pin, from where it starts.
    static int[] colours(Shot shot, double opacity) {
        var paths = shot.scene().pins().orElseThrow();
        var argb = shot.starts(paths);
        Arrays.setAll(argb, k -> Colour.faded(argb[k], opacity));
        return argb;
    }

    private static Mark ahead(Mark.Paths path) {
        return new Mark.Paths(path.xy(), path.start(), path.argb(), path.width(), false, 2.6f * path.width());
    }

    /// Adds a ring and a point where each pin should end, for targets that say so.
    private static void goals(Shot shot, int[] argb, float radius, List<Mark> into) {
        if (shot.scene().snapshot().experiment().target() instanceof PlaneMap map) {
            var goals = PlaneIllustrator.rows(
                    map.apply(shot.scene().pins().orElseThrow().points(0)));
            var rings = PlaneIllustrator.dots(goals, argb, shot.page(), radius + 2);
            into.add(new Mark.Rings(
                    rings.x(),
                    rings.y(),
                    argb,
                    rings.radius(),
                    2 * shot.palette().line()));
            into.add(new Mark.Dots(rings.x(), rings.y(), argb, 0.35f * radius));
        }
    }

    private static Mark letter(String name, float x, float y, Palette palette) {
        return new Mark.Label(name, x, y, 1.15f * palette.text(), true, Mark.Anchor.START, palette.ink());
    }
}
