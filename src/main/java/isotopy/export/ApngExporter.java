package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Writes a film as an animated PNG: without loss, see-through where its pages are, every frame shown for exactly
/// 1/rate seconds. Of each frame only the rectangle that changed is in the file.
///
/// Source: W3C, *Portable Network Graphics (PNG) Specification*, third edition, 11.3.6.
///
/// @param plays how often the film runs; 0 is for ever
public record ApngExporter(Film film, int plays, Optional<Provenance> provenance) implements Exporter {
    /// Throws: `IllegalArgumentException` in a sentence, for a negative number of plays or frames that do not fit
    /// into memory.
    public ApngExporter {
        if (plays < 0) {
            throw new IllegalArgumentException("a film plays 0 (for ever) or more times: " + plays);
        }
        Frames.require(film.size());
    }

    /// A film that runs for ever.
    public ApngExporter(Film film, Optional<Provenance> provenance) {
        this(film, 0, provenance);
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
        int width = film.size().width();
        int height = film.size().height();
        boolean alpha = film.transparent();
        var file = new PngChunks(into);
        file.header(width, height, alpha);
        file.animation(film.frames(), plays);
        frames.pairs(
                () -> (k, frame, before) -> {
                    var pixels = frame.pixels();
                    var changed =
                            k == 0 ? new Changed(0, 0, width, height) : Changed.between(before, pixels, width, height);
                    return new PngRows(changed.width(), alpha)
                            .encode(pixels, width, changed.left(), changed.top(), changed.width(), changed.height());
                },
                (k, encoded) -> file.frame(encoded, film.rate()),
                progress);
        if (provenance.isPresent()) {
            // last: ffmpeg tells a film from a picture by the first kilobytes, which a long text would fill
            file.whole(PngText.chunk(provenance.get()));
        }
        file.end();
    }
}
