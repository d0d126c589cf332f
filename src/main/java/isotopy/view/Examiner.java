package isotopy.view;

import isotopy.service.Background;
import isotopy.target.Obstruction;
import isotopy.target.Obstructions;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks in the background for what keeps a flow from being the target. Lives on the JavaFX thread; mutable.
final class Examiner implements AutoCloseable {
    private record Found(TargetMap target, Optional<Obstruction> obstruction) {}

    private final Background<Experiment, Found> worker = new Background<>(
            "isotopy-examiner",
            asked -> new Found(
                    asked.target(),
                    Obstructions.of(asked.target(), asked.sampling().domain())));
    private final ReadOnlyObjectWrapper<Optional<Obstruction>> obstruction =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Why no flow equals the target, where that is so.
    ReadOnlyObjectProperty<Optional<Obstruction>> obstructionProperty() {
        return obstruction.getReadOnlyProperty();
    }

    /// Looks at another target.
    void examine(Experiment experiment) {
        worker.ask(experiment);
    }

    /// Takes what was found about `present`.
    void pulse(TargetMap present) {
        worker.take().filter(found -> found.target().equals(present)).ifPresent(found -> {
            obstruction.set(found.obstruction());
        });
    }

    @Override
    public void close() {
        worker.close();
    }
}
