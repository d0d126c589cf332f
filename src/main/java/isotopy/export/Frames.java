package isotopy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Paints the frames of a film on several threads, makes something of each there, and passes that on in the order of
/// the frames. What comes out does not depend on the number of threads, nor the memory on the length of the film.
record Frames(Film film, int threads) {
    /// Frames in a row that one thread makes where each needs the one before: it paints that of the first once
    /// more.
    private static final int RUN = 8;

    private static final int MOST_THREADS = 16;

    /// Bytes of memory for a pixel of each thread: two pictures, what they are painted with, and what is made of a
    /// few.
    private static final int BYTES = 16;

    private static final int[] NONE = {};

    /// Throws: `IllegalArgumentException` when nobody works.
    Frames {
        if (threads < 1) {
            throw new IllegalArgumentException("frames need a thread: " + threads);
        }
    }

    /// Makes something of frames, on one thread.
    @FunctionalInterface
    interface Maker<T> {
        /// What becomes of frame k, counted from 0. The picture is painted over afterwards.
        ///
        /// @param before the pixels of the frame before; none for the first, and where each frame is made by
        /// itself
        T make(int k, Raster frame, int[] before) throws IOException;
    }

    /// Gets what was made, frame after frame, on the caller's thread.
    @FunctionalInterface
    interface Taker<T> {
        void take(int k, T made) throws IOException;
    }

    /// The frames of a film, on as many processors as this machine has and as its memory allows.
    static Frames of(Film film) {
        return new Frames(film, threads(film, film.frames()));
    }

    /// How many threads work on so many pieces of a film.
    static int threads(Film film, int pieces) {
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return Math.clamp(room(film.size()), 1, Math.min(cores, pieces));
    }

    /// Refuses frames on which no thread can work.
    ///
    /// Throws: `IllegalArgumentException` in a sentence.
    static void require(Size size) {
        if (room(size) < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Frames of %,d × %,d pixels are too large for the memory of this program: choose a smaller size.",
                    size.width(),
                    size.height()));
        }
    }

    /// How many threads have room in half the memory.
    private static long room(Size size) {
        return Runtime.getRuntime().maxMemory() / 2 / ((long) BYTES * size.width() * size.height());
    }

    /// Makes something of every frame by itself. Each thread asks for a maker of its own.
    ///
    /// Throws: `CancellationException` when `progress` stops it; what the film, a maker or the taker throws.
    <T> void each(Supplier<? extends Maker<T>> makers, Taker<T> taker, Progress progress) throws IOException {
        run(1, makers, taker, progress);
    }

    /// Makes something of every frame and the one before it. Each thread asks for a maker of its own.
    ///
    /// Throws: `CancellationException` when `progress` stops it; what the film, a maker or the taker throws.
    <T> void pairs(Supplier<? extends Maker<T>> makers, Taker<T> taker, Progress progress) throws IOException {
        int share = (film.frames() + threads - 1) / threads;
        run(threads == 1 ? 1 : Math.clamp(share, 2, RUN), makers, taker, progress);
    }

    private <T> void run(int run, Supplier<? extends Maker<T>> makers, Taker<T> taker, Progress progress)
            throws IOException {
        var made = new AtomicInteger();
        var taken = new AtomicInteger();
        InOrder.Taker<List<T>> each = piece -> {
            for (var one : piece) {
                taker.take(taken.getAndIncrement(), one);
            }
        };
        boolean all = InOrder.run(
                (film.frames() + run - 1) / run,
                threads,
                () -> new Painting<>(film, run, run > 1 || threads == 1, makers.get(), made),
                each,
                () -> progress.reached(made.get(), film.frames()));
        if (!all) {
            throw new CancellationException();
        }
    }

    /// The work of one thread.
    private static final class Painting<T> implements InOrder.Worker<List<T>> {
        private final Film film;
        private final int run;
        private final boolean paired;
        private final Maker<T> maker;
        private final AtomicInteger made;
        private Raster frame;
        private Raster before;
        private int last = -1;

        Painting(Film film, int run, boolean paired, Maker<T> maker, AtomicInteger made) {
            this.film = film;
            this.run = run;
            this.paired = paired;
            this.maker = maker;
            this.made = made;
            frame = Raster.alone(film.size().width(), film.size().height());
            before = paired ? Raster.alone(frame.width(), frame.height()) : frame;
        }

        @Override
        public List<T> work(int piece, BooleanSupplier wanted) throws IOException {
            int from = piece * run;
            int end = Math.min(from + run, film.frames());
            var pieces = new ArrayList<T>(end - from);
            if (paired && from > 0 && last != from - 1) {
                paint(from - 1);
            }
            for (int k = from; k < end; k++) {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException();
                }
                paint(k);
                pieces.add(maker.make(k, frame, paired && k > 0 ? before.pixels() : NONE));
                made.incrementAndGet();
            }
            return pieces;
        }

        private void paint(int k) {
            var other = before;
            before = frame;
            frame = other;
            frame.paint(film.source().frame(k), film.size().scale());
            last = k;
        }

        @Override
        public void close() {}
    }
}
