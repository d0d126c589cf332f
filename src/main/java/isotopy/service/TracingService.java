package isotopy.service;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.Latest;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Computes what a window shows of a snapshot, on one daemon thread of its own: of several requests only the newest is traced.
///
/// Safe to use from any thread; no method waits.
public final class TracingService implements AutoCloseable {
    private record Request(FlowSnapshot snapshot, Look look) {}

    private final Latest<Request> requests = new Latest<>();
    private final Latest<Scene> scenes = new Latest<>();
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean open = true;

    /// A service that waits for a first request.
    public TracingService() {
        Thread.ofPlatform().daemon().name("isotopy-tracer").start(this::run);
    }

    /// Asks for the scene of a snapshot; a request that was not yet begun is forgotten.
    public void request(FlowSnapshot snapshot, Look look) {
        requests.put(new Request(snapshot, look));
        wanted.release();
    }

    /// The newest scene, if there is one that was not taken yet.
    public Optional<Scene> takeScene() {
        return scenes.take();
    }

    private void run() {
        try {
            while (open) {
                wanted.acquire();
                wanted.drainPermits();
                requests.take().ifPresent(this::trace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trace(Request request) {
        try {
            scenes.put(Scene.of(request.snapshot(), request.look()));
        } catch (RuntimeException e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "a scene could not be traced", e);
        }
    }

    @Override
    public void close() {
        open = false;
        wanted.release();
    }
}
