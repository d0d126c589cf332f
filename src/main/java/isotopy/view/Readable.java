package isotopy.view;

import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The moment whose numbers are written: the one that is looked at, but while training runs changed so seldom that
/// numbers can be read. All that is written of one moment is taken from here, so that no two places disagree. Lives on
/// the JavaFX thread; mutable.
final class Readable {
    private static final long SELDOM = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReadOnlyObjectWrapper<FlowSnapshot> moment;
    private long at;

    Readable(Rewind rewind) {
        moment = new ReadOnlyObjectWrapper<>(rewind.shownProperty().get());
        rewind.shownProperty().addListener((property, before, now) -> {
            long time = System.nanoTime();
            boolean chosen = rewind.chosenProperty().get().isPresent();
            if (!running(now) || chosen || time - at >= SELDOM) {
                at = time;
                moment.set(now);
            }
        });
    }

    /// The moment.
    ReadOnlyObjectProperty<FlowSnapshot> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /// Whether its trainer changes the flow.
    static boolean running(FlowSnapshot snapshot) {
        return snapshot.activity() instanceof Activity.Training || snapshot.activity() instanceof Activity.Relaxing;
    }
}
