package isotopy.figure;

import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Draws two approximants beside their target: on the line in one picture, in the plane as maps of one scale.
final class Comparisons {
    private Comparisons() {}

    static Figure draw(Comparison comparison, Theme theme, double width, double height) {
        var palette = Palette.of(theme);
        var marks = new ArrayList<Mark>();
        if (comparison.target().kind() == Kind.LINE) {
            line(comparison, palette, width, height, marks);
        } else {
            plane(comparison, theme, width, height, marks);
        }
        return new Figure(width, height, palette.background(), marks);
    }

    private static void line(Comparison c, Palette palette, double width, double height, List<Mark> into) {
        var x = Comparison.places(Kind.LINE, c.domain()).row(0);
        var wanted = c.target() instanceof LineMap map
                ? Arrays.stream(x).map(map::at).toArray()
                : new double[0];
        var given = c.target() instanceof Correspondence pairs ? pairs.y().row(0) : wanted;
        double low = Arrays.stream(given).min().orElse(0);
        double high = Arrays.stream(given).max().orElse(1);
        double room = 0.12 * Math.max(1e-9, high - low);
        var plot = new Plot(c.domain(), low - room, high + room, 8, width - 8, 2.2 * palette.text(), height - 8);
        if (c.target() instanceof Correspondence pairs) {
            plot.dots(pairs.x().row(0), pairs.y().row(0), Colour.faded(palette.quiet(), 0.6), into);
        } else {
            plot.curve(x, wanted, palette.ghost(), 4.5f * palette.line(), 0, into);
        }
        int sum = sumColour(palette);
        plot.curve(x, c.sum().row(0), sum, 1.6f * palette.line(), 5, into);
        plot.curve(x, c.composed().row(0), palette.accent(), 2 * palette.line(), 0, into);
        float size = palette.text();
        float left = key("target", palette.ghost(), 0, 8, palette, into);
        left = key(c.sumName(), sum, 3, left, palette, into);
        key(c.composedName(), palette.accent(), 0, left, palette, into);
        into.add(new Mark.Label(
                "x →", (float) width - 8, (float) height - 0.8f * size, size, false, Mark.Anchor.END, palette.quiet()));
    }

    private static int sumColour(Palette palette) {
        return palette.alarm();
    }

    /// Adds a piece of line with its name; gives where the next may begin.
    private static float key(String name, int argb, float dash, float left, Palette palette, List<Mark> into) {
        float size = palette.text();
        float y = 1.2f * size;
        into.add(new Mark.Curves(
                List.of(new Mark.Curve(
                        new float[] {left, left + 1.6f * size},
                        new float[] {y - 0.35f * size, y - 0.35f * size},
                        argb)),
                2.2f * palette.line(),
                false,
                dash));
        into.add(new Mark.Label(name, left + 2 * size, y, size, false, Mark.Anchor.START, palette.ink()));
        return left + (3.2f + 0.56f * name.length()) * size;
    }

    private static void plane(Comparison c, Theme theme, double width, double height, List<Mark> into) {
        var palette = Palette.of(theme);
        var maps = new ArrayList<double[]>();
        var names = new ArrayList<String>();
        if (c.target() instanceof PlaneFunction function) {
            maps.add(
                    function.apply(Comparison.places(Kind.FUNCTION, c.domain())).row(0));
            names.add("target");
        }
        maps.add(c.sum().row(0));
        names.add(c.sumName());
        maps.add(c.composed().row(0));
        names.add(c.composedName());
        double low = DoubleStream.of(maps.getFirst()).min().orElse(0);
        double high = DoubleStream.of(maps.getFirst()).max().orElse(1);
        float size = palette.text();
        float gap = 0.8f * size;
        float side = (float) Math.min((width - gap * (maps.size() + 1)) / maps.size(), height - 2.6 * size);
        float left = (float) (width - maps.size() * side - (maps.size() - 1) * gap) / 2;
        for (int k = 0; k < maps.size(); k++) {
            float x = left + k * (side + gap);
            into.add(new Mark.Label(names.get(k), x, 1.3f * size, size, false, Mark.Anchor.START, palette.ink()));
            into.add(heat(maps.get(k), low, high, theme, x, 1.8f * size, side));
        }
    }

    private static Mark heat(double[] values, double low, double high, Theme theme, float x, float y, float side) {
        int cells = Comparison.A_SIDE;
        var argb = new int[cells * cells];
        for (int k = 0; k < argb.length; k++) {
            double value = values[(cells - 1 - k / cells) * cells + k % cells];
            argb[k] = Scale.cividis(high > low ? (value - low) / (high - low) : 0.5, theme);
        }
        return new Mark.Heat(x, y, side, side, cells, cells, argb);
    }
}
