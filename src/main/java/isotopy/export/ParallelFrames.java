package isotopy.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Paints the frames of a film on several threads, a few frames at a time, and hands them on in their order: what comes
/// out does not depend on the number of threads, nor the memory on the length of the film.
final class ParallelFrames implements AutoCloseable {
    /// More than this do not help: someone must write the frames one after the other.
    private static final int MOST_THREADS = 8;

    /// The share of the memory that frames may take.
    private static final double SHARE = 0.5;

    /// Beside its pixels a frame needs room for what is made of it.
    private static final int BYTES_A_PIXEL = 8;

    private final Film film;
    private final Raster[] rasters;
    private final int batch;
    private final ExecutorService workers;

    /// What is made of a frame, on any thread.
    interface Maker<T> {
        /// @param before the pixels of the frame before, none for the first
        T make(int k, int[] before, Raster frame) throws IOException;
    }

    /// What takes what was made, frame after frame.
    interface Taker<T> {
        void take(int k, T made) throws IOException;
    }

    ParallelFrames(Film film) {
        this(film, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    }

    ParallelFrames(Film film, int threads) {
        this.film = film;
        batch = Math.min(film.frames(), Math.min(threads, room(film.size()) - 1));
        rasters = new Raster[batch + 1];
        workers = Executors.newFixedThreadPool(
                batch,
                work -> Thread.ofPlatform().daemon().name("isotopy-frames").unstarted(work));
    }

    /// Refuses frames of which two do not fit into memory.
    ///
    /// Throws: `IllegalArgumentException` in a sentence.
    static void require(Size size) {
        if (room(size) < 2) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Frames of %,d × %,d pixels are too large for the memory of this program: choose a smaller size.",
                    size.width(),
                    size.height()));
        }
    }

    /// How many frames fit into memory.
    private static int room(Size size) {
        double bytes = (double) BYTES_A_PIXEL * size.width() * size.height();
        return (int) Math.min(1000, SHARE * Runtime.getRuntime().maxMemory() / bytes);
    }

    /// Makes something of every frame.
    ///
    /// Throws: `CancellationException` when `progress` stops it.
    <T> void each(Maker<T> maker, Taker<T> taker, Progress progress) throws IOException {
        int frames = film.frames();
        for (int from = 0; from < frames; from += batch) {
            int count = Math.min(batch, frames - from);
            int first = from;
            together(count, k -> paint(k + 1, first + k));
            var made = new ArrayList<Future<T>>();
            for (int k = 0; k < count; k++) {
                int at = k;
                made.add(workers.submit(() ->
                        maker.make(first + at, first + at == 0 ? new int[0] : rasters[at].pixels(), rasters[at + 1])));
            }
            for (int k = 0; k < count; k++) {
                if (!progress.reached(from + k, frames)) {
                    throw new CancellationException();
                }
                taker.take(from + k, result(made.get(k)));
            }
            // the last of these is the one before the next
            var last = rasters[count];
            rasters[count] = rasters[0];
            rasters[0] = last;
        }
        if (!progress.reached(frames, frames)) {
            throw new CancellationException();
        }
    }

    private void paint(int slot, int k) {
        var size = film.size();
        var raster = rasters[slot] == null ? new Raster(size.width(), size.height()) : rasters[slot];
        rasters[slot] = raster;
        raster.paint(film.source().frame(k), size.scale());
    }

    private void together(int count, IntConsumer work) throws IOException {
        var begun = new ArrayList<Future<?>>();
        for (int k = 0; k < count; k++) {
            int at = k;
            begun.add(workers.submit(() -> work.accept(at)));
        }
        for (var one : begun) {
            result(one);
        }
    }

    /// What came of a piece of work; its failure is ours.
    private static <T> T result(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case UncheckedIOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Waits until no thread works at a frame any more.
    @Override
    public void close() {
        workers.close();
    }
}
