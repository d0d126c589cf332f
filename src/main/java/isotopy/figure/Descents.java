package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
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

    /// Adds the marks where given pairs fall.
    static void draw(Correspondence pairs, LineLayout layout, Palette palette, List<Mark> into) {
        var trend = Trend.of(pairs.x().row(0), pairs.y().row(0));
        draw(trend.falls(), trend.x(), trend.y(), layout, palette, into);
    }

    /// Adds the marks along a graph given point by point.
    static void draw(double[] x, double[] y, LineLayout layout, Palette palette, List<Mark> into) {
        draw(falls(x, y), x, y, layout, palette, into);
    }

    /// Whether a target falls anywhere, so that there are marks.
    static boolean any(TargetMap target, LineLayout layout) {
        return switch (target) {
            case LineMap map -> {
                var x = LineGraph.places(layout);
                yield !falls(x, map.apply(Points.of(new double[][] {x})).row(0)).isEmpty();
            }
            case Correspondence pairs ->
                !Trend.of(pairs.x().row(0), pairs.y().row(0)).falls().isEmpty();
            case PlaneMap _, PlaneFunction _, Labels _ -> false;
        };
    }

    private static List<int[]> falls(double[] x, double[] y) {
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
        return falls;
    }

    private static void draw(
            List<int[]> falls, double[] x, double[] y, LineLayout layout, Palette palette, List<Mark> into) {
        var plot = layout.graph();
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
        float r = 4 * palette.line();
        double gone = HATCH;
        for (int k = fall[0]; k < fall[1]; k++) {
            float px = plot.x(x[k]);
            float py = plot.y(y[k]);
            float dx = plot.x(x[k + 1]) - px;
            float dy = plot.y(y[k + 1]) - py;
            double length = Math.hypot(dx, dy);
            double along = HATCH - gone;
            for (; along < length; along += HATCH) {
                float atX = px + (float) (along / length) * dx;
                float atY = py + (float) (along / length) * dy;
                strokes.addAll(plot.cut(
                        new float[] {atX - r, atX + r},
                        new float[] {atY + r, atY - r},
                        Colour.faded(palette.alarm(), 0.7)));
            }
            gone = length - (along - HATCH);
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
