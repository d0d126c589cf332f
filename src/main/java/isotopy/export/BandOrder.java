package isotopy.export;

import java.util.Arrays;

/// Which of many things touch which band of rows: for each band their numbers, in their order. Mutable; reused from
/// frame to frame.
final class BandOrder {
    /// Numbers that are counted at once.
    private static final int PIECE = 1 << 14;

    private int[] order = new int[0];
    private int[] counts = new int[0];
    private int[] start = new int[0];

    /// Overwrites the order: thing k reaches from row y[k] · scale + above to y[k] · scale + below, in bands of
    /// `height` rows. What is not finite touches nothing.
    void sort(float[] y, int n, double scale, double above, double below, int height, int count, Bands bands) {
        int pieces = Math.max(1, (n + PIECE - 1) / PIECE);
        if (counts.length < pieces * count) {
            counts = new int[pieces * count];
        }
        Arrays.fill(counts, 0, pieces * count, 0);
        double inverse = 1.0 / height;
        double factor = scale * inverse;
        double first = above * inverse;
        double last = below * inverse;
        bands.each(n, pieces, piece -> {
            int end = Math.min(n, (piece + 1) * PIECE);
            for (int k = piece * PIECE; k < end; k++) {
                double at = y[k] * factor;
                if (at + last >= 0 && at + first < count) {
                    int to = (int) Math.min(count - 1, at + last);
                    for (int band = (int) Math.max(0, at + first); band <= to; band++) {
                        counts[piece * count + band]++;
                    }
                }
            }
        });
        places(pieces, count);
        bands.each(n, pieces, piece -> {
            int end = Math.min(n, (piece + 1) * PIECE);
            for (int k = piece * PIECE; k < end; k++) {
                double at = y[k] * factor;
                if (at + last >= 0 && at + first < count) {
                    int to = (int) Math.min(count - 1, at + last);
                    for (int band = (int) Math.max(0, at + first); band <= to; band++) {
                        order[counts[piece * count + band]++] = k;
                    }
                }
            }
        });
    }

    /// Counts become the places at which each piece writes what it has of each band.
    private void places(int pieces, int count) {
        if (start.length < count + 1) {
            start = new int[count + 1];
        }
        int sum = 0;
        for (int band = 0; band < count; band++) {
            start[band] = sum;
            for (int piece = 0; piece < pieces; piece++) {
                int own = counts[piece * count + band];
                counts[piece * count + band] = sum;
                sum += own;
            }
        }
        start[count] = sum;
        if (order.length < sum) {
            order = new int[sum + sum / 8];
        }
    }

    /// The things of all bands, one band after the other; not a copy.
    int[] order() {
        return order;
    }

    /// Where a band's things begin in the order; those of the last band end where one more would begin.
    int start(int band) {
        return start[band];
    }
}
