package isotopy.export;

/// Covers straight pieces of one line in a [Mask]. A pixel is covered by how far its middle lies inside the line, over
/// a ramp of one pixel, so that a line of width w covers w square pixels a pixel of its length; a line thinner than a
/// pixel becomes fainter instead.
///
/// A piece runs along the axis in which it is longer, one column of pixels after the other (in what follows u is that
/// axis, v the other). Where it goes on smoothly into the next piece, each column belongs to one of the two; elsewhere
/// it ends round.
final class Stroke {
    private static final int ONE = 1 << 16;

    private final Mask mask;
    private final int width;
    private final int top;
    private final int bottom;
    private double reach = 1;
    private double strength = 255;

    // the piece at work
    private boolean steep;
    private double u0;
    private double v0;
    private double du;
    private double dv;
    private double slope;
    private double half;
    private double fade0;
    private double fadeSlope;

    /// For the rows `top … bottom − 1` of a picture, which are those of the mask.
    Stroke(Mask mask, int width, int top, int bottom) {
        this.mask = mask;
        this.width = width;
        this.top = top;
        this.bottom = bottom;
    }

    /// Sets the width of the lines to come.
    void width(double pixels) {
        reach = Math.max(1, Math.min(pixels, 4096)) / 2 + 0.5;
        strength = 255 * Math.min(1, pixels);
    }

    /// How far from its middle a line touches pixels.
    double reach() {
        return reach;
    }

    /// Covers the piece from (x0, y0) to (x1, y1), whose opacity goes from `start` to `end`. With `joinsBefore` or
    /// `joinsAfter` its end belongs to the neighbouring piece.
    void cover(
            double x0,
            double y0,
            double x1,
            double y1,
            double start,
            double end,
            boolean joinsBefore,
            boolean joinsAfter) {
        steep = Math.abs(y1 - y0) > Math.abs(x1 - x0);
        u0 = steep ? y0 : x0;
        v0 = steep ? x0 : y0;
        du = (steep ? y1 : x1) - u0;
        dv = (steep ? x1 : y1) - v0;
        boolean point = Math.abs(du) < 1e-6;
        slope = point ? 0 : dv / du;
        half = reach * Math.sqrt(1 + slope * slope);
        fade0 = start;
        fadeSlope = point ? 0 : (end - start) / du;
        double low = Math.min(u0, u0 + du);
        double high = Math.max(u0, u0 + du);
        boolean lowJoins = du > 0 ? joinsBefore : joinsAfter;
        boolean highJoins = du > 0 ? joinsAfter : joinsBefore;
        // columns whose pixels all lie abreast of the piece need no look at its ends
        double margin = Math.abs(slope) * half;
        int first = column(lowJoins ? low : low - reach - 0.5);
        int last = column(highJoins ? high : high + reach + 0.5);
        int plainFrom = lowJoins ? first : Math.min(last, column(low + margin));
        int plainTo = highJoins ? last : Math.max(plainFrom, column(high - margin));
        mask.reserve(Math.max(0, last - first) * Math.min(steep ? width : bottom - top, (int) (2 * half) + 2));
        ends(first, plainFrom);
        plain(plainFrom, plainTo);
        ends(plainTo, last);
    }

    /// The first column whose middle is at u or beyond, cut to the picture.
    private int column(double u) {
        return (int) Math.clamp(Math.ceil(u - 0.5), steep ? top : 0, steep ? bottom : width);
    }

    /// The index in the mask of the pixel at (u, v).
    private int index(int u, int v) {
        return steep ? (u - top) * width + v : (v - top) * width + u;
    }

    /// Covers columns as if the piece had no ends, in whole numbers of 2⁻¹⁶.
    private void plain(int from, int to) {
        int lowest = steep ? 0 : top;
        int highest = (steep ? width : bottom) - 1;
        int stride = steep ? 1 : width;
        double shrink = ONE / Math.sqrt(1 + slope * slope);
        int step = (int) shrink;
        int reached = (int) (reach * ONE);
        for (int i = from; i < to; i++) {
            double along = i + 0.5 - u0;
            double v = v0 + slope * along;
            int full = (int) (strength * (fade0 + fadeSlope * along) + 0.5);
            int begin = (int) Math.ceil(v - half - 0.5);
            int first = Math.max(lowest, begin);
            int last = Math.min(highest, (int) Math.floor(v + half - 0.5));
            int index = index(i, first);
            // counted from the line's own edge, so that no pixel depends on where the picture is cut
            int beside = (int) ((begin + 0.5 - v) * shrink) + (first - begin) * step;
            for (int j = first; j <= last; j++, index += stride, beside += step) {
                int inward = Math.min(ONE, reached - Math.abs(beside));
                mask.raise(index, inward * full + ONE / 2 >> 16);
            }
        }
    }

    /// Covers columns near round ends.
    private void ends(int from, int to) {
        int lowest = steep ? 0 : top;
        int highest = (steep ? width : bottom) - 1;
        int stride = steep ? 1 : width;
        double squared = du * du + dv * dv;
        double inverse = squared > 1e-12 ? 1 / squared : 0;
        for (int i = from; i < to; i++) {
            double along = i + 0.5 - u0;
            double nearest = v0 + slope * (du > 0 ? Math.clamp(along, 0, du) : Math.clamp(along, du, 0));
            int first = Math.max(lowest, (int) Math.ceil(nearest - half - 0.5));
            int last = Math.min(highest, (int) Math.floor(nearest + half - 0.5));
            int index = index(i, first);
            for (int j = first; j <= last; j++, index += stride) {
                double beside = j + 0.5 - v0;
                double share = Math.clamp((along * du + beside * dv) * inverse, 0, 1);
                double eu = along - share * du;
                double ev = beside - share * dv;
                double inward = Math.min(1, reach - Math.sqrt(eu * eu + ev * ev));
                if (inward > 0) {
                    mask.raise(index, (int) (strength * inward * (fade0 + fadeSlope * share * du) + 0.5));
                }
            }
        }
    }
}
