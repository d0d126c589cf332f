package isotopy.export;

import isotopy.figure.Mark;
import java.util.Arrays;

/// Paints very many particles as one light. Each adds its colour, weighed by its alpha, to the four cells around it, in
/// float; then every pixel is toned from what its cells hold.
///
/// With w the weight on a square logical pixel and E = w · exposure, the opacity is 1 − (1 + E/8)⁻⁸ ≈ 1 − e⁻ᴱ, the
/// colour the mean of the particles there, and the share E/(E + [#DEEP]) of the way to `deep` is gone besides (times
/// its alpha), so that what is many times denser is still told apart. Arithmetic only: no tables.
///
/// A cell is a whole number of pixels, about one logical pixel: a large picture shows the same cloud, only sharper
/// drawn.
final class DensityPainter {
    /// The exposure at which half the way to the deep colour is gone.
    private static final float DEEP = 14;

    /// Cells that are less covered than this show nothing.
    private static final float LEAST = 1e-4f;

    private final Pixels pixels;
    private final Bands bands;
    private final BandOrder order = new BandOrder();
    /// Red, green, blue and weight of each cell, with one more cell all around.
    private float[] cells = new float[0];

    DensityPainter(Pixels pixels, Bands bands) {
        this.pixels = pixels;
        this.bands = bands;
    }

    /// Paints the cloud, its places times `scale`.
    void paint(Mark.Density cloud, double scale) {
        int cell = (int) Math.clamp(scale + 0.5, 1, Bands.HEIGHT / 4);
        while (Bands.HEIGHT % cell != 0) {
            cell--; // bands of rows are bands of cells
        }
        int columns = (pixels.width + cell - 1) / cell + 2;
        int rows = (pixels.height + cell - 1) / cell + 2;
        int need = Math.multiplyExact(4, Math.multiplyExact(columns, rows));
        if (cells.length < need) {
            cells = new float[need];
        }
        collect(cloud, scale / cell, columns, rows, bands.height() / cell);
        double area = cell / scale * (cell / scale);
        float exposure = (float) (cloud.exposure() / area / 255);
        int side = cell;
        bands.each(pixels.width * pixels.height, band -> {
            for (int row = bands.top(band); row < bands.bottom(band); row++) {
                tone(row, side, columns, exposure, cloud.deep());
            }
        });
    }

    /// Overwrites the cells by what the particles add, `high` rows of cells at once.
    private void collect(Mark.Density cloud, double scale, int columns, int rows, int high) {
        int count = (rows + high - 1) / high;
        int n = cloud.x().length;
        // cell (i, j) has its middle at (i − 0.5, j − 0.5): a particle touches rows ⌊y + 0.5⌋ and the next
        order.sort(cloud.y(), n, scale, 0.5, 1.5, high, count, bands);
        bands.each(n, count, band -> {
            int top = band * high;
            int bottom = Math.min(rows, top + high);
            Arrays.fill(cells, 4 * top * columns, 4 * bottom * columns, 0);
            int end = order.start(band + 1);
            for (int at = order.start(band); at < end; at++) {
                int k = order.order()[at];
                add(cloud.x()[k] * scale + 0.5, cloud.y()[k] * scale + 0.5, cloud.argb()[k], columns, top, bottom);
            }
        });
    }

    /// Adds one particle to its cells in the rows `top … bottom − 1`.
    private void add(double x, double y, int argb, int columns, int top, int bottom) {
        if (!(x >= 0 && x < columns - 1 && y >= 0)) {
            return;
        }
        int column = (int) x;
        int row = (int) y;
        float right = (float) (x - column);
        float below = (float) (y - row);
        float weight = argb >>> 24;
        float red = argb >> 16 & 0xFF;
        float green = argb >> 8 & 0xFF;
        float blue = argb & 0xFF;
        int at = 4 * (row * columns + column);
        if (row >= top && row < bottom) {
            float share = weight * (1 - below);
            splat(at, share * (1 - right), red, green, blue);
            splat(at + 4, share * right, red, green, blue);
        }
        if (row + 1 >= top && row + 1 < bottom) {
            float share = weight * below;
            splat(at + 4 * columns, share * (1 - right), red, green, blue);
            splat(at + 4 * columns + 4, share * right, red, green, blue);
        }
    }

    private void splat(int at, float weight, float red, float green, float blue) {
        cells[at] += weight * red;
        cells[at + 1] += weight * green;
        cells[at + 2] += weight * blue;
        cells[at + 3] += weight;
    }

    /// Paints one row of pixels from its cells.
    private void tone(int row, int cell, int columns, float exposure, int deep) {
        float most = (deep >>> 24) / 255f;
        float deepRed = deep >> 16 & 0xFF;
        float deepGreen = deep >> 8 & 0xFF;
        float deepBlue = deep & 0xFF;
        var argb = pixels.argb;
        int to = row * pixels.width;
        float y = (row + 0.5f) / cell + 0.5f;
        int above = (int) y * columns;
        float down = y - (int) y;
        int base = cell == 1 ? 4 * (row + 1) * columns + 4 : 0;
        for (int i = 0; i < pixels.width; i++) {
            float red;
            float green;
            float blue;
            float weight;
            if (cell == 1) {
                int at = base + 4 * i;
                red = cells[at];
                green = cells[at + 1];
                blue = cells[at + 2];
                weight = cells[at + 3];
            } else {
                float x = (i + 0.5f) / cell + 0.5f;
                float along = x - (int) x;
                int at = 4 * (above + (int) x);
                int below = at + 4 * columns;
                float a = (1 - down) * (1 - along);
                float b = (1 - down) * along;
                float c = down * (1 - along);
                float d = down * along;
                weight = a * cells[at + 3] + b * cells[at + 7] + c * cells[below + 3] + d * cells[below + 7];
                red = a * cells[at] + b * cells[at + 4] + c * cells[below] + d * cells[below + 4];
                green = a * cells[at + 1] + b * cells[at + 5] + c * cells[below + 1] + d * cells[below + 5];
                blue = a * cells[at + 2] + b * cells[at + 6] + c * cells[below + 2] + d * cells[below + 6];
            }
            float e = weight * exposure;
            if (e > LEAST) {
                float u = 1 + e * 0.125f;
                u *= u;
                u *= u;
                float alpha = 1 - 1 / (u * u);
                float share = most * e / (e + DEEP);
                float mean = (1 - share) / weight;
                int colour = (int) (red * mean + share * deepRed + 0.5f) << 16
                        | (int) (green * mean + share * deepGreen + 0.5f) << 8
                        | (int) (blue * mean + share * deepBlue + 0.5f);
                argb[to + i] = Pixels.over(colour, (int) (255 * alpha + 0.5f), argb[to + i]);
            }
        }
    }
}
