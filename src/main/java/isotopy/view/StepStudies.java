package isotopy.view;

import isotopy.service.Background;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Asks in the background whether the network is an equation, as long as somebody looks: at once when training holds,
/// every few seconds while it runs. Lives on the JavaFX thread; mutable.
final class StepStudies implements AutoCloseable {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(2500);

    private final Background<FlowSnapshot, StepFindings> worker = new Background<>("isotopy-steps", StepFindings::of);
    private final ReadOnlyObjectWrapper<Optional<StepFindings>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean watched;
    private @Nullable FlowSnapshot asked;
    private long askedAt;

    /// What was found last.
    ReadOnlyObjectProperty<Optional<StepFindings>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether somebody looks.
    void watch(boolean on) {
        watched = on;
    }

    /// Takes what is ready, and asks about another flow when it is time.
    ///
    /// Units: `now` in nanoseconds of wall time.
    void pulse(FlowSnapshot shown, long now) {
        worker.take().ifPresent(answer -> found.set(Optional.of(answer)));
        boolean running = shown.activity() instanceof Activity.Training;
        if (!watched || same(shown) || running && now - askedAt < EVERY) {
            return;
        }
        asked = shown;
        askedAt = now;
        worker.ask(shown);
    }

    private boolean same(FlowSnapshot shown) {
        return asked != null
                && asked.control() == shown.control()
                && asked.experiment().equals(shown.experiment())
                && asked.folds().equals(shown.folds());
    }

    @Override
    public void close() {
        worker.close();
    }
}
