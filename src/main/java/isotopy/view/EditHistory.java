package isotopy.view;

import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/// What can be undone and done again: a stack of values. Mutable.
final class EditHistory {
    private static final int MOST = 200;

    /// The state before an edit (or, among what can be redone, after it).
    ///
    /// `gesture` joins the many small edits of one drag into one. With `withFlow` the flow goes back too, not only
    /// the experiment.
    record Moment(String label, Object gesture, Experiment experiment, FlowSnapshot flow, boolean withFlow) {}

    private final Deque<Moment> past = new ArrayDeque<>();
    private final Deque<Moment> future = new ArrayDeque<>();

    /// Notes the state before an edit; edits of one gesture count as one. What could be redone is forgotten.
    void remember(Moment before) {
        future.clear();
        boolean same = !past.isEmpty() && Objects.equals(past.peek().gesture(), before.gesture());
        if (same) {
            return;
        }
        past.push(before);
        if (past.size() > MOST) {
            past.removeLast();
        }
    }

    /// Ends the present gesture: the next edit is one of its own.
    void endGesture() {
        if (!past.isEmpty()) {
            var last = past.pop();
            past.push(new Moment(last.label(), new Object(), last.experiment(), last.flow(), last.withFlow()));
        }
    }

    /// Goes one step back: returns the state to restore and keeps the present one to be done again.
    Optional<Moment> undo(Experiment experiment, FlowSnapshot flow) {
        return move(past, future, experiment, flow);
    }

    /// Goes one step forward again.
    Optional<Moment> redo(Experiment experiment, FlowSnapshot flow) {
        return move(future, past, experiment, flow);
    }

    private static Optional<Moment> move(
            Deque<Moment> from, Deque<Moment> to, Experiment experiment, FlowSnapshot flow) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var moment = from.pop();
        to.push(new Moment(moment.label(), new Object(), experiment, flow, moment.withFlow()));
        return Optional.of(moment);
    }

    /// What the next undo would take back.
    Optional<String> undoLabel() {
        return Optional.ofNullable(past.peek()).map(Moment::label);
    }

    /// What the next redo would bring back.
    Optional<String> redoLabel() {
        return Optional.ofNullable(future.peek()).map(Moment::label);
    }

    void clear() {
        past.clear();
        future.clear();
    }
}
