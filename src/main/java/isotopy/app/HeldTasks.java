package isotopy.app;

import isotopy.view.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Keeps back what tasks bring to a window while that is made on another thread. Safe to ask from there; its results
/// live on the JavaFX thread, as everybody's do.
final class HeldTasks implements Tasks {
    private final Tasks inner;
    private final List<Runnable> held = new ArrayList<>();
    private boolean released;

    HeldTasks(Tasks inner) {
        this.inner = inner;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        inner.run(work, result -> bring(() -> done.accept(result)), problem -> bring(() -> failed.accept(problem)));
    }

    private void bring(Runnable result) {
        if (released) {
            result.run();
        } else {
            held.add(result);
        }
    }

    /// Brings what has come, and what comes from now on at once.
    void release() {
        released = true;
        held.forEach(Runnable::run);
        held.clear();
    }
}
