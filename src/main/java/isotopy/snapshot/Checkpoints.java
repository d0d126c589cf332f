package isotopy.snapshot;

import isotopy.control.Control;
import java.util.List;

/// The control at some of the training steps of a run, so that every earlier flow can be seen again. Immutable;
/// controls are shared, not copied. A [CheckpointRecorder] collects them.
///
/// The first and the latest moment are always among them. The shape of the control may change from one to the next.
public record Checkpoints(List<Checkpoint> kept) {
    /// The most that are kept.
    public static final int MOST = 129;

    /// Nothing kept yet.
    public static final Checkpoints EMPTY = new Checkpoints(List.of());

    /// A control after so many training steps.
    public record Checkpoint(long step, Control control) {
        /// Throws: `IllegalArgumentException` when the step is negative.
        public Checkpoint {
            if (step < 0) {
                throw new IllegalArgumentException("the step of a checkpoint must be ≥ 0: " + step);
            }
        }

        /// The bytes of its parameters.
        public long bytes() {
            return (long) control.parameters() * Double.BYTES;
        }
    }

    /// Throws: `IllegalArgumentException` when steps do not increase or there are more than [#MOST].
    public Checkpoints {
        kept = List.copyOf(kept);
        if (kept.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " checkpoints are kept: " + kept.size());
        }
        for (int k = 1; k < kept.size(); k++) {
            if (kept.get(k).step() <= kept.get(k - 1).step()) {
                throw new IllegalArgumentException("the steps of checkpoints must increase: "
                        + kept.get(k - 1).step() + ", " + kept.get(k).step());
            }
        }
    }

    /// The number of checkpoints.
    public int size() {
        return kept.size();
    }

    /// The k-th checkpoint.
    public Checkpoint get(int k) {
        return kept.get(k);
    }

    /// The index of the last checkpoint at or before that step, 0 where there is none.
    public int at(long step) {
        int found = 0;
        for (int k = 1; k < kept.size() && kept.get(k).step() <= step; k++) {
            found = k;
        }
        return found;
    }
}
