package isotopy.snapshot;

import isotopy.control.Control;
import isotopy.snapshot.Checkpoints.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/// Collects [Checkpoints] while a run goes on. Mutable, for one thread.
///
/// What is wanted depends on the steps alone: each of the first eight, then one whenever the run has become an eighth
/// longer, so that ten million steps keep 125. Where they would be more than [Checkpoints#MOST], or their parameters
/// more than [#BYTES], every second one is dropped, but never the first or the last, and from then on the run must
/// grow twice as much between two.
public final class CheckpointRecorder {
    /// The bytes that the parameters of all kept controls may take: 64 MB.
    public static final long BYTES = 64L << 20;

    private static final double SHARE = 1 / 8.0;

    private final List<Checkpoint> kept;
    private double share = SHARE;

    /// A recorder that goes on from those.
    public CheckpointRecorder(Checkpoints start) {
        kept = new ArrayList<>(start.kept());
        thin();
    }

    /// Whether the control at this step is to be kept.
    public boolean wants(long step) {
        return kept.isEmpty() || step >= next();
    }

    private long next() {
        long last = kept.getLast().step();
        return last + Math.max(1, (long) Math.ceil(share * last));
    }

    /// Keeps a control; one at or before the last kept step takes its place, and what followed is forgotten.
    public void record(long step, Control control) {
        while (!kept.isEmpty() && kept.getLast().step() >= step) {
            kept.removeLast();
        }
        kept.add(new Checkpoint(step, control));
        thin();
    }

    private void thin() {
        // one place is left for the latest moment, which may not be wanted for good
        while (kept.size() > 2 && (kept.size() >= Checkpoints.MOST || bytes() > BYTES)) {
            for (int k = kept.size() - 2; k >= 1; k--) {
                if (k % 2 == 1) {
                    kept.remove(k);
                }
            }
            share *= 2;
        }
    }

    private long bytes() {
        return kept.stream().mapToLong(Checkpoint::bytes).sum();
    }

    /// What was kept so far and the latest moment, as a value.
    public Checkpoints checkpoints(long step, Control control) {
        var all = new ArrayList<>(kept);
        while (!all.isEmpty() && all.getLast().step() >= step) {
            all.removeLast();
        }
        all.add(new Checkpoint(step, control));
        return new Checkpoints(all);
    }
}
