package isotopy.export;

import java.util.Arrays;

/// How much of each pixel one line covers, before it is painted: overlapping pieces of a line take the larger cover, so
/// that joints of a transparent line are not darker than the rest. Mutable; only the touched pixels are visited.
final class Mask {
    private final byte[] cover;
    private final int first;
    private int[] touched = new int[4096];
    private int count;

    /// For the pixels `first … first + size − 1` of a picture, which it counts from 0.
    Mask(int first, int size) {
        this.first = first;
        cover = new byte[size];
    }

    /// Makes room for so many more pixels.
    void reserve(int more) {
        if (count + more > touched.length) {
            touched = Arrays.copyOf(touched, Math.max(2 * touched.length, count + more));
        }
    }

    /// Raises a pixel's cover to at least `value` in 1 … 255; room must have been reserved.
    void raise(int index, int value) {
        int before = cover[index] & 0xFF;
        if (value > before) {
            if (before == 0) {
                touched[count++] = index;
            }
            cover[index] = (byte) value;
        }
    }

    /// Paints all that was covered in one colour and forgets it.
    void paint(int colour, Pixels into) {
        for (int k = 0; k < count; k++) {
            int index = touched[k];
            into.paint(first + index, colour, cover[index] & 0xFF);
            cover[index] = 0;
        }
        count = 0;
    }
}
