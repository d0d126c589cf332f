package isotopy.service;

import isotopy.train.Experiment;
import java.util.concurrent.TimeUnit;

/// Trains a network of its own for a moment, so that the Java machine has compiled the kernels before somebody presses
/// *Train*: on one daemon thread of low priority, and never longer than is needed.
///
/// It shares nothing with another trainer but the compiled code, so that no result depends on it.
public final class WarmUp {
    /// By then the kernels are at speed: half a second's work for those of the opening scene.
    private static final long ENOUGH = 2500;

    /// Where the cores are busy, or the network is large.
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(8);

    private final Thread thread;
    private volatile boolean wanted = true;
    private long steps; // of its own thread

    private WarmUp(Experiment experiment) {
        thread = Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("isotopy-warm-up")
                .unstarted(() -> run(experiment));
    }

    /// Begins with the kernels that this experiment needs.
    public static WarmUp begin(Experiment experiment) {
        var warmUp = new WarmUp(experiment);
        warmUp.thread.start();
        return warmUp;
    }

    private void run(Experiment experiment) {
        long end = System.nanoTime() + LONGEST;
        try (var loop = new TrainingLoop(experiment, 1, snapshot -> steps = snapshot.step())) {
            loop.obey(new Command.Go(new Pace.Max()), System.nanoTime());
            loop.obey(new Command.Start(), System.nanoTime());
            while (wanted && loop.busy() && steps < ENOUGH && System.nanoTime() < end) {
                loop.turn(System::nanoTime);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // the trainer will meet the same and tell it, where there is something to do about it
        }
    }

    /// Ends it after the steps that are being taken; does not wait.
    public void cancel() {
        wanted = false;
    }

    /// Waits for its end; for tests and measurements.
    public void await() throws InterruptedException {
        thread.join();
    }
}
