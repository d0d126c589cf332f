package isotopy.service;

import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.Latest;
import isotopy.train.Experiment;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Trains in the background, on one daemon thread of its own. Safe to use from any thread; no method waits.
///
/// Experiments come in order with the other commands, because a [Command.Load] before one and after one are different
/// things; of several in a row only the newest is looked at, so that nothing queues up while a slider is dragged.
public final class TrainingService implements AutoCloseable {
    /// How long the thread sleeps when the pace leaves no step to take.
    private static final long NAP_MILLIS = 4;

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Latest<Stamped> snapshots = new Latest<>();
    private final AtomicLong loadsSent = new AtomicLong();
    private long loadsObeyed; // of the trainer's thread

    /// A snapshot, and how many flows had been loaded before it.
    private record Stamped(long loads, FlowSnapshot snapshot) {}

    /// A service that waits with the experiment's flow at rest; it publishes a first snapshot after its first
    /// command.
    public TrainingService(Experiment experiment, int threads) {
        Thread.ofPlatform().daemon().name("isotopy-trainer").start(() -> run(experiment, threads));
    }

    /// Tells the trainer what to do.
    public void send(Command command) {
        if (command instanceof Command.Load) {
            loadsSent.incrementAndGet();
        }
        commands.add(command);
    }

    /// The newest snapshot, if there is one that was not taken yet. None is of a flow in whose place another one was
    /// sent.
    public Optional<FlowSnapshot> takeSnapshot() {
        return snapshots.take().filter(newest -> newest.loads() == loadsSent.get()).map(Stamped::snapshot);
    }

    private void run(Experiment experiment, int threads) {
        try (var loop = new TrainingLoop(
                experiment, threads, snapshot -> snapshots.put(new Stamped(loadsObeyed, snapshot)))) {
            while (serve(loop)) {
                // until it is told to stop
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One command, if there is one, and one turn of work; false when told to stop.
    private boolean serve(TrainingLoop loop) throws InterruptedException {
        Command command = null;
        if (!loop.busy()) {
            command = commands.take();
        } else if (loop.due(System.nanoTime())) {
            command = commands.poll();
        } else {
            command = commands.poll(NAP_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (command instanceof Command.Stop) {
            return false;
        }
        if (command instanceof Command.Load) {
            loadsObeyed++;
        }
        boolean outdated = command instanceof Command.Change && commands.peek() instanceof Command.Change;
        try {
            if (command != null && !outdated) {
                loop.obey(command, System.nanoTime());
            }
            loop.turn(System::nanoTime);
        } catch (OutOfMemoryError e) {
            fail(loop, "There is not enough memory for a network of this size: choose a smaller width or depth.");
        } catch (RuntimeException e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "training failed", e);
            fail(loop, "Training could not go on: " + e.getMessage());
        }
        return true;
    }

    /// Tells what went wrong; where even that fails the thread lives on, for the next command.
    private static void fail(TrainingLoop loop, String sentence) {
        try {
            loop.fail(sentence, System.nanoTime());
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "a failure could not be told", e);
        }
    }

    @Override
    public void close() {
        send(new Command.Stop());
    }
}
