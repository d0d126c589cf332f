package isotopy.export;

import java.util.Arrays;

/// A picture in memory, row by row from the top: premultiplied ARGB. Mutable.
///
/// Everything is painted source over destination, channel by channel on the stored numbers, as screens and browsers do
/// it.
final class Pixels {
    final int width;
    final int height;
    final int[] argb;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        argb = new int[width * height];
    }

    /// Overwrites the rows `top … bottom − 1`.
    void clear(int top, int bottom, int colour) {
        Arrays.fill(argb, top * width, bottom * width, premultiplied(colour));
    }

    /// Paints a colour over one pixel; its alpha is weighed by `cover` in 0 … 255.
    void paint(int index, int colour, int cover) {
        int alpha = divided((colour >>> 24) * cover);
        if (alpha == 255) {
            argb[index] = colour;
        } else if (alpha > 0) {
            argb[index] = over(colour, alpha, argb[index]);
        }
    }

    /// Lays another picture over this one, with its upper left corner at (left, top); what lies outside is cut off.
    void lay(Pixels other, long left, long top) {
        int from = (int) Math.max(0, -left);
        int to = (int) Math.min(other.width, width - left);
        for (int row = (int) Math.max(0, -top); row < Math.min(other.height, height - top); row++) {
            int below = (int) ((top + row) * width + left);
            for (int column = from; column < to; column++) {
                int colour = other.argb[row * other.width + column];
                argb[below + column] = colour >>> 24 == 255 ? colour : laid(colour, argb[below + column]);
            }
        }
    }

    /// A premultiplied colour over another.
    private static int laid(int colour, int below) {
        return colour + over(0, colour >>> 24, below) - (colour & 0xFF000000);
    }

    /// A colour (not premultiplied) of that alpha over a premultiplied one; two channels at a time, rounded to the
    /// nearest.
    static int over(int colour, int alpha, int below) {
        int rest = 255 - alpha;
        int rb = (colour & 0xFF00FF) * alpha + (below & 0xFF00FF) * rest + 0x800080;
        int ag = (colour >>> 8 & 0xFF | 0xFF0000) * alpha + (below >>> 8 & 0xFF00FF) * rest + 0x800080;
        rb = (rb + (rb >>> 8 & 0xFF00FF)) >>> 8 & 0xFF00FF;
        ag = ag + (ag >>> 8 & 0xFF00FF) & 0xFF00FF00;
        return rb | ag;
    }

    /// x / 255, rounded, for 0 ≤ x ≤ 255².
    static int divided(int x) {
        return x + 128 + (x + 128 >>> 8) >>> 8;
    }

    static int premultiplied(int colour) {
        return over(colour, colour >>> 24, 0);
    }

    /// A premultiplied colour as it was before, as near as its eight bits tell; all zero where it cannot be seen.
    static int straight(int premultiplied) {
        int alpha = premultiplied >>> 24;
        if (alpha == 0xFF || alpha == 0) {
            return alpha == 0 ? 0 : premultiplied;
        }
        // rounded as Java's own pictures are, so that all files of a picture have the same pixels
        long share = ((255L << 24) + alpha / 2) / alpha;
        int straight = alpha;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = premultiplied >>> shift & 0xFF;
            straight = straight << 8 | (int) (channel * share + (1 << 23) >>> 24);
        }
        return straight;
    }
}
