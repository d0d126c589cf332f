package isotopy.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Paints the frames of a film, several at once, and hands them over one after the other. Memory is that of two
/// pictures
/// more than there are workers, whatever the film's length; every pixel is the one that [Raster#paint] gives.
///
/// @param workers how many frames are painted at once, each by one thread
public record Frames(Film film, int workers) {
    /// Who takes the frames, on the caller's thread.
    @FunctionalInterface
    public interface Taker {
        /// Frame k, counted from 0. The picture is painted over afterwards. False ends the film here.
        ///
        /// Throws: `IOException`, which [Frames#paint] throws on.
        boolean take(int k, Raster picture) throws IOException;
    }

    /// Throws: `IllegalArgumentException` when nobody works.
    public Frames {
        if (workers < 1) {
            throw new IllegalArgumentException("frames need a worker: " + workers);
        }
    }

    /// The frames of a film, on all processors of this machine; one is left where there are many, for who takes
    /// them.
    public static Frames of(Film film) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Frames(film, Math.clamp(processors > 4 ? processors - 1 : processors, 1, 16));
    }

    private record Painted(int k, Raster picture) {}

    /// Paints the frames and returns whether all were taken. When this ends, whichever way, no frame is being
    /// painted.
    ///
    /// Throws: what the taker throws, and what the film throws where a frame cannot be drawn.
    public boolean paint(Taker taker) throws IOException {
        var painters = Executors.newFixedThreadPool(
                workers,
                work -> Thread.ofPlatform().daemon().name("isotopy-frames").unstarted(work));
        try {
            return paint(taker, painters);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            painters.shutdownNow();
            painters.close();
        }
    }

    private boolean paint(Taker taker, ExecutorService painters) throws IOException, InterruptedException {
        var ahead = new ArrayDeque<Future<Painted>>();
        int next = 0;
        while (next < Math.min(workers + 2, film.frames())) {
            var picture = Raster.alone(film.size().width(), film.size().height());
            ahead.add(submit(painters, next++, picture));
        }
        while (!ahead.isEmpty()) {
            var painted = painted(ahead.remove());
            if (!taker.take(painted.k(), painted.picture())) {
                return false;
            }
            if (next < film.frames()) {
                ahead.add(submit(painters, next++, painted.picture()));
            }
        }
        return true;
    }

    private Future<Painted> submit(ExecutorService painters, int k, Raster picture) {
        return painters.submit(() -> {
            picture.paint(film.source().frame(k), film.size().scale());
            return new Painted(k, picture);
        });
    }

    private static Painted painted(Future<Painted> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("a frame could not be drawn", e);
        }
    }
}
