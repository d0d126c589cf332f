package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Writes a film as a GIF with one palette for all its frames; where its pages are see-through, every pixel that is so
/// by more than a half is left out.
///
/// Every frame is painted twice, once to count its colours and once to write it, so that memory does not grow with the
/// film. GIF counts time in hundredths of a second: frame k ends at ⌊100 (k + 1)/rate⌋, so that delays add up (3, 3, 4
/// for 30 frames a second).
public record GifExporter(Film film, Options options, Optional<Provenance> provenance) implements Exporter {
    /// Players show faster GIFs slowly.
    public static final int FASTEST = 50;

    private static final int LONGEST_SIDE = 0xFFFF;

    /// How it is written.
    ///
    /// @param plays how often the film runs; 0 is for ever
    /// @param dithered whether colours that are not in the palette are mixed of two that are, dot by dot; the dots
    /// stay where they are from frame to frame
    public record Options(int plays, boolean dithered) {
        /// For ever, every pixel in the nearest colour.
        public static final Options STANDARD = new Options(0, false);

        /// Throws: `IllegalArgumentException` unless 0 ≤ plays ≤ 65,536.
        public Options {
            if (plays < 0 || plays > 0x10000) {
                throw new IllegalArgumentException("a GIF plays 0 (for ever) to 65536 times: " + plays);
            }
        }
    }

    /// With the standard options.
    public GifExporter(Film film, Optional<Provenance> provenance) {
        this(film, Options.STANDARD, provenance);
    }

    /// Throws: `IllegalArgumentException` for films that GIF cannot hold.
    public GifExporter {
        if (film.rate() > FASTEST) {
            throw new IllegalArgumentException("a GIF plays at most " + FASTEST + " frames a second: " + film.rate());
        }
        if (Math.max(film.size().width(), film.size().height()) > LONGEST_SIDE) {
            throw new IllegalArgumentException("a side of a GIF has at most " + LONGEST_SIDE + " pixels: "
                    + Math.max(film.size().width(), film.size().height()));
        }
        Frames.require(film.size());
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        try {
            Replacement.write(target, stream -> write(stream, Frames.of(film), progress));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    /// Writes the whole file to `into`, which stays open.
    void write(OutputStream into, Frames frames, Progress progress) throws IOException {
        int count = film.frames();
        boolean transparent = film.transparent();
        var palette = new GifPalette();
        frames.each(
                () -> (k, frame, before) -> {
                    palette.count(whole(frame.pixels(), transparent));
                    return k;
                },
                (k, counted) -> {},
                (done, of) -> progress.reached(done, 2 * count));
        palette.close();
        var comment = provenance.map(Provenance::text);
        var shape = new GifWriter.Shape(film.size().width(), film.size().height(), options.plays(), transparent);
        try (var writer = new GifWriter(shape, palette.colours(), comment, into)) {
            frames.each(
                    () -> {
                        var indexing = indexing(palette);
                        return (k, frame, before) -> {
                            whole(frame.pixels(), transparent);
                            return indices(frame, indexing);
                        };
                    },
                    (k, indices) -> writer.write(indices, end(k) - end(k - 1)),
                    (done, of) -> progress.reached(count + done, 2 * count));
            writer.finish();
        }
        require(progress.reached(2 * count, 2 * count));
    }

    /// The palette's index for a pixel that is seen at some place. For one thread.
    @FunctionalInterface
    private interface Indexing {
        int of(int argb, int x, int y);
    }

    private Indexing indexing(GifPalette palette) {
        return options.dithered() ? new GifDither(palette)::index : (pixel, x, y) -> palette.index(pixel);
    }

    private static byte[] indices(Raster raster, Indexing indexing) {
        var pixels = raster.pixels();
        var indices = new byte[pixels.length];
        int at = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++, at++) {
                int pixel = pixels[at];
                indices[at] = (byte) (pixel == 0 ? GifPalette.COLOURS : indexing.of(pixel, x, y));
            }
        }
        return indices;
    }

    /// The same pixels; those of a film that is see-through become so wholly or not at all.
    private static int[] whole(int[] pixels, boolean transparent) {
        for (int at = 0; transparent && at < pixels.length; at++) {
            pixels[at] = pixels[at] >>> 24 < 0x80 ? 0 : Pixels.straight(pixels[at]) | 0xFF000000;
        }
        return pixels;
    }

    /// When frame k ends, in hundredths of a second.
    private int end(int k) {
        return (k + 1) * 100 / film.rate();
    }

    private static void require(boolean goOn) {
        if (!goOn) {
            throw new CancellationException();
        }
    }
}
