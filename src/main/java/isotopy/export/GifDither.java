package isotopy.export;

/// Mixes colours that a palette lacks of two that it has, dot by dot, so that a smooth run of colours stays one.
///
/// A colour lies between its nearest palette colour p and the one q that is nearest to its mirror image in p. Of the
/// pixels with that colour the share s = (c − p)·(q − p)/|q − p|² is shown as q: where s exceeds the threshold of an
/// 8 × 8 pattern that is fixed to the page. So equal pixels stay equal from frame to frame and nothing crawls.
///
/// Mutable: remembers the colours that it has seen.
///
/// Source: B. E. Bayer, *An optimum method for two-level rendition of continuous-tone pictures* (1973).
final class GifDither {
    /// Palette colours farther apart than this, in the measure of the palette, are seen as dots and are not mixed.
    private static final int FARTHEST = 9 * 24 * 24;

    private static final int SIDE = 8;
    private static final int LEVELS = SIDE * SIDE;

    private final GifPalette palette;
    private final int[] colours;

    /// For each colour 0 where unknown, else 1 << 30 with p, q and the share in 64ths.
    private final int[] mixtures = new int[1 << 24];

    GifDither(GifPalette palette) {
        this.palette = palette;
        colours = palette.colours();
    }

    /// The palette index of a pixel at that place.
    int index(int argb, int x, int y) {
        int colour = argb & 0xFFFFFF;
        int mixture = mixtures[colour];
        if (mixture == 0) {
            mixture = mixture(colour);
            mixtures[colour] = mixture;
        }
        return (mixture & 0xFF) > threshold(x, y) ? mixture >> 8 & 0xFF : mixture >> 16 & 0xFF;
    }

    private int mixture(int colour) {
        int p = palette.index(colour);
        int mirrored = 0;
        for (int channel = 0; channel < 3; channel++) {
            int value = 2 * GifPalette.channel(colour, channel) - GifPalette.channel(colours[p], channel);
            mirrored = mirrored << 8 | Math.clamp(value, 0, 255);
        }
        int q = palette.nearest(mirrored);
        int share = 0;
        int apart = GifPalette.distance(colours[p], colours[q]);
        if (apart > 0 && apart <= FARTHEST) {
            share = (int) Math.round(LEVELS * Math.clamp(along(colour, colours[p], colours[q]) / apart, 0.0, 0.5));
        }
        return 1 << 30 | p << 16 | q << 8 | share;
    }

    /// (c − p)·(q − p) in the measure of the palette.
    private static double along(int c, int p, int q) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            int from = GifPalette.channel(p, channel);
            sum += (double) GifPalette.EYE[channel]
                    * (GifPalette.channel(c, channel) - from)
                    * (GifPalette.channel(q, channel) - from);
        }
        return sum;
    }

    /// The pattern's number at a place, 0 … 63, each once in its square: the bits of x ⊕ y and y, interleaved and
    /// reversed.
    private static int threshold(int x, int y) {
        int mixed = x ^ y;
        return (mixed & 1) << 5 | (y & 1) << 4 | (mixed & 2) << 2 | (y & 2) << 1 | (mixed & 4) >> 1 | (y & 4) >> 2;
    }
}
