package isotopy.train;

/// How a training run ended.
public sealed interface Outcome {
    /// All steps were taken.
    record Done() implements Outcome {}

    /// It was stopped before.
    record Stopped() implements Outcome {}

    /// After `step` steps the loss or a state was no longer a finite number, first in `layer`, counted from 0 (the last
    /// one where only the loss or its gradient was not). The flow is the last one that was finite.
    record Diverged(long step, int layer) implements Outcome {}
}
