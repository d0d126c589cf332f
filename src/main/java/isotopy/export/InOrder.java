package isotopy.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Numbered pieces of work, done on several threads and taken in their order by the one who asked.
///
/// A piece is begun only when it is among the next few that will be taken, so that memory does not grow with their
/// number; the results do not depend on the number of threads.
final class InOrder<T> {
    /// How often the asker is told that nothing came yet.
    private static final long TICK_MILLIS = 40;

    private final int pieces;
    private final int ahead;
    private final Map<Integer, T> done = new HashMap<>();
    private int claimed;
    private int taken;
    private boolean stopped;
    private @Nullable Throwable failure;

    /// Does pieces on one thread.
    interface Worker<T> extends AutoCloseable {
        /// Piece k; gives up by a `CancellationException` when it is no longer wanted.
        T work(int k, BooleanSupplier wanted) throws IOException;

        @Override
        void close();
    }

    /// Gets the pieces.
    @FunctionalInterface
    interface Taker<T> {
        void take(T piece) throws IOException;
    }

    private InOrder(int pieces, int threads) {
        this.pieces = pieces;
        ahead = 2 * threads;
    }

    /// Does all pieces, or stops when `goOn`, which is asked now and then, says false; that is then the answer.
    ///
    /// Throws: what a worker or the taker threw, when no thread works any more.
    static <T> boolean run(
            int pieces, int threads, Supplier<? extends Worker<T>> workers, Taker<T> taker, BooleanSupplier goOn)
            throws IOException {
        if (!goOn.getAsBoolean()) { // before anything is done
            return false;
        }
        var order = new InOrder<T>(pieces, threads);
        var team = IntStream.range(0, threads)
                .mapToObj(k ->
                        Thread.ofPlatform().daemon().name("isotopy-frames-" + k).start(() -> order.serve(workers)))
                .toList();
        try {
            return order.takeAll(taker, goOn);
        } finally {
            order.stop();
            team.forEach(InOrder::join);
        }
    }

    private boolean takeAll(Taker<T> taker, BooleanSupplier goOn) throws IOException {
        for (int k = 0; k < pieces; k++) {
            var piece = await(k);
            while (piece == null) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                piece = await(k);
            }
            taker.take(piece);
            if (!goOn.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /// Piece k, or nothing when it is not there after a tick.
    private synchronized @Nullable T await(int k) throws IOException {
        if (failure == null && !done.containsKey(k)) {
            try {
                wait(TICK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        var piece = done.remove(k);
        if (piece != null) {
            taken = k + 1;
            notifyAll();
        }
        return piece;
    }

    private void serve(Supplier<? extends Worker<T>> workers) {
        try (var worker = workers.get()) {
            for (int k = claim(); k < pieces; k = claim()) {
                put(k, worker.work(k, this::wanted));
            }
        } catch (CancellationException e) {
            // nobody waits for it
        } catch (Throwable e) {
            fail(e);
        }
    }

    /// The next piece to do, or `pieces` when there is none.
    private synchronized int claim() {
        while (!stopped && claimed < pieces && claimed >= taken + ahead) {
            try {
                wait();
            } catch (InterruptedException e) {
                return pieces;
            }
        }
        return stopped ? pieces : Math.min(claimed++, pieces);
    }

    private synchronized void put(int k, T piece) {
        done.put(k, piece);
        notifyAll();
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        stopped = true;
        notifyAll();
    }

    private synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized boolean wanted() {
        return !stopped;
    }

    /// Waits for a thread that stops soon, even when interrupted: what it uses must not be closed before.
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
