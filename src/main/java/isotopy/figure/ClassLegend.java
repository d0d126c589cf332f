package isotopy.figure;

import isotopy.target.Labels;
import java.util.List;

/// The names of the classes beside their colours, along the left edge.
final class ClassLegend {
    /// More classes than this are not listed.
    private static final int MOST = 8;

    /// The longest name that is written out.
    private static final int LONGEST = 24;

    private ClassLegend() {}

    /// Adds the list, and what else is drawn.
    static void draw(Labels labels, Shot shot, List<Mark> into) {
        of(labels, shot).draw(into);
    }

    /// The list.
    static KeyList of(Labels labels, Shot shot) {
        var palette = shot.palette();
        var keys = new KeyList(shot);
        if (shot.scene().tests()) {
            keys.ring("hollow: test");
        }
        if (shot.scene().said().isPresent()) {
            wrong(shot, keys);
        }
        float radius = Math.max(palette.dot(), 0.32f * palette.text());
        for (int k = 0; k < Math.min(MOST, labels.names().size()); k++) {
            int argb = ClassColours.of(k, shot.look().theme());
            var shape = new Mark.Sign[] {ClassPoints.sign(k)};
            keys.add(
                    (x, y) -> new Mark.Signs(new float[] {x}, new float[] {y}, new int[] {argb}, shape, radius, 0),
                    name(labels, k),
                    palette.ink());
        }
        if (shot.look().shows(Overlay.REGIONS)) {
            lines(shot, keys);
        }
        keys.folds();
        return keys;
    }

    /// In a row of its own: the list stays narrow enough to stand beside the square.
    private static void wrong(Shot shot, KeyList keys) {
        var palette = shot.palette();
        float radius = 0.42f * palette.text();
        keys.add(
                (x, y) -> new Mark.Rings(
                        new float[] {x}, new float[] {y}, new int[] {palette.ink()}, radius, 1.2f * palette.line()),
                "ringed: wrong",
                palette.quiet());
    }

    private static void lines(Shot shot, KeyList keys) {
        var palette = shot.palette();
        if (shot.projection() == Projection.SPACE) {
            if (shot.scene().snapshot().control().dimension() == 3) {
                keys.line(Colour.faded(palette.ink(), 0.6), 1.3f, 0, "plane: equal scores");
            }
            return;
        }
        keys.line(Colour.faded(palette.ink(), 0.8), 1.4f, 0, "equal scores");
        if (ClassRegions.beyond(shot)) {
            keys.line(Colour.faded(palette.ink(), 0.35), 1, 6, "equal, beyond the square");
        }
    }

    private static String name(Labels labels, int index) {
        var name = labels.names().get(index);
        boolean last = index == MOST - 1 && labels.names().size() > MOST;
        var shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        return last ? shown + " and " + (labels.names().size() - MOST) + " more" : shown;
    }
}
