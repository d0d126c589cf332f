package isotopy.export;

import org.jspecify.annotations.Nullable;

/// Paints polylines with round joints and ends, solid or dashed, fading or not.
///
/// Coordinates are pixels; whatever lies outside the picture costs nothing, points that are not finite interrupt a
/// line.
final class LinePainter {
    /// Points nearer than this to the one before are left out.
    private static final double NEAR = 0.7;

    /// A bend below this angle's cosine is a corner.
    private static final double SMOOTH = 0.9;

    /// No piece has more dashes than this inside the picture.
    private static final int MOST_DASHES = 100_000;

    private final Pixels pixels;
    private final int top;
    private final int bottom;
    private final Mask mask;
    private final Stroke stroke;
    private final PageCut cut;

    /// Paints the rows `top … bottom − 1` of a picture.
    LinePainter(Pixels pixels, int top, int bottom) {
        this.pixels = pixels;
        this.top = top;
        this.bottom = bottom;
        mask = new Mask(top * pixels.width, (bottom - top) * pixels.width);
        stroke = new Stroke(mask, pixels.width, top, bottom);
        cut = new PageCut(pixels.width, pixels.height);
    }

    /// Whether a line between those heights may touch these rows.
    boolean touches(float low, float high, double scale) {
        double reach = stroke.reach() + 1;
        return !(high * scale < top - reach) && !(low * scale > bottom + reach);
    }

    /// Sets the width of the lines to come.
    void width(double width) {
        stroke.width(width);
    }

    /// Paints one polyline: points `from … to − 1` of xy, times `scale`. `dash` is in pixels, below 1 for none.
    void paint(float[] xy, int from, int to, double scale, int colour, boolean fading, double dash) {
        if (dash >= 1) {
            dashed(xy, from, to, scale, fading, dash);
        } else {
            solid(xy, from, to, scale, fading);
        }
        mask.paint(colour, pixels);
    }

    /// Covers a solid line: each piece waits until it is known how it goes on.
    private void solid(float[] xy, int from, int to, double scale, boolean fading) {
        double step = fading ? 1.0 / (to - from - 1) : 0;
        double ax = xy[2 * from] * scale;
        double ay = xy[2 * from + 1] * scale;
        double afade = fading ? 0 : 1;
        double bx = ax;
        double by = ay;
        double bfade = afade;
        boolean waiting = false;
        boolean joined = false;
        for (int k = from + 1; k < to; k++) {
            double x = xy[2 * k] * scale;
            double y = xy[2 * k + 1] * scale;
            if (Math.abs(x - bx) + Math.abs(y - by) < NEAR && k < to - 1) {
                continue;
            }
            double fade = fading ? (k - from) * step : 1;
            if (waiting) {
                boolean joins = smooth(bx - ax, by - ay, x - bx, y - by);
                piece(ax, ay, bx, by, afade, bfade, joined, joins);
                joined = joins;
                ax = bx;
                ay = by;
                afade = bfade;
            }
            bx = x;
            by = y;
            bfade = fade;
            waiting = true;
        }
        piece(ax, ay, bx, by, afade, bfade, joined, false);
    }

    /// Whether two pieces that follow each other run along the same axis in nearly the same direction.
    private static boolean smooth(double dx0, double dy0, double dx1, double dy1) {
        boolean steep = Math.abs(dy0) > Math.abs(dx0);
        if (steep != Math.abs(dy1) > Math.abs(dx1) || (steep ? dy0 * dy1 : dx0 * dx1) <= 0) {
            return false;
        }
        double product = dx0 * dx1 + dy0 * dy1;
        return product * product > SMOOTH * SMOOTH * (dx0 * dx0 + dy0 * dy0) * (dx1 * dx1 + dy1 * dy1);
    }

    private void dashed(float[] xy, int from, int to, double scale, boolean fading, double dash) {
        double step = fading ? 1.0 / (to - from - 1) : 0;
        double walked = 0;
        for (int k = from + 1; k < to; k++) {
            double x0 = xy[2 * k - 2] * scale;
            double y0 = xy[2 * k - 1] * scale;
            double x1 = xy[2 * k] * scale;
            double y1 = xy[2 * k + 1] * scale;
            double length = Math.hypot(x1 - x0, y1 - y0);
            double fade0 = fading ? (k - 1 - from) * step : 1;
            double fade1 = fading ? (k - from) * step : 1;
            dashes(x0, y0, x1, y1, fade0, fade1, length, walked, dash);
            walked = (walked + length) % (2 * dash);
            walked = walked >= 0 ? walked : 0; // after a point that is not finite
        }
    }

    /// Covers the dashes of one straight piece that starts `walked` pixels after the beginning of a dash.
    private void dashes(
            double x0,
            double y0,
            double x1,
            double y1,
            double f0,
            double f1,
            double length,
            double walked,
            double dash) {
        var part = clipped(x0, y0, x1, y1);
        if (part == null || !(length > 0)) {
            return;
        }
        double begin = part[0] * length;
        double end = part[1] * length;
        // the round ends add to a dash what is taken off here
        double drawn = Math.max(0.1, dash - 2 * (stroke.reach() - 0.5));
        double first = Math.floor((walked + begin) / (2 * dash));
        // counted, since far outside adding 1 to a number no longer changes it
        int count = (int) Math.min(MOST_DASHES, (end - begin) / (2 * dash) + 2);
        for (int k = 0; k < count; k++) {
            double start = 2 * dash * (first + k) - walked;
            double a = Math.max(begin, start) / length;
            double b = Math.min(end, start + drawn) / length;
            if (b > a) {
                cover(x0, y0, x1, y1, f0, f1, a, b, false, false);
            }
        }
    }

    /// Covers one straight piece, to be painted with the rest of its line by [#finish(int)].
    void piece(double x0, double y0, double x1, double y1) {
        piece(x0, y0, x1, y1, 1, 1, false, false);
    }

    /// Paints what was covered since the last line.
    void finish(int colour) {
        mask.paint(colour, pixels);
    }

    private void piece(
            double x0, double y0, double x1, double y1, double f0, double f1, boolean joinsBefore, boolean joinsAfter) {
        double reach = stroke.reach();
        if (Math.max(y0, y1) < top - reach - 1 || Math.min(y0, y1) > bottom + reach + 1) {
            return;
        }
        boolean inside = Math.min(x0, x1) > -reach
                && Math.max(x0, x1) < pixels.width + reach
                && Math.min(y0, y1) > -reach
                && Math.max(y0, y1) < pixels.height + reach;
        if (inside) {
            stroke.cover(x0, y0, x1, y1, f0, f1, joinsBefore, joinsAfter);
            return;
        }
        var part = clipped(x0, y0, x1, y1);
        if (part != null) {
            double a = part[0];
            double b = part[1];
            cover(x0, y0, x1, y1, f0, f1, a, b, a == 0 && joinsBefore, b == 1 && joinsAfter);
        }
    }

    /// Covers the part of a straight piece between its shares `a` and `b`.
    private void cover(
            double x0,
            double y0,
            double x1,
            double y1,
            double f0,
            double f1,
            double a,
            double b,
            boolean joinsBefore,
            boolean joinsAfter) {
        stroke.cover(
                x0 + a * (x1 - x0),
                y0 + a * (y1 - y0),
                x0 + b * (x1 - x0),
                y0 + b * (y1 - y0),
                f0 + a * (f1 - f0),
                f0 + b * (f1 - f0),
                joinsBefore,
                joinsAfter);
    }

    /// The shares of a piece between which it can touch the picture; null when it cannot or is not finite.
    private double @Nullable [] clipped(double x0, double y0, double x1, double y1) {
        return cut.shares(x0, y0, x1, y1, stroke.reach()).orElse(null);
    }
}
