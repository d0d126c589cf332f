/// What does the trainer hand to the world?
///
/// A [isotopy.snapshot.FlowSnapshot] is one moment of a training run, deeply immutable: the experiment, the
/// control, what it is worth, the [isotopy.snapshot.LossHistory] and the [isotopy.snapshot.Checkpoints] so far, and
/// what the trainer is doing ([isotopy.snapshot.Activity]). Threads pass it through [isotopy.snapshot.Latest], a
/// single slot in which the newest value wins: nothing queues up and nobody waits.
@NullMarked
package isotopy.snapshot;

import org.jspecify.annotations.NullMarked;
