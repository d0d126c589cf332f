package isotopy.export;

/// Paints filled discs, and circles as lines.
///
/// A disc is stamped from a table: its cover at 8 × 8 positions inside a pixel. The cover of a pixel is how far its
/// middle lies inside, over a ramp of one pixel; the radius is corrected so that a disc covers π r².
final class DotPainter {
    private static final int POSITIONS = 8;

    /// Larger discs are computed one by one.
    private static final double LARGEST_STAMP = 24;

    private final Pixels pixels;
    private double stampedRadius = -1;
    private int side;
    private byte[] stamps = new byte[0];

    DotPainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints discs at (x, y) · scale.
    void dots(float[] x, float[] y, int[] argb, double radius, double scale) {
        if (!(radius > 0)) {
            return;
        }
        boolean stamped = radius <= LARGEST_STAMP;
        if (stamped) {
            prepare(radius);
        }
        double reach = Math.min(radius, 1e6) + 1;
        for (int k = 0; k < x.length; k++) {
            double px = x[k] * scale;
            double py = y[k] * scale;
            if (px > -reach && px < pixels.width + reach && py > -reach && py < pixels.height + reach) {
                if (stamped) {
                    stamp(px, py, argb[k]);
                } else {
                    ring(px, py, 0, Math.min(radius, 1e6), argb[k]);
                }
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

    private void prepare(double radius) {
        if (radius == stampedRadius) {
            return;
        }
        double corrected = corrected(radius);
        double strength = radius < 0.5 ? radius * radius / 0.25 : 1;
        stampedRadius = radius;
        side = 2 * (int) Math.ceil(corrected + 0.5) + 1;
        stamps = new byte[POSITIONS * POSITIONS * side * side];
        for (int position = 0; position < POSITIONS * POSITIONS; position++) {
            shape(position, corrected, strength * Math.PI * Math.max(radius, 0.5) * Math.max(radius, 0.5));
        }
    }

    /// Overwrites the stamp of one position; its covers are scaled so that together they are the disc's area.
    private void shape(int position, double corrected, double area) {
        double cx = side / 2 + (position % POSITIONS + 0.5) / POSITIONS;
        double cy = side / 2 + (position / POSITIONS + 0.5) / POSITIONS;
        var covers = new double[side * side];
        double sum = 0;
        for (int k = 0; k < covers.length; k++) {
            double distance = Math.hypot(k % side + 0.5 - cx, k / side + 0.5 - cy);
            covers[k] = Math.clamp(corrected + 0.5 - distance, 0, 1);
            sum += covers[k];
        }
        for (int k = 0; k < covers.length; k++) {
            stamps[position * side * side + k] = (byte) Math.round(255 * Math.min(1, covers[k] * area / sum));
        }
    }

    /// A ramp of one pixel adds π/12 to the area of a disc, which is taken off here; a disc smaller than a pixel
    /// becomes fainter instead.
    private static double corrected(double radius) {
        double r = Math.max(radius, 0.5);
        return Math.sqrt(r * r - 1 / 12.0);
    }

    private void stamp(double px, double py, int colour) {
        int column = (int) Math.floor(px);
        int row = (int) Math.floor(py);
        int position = (int) ((py - row) * POSITIONS) * POSITIONS + (int) ((px - column) * POSITIONS);
        int left = column - side / 2;
        int top = row - side / 2;
        int fromX = Math.max(0, -left);
        int toX = Math.min(side, pixels.width - left);
        int toY = Math.min(side, pixels.height - top);
        for (int j = Math.max(0, -top); j < toY; j++) {
            int from = (position * side + j) * side;
            int to = (top + j) * pixels.width + left;
            for (int i = fromX; i < toX; i++) {
                int cover = stamps[from + i] & 0xFF;
                if (cover != 0) {
                    pixels.paint(to + i, colour, cover);
                }
            }
        }
    }

    /// Paints what lies between two circles.
    private void ring(double px, double py, double inner, double outer, int colour) {
        double rim = inner > 0 ? outer : corrected(outer);
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
