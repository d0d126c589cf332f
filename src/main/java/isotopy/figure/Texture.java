package isotopy.figure;

import java.util.Arrays;

/// A picture of columns × rows pixels, row by row from the top. Immutable.
///
/// Shapes: `argb` has columns · rows entries, not premultiplied; nobody changes the array after construction.
public record Texture(int columns, int rows, int[] argb) {
    /// A saved picture has at most so many pixels a side.
    public static final int LARGEST = 512;

    /// Throws: `IllegalArgumentException` when the sides do not belong to the pixels.
    public Texture {
        if (columns < 1 || rows < 1 || (long) columns * rows != argb.length) {
            throw new IllegalArgumentException(
                    "a picture of " + columns + " × " + rows + " pixels needs as many colours: " + argb.length);
        }
    }

    /// The picture reduced to at most [#LARGEST] pixels a side by means over blocks, or itself.
    public Texture reduced() {
        int longest = Math.max(columns, rows);
        if (longest <= LARGEST) {
            return this;
        }
        int width = Math.max(1, Math.round((float) columns * LARGEST / longest));
        int height = Math.max(1, Math.round((float) rows * LARGEST / longest));
        var into = new int[width * height];
        for (int k = 0; k < into.length; k++) {
            int left = (int) ((long) (k % width) * columns / width);
            int right = Math.max(left + 1, (int) ((long) (k % width + 1) * columns / width));
            int top = (int) ((long) (k / width) * rows / height);
            int bottom = Math.max(top + 1, (int) ((long) (k / width + 1) * rows / height));
            into[k] = mean(left, right, top, bottom);
        }
        return new Texture(width, height, into);
    }

    /// The mean colour of a block, weighed by opacity.
    private int mean(int left, int right, int top, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int colour = argb[row * columns + column];
                int a = colour >>> 24;
                alpha += a;
                red += (long) a * (colour >>> 16 & 0xFF);
                green += (long) a * (colour >>> 8 & 0xFF);
                blue += (long) a * (colour & 0xFF);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) (alpha / count) << 24
                | (int) (red / alpha) << 16
                | (int) (green / alpha) << 8
                | (int) (blue / alpha);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Texture texture
                && columns == texture.columns
                && rows == texture.rows
                && Arrays.equals(argb, texture.argb);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return "Texture[" + columns + " × " + rows + "]";
    }
}
