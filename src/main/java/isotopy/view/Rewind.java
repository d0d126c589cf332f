package isotopy.view;

import isotopy.service.Background;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which moment of the run is looked at: the newest one, or an earlier one while training goes on. Lives on the JavaFX
/// thread; mutable. What an earlier flow was worth is measured in the background.
public final class Rewind implements AutoCloseable {

    private record Question(FlowSnapshot live, Checkpoint moment) {}

    private final Background<Question, FlowSnapshot> worker =
            new Background<>("isotopy-rewind", question -> earlier(question.live(), question.moment()));
    private final ReadOnlyObjectWrapper<FlowSnapshot> shown;
    private final ReadOnlyObjectWrapper<Optional<Checkpoint>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private FlowSnapshot live;

    Rewind(FlowSnapshot start) {
        live = start;
        shown = new ReadOnlyObjectWrapper<>(start);
    }

    /// The moment that is shown.
    public ReadOnlyObjectProperty<FlowSnapshot> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The earlier moment that was chosen; empty while the newest is shown.
    public ReadOnlyObjectProperty<Optional<Checkpoint>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Looks at an earlier moment; at the newest it goes back to now.
    public void show(Checkpoint moment) {
        if (moment.step() >= live.step()) {
            now();
        } else if (live.experiment().unlike(moment.control()).isEmpty()) {
            chosen.set(Optional.of(moment));
            worker.ask(new Question(live, moment));
        }
    }

    /// Looks at the newest moment, and follows it.
    public void now() {
        chosen.set(Optional.empty());
        shown.set(live);
    }

    /// Another moment is the newest; one of another run ends the looking back.
    void follow(FlowSnapshot newest) {
        boolean same = newest.experiment().equals(live.experiment()) && newest.step() >= live.step();
        live = newest;
        if (chosen.get().isEmpty() || !same) {
            now();
        }
    }

    /// Takes what is ready.
    void pulse() {
        worker.take().ifPresent(found -> {
            if (chosen.get().filter(moment -> moment.step() == found.step()).isPresent()) {
                shown.set(found);
            }
        });
    }

    /// What the window knows of a moment, for an earlier one.
    static FlowSnapshot earlier(FlowSnapshot live, Checkpoint moment) {
        return live.with(moment.control(), moment.step());
    }

    @Override
    public void close() {
        worker.close();
    }
}
