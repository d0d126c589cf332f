package isotopy.export;

import java.util.ArrayList;
import java.util.List;

/// A picture of pixels, row by row from above.
///
/// @param argb alpha, red, green and blue of every pixel, eight bits each; the record's own: treat it as read-only
public record Bitmap(int columns, int rows, int[] argb) {
    /// Throws: `IllegalArgumentException` when there is no pixel, or not as many as the sides say.
    public Bitmap {
        if (columns < 1 || rows < 1 || argb.length != (long) columns * rows) {
            throw new IllegalArgumentException(
                    "a picture of " + columns + " × " + rows + " pixels does not have " + argb.length);
        }
    }

    /// How bright every pixel is, 0 for black and 1 for white, seen before white where it is transparent.
    ///
    /// Source: luma of ITU-R BT.709, of the values as they are stored.
    public List<Float> brightness() {
        var brightness = new ArrayList<Float>(argb.length);
        for (int pixel : argb) {
            double alpha = (pixel >>> 24) / 255.0;
            double luma =
                    (0.2126 * (pixel >> 16 & 0xFF) + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * (pixel & 0xFF)) / 255;
            brightness.add((float) (1 - alpha + alpha * luma));
        }
        return brightness;
    }

    /// The same picture with no side longer than `side`, each pixel the mean of those that it stands for.
    public Bitmap within(int side) {
        double shrink = Math.max(1, Math.max(columns, rows) / (double) side);
        if (shrink == 1) {
            return this;
        }
        int width = Math.max(1, (int) (columns / shrink));
        int height = Math.max(1, (int) (rows / shrink));
        var smaller = new int[width * height];
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                smaller[j * width + i] = mean(
                        (int) ((long) i * columns / width),
                        (int) ((i + 1L) * columns / width),
                        (int) ((long) j * rows / height),
                        (int) ((j + 1L) * rows / height));
            }
        }
        return new Bitmap(width, height, smaller);
    }

    private int mean(int left, int right, int top, int bottom) {
        var sums = new long[4];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int c = 0; c < 4; c++) {
                    sums[c] += argb[y * columns + x] >>> 8 * c & 0xFF;
                }
            }
        }
        long count = (long) (right - left) * (bottom - top);
        int pixel = 0;
        for (int c = 0; c < 4; c++) {
            pixel |= (int) ((sums[c] + count / 2) / count) << 8 * c;
        }
        return pixel;
    }
}
