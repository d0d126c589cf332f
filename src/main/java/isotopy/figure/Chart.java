package isotopy.figure;

import java.util.List;

/// Curves over an axis, as data: what is measured of a run or of a flow. Immutable; nobody changes the arrays.
///
/// @param bounds heights that no curve can pass, with their names
public record Chart(Axis x, Axis y, List<Series> series, List<Bound> bounds) {
    /// What is measured along an axis, and from where to where it is shown; a logarithmic one shows numbers > 0
    /// only.
    public record Axis(String title, boolean logarithmic, double low, double high) {
        /// Throws: `IllegalArgumentException` unless low < high, both finite, and > 0 where the axis is
        /// logarithmic.
        public Axis {
            if (!(low < high) || !Double.isFinite(high - low) || logarithmic && !(low > 0)) {
                throw new IllegalArgumentException("an axis needs low < high: " + low + ", " + high);
            }
        }

        /// Which share of the axis lies below a number.
        double share(double number) {
            return logarithmic
                    ? (Math.log10(number) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                    : (number - low) / (high - low);
        }
    }

    /// A curve. Shapes: x and y have one length.
    public record Series(String name, Line line, Hue hue, double[] x, double[] y) {}

    /// A height with its name.
    public record Bound(String name, double y) {}

    /// How a curve is drawn.
    public enum Line {
        SOLID,
        THICK,
        DASHED,
        DOTTED,
        /// A ring at every point and no line.
        RINGS
    }

    /// What a curve stands for, and so its colour.
    public enum Hue {
        ACCENT,
        INK,
        GREEN,
        RED,
        PURPLE,
        YELLOW;

        /// The opaque colour under a theme.
        public int argb(Theme theme) {
            boolean dark = theme == Theme.DARK;
            var palette = Palette.of(theme);
            return switch (this) {
                case ACCENT -> palette.accent();
                case INK -> palette.ink();
                case GREEN -> OkabeIto.BLUISH_GREEN.argb();
                case RED -> (dark ? OkabeIto.ORANGE : OkabeIto.VERMILLION).argb();
                case PURPLE -> OkabeIto.REDDISH_PURPLE.argb();
                case YELLOW -> (dark ? OkabeIto.YELLOW : OkabeIto.ORANGE).argb();
            };
        }
    }

    public Chart {
        series = List.copyOf(series);
        bounds = List.copyOf(bounds);
    }

    /// The chart on a page of that size.
    ///
    /// Units: logical pixels.
    public Figure figure(Theme theme, double width, double height) {
        return new ChartPage(this, theme, width, height).figure();
    }
}
