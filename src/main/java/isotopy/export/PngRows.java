package isotopy.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Filters and deflates a rectangle of a picture as PNG wants it: every row by the filter that leaves the least sum of
/// absolute differences.
///
/// Mutable, for one rectangle at a time; the bytes depend on the pixels alone.
///
/// Source: W3C, *Portable Network Graphics (PNG) Specification*, third edition, 9.2 and 12.7.
final class PngRows {
    private static final int FILTERS = 5;
    private static final int LEVEL = 6;

    private final int channels;
    private final byte[][] filtered;
    private byte[] row;
    private byte[] above;

    /// A rectangle of a picture, ready for a file.
    ///
    /// @param deflated the record's own: treat it as read-only
    record Encoded(int left, int top, int width, int height, byte[] deflated) {}

    /// For rectangles that are at most so wide, with or without the channel of transparency.
    PngRows(int width, boolean alpha) {
        channels = alpha ? 4 : 3;
        row = new byte[width * channels];
        above = new byte[width * channels];
        filtered = new byte[FILTERS][width * channels + 1];
    }

    /// The rectangle of premultiplied pixels in rows of `stride`.
    Encoded encode(int[] argb, int stride, int left, int top, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(LEVEL);
        int length = width * channels;
        Arrays.fill(above, (byte) 0);
        try (var stream = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
            for (int y = top; y < top + height; y++) {
                fill(argb, y * stride + left, width);
                stream.write(filtered[best(length)], 0, length + 1);
                var swapped = above;
                above = row;
                row = swapped;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        } finally {
            deflater.end();
        }
        return new Encoded(left, top, width, height, bytes.toByteArray());
    }

    private void fill(int[] argb, int from, int width) {
        int to = 0;
        for (int k = from; k < from + width; k++) {
            int pixel = channels == 4 ? Pixels.straight(argb[k]) : argb[k];
            row[to++] = (byte) (pixel >> 16);
            row[to++] = (byte) (pixel >> 8);
            row[to++] = (byte) pixel;
            if (channels == 4) {
                row[to++] = (byte) (pixel >>> 24);
            }
        }
    }

    private int best(int length) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            long sum = filter(filter, length, least);
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        return best;
    }

    /// Filters the row; the sum of absolute differences.
    private long filter(int filter, int length, long least) {
        var into = filtered[filter];
        into[0] = (byte) filter;
        long sum = 0;
        for (int k = 0; k < length && sum < least; k++) {
            int left = k >= channels ? row[k - channels] & 0xFF : 0;
            int up = above[k] & 0xFF;
            int corner = k >= channels ? above[k - channels] & 0xFF : 0;
            int predicted = switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> left + up >> 1;
                case 4 -> paeth(left, up, corner);
                default -> throw new IllegalArgumentException("no filter of PNG: " + filter);
            };
            byte difference = (byte) (row[k] - predicted);
            into[k + 1] = difference;
            sum += Math.abs(difference);
        }
        return sum;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int fromLeft = Math.abs(estimate - left);
        int fromUp = Math.abs(estimate - up);
        int fromCorner = Math.abs(estimate - corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }
}
