package isotopy.service;

import isotopy.export.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Writes pictures and films in the background, one after the other, on one daemon thread of its own. Safe to use from
/// any thread; no method but [#close()] waits. A file is there whole or not at all.
public final class ExportService implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("isotopy-exporter").unstarted(work));
    private final Set<ExportJob> jobs = ConcurrentHashMap.newKeySet();

    /// Begins to write; the job tells how far it is.
    public ExportJob start(Order order, Path file) {
        var job = new ExportJob(file);
        jobs.add(job);
        worker.execute(() -> {
            job.reach(write(order, job));
            jobs.remove(job);
        });
        return job;
    }

    private static ExportJob.State write(Order order, ExportJob job) {
        try {
            var pieces = order.pieces(job.file());
            for (int k = 0; k < pieces.size(); k++) {
                double before = k;
                boolean written = pieces.get(k).exporter().export(pieces.get(k).file(), (done, of) -> {
                    job.reach(new ExportJob.State.Working((before + done / (double) of) / pieces.size()));
                    return !job.cancelled();
                });
                if (!written) {
                    return new ExportJob.State.Cancelled();
                }
            }
            return new ExportJob.State.Done();
        } catch (IOException | IllegalArgumentException e) {
            return new ExportJob.State.Failed(
                    Objects.requireNonNullElse(e.getMessage(), "The file cannot be written."));
        } catch (OutOfMemoryError e) {
            return new ExportJob.State.Failed(
                    "There is not enough memory for a picture of this size: choose a smaller one.");
        } catch (RuntimeException e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "an export failed", e);
            return new ExportJob.State.Failed("The export could not go on: " + e.getMessage());
        }
    }

    /// Cancels what is not finished and waits a moment until its half files are gone; called at the very end.
    @Override
    public void close() {
        jobs.forEach(ExportJob::cancel);
        worker.shutdown();
        try {
            worker.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
