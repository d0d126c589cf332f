package isotopy.figure;

import java.util.List;
import java.util.function.DoubleToIntFunction;

/// The scale of a map's colours with its numbers, in the lower right corner.
///
/// `colours` gives the colour of a share in 0 … 1; `low`, `middle` (may be empty) and `high` stand below it.
record Legend(String title, DoubleToIntFunction colours, String low, String middle, String high) {
    private static final int STEPS = 48;

    /// Adds it, on a plate that keeps the numbers readable where the map reaches under them.
    void draw(Shot shot, List<Mark> into) {
        if (!shot.keys()) {
            return;
        }
        var palette = shot.palette();
        float size = palette.text();
        float width = Math.max(free(shot), 0.54f * size * title.length());
        float right = (float) shot.page().width() - 1.5f * size;
        float y = (float) shot.page().height() - 8.5f * size;
        plate(right - width - 0.5f * size, y - 1.8f * size, right + 0.5f * size, y + 2.4f * size, palette, into);
        var argb = new int[STEPS];
        for (int k = 0; k < argb.length; k++) {
            argb[k] = colours.applyAsInt(k / (argb.length - 1.0));
        }
        into.add(new Mark.Heat(right - width, y, width, 0.7f * size, argb.length, 1, argb));
        into.add(label(title, right - width, y - 0.5f * size, Mark.Anchor.START, palette));
        into.add(label(low, right - width, y + 1.8f * size, Mark.Anchor.START, palette));
        if (!middle.isEmpty()) {
            into.add(label(middle, right - width / 2, y + 1.8f * size, Mark.Anchor.MIDDLE, palette));
        }
        into.add(label(high, right, y + 1.8f * size, Mark.Anchor.END, palette));
    }

    /// The width of what is free beside the square where nobody has moved, in bounds between which numbers are
    /// readable.
    private static float free(Shot shot) {
        float size = shot.palette().text();
        var page = shot.page();
        double beside = (page.width() - Math.min(page.width(), page.height()) / 1.5) / 2;
        return (float) Math.clamp(beside - 2.5 * size, 8 * size, 12 * size);
    }

    private static Mark label(String text, float x, float y, Mark.Anchor anchor, Palette palette) {
        return new Mark.Label(text, x, y, palette.text(), false, anchor, palette.quiet());
    }

    static void plate(float left, float top, float right, float bottom, Palette palette, List<Mark> into) {
        into.add(new Mark.Region(
                new float[] {left, right, right, left},
                new float[] {top, top, bottom, bottom},
                palette.background() & 0xFFFFFF | 0xE6000000));
    }
}
