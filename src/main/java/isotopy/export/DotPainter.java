package isotopy.export;

/// Paints filled discs, and circles as lines. Discs come from a [Stamp]; many of them are first told apart by the bands
/// of rows that they touch, which processors share.
final class DotPainter {
    /// Larger discs are computed one by one.
    private static final double LARGEST_STAMP = 24;

    /// Fewer discs than this are painted one after the other.
    private static final int MANY = 2_000;

    private final Pixels pixels;
    private final Bands bands;
    private final BandOrder order = new BandOrder();
    private double stampedRadius = -1;
    private Stamp stamp = Stamp.of(0.5, 1);

    DotPainter(Pixels pixels, Bands bands) {
        this.pixels = pixels;
        this.bands = bands;
    }

    /// Paints discs at (x, y) · scale.
    void dots(float[] x, float[] y, int[] argb, double radius, double scale) {
        if (!(radius > 0)) {
            return;
        }
        if (radius > LARGEST_STAMP) {
            large(x, y, argb, Math.min(radius, 1e6), scale);
            return;
        }
        if (radius != stampedRadius) {
            stamp = Stamp.of(radius, pixels.width);
            stampedRadius = radius;
        }
        if (x.length < MANY) {
            for (int k = 0; k < x.length; k++) {
                stamp(x[k] * scale, y[k] * scale, argb[k], 0, pixels.height);
            }
            return;
        }
        double reach = stamp.reach() + 1;
        order.sort(y, x.length, scale, -reach, reach, bands.height(), bands.count(), bands);
        bands.each(x.length, band -> {
            var these = order.order();
            int top = bands.top(band);
            int bottom = bands.bottom(band);
            int end = order.start(band + 1);
            for (int at = order.start(band); at < end; at++) {
                int k = these[at];
                stamp(x[k] * scale, y[k] * scale, argb[k], top, bottom);
            }
        });
    }

    private void large(float[] x, float[] y, int[] argb, double radius, double scale) {
        double reach = radius + 1;
        for (int k = 0; k < x.length; k++) {
            double px = x[k] * scale;
            double py = y[k] * scale;
            if (px > -reach && px < pixels.width + reach && py > -reach && py < pixels.height + reach) {
                ring(px, py, 0, radius, argb[k]);
            }
        }
    }

    /// Paints circles at (x, y) · scale.
    void rings(float[] x, float[] y, int[] argb, double radius, double width, double scale) {
        double outer = Math.min(radius + width / 2, 1e6);
        for (int k = 0; k < x.length; k++) {
            double px = x[k] * scale;
            double py = y[k] * scale;
            double reach = outer + 1;
            if (px > -reach && px < pixels.width + reach && py > -reach && py < pixels.height + reach) {
                ring(px, py, Math.max(0, radius - width / 2), outer, argb[k]);
            }
        }
    }

    /// Paints what a disc covers of the rows `top … bottom − 1`.
    private void stamp(double px, double py, int colour, int top, int bottom) {
        int reach = stamp.reach();
        if (!(px >= -reach - 1 && px < pixels.width + reach + 1 && py >= top - reach - 1 && py < bottom + reach + 1)) {
            return;
        }
        int column = (int) (px + 64) - 64; // rounds down from −64 on
        int row = (int) (py + 64) - 64;
        int position = Stamp.position(px - column, py - row);
        int from = stamp.start()[position];
        int to = stamp.start()[position + 1];
        if (column < reach || column + reach >= pixels.width || row < top + reach || row + reach >= bottom) {
            cut(column, row, from, to, colour, top, bottom);
            return;
        }
        var offset = stamp.offset();
        var cover = stamp.cover();
        var argb = pixels.argb;
        int middle = row * pixels.width + column;
        boolean opaque = colour >>> 24 == 255;
        for (int k = from; k < to; k++) {
            int alpha = opaque ? cover[k] : Pixels.divided((colour >>> 24) * cover[k]);
            int index = middle + offset[k];
            argb[index] = alpha == 255 ? colour : Pixels.over(colour, alpha, argb[index]);
        }
    }

    private void cut(int column, int row, int from, int to, int colour, int top, int bottom) {
        for (int k = from; k < to; k++) {
            int i = column + stamp.across()[k];
            int j = row + stamp.down()[k];
            if (i >= 0 && i < pixels.width && j >= top && j < bottom) {
                pixels.paint(j * pixels.width + i, colour, stamp.cover()[k]);
            }
        }
    }

    /// Paints what lies between two circles.
    private void ring(double px, double py, double inner, double outer, int colour) {
        double rim = inner > 0 ? outer : Stamp.corrected(outer);
        int top = Math.max(0, (int) Math.floor(py - outer - 1));
        int bottom = Math.min(pixels.height - 1, (int) Math.ceil(py + outer + 1));
        int left = Math.max(0, (int) Math.floor(px - outer - 1));
        int right = Math.min(pixels.width - 1, (int) Math.ceil(px + outer + 1));
        for (int j = top; j <= bottom; j++) {
            double dy = j + 0.5 - py;
            for (int i = left; i <= right; i++) {
                double dx = i + 0.5 - px;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double cover = Math.min(1, rim + 0.5 - distance);
                if (inner > 0) {
                    cover = Math.min(cover, distance + 0.5 - inner);
                }
                if (cover > 0) {
                    pixels.paint(j * pixels.width + i, colour, (int) (255 * cover + 0.5));
                }
            }
        }
    }
}
