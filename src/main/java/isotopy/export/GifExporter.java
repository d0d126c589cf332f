package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Writes a film as a GIF that loops for ever, with one palette for all its frames.
///
/// Every frame is painted twice, once to count its colours and once to write it, so that memory does not grow with the
/// film. GIF counts time in hundredths of a second: frame k ends at ⌊100 (k + 1)/rate⌋, so that delays add up (3, 3, 4
/// for 30 frames a second).
public record GifExporter(Film film, Optional<Provenance> provenance) implements Exporter {
    /// Players show faster GIFs slowly.
    public static final int FASTEST = 50;

    private static final int LONGEST_SIDE = 0xFFFF;

    /// Throws: `IllegalArgumentException` for films that GIF cannot hold.
    public GifExporter {
        if (film.rate() > FASTEST) {
            throw new IllegalArgumentException("a GIF plays at most " + FASTEST + " frames a second: " + film.rate());
        }
        if (Math.max(film.size().width(), film.size().height()) > LONGEST_SIDE) {
            throw new IllegalArgumentException("a side of a GIF has at most " + LONGEST_SIDE + " pixels: "
                    + Math.max(film.size().width(), film.size().height()));
        }
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        try {
            Replacement.write(target, stream -> write(stream, progress));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private void write(OutputStream into, Progress progress) throws IOException {
        int frames = film.frames();
        var raster = new Raster(film.size().width(), film.size().height());
        var palette = new GifPalette();
        for (int k = 0; k < frames; k++) {
            require(progress.reached(k, 2 * frames));
            raster.paint(film.source().frame(k), film.size().scale());
            palette.count(raster.pixels());
        }
        palette.close();
        var indices = new byte[raster.pixels().length];
        var comment = provenance.map(Provenance::text);
        try (var writer = new GifWriter(raster.width(), raster.height(), palette.colours(), comment, into)) {
            for (int k = 0; k < frames; k++) {
                require(progress.reached(frames + k, 2 * frames));
                raster.paint(film.source().frame(k), film.size().scale());
                for (int at = 0; at < indices.length; at++) {
                    indices[at] = (byte) palette.index(raster.pixels()[at]);
                }
                writer.write(indices, end(k) - end(k - 1));
            }
            writer.finish();
        }
        require(progress.reached(2 * frames, 2 * frames));
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
