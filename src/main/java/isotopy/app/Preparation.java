package isotopy.app;

import isotopy.project.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What is done on other threads while JavaFX starts: looking for a window that is open already, and preparing the
/// opening scene.
///
/// @param start empty when another window has taken the files
record Preparation(FutureTask<Optional<Start>> start, FutureTask<Opening> opening) {
    static Preparation begin(List<Path> files) {
        var opening = background("isotopy-opening", Opening::prepare);
        var places = Places.here();
        Start.keepLibraries(places);
        return new Preparation(background("isotopy-start", () -> Start.with(places, files)), opening);
    }

    private static <T> FutureTask<T> background(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    /// What came of one of the two; waits for it.
    static <T> T of(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the start failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start was interrupted", e);
        }
    }
}
