package isotopy.snapshot;

/// What the trainer is doing.
public sealed interface Activity {
    /// Nothing: it waits to be started.
    record Waiting() implements Activity {}

    /// It takes steps.
    record Training() implements Activity {}

    /// It brings the flow back to the identity before it learns anew; `share` of the way is done.
    record Relaxing(double share) implements Activity {}

    /// It stopped by itself because the loss no longer falls: less than one per cent over the last `steps` steps.
    record Resting(long steps) implements Activity {}

    /// It stopped because the loss or a state was no longer finite at that step, in that layer (from 0); the flow
    /// is the last good one.
    record Diverged(long step, int layer) implements Activity {}

    /// It could not go on, for a reason that the sentence tells.
    record Failed(String sentence) implements Activity {}
}
