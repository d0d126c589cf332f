package isotopy.view;

import isotopy.figure.Look;
import isotopy.flow.Folds;
import isotopy.service.TrainingService;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// What tests of views share: JavaFX's headless platform started once, work on its thread, pictures of scenes, and
/// trained snapshots.
public final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Fx() {}

    /// Starts the toolkit, once for all tests.
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            var ready = new CountDownLatch(1);
            try {
                Platform.startup(ready::countDown);
                ready.await(20, TimeUnit.SECONDS);
            } catch (IllegalStateException alreadyRunning) {
                ready.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.setImplicitExit(false);
        }
    }

    /// Does something on the JavaFX thread and waits for its result.
    public static <T> T on(Callable<T> work) {
        start();
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }

    /// Does something on the JavaFX thread and waits for it.
    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /// Lets the model's pulses pass until the condition holds, 20 seconds at most.
    public static void await(WorkbenchModel model, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            boolean holds = on(() -> {
                model.pulse(System.nanoTime());
                return condition.getAsBoolean();
            });
            if (holds) {
                return;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new AssertionError("the condition did not come true within 20 seconds");
    }

    /// Lets frames pass for so many seconds.
    public static void settle(double seconds, Runnable beat) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            run(beat);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// A picture of a view laid out at that size, with the given stylesheets.
    public static BufferedImage picture(Parent root, double width, double height, List<String> stylesheets) {
        return on(() -> {
            var scene = root.getScene() != null ? root.getScene() : new Scene(root, width, height);
            scene.getStylesheets().setAll(stylesheets);
            root.applyCss();
            root.layout();
            return image(scene.snapshot(null));
        });
    }

    /// The pixels of a JavaFX picture.
    public static BufferedImage image(WritableImage picture) {
        int w = (int) picture.getWidth();
        int h = (int) picture.getHeight();
        var pixels = new int[w * h];
        picture.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, w, h, pixels, 0, w);
        return image;
    }

    /// Writes a picture below target/pictures, to be looked at.
    public static Path save(BufferedImage image, String name) {
        try {
            var file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The snapshot of an experiment after so many training steps.
    public static FlowSnapshot trained(Experiment experiment, int steps) {
        try (var trainer = new Trainer(experiment, 1)) {
            var before = trainer.trainEvaluation();
            var beforeTest = trainer.testEvaluation();
            for (int k = 0; k < steps; k++) {
                trainer.advance();
            }
            var train = trainer.trainEvaluation();
            var test = trainer.testEvaluation();
            var history = steps == 0
                    ? LossHistory.EMPTY
                    : LossHistory.of(
                            new long[] {0, steps},
                            new double[] {before.meanSquare(), train.meanSquare()},
                            new double[] {beforeTest.meanSquare(), test.meanSquare()});
            return new FlowSnapshot(
                    experiment,
                    trainer.control(),
                    steps,
                    train,
                    test,
                    history,
                    Folds.NONE,
                    List.of(),
                    new Activity.Waiting(),
                    0);
        }
    }

    /// A model with a trainer of its own; on the JavaFX thread.
    public static WorkbenchModel model(FlowSnapshot start, Look look, boolean opening) {
        return new WorkbenchModel(start, look, opening, new TrainingService(start.experiment(), 1));
    }

    /// A model of a trained flow with the standard look.
    public static WorkbenchModel model(FlowSnapshot start) {
        return on(() -> model(start, Look.standard(start.experiment().sampling().domain()), false));
    }

    /// Nodes a side of the lattice that is drawn by hand.
    public static int drawnNodes() {
        return TargetEditor.NODES;
    }
}
