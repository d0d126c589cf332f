package isotopy.export;

import org.jspecify.annotations.Nullable;

/// Paints lines with round ends and joints: a pixel is covered by how far its middle lies inside the line, over a ramp of one pixel, so
/// that a line of width w covers w square pixels a pixel of its length. Thinner lines than a pixel become fainter instead.
///
/// Coordinates are pixels; whatever lies outside the picture costs nothing, points that are not finite interrupt a line.
final class LinePainter {
    /// Points nearer than this to the one before are left out.
    private static final double NEAR = 0.6;

    private final Pixels pixels;
    private final Mask mask;
    private double reach;
    private double strength;

    LinePainter(Pixels pixels) {
        this.pixels = pixels;
        mask = new Mask(pixels.argb.length);
    }

    /// Sets the width of the lines to come.
    void width(double width) {
        reach = Math.max(1, Math.min(width, 4096)) / 2 + 0.5;
        strength = 255 * Math.min(1, width);
    }

    /// Paints one polyline: points `from … to − 1` of xy, times `scale`. `dash` is in pixels, 0 for none.
    void paint(float[] xy, int from, int to, double scale, int colour, boolean fading, double dash) {
        double x0 = xy[2 * from] * scale;
        double y0 = xy[2 * from + 1] * scale;
        double fade0 = fading ? 0 : 1;
        double walked = 0;
        double step = fading ? 1.0 / Math.max(1, to - from - 1) : 0;
        boolean dashed = dash >= 1;
        for (int k = from + 1; k < to; k++) {
            double x1 = xy[2 * k] * scale;
            double y1 = xy[2 * k + 1] * scale;
            double distance = Math.abs(x1 - x0) + Math.abs(y1 - y0);
            if (distance < NEAR && k < to - 1) {
                continue;
            }
            double fade1 = fading ? (k - from) * step : 1;
            if (dashed) {
                double length = Math.hypot(x1 - x0, y1 - y0);
                dashes(x0, y0, x1, y1, fade0, fade1, length, walked, dash);
                walked = (walked + length) % (2 * dash);
                walked = walked >= 0 ? walked : 0; // after a point that is not finite
            } else {
                segment(x0, y0, x1, y1, fade0, fade1);
            }
            x0 = x1;
            y0 = y1;
            fade0 = fade1;
        }
        mask.paint(colour, pixels);
    }

    /// Covers the dashes of one straight piece that starts `walked` pixels after the beginning of a dash.
    private void dashes(
            double x0, double y0, double x1, double y1, double f0, double f1, double length, double walked, double dash) {
        var part = clipped(x0, y0, x1, y1);
        if (part == null || !(length > 0)) {
            return;
        }
        double first = Math.floor((walked + part[0] * length) / (2 * dash));
        double end = part[1] * length;
        // counted, since far outside adding 1 to a number no longer changes it
        int count = (int) Math.min(100_000, (part[1] - part[0]) * length / (2 * dash) + 2);
        for (int dashIndex = 0; dashIndex < count; dashIndex++) {
            double k = first + dashIndex;
            double a = Math.max(part[0] * length, 2 * dash * k - walked) / length;
            // the round ends add to a dash what is taken off here
            double b = Math.min(end, 2 * dash * k - walked + Math.max(0.1, dash - (reach - 0.5))) / length;
            if (b > a) {
                segment(
                        x0 + a * (x1 - x0),
                        y0 + a * (y1 - y0),
                        x0 + b * (x1 - x0),
                        y0 + b * (y1 - y0),
                        f0 + a * (f1 - f0),
                        f0 + b * (f1 - f0));
            }
        }
    }

    /// Covers one straight piece in the mask, to be painted with the rest of its line.
    void segment(double x0, double y0, double x1, double y1, double fade0, double fade1) {
        boolean inside = Math.min(x0, x1) > -reach
                && Math.max(x0, x1) < pixels.width + reach
                && Math.min(y0, y1) > -reach
                && Math.max(y0, y1) < pixels.height + reach;
        if (inside) {
            cover(x0, y0, x1, y1, fade0, fade1);
            return;
        }
        var part = clipped(x0, y0, x1, y1);
        if (part != null) {
            double a = part[0];
            double b = part[1];
            cover(
                    x0 + a * (x1 - x0),
                    y0 + a * (y1 - y0),
                    x0 + b * (x1 - x0),
                    y0 + b * (y1 - y0),
                    fade0 + a * (fade1 - fade0),
                    fade0 + b * (fade1 - fade0));
        }
    }

    /// Paints what was covered by [#segment].
    void finish(int colour) {
        mask.paint(colour, pixels);
    }

    /// The shares of a piece between which it can touch the picture; null when it cannot or is not finite.
    ///
    /// Source: Y.-D. Liang, B. Barsky, *A new concept and method for line clipping* (1984).
    private double @Nullable [] clipped(double x0, double y0, double x1, double y1) {
        if (!Double.isFinite(x0 + y0 + x1 + y1)) {
            return null;
        }
        double[] speed = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
        double[] room = {x0 + reach, pixels.width + reach - x0, y0 + reach, pixels.height + reach - y0};
        double a = 0;
        double b = 1;
        for (int k = 0; k < 4; k++) {
            if (speed[k] == 0) {
                if (room[k] < 0) {
                    return null;
                }
            } else if (speed[k] < 0) {
                a = Math.max(a, room[k] / speed[k]);
            } else {
                b = Math.min(b, room[k] / speed[k]);
            }
        }
        return a <= b ? new double[] {a, b} : null;
    }

    private void cover(double x0, double y0, double x1, double y1, double fade0, double fade1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        double inverse = squared > 1e-12 ? 1 / squared : 0;
        boolean steep = Math.abs(dy) > Math.abs(dx);
        double slope = steep ? dx / dy : squared > 1e-12 ? dy / dx : 0;
        double half = reach * Math.sqrt(1 + slope * slope);
        int limit = steep ? pixels.height : pixels.width;
        int across = steep ? pixels.width : pixels.height;
        double u0 = steep ? y0 : x0;
        double u1 = steep ? y1 : x1;
        double v0 = steep ? x0 : y0;
        int first = Math.max(0, (int) Math.floor(Math.min(u0, u1) - reach));
        int last = Math.min(limit - 1, (int) Math.floor(Math.max(u0, u1) + reach));
        double low = Math.min(u0, u1);
        double high = Math.max(u0, u1);
        for (int i = first; i <= last; i++) {
            double middle = i + 0.5;
            double v = v0 + slope * (Math.clamp(middle, low, high) - u0);
            int from = Math.max(0, (int) Math.ceil(v - half - 0.5));
            int to = Math.min(across - 1, (int) Math.floor(v + half - 0.5));
            if (from > to) {
                continue;
            }
            mask.reserve(to - from + 1);
            int index = steep ? i * pixels.width + from : from * pixels.width + i;
            int stride = steep ? 1 : pixels.width;
            double px = (steep ? from : i) + 0.5 - x0;
            double py = (steep ? i : from) + 0.5 - y0;
            for (int j = from; j <= to; j++, index += stride) {
                double share = Math.min(1, Math.max(0, (px * dx + py * dy) * inverse));
                double ex = px - share * dx;
                double ey = py - share * dy;
                double inward = reach - Math.sqrt(ex * ex + ey * ey);
                if (inward > 0) {
                    double value = strength * Math.min(1, inward) * (fade0 + share * (fade1 - fade0));
                    int rounded = (int) (value + 0.5);
                    if (rounded > 0) {
                        mask.raise(index, rounded);
                    }
                }
                if (steep) {
                    px++;
                } else {
                    py++;
                }
            }
        }
    }
}
