package isotopy.service;

import isotopy.control.Control;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.train.Experiment;
import java.util.List;

/// What the trainer is told; commands are carried out in order and none is lost.
public sealed interface Command {
    /// Train on from where the flow is.
    record Start() implements Command {}

    /// Bring the flow back to the identity before the eyes, then learn anew.
    record Relearn() implements Command {}

    /// Hold.
    record Pause() implements Command {}

    /// Take one step and hold.
    record Step() implements Command {}

    /// Put this flow in the place of the present one, and hold.
    record Load(
            Experiment experiment,
            Control control,
            long step,
            LossHistory history,
            List<Long> edits,
            Checkpoints checkpoints)
            implements Command {
        /// A flow without checkpoints.
        public Load(Experiment experiment, Control control, long step, LossHistory history, List<Long> edits) {
            this(experiment, control, step, history, edits, Checkpoints.EMPTY);
        }

        /// Puts back the flow of that moment.
        public static Load of(FlowSnapshot moment) {
            return new Load(
                    moment.experiment(),
                    moment.control(),
                    moment.step(),
                    moment.history(),
                    moment.edits(),
                    moment.checkpoints());
        }
    }

    /// Go at this pace.
    record Go(Pace pace) implements Command {}

    /// Go on with this experiment; of several in a row only the newest counts.
    record Change(Experiment experiment) implements Command {}

    /// End the thread.
    record Stop() implements Command {}
}
