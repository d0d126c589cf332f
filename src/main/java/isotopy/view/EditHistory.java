package isotopy.view;

import isotopy.figure.Look;
import isotopy.service.Command;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.train.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What can be undone and done again: a stack of values. Mutable.
final class EditHistory {
    private static final int MOST = 200;

    /// The state before an edit (or, among what can be redone, after it).
    ///
    /// `gesture` joins the many small edits of one drag into one. With `withFlow` the flow goes back too, not only
    /// the experiment; with `withLook` what is laid over the stage does.
    record Moment(String label, Object gesture, boolean withFlow, boolean withLook, State state) {
        /// What brings the flow back; a fresh one where the flow that was seen last is of another family than
        /// the experiment.
        Command.Load load() {
            var experiment = state.experiment();
            var flow = state.flow();
            boolean fits = experiment.unlike(flow.control()).isEmpty();
            return fits
                    ? new Command.Load(
                            experiment, flow.control(), flow.step(), flow.history(), flow.edits(), flow.checkpoints())
                    : new Command.Load(experiment, experiment.start(), 0, LossHistory.EMPTY, List.of());
        }
    }

    /// What goes back: the experiment, the flow that was seen last, whether it was still the scene with which the
    /// program greets, what was begun on the stage, and how it was shown.
    record State(Experiment experiment, FlowSnapshot flow, boolean opening, Pending pending, Look look) {}

    private final Deque<Moment> past = new ArrayDeque<>();
    private final Deque<Moment> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<String>> undoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Notes the state before an edit; edits of one gesture count as one. What could be redone is forgotten.
    void remember(Moment before) {
        future.clear();
        boolean same = !past.isEmpty() && Objects.equals(past.peek().gesture(), before.gesture());
        if (!same) {
            past.push(before);
            if (past.size() > MOST) {
                past.removeLast();
            }
        } else if (before.withLook()) {
            var first = past.pop();
            past.push(new Moment(first.label(), first.gesture(), first.withFlow(), true, first.state()));
        }
        updateLabels();
    }

    /// The state before the first edit of a gesture that still goes on.
    Optional<Moment> begun(Object gesture) {
        return Optional.ofNullable(past.peek())
                .filter(moment -> moment.gesture().equals(gesture));
    }

    /// Ends the present gesture: the next edit is one of its own.
    void endGesture() {
        if (!past.isEmpty()) {
            var last = past.pop();
            past.push(new Moment(last.label(), new Object(), last.withFlow(), last.withLook(), last.state()));
        }
    }

    /// Goes one step back: returns the state to restore and keeps the present one to be done again.
    Optional<Moment> undo(State present) {
        return move(past, future, present);
    }

    /// Goes one step forward again.
    Optional<Moment> redo(State present) {
        return move(future, past, present);
    }

    private Optional<Moment> move(Deque<Moment> from, Deque<Moment> to, State present) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var moment = from.pop();
        to.push(new Moment(moment.label(), new Object(), moment.withFlow(), moment.withLook(), present));
        updateLabels();
        return Optional.of(moment);
    }

    /// What the next undo would take back.
    ReadOnlyObjectProperty<Optional<String>> undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /// What the next redo would bring back.
    ReadOnlyObjectProperty<Optional<String>> redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    private void updateLabels() {
        undoLabel.set(Optional.ofNullable(past.peek()).map(Moment::label));
        redoLabel.set(Optional.ofNullable(future.peek()).map(Moment::label));
    }

    void clear() {
        past.clear();
        future.clear();
        updateLabels();
    }
}
