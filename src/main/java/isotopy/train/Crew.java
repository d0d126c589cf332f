package isotopy.train;

/// A few threads that share the chunks of a step; the caller's own is always one of them.
///
/// Chunk c is done by worker c mod threads, so that what each worker does depends on the numbers of chunks and threads
/// alone. Handing over allocates nothing, and nobody spins: a barrier that spins collapses when the cores are busy.
final class Crew implements AutoCloseable {
    private final Object lock = new Object();
    private final int threads;
    private Work work = (worker, chunk) -> {};
    private int chunks;
    private long round;
    private int running;
    private boolean closed;
    private RuntimeException failure = new IllegalStateException("nothing failed");
    private boolean failed;

    /// What is to be done.
    interface Work {
        /// Does one chunk with the workspace of that worker.
        void chunk(int worker, int chunk);
    }

    Crew(int threads) {
        this.threads = threads;
        for (int worker = 1; worker < threads; worker++) {
            int number = worker;
            Thread.ofPlatform().daemon().name("isotopy-worker-" + number).start(() -> serve(number));
        }
    }

    /// The number of workers.
    int threads() {
        return threads;
    }

    /// Does all chunks, and returns when they are done.
    ///
    /// Throws: what the work threw.
    void share(int chunks, Work work) {
        if (threads == 1) {
            run(0, chunks, work);
            return;
        }
        synchronized (lock) {
            this.work = work;
            this.chunks = chunks;
            running = threads - 1;
            failed = false;
            round++;
            lock.notifyAll();
        }
        try {
            run(0, chunks, work);
        } finally {
            awaitOthers();
        }
        if (failed) {
            throw failure;
        }
    }

    private void run(int worker, int chunks, Work work) {
        for (int c = worker; c < chunks; c += threads) {
            work.chunk(worker, c);
        }
    }

    /// Waits for the others whatever happens: their workspaces must not be in use when the next step begins.
    private void awaitOthers() {
        boolean interrupted = false;
        synchronized (lock) {
            while (running > 0) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(int worker) {
        long seen = 0;
        while (true) {
            Work mine;
            int count;
            synchronized (lock) {
                while (round == seen && !closed) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return; // nobody interrupts it but the end of the program
                    }
                }
                if (closed) {
                    return;
                }
                seen = round;
                mine = work;
                count = chunks;
            }
            finish(worker, count, mine);
        }
    }

    private void finish(int worker, int count, Work mine) {
        RuntimeException problem = null;
        try {
            run(worker, count, mine);
        } catch (RuntimeException e) {
            problem = e;
        } catch (Error e) {
            problem = new IllegalStateException("a worker failed inside a training step", e);
        }
        synchronized (lock) {
            if (problem != null) {
                failure = problem;
                failed = true;
            }
            running--;
            lock.notifyAll();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }
}
