package isotopy.export;

import java.util.Arrays;

/// Mixes colours that a palette lacks of some that it has, dot by dot, so that a smooth run of colours stays one.
///
/// For each colour c sixteen palette colours are chosen, the next always nearest to c plus what the ones before leave
/// over, and put in the order of their brightness. Which of them a pixel gets is told by its place in a 4 × 4 pattern
/// that is fixed to the page: so equal pixels stay equal from frame to frame and nothing crawls. A colour of the
/// palette is mixed of itself alone.
///
/// Mutable: remembers mixtures, as many as there is room for.
///
/// Source: T. Knoll, *Pattern dithering*, US patent 6606166 (expired 2019); B. E. Bayer, *An optimum method for
/// two-level rendition of continuous-tone pictures* (1973).
final class GifDither {
    private static final int SIDE = 4;
    private static final int DOTS = SIDE * SIDE;

    /// How much of what is left over goes on: all of it would bring in colours that are far off.
    private static final double KEPT = 0.85;

    private static final int ROOM = 1 << 16;

    private final GifPalette palette;
    private final int[] colours;

    /// The colour whose mixture lies at a place, plus one; 0 for none.
    private final int[] known = new int[ROOM];

    private final byte[] mixtures = new byte[ROOM * DOTS];

    GifDither(GifPalette palette) {
        this.palette = palette;
        colours = palette.colours();
    }

    /// The palette index of a pixel at that place.
    int index(int argb, int x, int y) {
        int colour = argb & 0xFFFFFF;
        int slot = colour * 0x9E3779B1 >>> 16;
        if (known[slot] != colour + 1) {
            mix(colour, slot * DOTS);
            known[slot] = colour + 1;
        }
        return mixtures[slot * DOTS + threshold(x, y)] & 0xFF;
    }

    private void mix(int colour, int from) {
        var rest = new double[3];
        var chosen = new Integer[DOTS];
        for (int k = 0; k < DOTS; k++) {
            int wanted = 0;
            for (int channel = 0; channel < 3; channel++) {
                long value = Math.round(GifPalette.channel(colour, channel) + KEPT * rest[channel]);
                wanted = wanted << 8 | Math.clamp(value, 0, 255);
            }
            chosen[k] = palette.index(wanted);
            for (int channel = 0; channel < 3; channel++) {
                rest[channel] += GifPalette.channel(colour, channel) - GifPalette.channel(colours[chosen[k]], channel);
            }
        }
        Arrays.sort(chosen, (p, q) -> Integer.compare(brightness(p), brightness(q)));
        for (int k = 0; k < DOTS; k++) {
            mixtures[from + k] = chosen[k].byteValue();
        }
    }

    /// Source: luma of ITU-R BT.709, in ten thousandths.
    private int brightness(int index) {
        int colour = colours[index];
        return 2126 * GifPalette.channel(colour, 0)
                + 7152 * GifPalette.channel(colour, 1)
                + 722 * GifPalette.channel(colour, 2);
    }

    /// The pattern's number at a place, 0 … 15, each once: the bits of x ⊕ y and y, interleaved and reversed.
    static int threshold(int x, int y) {
        int mixed = x ^ y;
        return (mixed & 1) << 3 | (y & 1) << 2 | mixed & 2 | (y & 2) >> 1;
    }
}
