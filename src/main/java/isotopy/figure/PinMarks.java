package isotopy.figure;

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
        var palette = shot.palette();
        var page = shot.page();
        var all = new int[paths.size()];
        Arrays.setAll(all, k -> k);
        var argb = new int[all.length];
        Arrays.setAll(
                argb,
                k -> StartColours.of(shot.look().theme())
                        .at(
                                shot.domain().share(paths.at(0, 0, k)),
                                shot.domain().share(paths.at(0, 1, k))));
        float line = palette.line();
        float radius = Math.max(5, 1.5f * shot.radius());
        var halo = new int[all.length];
        Arrays.fill(halo, Colour.faded(palette.background(), 0.8));
        into.add(Trails.of(paths, 0, shot.horizon(), all, halo, page, 5.5f * line, false));
        into.add(ahead(Trails.of(paths, shot.t(), shot.horizon(), all, argb, page, 2.2f * line, false)));
        into.add(Trails.of(paths, 0, shot.t(), all, argb, page, 2.5f * line, false));
        var starts = PlaneIllustrator.dots(PlaneIllustrator.rows(paths.points(0)), argb, page, 0.6f * radius);
        into.add(new Mark.Rings(starts.x(), starts.y(), argb, starts.radius(), 1.5f * line));
        goals(shot, argb, radius, into);
        var now = PlaneIllustrator.dots(PlaneIllustrator.rows(paths.points(shot.t())), argb, page, radius);
        into.add(now);
        var rim = new int[all.length];
        Arrays.fill(rim, palette.ink());
        into.add(new Mark.Rings(now.x(), now.y(), rim, radius, 1.5f * line));
        for (int k : all) {
            if (Float.isFinite(now.x()[k]) && Float.isFinite(now.y()[k])) {
                into.add(letter(name(k), now.x()[k] + radius + 4, now.y()[k] - radius, palette));
            }
        }
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
