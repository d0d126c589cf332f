package isotopy.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Paints the frames of a film, a few at a time and these by as many hands as there are, and passes them on in their
/// order: what comes out does not depend on the hands, nor the memory on the length of the film.
final class FrameLine {
    /// The share of the memory that frames may take.
    private static final double SHARE = 0.5;

    /// Beside its pixels a frame needs room for what is made of it.
    private static final int BYTES_A_PIXEL = 8;

    private final Film film;
    private final Raster[] rasters;
    private final int batch;
    private final Hands hands;

    /// What is made of a frame, on any thread.
    interface Maker<T> {
        /// @param before the pixels of the frame before, none for the first
        T make(int k, int[] before, Raster frame) throws IOException;
    }

    /// What takes what was made, frame after frame.
    interface Taker<T> {
        void take(int k, T made) throws IOException;
    }

    FrameLine(Film film) {
        this(film, 1, Hands.ONE);
    }

    FrameLine(Film film, int atOnce, Hands hands) {
        this.film = film;
        this.hands = hands;
        batch = Math.min(film.frames(), Math.min(atOnce, room(film.size()) - 1));
        rasters = new Raster[batch + 1];
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
    /// Throws: `CancellationException` when `progress` stops it; what the film, the maker or the taker throws.
    <T> void each(Maker<T> maker, Taker<T> taker, Progress progress) throws IOException {
        int frames = film.frames();
        for (int from = 0; from < frames; from += batch) {
            int count = Math.min(batch, frames - from);
            int first = from;
            together(count, k -> paint(k + 1, first + k));
            var made = together(count, k -> {
                var before = first + k == 0 ? new int[0] : rasters[k].pixels();
                return maker.make(first + k, before, rasters[k + 1]);
            });
            for (int k = 0; k < count; k++) {
                require(progress.reached(from + k, frames));
                taker.take(from + k, made.get(k));
            }
            // the last of these is the one before the next
            var last = rasters[count];
            rasters[count] = rasters[0];
            rasters[0] = last;
        }
        require(progress.reached(frames, frames));
    }

    private Raster paint(int slot, int k) {
        var size = film.size();
        var raster = rasters[slot] == null ? new Raster(size.width(), size.height()) : rasters[slot];
        rasters[slot] = raster;
        raster.paint(film.source().frame(k), size.scale());
        return raster;
    }

    private static void require(boolean goOn) {
        if (!goOn) {
            throw new CancellationException();
        }
    }

    /// A piece of work with a number.
    private interface Work<T> {
        T at(int k) throws IOException;
    }

    /// What came of a piece of work.
    private sealed interface Result<T> {
        record Made<T>(T value) implements Result<T> {}

        record Failed<T>(Throwable reason) implements Result<T> {}
    }

    /// The pieces `0 … count − 1`, in any order; of several failures the first in order is thrown, as it was.
    private <T> List<T> together(int count, Work<T> work) throws IOException {
        var results = new AtomicReferenceArray<Result<T>>(count);
        hands.all(count, k -> results.set(k, result(k, work)));
        var made = new ArrayList<T>(count);
        for (int k = 0; k < count; k++) {
            switch (results.get(k)) {
                case Result.Made<T>(var value) -> made.add(value);
                case Result.Failed<T>(IOException reason) -> throw reason;
                case Result.Failed<T>(RuntimeException reason) -> throw reason;
                case Result.Failed<T>(Error reason) -> throw reason;
                case Result.Failed<T>(var reason) -> throw new IllegalStateException(reason);
            }
        }
        return made;
    }

    private static <T> Result<T> result(int k, Work<T> work) {
        try {
            return new Result.Made<>(work.at(k));
        } catch (IOException | RuntimeException | Error e) {
            return new Result.Failed<>(e);
        }
    }
}
