package isotopy.export;

/// Paints filled polygons with exact cover of every pixel: each edge adds the signed area to its right, and the sum
/// along a row, cut to 1, is the cover. Where a polygon overlaps itself turning the same way, it is filled once.
final class RegionPainter {
    /// Rows are worked on in bands of about this many pixels, so that memory is bounded.
    private static final int BAND = 1 << 17;

    private final Pixels pixels;
    private float[] area = new float[0];

    RegionPainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints the polygon (x, y) · scale; nothing when a coordinate is not a number.
    void paint(float[] x, float[] y, double scale, int colour) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < x.length; k++) {
            if (Float.isNaN(x[k]) || Float.isNaN(y[k])) {
                return;
            }
            low = Math.min(low, y[k] * scale);
            high = Math.max(high, y[k] * scale);
            left = Math.min(left, x[k] * scale);
            right = Math.max(right, x[k] * scale);
        }
        int top = (int) Math.clamp(Math.floor(low), 0, pixels.height);
        int bottom = (int) Math.clamp(Math.ceil(high), 0, pixels.height);
        int from = (int) Math.clamp(Math.floor(left), 0, pixels.width);
        int to = (int) Math.clamp(Math.ceil(right), 0, pixels.width);
        if (from >= to) {
            return;
        }
        int stride = to - from + 2;
        int rows = Math.max(1, BAND / stride);
        if (area.length < stride * Math.min(rows, pixels.height)) {
            area = new float[stride * Math.min(rows, pixels.height)];
        }
        for (int band = top; band < bottom; band += rows) {
            int end = Math.min(bottom, band + rows);
            for (int k = 0; k < x.length; k++) {
                int next = k + 1 < x.length ? k + 1 : 0;
                edge(
                        within(x[k] * scale) - from,
                        within(y[k] * scale),
                        within(x[next] * scale) - from,
                        within(y[next] * scale),
                        band,
                        end,
                        to - from,
                        stride);
            }
            fill(band, end, from, to, stride, colour);
        }
    }

    /// Far outside stays far outside, but finite.
    private static double within(double coordinate) {
        return Math.clamp(coordinate, -1e9, 1e9);
    }

    /// Adds what one edge covers of the rows `band … end − 1`.
    private void edge(double x0, double y0, double x1, double y1, int band, int end, int width, int stride) {
        if (y0 == y1) {
            return;
        }
        double sign = y0 < y1 ? 1 : -1;
        double top = Math.min(y0, y1);
        double bottom = Math.max(y0, y1);
        double slope = (x1 - x0) / (y1 - y0);
        int first = (int) Math.max(band, Math.floor(top));
        int last = (int) Math.min(end - 1, Math.ceil(bottom) - 1);
        for (int row = first; row <= last; row++) {
            double a = Math.max(top, row);
            double b = Math.min(bottom, row + 1);
            double xa = x0 + (a - y0) * slope;
            double xb = x0 + (b - y0) * slope;
            cut(Math.min(xa, xb), Math.max(xa, xb), sign * (b - a), width, (row - band) * stride);
        }
    }

    /// Adds a piece of an edge in one row: what lies left of the picture covers the whole row, what lies right of it
    /// nothing.
    private void cut(double left, double right, double height, int width, int row) {
        if (left >= width) {
            return;
        }
        double perPixel = right > left ? height / (right - left) : 0;
        double from = Math.max(0, left);
        double to = Math.min(width, right);
        if (right <= 0) {
            area[row] += (float) height;
            return;
        }
        area[row] += (float) ((from - left) * perPixel);
        span(from, to, perPixel == 0 ? height : (to - from) * perPixel, row);
    }

    /// Adds a piece of an edge inside one row, from x = a to x = b, with signed height.
    private void span(double a, double b, double height, int row) {
        int first = (int) a;
        int last = (int) b;
        if (first == last) {
            double uncovered = (a + b) / 2 - first;
            area[row + first] += (float) (height * (1 - uncovered));
            area[row + first + 1] += (float) (height * uncovered);
            return;
        }
        double perPixel = height / (b - a);
        double before = 0;
        for (int i = first; i <= last; i++) {
            double from = Math.max(a, i);
            double to = Math.min(b, i + 1);
            double part = perPixel * (to - from);
            // this pixel gains the piece's own area and all of the pieces to its left
            double own = part * (i + 1 - (from + to) / 2);
            area[row + i] += (float) (own + before);
            before = part - own;
        }
        area[row + last + 1] += (float) before;
    }

    private void fill(int band, int end, int from, int to, int stride, int colour) {
        for (int row = band; row < end; row++) {
            int at = (row - band) * stride;
            int index = row * pixels.width + from;
            float sum = 0;
            for (int i = 0; i < to - from; i++, index++) {
                sum += area[at + i];
                area[at + i] = 0;
                int cover = (int) (255 * Math.min(1, Math.abs(sum)) + 0.5f);
                if (cover > 0) {
                    pixels.paint(index, colour, cover);
                }
            }
            area[at + to - from] = 0;
            area[at + to - from + 1] = 0;
        }
    }
}
