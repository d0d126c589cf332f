package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Camera;
import isotopy.service.ExportService;
import isotopy.snapshot.FlowSnapshot;
import isotopy.view.BackgroundTasks;
import isotopy.view.FileChoice;
import isotopy.view.Fx;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.WorkbenchModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A user in the whole window, with mouse and keyboard, on the headless platform.
final class Walk implements AutoCloseable {
    private static final int PATIENCE = 60;

    final FxRobot robot = new FxRobot();
    final WorkbenchModel model;
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final ExportService exports = new ExportService();
    private final Workbench workbench;
    private final Stage stage;

    /// A window over the opening scene, whose user always means the same file.
    Walk(Path folder, Path file) {
        stage = Fx.on(Stage::new);
        workbench = Fx.on(() -> {
            var recent = new RecentFiles(folder.resolve("recent.txt"), tasks);
            var around = new Workbench.Surroundings(
                    tasks, exports, new OneFile(file), recent, Remembered.forNow(), Optional.empty());
            var made = new Workbench(stage, OpeningScene.load(), around);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(700);
            made.open(List.of());
            return made;
        });
        model = workbench.model();
        WaitForAsyncUtils.waitForFxEvents();
    }

    FlowSnapshot snapshot() {
        return Fx.on(() -> model.snapshotProperty().get());
    }

    /// What the window says, from any thread.
    <T> T ask(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return Fx.on(question);
        }
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    boolean visible(String id) {
        return ask(
                () -> robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent());
    }

    Node find(String id) {
        var found = robot.lookup("#" + id).tryQuery();
        assertThat(found).as("#" + id).isPresent();
        return found.orElseThrow();
    }

    void click(String id) {
        robot.clickOn(find(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Drags over places of the screen.
    void drag(Point2D... places) {
        robot.moveTo(places[0]).press(MouseButton.PRIMARY);
        for (int k = 1; k < places.length; k++) {
            robot.moveTo(places[k]);
        }
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Where a point of the plane is on the screen.
    Point2D plane(double x1, double x2) {
        return Fx.on(() -> {
            var view = find("stage").getLayoutBounds();
            Camera camera = model.lookProperty().get().camera();
            return find("stage")
                    .localToScreen(
                            camera.pageX(x1, view.getWidth(), view.getHeight()),
                            camera.pageY(x2, view.getWidth(), view.getHeight()));
        });
    }

    /// The place of the screen at shares of the stage's width and height.
    Point2D stage(double across, double down) {
        return Fx.on(() -> {
            var view = find("stage").getLayoutBounds();
            return find("stage").localToScreen(across * view.getWidth(), down * view.getHeight());
        });
    }

    /// Waits until a condition holds, with a picture of the window where it does not.
    void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> Fx.on(condition::getAsBoolean));
        } catch (TimeoutException e) {
            Fx.save(Fx.on(() -> Fx.image(stage.getScene().snapshot(null))), "walk-stuck");
            throw new AssertionError("the window did not get there within " + PATIENCE + " seconds: " + what, e);
        }
    }

    @Override
    public void close() {
        Fx.run(workbench::close);
        exports.close();
        tasks.close();
    }

    private record OneFile(Path file) implements FileChoice {
        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> save(Kind kind, String suggestion) {
            return Optional.of(file);
        }

        @Override
        public Answer unsaved(String name) {
            return Answer.DISCARD;
        }
    }
}
