package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Writes a film as MP4 (H.264) or WebM (VP9) with exactly its frames at exactly its rate, in colours of BT.709.
///
/// The film is cut into pieces that begin with a key frame; each core draws and encodes pieces of its own, and they are
/// joined in their order. So memory does not grow with the film, and the bytes do not depend on the number of cores. An
/// `ffmpeg` command gets the frames, drawn on all cores, one after the other instead.
///
/// Sides are even: an odd one gets its last row or column once more. A WebM film is transparent where the figure of its
/// first frame is; in an MP4, which knows no transparency, white stands behind it.
///
/// @param format MP4 or WebM
public record VideoExporter(Film film, Format format, Codec codec, Optional<Provenance> provenance)
        implements Exporter {
    /// The largest picture of H.264's level 5.2, in blocks of 16 × 16 pixels.
    private static final int MOST_BLOCKS = 36_864;

    private static final int SHORTEST_SIDE = 16;
    private static final int LONGEST_SIDE = 16_384;

    /// Throws: `IllegalArgumentException` with a sentence, for films that the format or the codec cannot hold.
    public VideoExporter {
        switch (format) {
            case MP4 -> {}
            case WEBM -> {
                if (codec == Codec.X264) {
                    throw new IllegalArgumentException(
                            "a WebM film is not made by x264: choose MP4 or the built-in codec");
                }
            }
            case PNG, SVG, PDF, TIKZ, GIF, APNG, FRAMES, LATEX, HTML ->
                throw new IllegalArgumentException(format.title() + " is made without a codec");
        }
        requireFitting(film.size(), format);
    }

    private static void requireFitting(Size size, Format format) {
        int width = size.width();
        int height = size.height();
        if (Math.min(width, height) < SHORTEST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
            throw new IllegalArgumentException("a side of a film has " + SHORTEST_SIDE + " … " + LONGEST_SIDE
                    + " pixels: " + width + " × " + height);
        }
        if (format == Format.MP4 && (width + 15L) / 16 * ((height + 15L) / 16) > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    "an MP4 film has at most 4096 × 2304 pixels or as many in another shape: " + width + " × " + height
                            + "; choose WebM or a smaller size");
        }
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        var absence = codec.absence();
        if (absence.isPresent()) {
            throw new IOException("cannot write '" + target + "': " + absence.get() + "; " + wayOut());
        }
        try {
            Replacement.fill(target, file -> {
                switch (codec) {
                    case BUILT_IN -> encode(file, target, progress);
                    case X264 -> pipe(file, progress);
                }
                require(progress.reached(film.frames(), film.frames()));
            });
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private String wayOut() {
        return switch (codec) {
            case BUILT_IN -> "GIF, animated PNG and PNG sequences need none";
            case X264 -> "choose the built-in codec";
        };
    }

    private void encode(Path file, Path shown, Progress progress) throws IOException {
        encode(file, shown, Frames.threads(film, pieces()), progress);
    }

    /// Draws and encodes on so many threads into a file that messages call `shown`.
    void encode(Path file, Path shown, int threads, Progress progress) throws IOException {
        var encoding = encoding();
        var done = new AtomicInteger();
        int width = Yuv.even(film.size().width());
        int height = Yuv.even(film.size().height());
        try (var first = new FrameEncoder(encoding, width, height, film.rate());
                var into = new FilmFile(file, shown, encoding, first, film.rate(), provenance.map(Provenance::text))) {
            require(InOrder.run(
                    pieces(),
                    threads,
                    () -> new PieceWorker(film, piece(), encoding, done),
                    into::add,
                    () -> progress.reached(done.get(), film.frames())));
            into.finish();
        }
    }

    private void pipe(Path file, Progress progress) throws IOException {
        var command = X264Command.onPath().orElseThrow(CancellationException::new);
        int width = film.size().width();
        int height = film.size().height();
        try (var into = new X264Command(command, file, Yuv.even(width), Yuv.even(height), film.rate(), provenance)) {
            Frames.of(film)
                    .each(
                            () -> {
                                var colours = new Yuv(width, height, false);
                                return (k, frame, before) -> {
                                    colours.take(frame.pixels());
                                    return colours.planes();
                                };
                            },
                            (k, planes) -> into.add(planes),
                            progress);
            into.finish();
        }
    }

    private Encoding encoding() {
        if (format == Format.MP4) {
            return Encoding.H264;
        }
        boolean opaque = film.source().frame(0).background() >>> 24 == 255;
        return opaque ? Encoding.VP9 : Encoding.VP9_ALPHA;
    }

    /// Frames from one key frame to the next: short films have four pieces too, as long as a piece is worth it.
    private int piece() {
        return Math.clamp((film.frames() + 3) / 4, Encoding.SHORTEST_PIECE, Encoding.LONGEST_PIECE);
    }

    private int pieces() {
        return (film.frames() + piece() - 1) / piece();
    }

    private static void require(boolean goOn) {
        if (!goOn) {
            throw new CancellationException();
        }
    }

    /// Draws and encodes pieces.
    private static final class PieceWorker implements InOrder.Worker<List<Packet>> {
        private final Film film;
        private final int length;
        private final Encoding encoding;
        private final AtomicInteger done;
        private final FramePainter painter;

        PieceWorker(Film film, int length, Encoding encoding, AtomicInteger done) {
            this.film = film;
            this.length = length;
            this.encoding = encoding;
            this.done = done;
            painter = new FramePainter(film, encoding.transparent());
        }

        @Override
        public List<Packet> work(int k, BooleanSupplier wanted) throws IOException {
            int end = Math.min((k + 1) * length, film.frames());
            var frame = painter.frame();
            try (var encoder = new FrameEncoder(encoding, frame.width, frame.height, film.rate())) {
                for (int at = k * length; at < end; at++) {
                    require(wanted.getAsBoolean());
                    painter.paint(at);
                    encoder.add(frame);
                    done.incrementAndGet();
                }
                return encoder.finish();
            }
        }

        @Override
        public void close() {}
    }
}
