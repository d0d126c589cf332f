package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.service.Background;
import isotopy.snapshot.FlowSnapshot;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Computes what is drawn of a flow, in the background, once per frame at most. Lives on the JavaFX thread; mutable.
final class Tracing implements AutoCloseable {
    /// A scene that takes longer than this is not computed without pause. Units: nanoseconds.
    private static final long HEAVY = 100_000_000;

    private record Question(FlowSnapshot snapshot, Look look) {}

    /// A scene and how long it took. Units: nanoseconds.
    private record Answer(Scene scene, long took) {}

    private final Background<Question, Answer> tracer = new Background<>("isotopy-tracer", Tracing::answer);
    private final ReadOnlyObjectWrapper<Scene> scene;
    private boolean wanted;
    private Look asked;
    /// When the tracer has rested. Units: nanoseconds of wall time.
    private long rested = System.nanoTime();

    Tracing(FlowSnapshot start, Look look) {
        asked = look;
        scene = new ReadOnlyObjectWrapper<>(Scene.of(start, look));
    }

    private static Answer answer(Question question) {
        long begin = System.nanoTime();
        var traced = Scene.of(question.snapshot(), question.look());
        return new Answer(traced, System.nanoTime() - begin);
    }

    /// What is drawn: changes a little later than what it is computed from.
    ReadOnlyObjectProperty<Scene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /// Notes that flow or look have changed.
    void want() {
        wanted = true;
    }

    /// Takes what is ready, and asks anew where something has changed. A heavy scene is followed by a pause as
    /// long as it took, so that a training that moves on leaves half a processor at least; another look is asked
    /// for at once.
    void pulse(FlowSnapshot snapshot, Look look) {
        tracer.take().ifPresent(answer -> {
            rested = System.nanoTime() + (answer.took() > HEAVY ? answer.took() : 0);
            scene.set(answer.scene());
        });
        if (wanted && (look != asked || System.nanoTime() - rested >= 0)) {
            wanted = false;
            asked = look;
            tracer.ask(new Question(snapshot, look));
        }
    }

    @Override
    public void close() {
        tracer.close();
    }
}
