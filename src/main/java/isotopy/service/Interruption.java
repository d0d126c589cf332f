package isotopy.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Notices that the user ends the program (Ctrl-C, or another polite request), and holds its end back until the work is
/// put away.
///
/// While it is open, the program does not end on such a request before [#close()], or half a minute later. The system
/// then gives the exit status, 130 for Ctrl-C. Safe for any number of threads.
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "isotopy-interruption");
    private volatile boolean requested;

    private Interruption() {}

    /// Begins to watch.
    public static Interruption watch() {
        var interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (IllegalStateException e) {
            interruption.requested = true; // the program is ending already
        }
        return interruption;
    }

    /// Whether the program is asked to end.
    public boolean requested() {
        return requested;
    }

    private void hold() {
        requested = true;
        try {
            putAway.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work is put away: lets the program end.
    @Override
    public void close() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending, and the hook with it
        }
    }
}
