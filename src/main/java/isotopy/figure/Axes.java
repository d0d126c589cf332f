package isotopy.figure;

import isotopy.target.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Fine lines through zero, and rulers along the lower and the left edge of the page.
final class Axes {
    /// Numbers keep this many text sizes of distance.
    private static final double APART = 7;

    private Axes() {}

    /// Adds the lines through zero; the page must not be turned.
    static void cross(Page page, Palette palette, List<Mark> into) {
        float x = page.x(0, 0);
        float y = page.y(0, 0);
        into.add(lines(
                palette, new float[] {x, 0, x, (float) page.height(), 0, y, (float) page.width(), y}, palette.axis()));
    }

    /// Adds both rulers, with the user's numbers of each coordinate; the page must not be turned.
    static void rulers(Page page, Units first, Units second, Palette palette, boolean names, List<Mark> into) {
        double left = -page.x0() / page.x1x();
        double right = (page.width() - page.x0()) / page.x1x();
        double bottom = (page.height() - page.y0()) / page.x2y();
        double top = -page.y0() / page.x2y();
        double step = step(APART * palette.text() / page.x1x() * first.reach());
        float size = palette.text();
        float low = (float) page.height();
        for (double x : first.ticks(left, right, step)) {
            float at = page.x(first.place(x), 0);
            if (at > 3 * size && at < page.width() - 4 * size) {
                into.add(lines(palette, new float[] {at, low, at, low - 5}, palette.quiet()));
                into.add(label(number(x, step), at, low - 9, size, Mark.Anchor.MIDDLE, palette));
            }
        }
        for (double x : second.ticks(bottom, top, step)) {
            float at = page.y(0, second.place(x));
            if (at > 5.5 * size && at < page.height() - 3 * size) {
                into.add(lines(palette, new float[] {0, at, 5, at}, palette.quiet()));
                into.add(label(number(x, step), 12, at + 0.36f * size, size, Mark.Anchor.START, palette));
            }
        }
        if (!names) {
            return;
        }
        into.add(label("x₁", (float) page.width() - 1.2f * size, low - 9, size, Mark.Anchor.END, palette));
        into.add(label("x₂", 12, 4.8f * size, size, Mark.Anchor.START, palette));
    }

    /// Adds the numbers of both axes outside a picture whose upper left corner is at (x, y): on its left, below
    /// it, or both.
    static void outside(Shot shot, float x, float y, boolean beside, boolean below, List<Mark> into) {
        var page = shot.page();
        var palette = shot.palette();
        float size = palette.text();
        var target = shot.scene().snapshot().experiment().target();
        boolean starts = shot.kind() != Kind.PLANE;
        var first = starts ? Units.ofStarts(target, 0) : Units.OWN;
        var second = starts ? Units.ofStarts(target, 1) : Units.OWN;
        double step = step(4.5 * size / page.x1x() * first.reach());
        if (below) {
            float foot = y + (float) page.height();
            for (double tick : first.ticks(-page.x0() / page.x1x(), (page.width() - page.x0()) / page.x1x(), step)) {
                float at = x + page.x(first.place(tick), 0);
                if (at > x + size && at < x + page.width() - 2 * size) {
                    into.add(lines(palette, new float[] {at, foot, at, foot - 4}, palette.quiet()));
                    into.add(label(number(tick, step), at, foot + 1.3f * size, size, Mark.Anchor.MIDDLE, palette));
                }
            }
            if (shot.axisNames()) {
                into.add(label("x₁", x + (float) page.width(), foot + 1.3f * size, size, Mark.Anchor.END, palette));
            }
        }
        if (beside) {
            for (double tick : second.ticks((page.height() - page.y0()) / page.x2y(), -page.y0() / page.x2y(), step)) {
                float at = y + page.y(0, second.place(tick));
                if (at > y + 2 * size && at < y + page.height() - 0.5 * size) {
                    into.add(lines(palette, new float[] {x, at, x + 4, at}, palette.quiet()));
                    into.add(label(
                            number(tick, step), x - 0.4f * size, at + 0.36f * size, size, Mark.Anchor.END, palette));
                }
            }
            if (shot.axisNames()) {
                into.add(label("x₂", x - 0.4f * size, y + 0.8f * size, size, Mark.Anchor.END, palette));
            }
        }
    }

    private static Mark lines(Palette palette, float[] xy, int argb) {
        var colours = new int[xy.length / 4];
        Arrays.fill(colours, argb);
        return new Mark.Paths(xy, Trails.starts(xy.length / 4, 2), colours, palette.line(), false, 0);
    }

    private static Mark label(String text, float x, float y, float size, Mark.Anchor anchor, Palette palette) {
        return new Mark.Label(text, x, y, size, false, anchor, palette.quiet());
    }

    /// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double digits = least / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    /// The multiples of `step` from `low` to `high`; none when there would be absurdly many.
    static double[] ticks(double low, double high, double step) {
        // an end that is a multiple but for rounding counts
        double first = Math.ceil(low / step - 1e-9);
        double count = Math.floor(high / step + 1e-9) - first + 1;
        if (!(count >= 1 && count < 1000)) {
            return new double[0];
        }
        var ticks = new double[(int) count];
        Arrays.setAll(ticks, k -> (first + k) * step);
        return ticks;
    }

    /// A multiple of `step` with as many digits as that needs.
    static String number(double x, double step) {
        if (step >= 1e6 || step < 1e-6) {
            return String.format(Locale.ROOT, "%.3g", x).replace('-', '−');
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        double shown = x == 0 ? 0 : x; // no −0
        return String.format(Locale.ROOT, "%." + decimals + "f", shown).replace('-', '−');
    }
}
