package isotopy.view;

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
    /// the experiment. `opening` says that it was still the scene with which the program greets.
    record Moment(
            String label, Object gesture, Experiment experiment, FlowSnapshot flow, boolean withFlow, boolean opening) {
        /// What brings the flow back; a fresh one where the flow that was seen last is of another family than
        /// the experiment.
        Command.Load load() {
            boolean fits = experiment.unlike(flow.control()).isEmpty();
            return fits
                    ? new Command.Load(
                            experiment, flow.control(), flow.step(), flow.history(), flow.edits(), flow.checkpoints())
                    : new Command.Load(experiment, experiment.start(), 0, LossHistory.EMPTY, List.of());
        }
    }

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
            past.push(new Moment(
                    last.label(), new Object(), last.experiment(), last.flow(), last.withFlow(), last.opening()));
        }
    }

    /// Forgets the last moment where all of it is still there: the same experiment with the same flow.
    Optional<Moment> forget(FlowSnapshot now) {
        var same = Optional.ofNullable(past.peek())
                .filter(moment -> moment.withFlow()
                        && moment.experiment().equals(now.experiment())
                        && moment.flow().control().equals(now.control()));
        same.ifPresent(moment -> past.pop());
        updateLabels();
        return same;
    }

    /// Goes one step back: returns the state to restore and keeps the present one to be done again.
    Optional<Moment> undo(Experiment experiment, FlowSnapshot flow, boolean opening) {
        return move(past, future, experiment, flow, opening);
    }

    /// Goes one step forward again.
    Optional<Moment> redo(Experiment experiment, FlowSnapshot flow, boolean opening) {
        return move(future, past, experiment, flow, opening);
    }

    private Optional<Moment> move(
            Deque<Moment> from, Deque<Moment> to, Experiment experiment, FlowSnapshot flow, boolean opening) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var moment = from.pop();
        to.push(new Moment(moment.label(), new Object(), experiment, flow, moment.withFlow(), opening));
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
