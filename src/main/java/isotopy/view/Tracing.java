package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.service.Background;
import isotopy.snapshot.FlowSnapshot;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Computes what is drawn of a flow, in the background, once per frame at most. Lives on the JavaFX thread; mutable.
final class Tracing implements AutoCloseable {
    private record Question(FlowSnapshot snapshot, Look look) {}

    private final Background<Question, Scene> tracer =
            new Background<>("isotopy-tracer", question -> Scene.of(question.snapshot(), question.look()));
    private final ReadOnlyObjectWrapper<Scene> scene;
    private boolean wanted;

    Tracing(FlowSnapshot start, Look look) {
        scene = new ReadOnlyObjectWrapper<>(Scene.of(start, look));
    }

    /// What is drawn: changes a little later than what it is computed from.
    ReadOnlyObjectProperty<Scene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /// Notes that flow or look have changed.
    void want() {
        wanted = true;
    }

    /// Takes what is ready, and asks anew where something has changed.
    void pulse(FlowSnapshot snapshot, Look look) {
        tracer.take().ifPresent(scene::set);
        if (wanted) {
            wanted = false;
            tracer.ask(new Question(snapshot, look));
        }
    }

    @Override
    public void close() {
        tracer.close();
    }
}
