package isotopy.export;

import java.util.Arrays;

/// One frame as video has it: brightness for every pixel, two differences of colour for every second one, and alpha
/// where asked. Sides are even: an odd one gets its last row or column once more. Mutable.
///
/// With R, G, B in 0 … 1: Y = 0.2126 R + 0.7152 G + 0.0722 B, Cb = (B − Y)/1.8556, Cr = (R − Y)/1.5748, stored as
/// 16 + 219 Y and 128 + 224 C. Colour stands at the left of its two pixels, in the middle between its two rows, as
/// players expect it.
///
/// Shapes: `y` and `alpha` have width · height entries, `cb` and `cr` a quarter of that, row by row from above;
/// `alpha` is empty in an opaque frame. Source: ITU-R BT.709-6, limited range.
final class Yuv {
    private static final int BITS = 16;
    private static final int RED = fixed(219 * 0.2126);
    private static final int GREEN = fixed(219 * 0.7152);
    private static final int BLUE = fixed(219 * 0.0722);
    private static final int BLACK = (16 << BITS) + (1 << BITS - 1);
    private static final int CB_RED = fixed(-224 * 0.2126 / 1.8556);
    private static final int CB_GREEN = fixed(-224 * 0.7152 / 1.8556);
    private static final int CB_BLUE = fixed(224 * (1 - 0.0722) / 1.8556);
    private static final int CR_RED = fixed(224 * (1 - 0.2126) / 1.5748);
    private static final int CR_GREEN = fixed(-224 * 0.7152 / 1.5748);
    private static final int CR_BLUE = fixed(-224 * 0.0722 / 1.5748);

    final int width;
    final int height;
    final byte[] y;
    final byte[] cb;
    final byte[] cr;
    final byte[] alpha;
    private final int columns;
    private final int rows;
    /// Sums of two pixels of a column: red and blue in one number, green in another; index 0 is left of the
    /// picture.
    private final int[] redBlue;
    private final int[] green;

    Yuv(int columns, int rows, boolean transparent) {
        this.columns = columns;
        this.rows = rows;
        width = even(columns);
        height = even(rows);
        y = new byte[width * height];
        cb = new byte[width * height / 4];
        cr = new byte[width * height / 4];
        alpha = new byte[transparent ? width * height : 0];
        redBlue = new int[width + 2];
        green = new int[width + 2];
    }

    /// A copy of the planes of an opaque frame, one after the other.
    byte[] planes() {
        var all = Arrays.copyOf(y, y.length + cb.length + cr.length);
        System.arraycopy(cb, 0, all, y.length, cb.length);
        System.arraycopy(cr, 0, all, y.length + cb.length, cr.length);
        return all;
    }

    /// The next even number.
    static int even(int side) {
        return side + 1 & ~1;
    }

    /// Overwrites the frame by premultiplied pixels; an opaque frame shows them before white.
    ///
    /// Shapes: columns · rows entries, which are changed on the way where they are transparent.
    void take(int[] argb) {
        if (alpha.length > 0) {
            part(argb);
        } else {
            whiten(argb);
        }
        for (int j = 0; j < rows; j++) {
            luma(argb, j * columns, j * width);
        }
        if (height > rows) {
            System.arraycopy(y, (rows - 1) * width, y, rows * width, width);
        }
        for (int j = 0; j < height / 2; j++) {
            sum(argb, 2 * j * columns, Math.min(2 * j + 1, rows - 1) * columns);
            chroma(j * (width / 2));
        }
    }

    /// Puts white behind every pixel.
    private static void whiten(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] += (255 - (argb[i] >>> 24)) * 0x01010101;
        }
    }

    private void luma(int[] argb, int from, int into) {
        for (int i = 0; i < columns; i++) {
            int p = argb[from + i];
            y[into + i] = (byte) (RED * (p >> 16 & 0xFF) + GREEN * (p >> 8 & 0xFF) + BLUE * (p & 0xFF) + BLACK >> BITS);
        }
        if (width > columns) {
            y[into + columns] = y[into + columns - 1];
        }
    }

    private void sum(int[] argb, int upper, int lower) {
        for (int i = 0; i < columns; i++) {
            int p = argb[upper + i];
            int q = argb[lower + i];
            redBlue[i + 1] = (p & 0xFF00FF) + (q & 0xFF00FF);
            green[i + 1] = (p >> 8 & 0xFF) + (q >> 8 & 0xFF);
        }
        redBlue[0] = redBlue[1];
        green[0] = green[1];
        Arrays.fill(redBlue, columns + 1, width + 2, redBlue[columns]);
        Arrays.fill(green, columns + 1, width + 2, green[columns]);
    }

    /// Weighs three columns by 1, 2, 1: eight times the mean.
    private void chroma(int into) {
        for (int i = 0; i < width / 2; i++) {
            int rb = redBlue[2 * i] + 2 * redBlue[2 * i + 1] + redBlue[2 * i + 2];
            int r = rb >>> 16;
            int g = green[2 * i] + 2 * green[2 * i + 1] + green[2 * i + 2];
            int b = rb & 0xFFFF;
            cb[into + i] = stored(CB_RED * r + CB_GREEN * g + CB_BLUE * b);
            cr[into + i] = stored(CR_RED * r + CR_GREEN * g + CR_BLUE * b);
        }
    }

    private static byte stored(int eightfold) {
        return (byte) (eightfold + (128 << BITS + 3) + (1 << BITS + 2) >> BITS + 3);
    }

    /// Takes alpha out of the pixels. What is wholly transparent gets the mean colour of its block of four, so that
    /// nothing dark bleeds into the edge.
    private void part(int[] argb) {
        for (int j = 0; j < height; j++) {
            int row = Math.min(j, rows - 1) * columns;
            for (int i = 0; i < width; i++) {
                alpha[j * width + i] = (byte) (argb[row + Math.min(i, columns - 1)] >>> 24);
            }
        }
        for (int j = 0; j < rows; j += 2) {
            for (int i = 0; i < columns; i += 2) {
                block(argb, i, j);
            }
        }
    }

    private void block(int[] argb, int left, int top) {
        int right = Math.min(left + 1, columns - 1);
        int low = Math.min(top + 1, rows - 1) * columns;
        int high = top * columns;
        int a = argb[high + left];
        int b = argb[high + right];
        int c = argb[low + left];
        int d = argb[low + right];
        if ((a & b & c & d) >>> 24 == 255) {
            return;
        }
        int weight = (a >>> 24) + (b >>> 24) + (c >>> 24) + (d >>> 24);
        int mean = 0;
        for (int shift = 0; shift < 24 && weight > 0; shift += 8) {
            int sum = (a >>> shift & 0xFF) + (b >>> shift & 0xFF) + (c >>> shift & 0xFF) + (d >>> shift & 0xFF);
            mean |= Math.min(255, (255 * sum + weight / 2) / weight) << shift;
        }
        argb[high + left] = straight(a, mean);
        argb[high + right] = straight(b, mean);
        argb[low + left] = straight(c, mean);
        argb[low + right] = straight(d, mean);
    }

    /// The colour of a pixel before it was multiplied by its alpha.
    private static int straight(int pixel, int instead) {
        int weight = pixel >>> 24;
        if (weight == 0) {
            return instead;
        }
        int colour = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            colour |= Math.min(255, (255 * (pixel >>> shift & 0xFF) + weight / 2) / weight) << shift;
        }
        return colour;
    }

    private static int fixed(double factor) {
        return (int) Math.rint(factor * (1 << BITS) / 255);
    }
}
