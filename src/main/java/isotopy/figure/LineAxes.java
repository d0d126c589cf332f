package isotopy.figure;

import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Frames, ticks, numbers and names of the two pictures of a map of the line.
final class LineAxes {
    /// Numbers keep this many text sizes of distance.
    private static final double APART = 4.5;

    /// More layers than this are not told apart by a line each.
    private static final int MOST_EDGES = 50;

    private LineAxes() {}

    /// Adds the axes of the graph of a target, which has no names where that of its heights is empty, with the
    /// user's numbers of its starts and goals.
    static void graph(
            TargetMap target,
            LineLayout layout,
            Palette palette,
            boolean grid,
            Optional<String> name,
            List<Mark> into) {
        var plot = layout.graph();
        heights(plot, Units.ofGoals(target, 0), palette, grid, into);
        float size = palette.text();
        var units = Units.ofStarts(target, 0);
        var domain = layout.domain();
        double step = Axes.step(APART * size / (plot.right() - plot.left()) * domain.side() * units.reach());
        for (double x : units.ticks(domain.low(), domain.high(), step)) {
            float at = plot.x(units.place(x));
            if (grid) {
                into.add(line(at, (float) plot.top(), at, (float) plot.bottom(), palette, palette.axis()));
            }
            into.add(line(at, (float) plot.bottom(), at, (float) plot.bottom() + 4, palette, palette.quiet()));
            if (at < plot.right() - 1.6 * size) {
                label(Axes.number(x, step), at, plot.bottom() + 1.35 * size, Mark.Anchor.MIDDLE, palette, into);
            }
        }
        name.ifPresent(height -> {
            label("x", plot.right(), plot.bottom() + 1.35 * size, Mark.Anchor.END, palette, into);
            label(height, plot.left(), plot.top() - 0.55 * size, Mark.Anchor.START, palette, into);
        });
        plot.frame(palette.grid(), palette.line(), into);
    }

    /// Adds the axes of space-time, with a line or a tick at the edges of layers. The numbers stand at t = 0: they
    /// are the user's numbers of the target's starts.
    ///
    /// Units: `edges` are shares of T.
    static void spaceTime(
            TargetMap target,
            LineLayout layout,
            double[] edges,
            Palette palette,
            boolean grid,
            boolean names,
            List<Mark> into) {
        var plot = layout.spaceTime();
        var units = Units.ofStarts(target, 0);
        heights(plot, units, palette, grid, into);
        float size = palette.text();
        int every = 1 + (edges.length - 2) / MOST_EDGES;
        for (int k = 0; k < edges.length; k += every) {
            float at = plot.x(edges[k]);
            if (grid) {
                into.add(line(at, (float) plot.top(), at, (float) plot.bottom(), palette, palette.axis()));
            }
            into.add(line(at, (float) plot.bottom(), at, (float) plot.bottom() + 4, palette, palette.quiet()));
        }
        plot.frame(palette.grid(), palette.line(), into);
        if (!names) {
            return;
        }
        double below = plot.bottom() + 1.35 * size;
        label("t = 0", plot.left(), below, Mark.Anchor.START, palette, into);
        int depth = edges.length - 1;
        boolean room = plot.right() - plot.left() > 14 * size;
        var layers = room ? (depth == 1 ? "1 layer, " : depth + " layers, ") : "";
        label(layers + "t = T", plot.right(), below, Mark.Anchor.END, palette, into);
        var name = layout.reads() ? "state z₁(t)" : units.equals(Units.ofGoals(target, 0)) ? "φₜ(x)" : "x at t = 0";
        label(name, plot.left(), plot.top() - 0.55 * size, Mark.Anchor.START, palette, into);
    }

    /// Adds the frame and the name of the strip of the read-out.
    static void strip(LineLayout layout, Palette palette, List<Mark> into) {
        var strip = layout.strip();
        label("read off", strip.right(), strip.bottom() + 1.35 * palette.text(), Mark.Anchor.END, palette, into);
        strip.frame(palette.grid(), palette.line(), into);
    }

    private static void heights(Plot plot, Units units, Palette palette, boolean grid, List<Mark> into) {
        float size = palette.text();
        double span = (plot.high() - plot.low()) * units.reach();
        double step = Axes.step(0.55 * APART * size / (plot.bottom() - plot.top()) * span);
        for (double y : units.ticks(plot.low(), plot.high(), step)) {
            float at = plot.y(units.place(y));
            if (grid) {
                into.add(line((float) plot.left(), at, (float) plot.right(), at, palette, palette.axis()));
            }
            into.add(line((float) plot.left() - 4, at, (float) plot.left(), at, palette, palette.quiet()));
            label(Axes.number(y, step), plot.left() - 6, at + 0.36 * size, Mark.Anchor.END, palette, into);
        }
    }

    static Mark line(float x0, float y0, float x1, float y1, Palette palette, int argb) {
        return new Mark.Paths(
                new float[] {x0, y0, x1, y1}, new int[] {0, 2}, new int[] {argb}, palette.line(), false, 0);
    }

    private static void label(String text, double x, double y, Mark.Anchor anchor, Palette palette, List<Mark> into) {
        into.add(new Mark.Label(text, (float) x, (float) y, palette.text(), false, anchor, palette.quiet()));
    }

    /// The edges of a control's layers as shares of T.
    static double[] shares(double[] edges) {
        double horizon = edges[edges.length - 1];
        return Arrays.stream(edges).map(edge -> edge / horizon).toArray();
    }
}
