package isotopy.app;

import isotopy.cli.CommandLineInterface;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Order;
import isotopy.export.Size;
import isotopy.figure.Manner;
import isotopy.figure.Reel;
import isotopy.figure.Storyboard;
import isotopy.service.ExportJob;
import isotopy.service.ExportService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Opens, plays, trains and exports once without a user and closes the window, so that the Java machine can note which
/// classes a start needs and keep them ready (the package's ahead-of-time cache). The property `isotopy.rehearsal`
/// asks for it and names the folder that receives the exports.
final class Rehearsal {
    static final String PROPERTY = "isotopy.rehearsal";

    private static final int PICTURES = 60;
    private static final int STEPS = 300;
    private static final int PATIENCE = 60;
    private static final Size SIZE = Size.of(320, 180);

    private final Workbench workbench;
    private final ExportService exports;
    private final Path folder;

    Rehearsal(Workbench workbench, ExportService exports, Path folder) {
        this.workbench = workbench;
        this.exports = exports;
        this.folder = folder;
    }

    /// The rehearsal that the property asks for, if it does.
    static Optional<Rehearsal> asked(Workbench workbench, ExportService exports) {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(folder -> new Rehearsal(workbench, exports, Path.of(folder)));
    }

    /// Begins in the background; the program ends with status 1 where something does not happen in time.
    void begin() {
        Thread.ofPlatform().daemon().name("isotopy-rehearsal").start(() -> {
            try {
                play();
                CommandLineInterface.run("--help");
                CommandLineInterface.run("presets");
                PlatformClasses.load();
                System.out.println("Isotopy has rehearsed its start.");
                onWindow(() -> {
                    workbench.close();
                    return true;
                });
            } catch (Exception e) {
                System.err.println("The rehearsal failed: " + e);
                System.exit(1);
            }
        });
    }

    /// Plays the opening scene, trains it anew for a while and writes a picture in each format and a film.
    ///
    /// Throws: `TimeoutException` with a sentence where something does not happen in time.
    List<Path> play() throws Exception {
        var model = workbench.model();
        await("play", () -> workbench.pictures() > PICTURES);
        onWindow(() -> {
            model.restart();
            model.train();
            return true;
        });
        await("train", () -> model.snapshotProperty().get().step() > STEPS);
        var jobs = onWindow(() -> {
            model.pause();
            return export();
        });
        for (var job : jobs) {
            await("export", () -> job.state().over());
            if (!(job.state() instanceof ExportJob.State.Done)) {
                throw new IllegalStateException("no " + job.file().getFileName() + ": " + job.state());
            }
        }
        return jobs.stream().map(ExportJob::file).toList();
    }

    private List<ExportJob> export() {
        var scene = workbench.model().sceneProperty().get();
        var look = workbench.model().lookProperty().get();
        var jobs = new ArrayList<ExportJob>();
        for (var format : List.of(Format.PNG, Format.SVG, Format.PDF)) {
            var order = new Order.Still(scene, look, 0.5, Manner.STANDARD, new Finish(format, SIZE));
            jobs.add(exports.start(order, folder.resolve("rehearsal." + format.id())));
        }
        var reel = Reel.of(scene, look, Storyboard.STANDARD);
        var film = new Order.Moving(reel, 10, 1, new Finish(Format.GIF, SIZE));
        jobs.add(exports.start(film, folder.resolve("rehearsal.gif")));
        return jobs;
    }

    private static void await(String what, BooleanSupplier happened) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!onWindow(happened::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("it did not " + what + " within " + PATIENCE + " seconds");
            }
            Thread.sleep(20);
        }
    }

    private static <T> T onWindow(Supplier<T> work) throws Exception {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }
}
