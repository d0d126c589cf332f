package isotopy.figure;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Draws a [Chart]: titles above, numbers beside, names of curves in a row on top.
///
/// Units: logical pixels.
final class ChartPage {
    /// The mean width of a letter, in text sizes.
    private static final double LETTER = 0.56;

    /// Numbers keep so many text sizes of distance.
    private static final double APART = 5.5;

    /// Where titles and names begin, in text sizes.
    private static final double EDGE = 0.8;

    /// A curve has at least so much room; on a small page the text gives way.
    private static final double LEAST = 20;

    private static final double SMALLEST_TEXT = 5;

    private static final Box WHOLE = new Box(0, 1);

    private record Tick(double at, String words) {}

    private final Chart chart;
    private final Theme theme;
    private final Palette palette;
    private final double width;
    private final double height;
    private float size;
    private final List<Mark> marks = new ArrayList<>();

    ChartPage(Chart chart, Theme theme, double width, double height) {
        this.chart = chart;
        this.theme = theme;
        this.width = width;
        this.height = height;
        palette = Palette.of(theme);
        size = palette.text();
        while (size > SMALLEST_TEXT && top() + LEAST + 3.4 * size > height) {
            size *= 0.95f;
        }
    }

    Figure figure() {
        double top = top();
        double bottom = Math.max(top + LEAST, height - 3.4 * size);
        var rising = ticks(chart.y(), bottom - top, 0.45 * APART);
        int longest =
                rising.stream().mapToInt(tick -> tick.words().length()).max().orElse(1);
        double left = (1.4 + LETTER * longest) * size;
        double right = Math.max(left + LEAST, width - 2.2 * size);
        var plot = new Plot(WHOLE, 0, 1, left, right, top, bottom);
        axes(plot, rising);
        legend();
        for (var bound : chart.bounds()) {
            bound(plot, bound);
        }
        for (var series : chart.series()) {
            curve(plot, series);
        }
        return new Figure(width, height, palette.background(), marks);
    }

    /// Where the curves begin, below the title and the names.
    private double top() {
        return (3.4 + 1.6 * legendRows()) * size;
    }

    private void axes(Plot plot, List<Tick> rising) {
        for (var tick : rising) {
            float y = plot.y(chart.y().share(tick.at()));
            line(plot.left(), y, plot.right(), y, palette.axis());
            label(tick.words(), plot.left() - 0.5 * size, y + 0.36 * size, Mark.Anchor.END, palette.quiet());
        }
        for (var tick : ticks(chart.x(), plot.right() - plot.left(), APART)) {
            float x = plot.x(chart.x().share(tick.at()));
            line(x, plot.bottom(), x, plot.bottom() + 4, palette.quiet());
            label(tick.words(), x, plot.bottom() + 1.5 * size, Mark.Anchor.MIDDLE, palette.quiet());
        }
        line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), palette.quiet());
        label(chart.y().title(), EDGE * size, 1.6 * size, Mark.Anchor.START, palette.ink());
        label(chart.x().title(), plot.right(), height - 0.5 * size, Mark.Anchor.END, palette.ink());
    }

    /// Round numbers along an axis of that length.
    private List<Tick> ticks(Chart.Axis axis, double length, double apart) {
        if (axis.logarithmic()) {
            return powers(axis, length / (apart * size));
        }
        double step = Axes.step((axis.high() - axis.low()) * apart * size / length);
        return Arrays.stream(Axes.ticks(axis.low(), axis.high(), step))
                .mapToObj(at -> new Tick(at, number(at, step)))
                .toList();
    }

    private static String number(double at, double step) {
        return step >= 1 && step < 1e6
                ? String.format(Locale.ROOT, "%,.0f", at == 0 ? 0 : at).replace('-', '−')
                : Axes.number(at, step);
    }

    /// Powers of ten, `most` at most; where fewer than two lie on the axis, their halves and fifths too.
    private static List<Tick> powers(Chart.Axis axis, double most) {
        int low = (int) Math.ceil(Math.log10(axis.low()) - 1e-9);
        int high = (int) Math.floor(Math.log10(axis.high()) + 1e-9);
        var ticks = new ArrayList<Tick>();
        if (high - low < 1) {
            for (int power = low - 1; power <= high; power++) {
                for (int digit : new int[] {1, 2, 5}) {
                    double at = digit * Math.pow(10, power);
                    if (at >= axis.low() && at <= axis.high()) {
                        ticks.add(new Tick(
                                at, String.format(Locale.ROOT, "%.3g", at).replaceFirst("\\.?0+$", "")));
                    }
                }
            }
            return ticks;
        }
        int stride = (int) Math.max(1, Math.ceil((high - low + 1) / Math.max(1, most)));
        for (int power = high; power >= low; power -= stride) {
            ticks.add(new Tick(Math.pow(10, power), power(power)));
        }
        return ticks;
    }

    private static String power(int power) {
        return switch (power) {
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            case 3 -> "1,000";
            default -> {
                var raised = new StringBuilder("10");
                for (char digit : Integer.toString(power).toCharArray()) {
                    raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
                }
                yield raised.toString();
            }
        };
    }

    // ---- names of curves ----

    private double named(String name) {
        return (3.4 + LETTER * name.length()) * size;
    }

    /// A name with how its curve is drawn.
    private record Key(String name, Chart.Line line, int argb) {}

    private List<Key> keys() {
        var keys = new ArrayList<Key>();
        chart.series()
                .forEach(series -> keys.add(
                        new Key(series.name(), series.line(), series.hue().argb(theme))));
        chart.bounds().forEach(bound -> keys.add(new Key(bound.name(), Chart.Line.DASHED, palette.alarm())));
        return keys;
    }

    private int legendRows() {
        int rows = 1;
        double x = EDGE * size;
        for (var key : keys()) {
            if (x + named(key.name()) > width && x > EDGE * size) {
                rows++;
                x = EDGE * size;
            }
            x += named(key.name());
        }
        return rows;
    }

    private void legend() {
        double x = EDGE * size;
        double y = 3.4 * size;
        for (var key : keys()) {
            if (x + named(key.name()) > width && x > EDGE * size) {
                x = EDGE * size;
                y += 1.6 * size;
            }
            double middle = y - 0.35 * size;
            if (key.line() == Chart.Line.RINGS) {
                ring(x + 0.9 * size, middle, key.argb());
            } else {
                marks.add(new Mark.Curves(
                        List.of(new Mark.Curve(
                                new float[] {(float) x, (float) (x + 1.8 * size)},
                                new float[] {(float) middle, (float) middle},
                                key.argb())),
                        thickness(key.line()),
                        false,
                        dash(key.line())));
            }
            label(key.name(), x + 2.3 * size, y, Mark.Anchor.START, palette.ink());
            x += named(key.name());
        }
    }

    // ---- curves ----

    private void curve(Plot plot, Chart.Series series) {
        var x = new double[series.x().length];
        var y = new double[x.length];
        Arrays.setAll(x, k -> chart.x().share(series.x()[k]));
        // what is 0 lies below every logarithmic axis
        Arrays.setAll(y, k -> Math.max(-10, chart.y().share(Math.max(series.y()[k], 0))));
        int argb = series.hue().argb(theme);
        if (series.line() == Chart.Line.RINGS) {
            var inside = plot.inside(x, y);
            for (int k = 0; k < inside[0].length; k++) {
                ring(inside[0][k], inside[1][k], argb);
            }
            return;
        }
        plot.curve(x, y, argb, thickness(series.line()), dash(series.line()), marks);
        if (x.length <= 16) {
            plot.dots(x, y, argb, marks);
        }
    }

    private void bound(Plot plot, Chart.Bound bound) {
        double share = chart.y().share(bound.y());
        if (share >= 0 && share <= 1) {
            float y = plot.y(share);
            marks.add(new Mark.Curves(
                    List.of(new Mark.Curve(
                            new float[] {(float) plot.left(), (float) plot.right()},
                            new float[] {y, y},
                            palette.alarm())),
                    thickness(Chart.Line.DASHED),
                    false,
                    dash(Chart.Line.DASHED)));
        }
    }

    private float thickness(Chart.Line line) {
        return palette.line() * (line == Chart.Line.THICK ? 2.6f : 1.7f);
    }

    private float dash(Chart.Line line) {
        return palette.line()
                * switch (line) {
                    case SOLID, THICK, RINGS -> 0;
                    case DASHED -> 6;
                    case DOTTED -> 2.5f;
                };
    }

    private void ring(double x, double y, int argb) {
        marks.add(new Mark.Rings(
                new float[] {(float) x}, new float[] {(float) y}, new int[] {argb}, 0.45f * size, 2 * palette.line()));
    }

    private void line(double x0, double y0, double x1, double y1, int argb) {
        marks.add(new Mark.Curves(
                List.of(new Mark.Curve(
                        new float[] {(float) x0, (float) x1}, new float[] {(float) y0, (float) y1}, argb)),
                palette.line(),
                false,
                0));
    }

    private void label(String text, double x, double y, Mark.Anchor anchor, int argb) {
        marks.add(new Mark.Label(text, (float) x, (float) y, size, false, anchor, argb));
    }
}
