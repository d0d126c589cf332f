package isotopy.view;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs what takes long (files, exports) off the JavaFX thread and brings its result back to it. Tests put the current
/// thread in its place.
public interface Tasks {
    /// Runs `work` elsewhere, then calls `done` with its result, or `failed` with what it threw, on the JavaFX
    /// thread.
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
