package isotopy.service;

import isotopy.export.Order;
import isotopy.export.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Writes pictures, films and data in the background, one after the other, on one daemon thread of its own. Safe to use
/// from any thread; no method but [#close()] waits. A file is there whole or not at all.
public final class ExportService implements AutoCloseable {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("isotopy-exporter").unstarted(work));
    private final Set<ExportJob> jobs = ConcurrentHashMap.newKeySet();

    /// Begins to write; the job tells how far it is.
    public ExportJob start(Order order, Path file) {
        return start(new Export.Drawn(() -> order), file);
    }

    /// Begins to write what is made ready in the background; the job tells how far it is.
    public ExportJob start(Export export, Path file) {
        var job = new ExportJob(file);
        jobs.add(job);
        worker.execute(() -> {
            job.reach(written(export, job));
            jobs.remove(job);
        });
        return job;
    }

    private static ExportJob.State written(Export export, ExportJob job) {
        if (job.cancelled()) {
            return new ExportJob.State.Cancelled();
        }
        try {
            job.reach(new ExportJob.State.Working(new ExportJob.Pulse(0, 1, 0)));
            boolean whole = switch (export) {
                case Export.Drawn(var order) -> draw(order.get().pieces(job.file()), job);
                case Export.Written(var writing) ->
                    writing.write(job.file(), progress(job, System.nanoTime(), 0, 1, 1));
            };
            return whole ? new ExportJob.State.Done() : new ExportJob.State.Cancelled();
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

    /// Writes one file after the other. When one cannot be written, or it is stopped, those before it go again if
    /// they are new.
    private static boolean draw(List<Order.Piece> pieces, ExportJob job) throws IOException {
        int frames = pieces.stream().mapToInt(Order.Piece::frames).sum();
        var fresh = new ArrayList<Path>();
        boolean whole = false;
        long began = System.nanoTime();
        try {
            int before = 0;
            for (var piece : pieces) {
                boolean there = Files.exists(piece.file());
                if (!piece.exporter().export(piece.file(), progress(job, began, before, piece.frames(), frames))) {
                    return false;
                }
                if (!there) {
                    fresh.add(piece.file());
                }
                before += piece.frames();
            }
            whole = true;
            return true;
        } finally {
            if (!whole) {
                for (var file : fresh) {
                    remove(file);
                }
            }
        }
    }

    /// A file, or a folder with what was written into it.
    private static void remove(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (var inside = Files.walk(file)) {
            for (var each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static Progress progress(ExportJob job, long began, int before, int frames, int all) {
        return (done, of) -> {
            double share = (before + frames * (done / (double) of)) / all;
            double seconds = (System.nanoTime() - began) * 1e-9;
            job.reach(new ExportJob.State.Working(new ExportJob.Pulse(share, all, seconds)));
            return !job.cancelled();
        };
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
