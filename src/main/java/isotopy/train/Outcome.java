package isotopy.train;

/// How a training run ended.
public sealed interface Outcome {
    /// All steps were taken.
    record Done() implements Outcome {}

    /// It was stopped before.
    record Stopped() implements Outcome {}

    /// The loss or a state was no longer a finite number; `layer` counts from 0. The flow is the last one that was finite.
    record Diverged(long step, int layer) implements Outcome {}
}
