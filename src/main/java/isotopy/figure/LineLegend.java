package isotopy.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// One line of small words below each picture of a map of the line that says what its lines and signs are.
final class LineLegend {
    /// The mean width of a letter, and the room of a sign, in text sizes.
    private static final double LETTER = 0.52;

    private static final double SIGN = 1.9;

    private static final String EXTRA = "one more coordinate";

    /// What is explained: a sign drawn from x on about a height, and its words.
    private record Entry(BiFunction<Float, Float, Mark> sign, String words) {}

    private final Shot shot;
    private final LineLayout layout;
    private final Palette palette;
    private final float size;

    LineLegend(Shot shot, LineLayout layout) {
        this.shot = shot;
        this.layout = layout;
        palette = shot.palette();
        size = palette.text();
    }

    /// Adds both lines, as far as there is room.
    void draw(boolean falls, List<Mark> into) {
        if (layout.explains()) {
            row(layout.graph(), layout.right(), graph(falls), into);
            row(layout.spaceTime(), layout.readRight() + size, spaceTime(), into);
        }
    }

    /// Adds all of it to a list.
    void add(boolean falls, KeyList keys) {
        for (var entry : graph(falls)) {
            keys.wide(
                    (float) SIGN,
                    (x, y) -> List.of(entry.sign().apply(x, y - 0.33f * size)),
                    entry.words().equals("test") ? "hollow: test" : entry.words());
        }
        for (var entry : spaceTime()) {
            if (entry.words().startsWith(EXTRA)) {
                keys.words(entry.words());
            } else {
                keys.wide((float) SIGN, (x, y) -> List.of(entry.sign().apply(x, y - 0.33f * size)), entry.words());
            }
        }
    }

    private List<Entry> graph(boolean falls) {
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(line(palette.grid(), 1, 2.5f), "start"));
        if (shot.look().shows(Overlay.TARGET)) {
            if (shot.scene().latticeGoals().isPresent()) {
                entries.add(new Entry(line(palette.ghost(), 1.8f, 4), "target"));
            }
            if (shot.scene().samples().filter(found -> found.testX().size() > 0).isPresent()) {
                entries.add(new Entry(this::ring, "test"));
            }
            if (falls) {
                entries.add(new Entry(this::hatch, "falls"));
            }
        }
        if (layout.reads() && shot.ended()) {
            entries.add(new Entry(line(Colour.faded(palette.accent(), 0.3), 2.4f, 0), "last state"));
        }
        return entries;
    }

    private List<Entry> spaceTime() {
        var entries = new ArrayList<Entry>();
        if (shot.look().shows(Overlay.TARGET) && shot.scene().latticeGoals().isPresent()) {
            entries.add(new Entry(line(palette.accent(), 1.6f, 0), "goals, at the right edge"));
        }
        if (shot.scene().snapshot().control().augment() > 0) {
            entries.addFirst(new Entry(line(0, 0, 0), EXTRA + ": paths may pass"));
        }
        return entries;
    }

    private void row(Plot plot, double end, List<Entry> entries, List<Mark> into) {
        double x = plot.left();
        float y = (float) (plot.bottom() + 2.95 * size);
        for (var entry : entries) {
            var sign = entry.sign().apply((float) x, y - 0.33f * size);
            boolean words = sign instanceof Mark.Curves curves && curves.width() == 0;
            double from = x + (words ? 0 : SIGN * size);
            double to = from + LETTER * size * entry.words().length();
            if (to > end) {
                return;
            }
            if (!words) {
                into.add(sign);
            }
            into.add(new Mark.Label(entry.words(), (float) from, y, size, false, Mark.Anchor.START, palette.quiet()));
            x = to + size;
        }
    }

    private BiFunction<Float, Float, Mark> line(int argb, float width, float dash) {
        return (x, y) -> new Mark.Curves(
                List.of(new Mark.Curve(new float[] {x, x + 1.5f * size}, new float[] {y, y}, argb)),
                width * palette.line(),
                false,
                dash * palette.line());
    }

    private Mark ring(float x, float y) {
        return new Mark.Rings(
                new float[] {x + 0.9f * size},
                new float[] {y},
                new int[] {palette.quiet()},
                0.25f * size,
                1.1f * palette.line());
    }

    private Mark hatch(float x, float y) {
        float r = 0.3f * size;
        var strokes = new ArrayList<Mark.Curve>();
        for (int k = 0; k < 4; k++) {
            float at = x + (0.3f + 0.35f * k) * size;
            strokes.add(new Mark.Curve(
                    new float[] {at - r, at + r}, new float[] {y + r, y - r}, Colour.faded(palette.alarm(), 0.7)));
        }
        return new Mark.Curves(strokes, palette.line(), false, 0);
    }
}
