package isotopy.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Marks where a graph falls, which no flow of the line follows: a broad hatched band with the word.
final class Descents {
    /// So many of the longest are named.
    private static final int NAMED = 3;

    /// A hatch every so many pixels of the curve.
    private static final double HATCH = 5;

    private Descents() {}

    /// Adds the marks along a graph given point by point.
    static void draw(double[] x, double[] y, LineLayout layout, Palette palette, List<Mark> into) {
        var plot = layout.graph();
        var falls = new ArrayList<int[]>();
        for (int k = 1, from = -1; k <= x.length; k++) {
            boolean falling = k < x.length && y[k] < y[k - 1] - 1e-12 * Math.abs(y[k]);
            if (falling && from < 0) {
                from = k - 1;
            } else if (!falling && from >= 0) {
                falls.add(new int[] {from, k - 1});
                from = -1;
            }
        }
        for (var fall : falls) {
            plot.curve(
                    Arrays.copyOfRange(x, fall[0], fall[1] + 1),
                    Arrays.copyOfRange(y, fall[0], fall[1] + 1),
                    Colour.faded(palette.alarm(), 0.2),
                    9 * palette.line(),
                    0,
                    into);
            hatch(x, y, fall, plot, palette, into);
        }
        falls.stream()
                .sorted(Comparator.comparingInt(fall -> fall[0] - fall[1]))
                .limit(NAMED)
                .forEach(fall -> name(x, y, fall, plot, palette, into));
    }

    private static void hatch(double[] x, double[] y, int[] fall, Plot plot, Palette palette, List<Mark> into) {
        var strokes = new ArrayList<Mark.Curve>();
        double gone = HATCH;
        for (int k = fall[0]; k < fall[1]; k++) {
            float px = plot.x(x[k]);
            float py = plot.y(y[k]);
            if (gone >= HATCH) {
                gone = 0;
                float r = 4 * palette.line();
                strokes.addAll(plot.cut(
                        new float[] {px - r, px + r},
                        new float[] {py + r, py - r},
                        Colour.faded(palette.alarm(), 0.7)));
            }
            gone += Math.hypot(plot.x(x[k + 1]) - px, plot.y(y[k + 1]) - py);
        }
        into.add(new Mark.Curves(strokes, palette.line(), false, 0));
    }

    private static void name(double[] x, double[] y, int[] fall, Plot plot, Palette palette, List<Mark> into) {
        int middle = (fall[0] + fall[1]) / 2;
        float size = palette.text();
        float px = plot.x(x[middle]);
        boolean right = px < plot.right() - 4.5 * size;
        // a falling curve leaves room above it on the right and below it on the left
        double py = plot.y(y[middle]) + (right ? -0.7 : 1.5) * size;
        into.add(new Mark.Label(
                "falls",
                px + (right ? size : -size),
                (float) Math.clamp(py, plot.top() + size, plot.bottom() - 0.3 * size),
                size,
                true,
                right ? Mark.Anchor.START : Mark.Anchor.END,
                palette.ink()));
    }
}
