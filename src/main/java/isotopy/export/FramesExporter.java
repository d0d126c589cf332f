package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.ReplacementFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Writes a film as a folder of numbered PNG files, `frame-0001.png` and on, with as many digits as the last number
/// has, four at least: see-through where the pages are. The first says what made them.
public record FramesExporter(Film film, Optional<Provenance> provenance) implements Exporter {
    private static final int LEAST_DIGITS = 4;

    /// Throws: `IllegalArgumentException` in a sentence, for frames that do not fit into memory.
    public FramesExporter {
        Frames.require(film.size());
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        try {
            ReplacementFolder.write(target, folder -> write(folder, Frames.of(film), progress));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    /// Fills a folder that is there.
    void write(Path folder, Frames frames, Progress progress) throws IOException {
        boolean alpha = film.transparent();
        frames.each(
                () -> (k, frame, before) -> {
                    write(folder.resolve(name(k)), frame, alpha, k == 0 ? provenance : Optional.empty());
                    return k;
                },
                (k, written) -> {},
                progress);
    }

    /// The name of the file of frame k, counted from 0.
    String name(int k) {
        int digits = Math.max(LEAST_DIGITS, Integer.toString(film.frames()).length());
        var number = Integer.toString(k + 1);
        return "frame-" + "0".repeat(digits - number.length()) + number + ".png";
    }

    private static void write(Path file, Raster frame, boolean alpha, Optional<Provenance> provenance)
            throws IOException {
        int width = frame.width();
        int height = frame.height();
        var picture = new PngRows(width, alpha).encode(frame.pixels(), width, 0, 0, width, height);
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            var png = new PngChunks(stream);
            png.header(width, height, alpha);
            if (provenance.isPresent()) {
                png.whole(PngText.chunk(provenance.get()));
            }
            png.image(picture);
            png.end();
        }
    }
}
