package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.ControlFamily;
import isotopy.figure.Camera;
import isotopy.service.ExportService;
import isotopy.service.Pace;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import isotopy.view.BackgroundTasks;
import isotopy.view.FileChoice;
import isotopy.view.Fx;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.WorkbenchModel;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A user's way through the whole window, with mouse and keyboard, on the headless platform.
final class JourneyTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final ExportService exports = new ExportService();
    private Workbench workbench;
    private WorkbenchModel model;
    private Stage stage;
    private Path file;

    @BeforeEach
    void openTheWindow() {
        file = folder.resolve("journey.isotopy");
        Fx.run(() -> {
            stage = new Stage();
            var recent = new RecentFiles(folder.resolve("recent.txt"), tasks);
            var around = new Workbench.Surroundings(
                    tasks, exports, new OneFile(file), recent, Remembered.forNow(), Optional.empty());
            workbench = new Workbench(stage, OpeningScene.load(), around);
            model = workbench.model();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(700);
            workbench.open(List.of());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeTheWindow() {
        Fx.run(workbench::close);
        exports.close();
        tasks.close();
    }

    @Test
    void theOpeningSceneMovesAndTrainRelaxesItAndUndoBringsItBack() {
        var trained = Fx.on(() -> model.snapshotProperty().get());
        double before = Fx.on(() -> model.time());
        await(() -> model.time() != before);
        click("train");
        await(() -> model.snapshotProperty().get().step() > 5
                && model.snapshotProperty().get().step() < trained.step());
        assertThat(snapshot().train().meanSquare())
                .isGreaterThan(10 * trained.train().meanSquare());
        click("undo");
        await(() -> model.snapshotProperty().get().control().equals(trained.control()));
        assertThat(Fx.on(() -> model.training())).isFalse();
        click("train");
        assertThat(Fx.on(() -> model.activityProperty().get()))
                .as("what Train does where the greeting was brought back")
                .isInstanceOf(Activity.Relaxing.class);
    }

    @Test
    void aMapIsDrawnAFlowTrainedScrubbedSavedAndOpenedAgainWithTheSamePicture() {
        click("target-draw");
        dragNode(24, 0.18, 0.1);
        dragNode(16, -0.15, 0.12);
        await(() -> model.experimentProperty().get().target() instanceof DrawnMap map
                && !map.strokes().isEmpty());
        press(KeyCode.ENTER);
        await(() -> !model.drawingProperty().get());
        click("family-relu");
        setField("depth-field", "30");
        await(() -> model.snapshotProperty().get().control().depth() == 30
                && model.snapshotProperty()
                        .get()
                        .experiment()
                        .equals(model.experimentProperty().get()));
        double atFirst = snapshot().train().meanSquare();
        press(KeyCode.R);
        await(() -> model.snapshotProperty().get().train().meanSquare() < atFirst / 10);
        press(KeyCode.R);
        await(() -> !model.training()
                && model.activityProperty()
                        .get()
                        .equals(model.snapshotProperty().get().activity()));

        scrub(0.4);
        assertThat(Fx.on(() -> model.playback().shareProperty().get())).isBetween(0.3, 0.5);
        var drawn = settledPicture();
        var control = snapshot().control();
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        await(() -> Files.exists(file) && !model.unsavedProperty().get());

        click("new");
        await(() -> !model.snapshotProperty().get().control().equals(control));
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        await(() -> model.snapshotProperty().get().control().equals(control));
        scrub(0.4);
        assertThat(differing(drawn, settledPicture())).isLessThan(0.001);
    }

    @Test
    void aDivergingRunStopsKeepsTheLastGoodFlowAndOffersToHalveTheRate() {
        Fx.run(() -> model.edit(
                "Diverge",
                now -> now.withTarget(Preset.SHEAR)
                        .withNetwork(now.network()
                                .withFamily(ControlFamily.named("relu"))
                                .withDepth(150))
                        .withRecipe(now.recipe().withLearningRate(10))));
        Fx.run(() -> model.setPace(new Pace.Max()));
        click("train");
        await(() -> model.noticeProperty().get().isPresent());
        var notice = Fx.on(() -> model.noticeProperty().get().orElseThrow());
        assertThat(notice.text()).contains("step").contains("layer");
        assertThat(notice.offers()).extracting(offer -> offer.label()).contains("Halve the learning rate", "Go back");
        assertThat(snapshot().train().meanSquare()).isFinite();
        double rate = Fx.on(() -> model.experimentProperty().get().recipe().learningRate());
        Fx.run(() -> notice.offers().getFirst().action().run());
        assertThat(Fx.on(() -> model.experimentProperty().get().recipe().learningRate()))
                .isEqualTo(rate / 2);
    }

    private FlowSnapshot snapshot() {
        return Fx.on(() -> model.snapshotProperty().get());
    }

    private Node find(String id) {
        var found = robot.lookup("#" + id).tryQuery();
        assertThat(found).as("#" + id).isPresent();
        return found.orElseThrow();
    }

    private void click(String id) {
        robot.clickOn(find(id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void setField(String id, String text) {
        var field = find(id);
        robot.clickOn(field);
        Fx.run(() -> {
            var editor = field instanceof Spinner<?> spinner ? spinner.getEditor() : (TextField) field;
            editor.selectAll();
        });
        robot.write(text);
        press(KeyCode.ENTER);
    }

    /// Drags a node of the drawn lattice by a displacement of the plane.
    private void dragNode(int node, double d1, double d2) {
        var from = Fx.on(() -> {
            var target = model.experimentProperty().get().target();
            var map = target instanceof DrawnMap drawn
                    ? drawn
                    : DrawnMap.from(
                            (Preset) target,
                            model.experimentProperty().get().sampling().domain(),
                            nodes());
            var images = map.nodeImages();
            return new Point2D(images.at(0, node), images.at(1, node));
        });
        var start = onScreen(from);
        var end = onScreen(from.add(d1, d2));
        robot.moveTo(start).press(MouseButton.PRIMARY);
        for (int k = 1; k <= 6; k++) {
            robot.moveTo(start.add(end.subtract(start).multiply(k / 6.0)));
        }
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static int nodes() {
        return Fx.drawnNodes();
    }

    private Point2D onScreen(Point2D world) {
        return Fx.on(() -> {
            var view = find("stage").getLayoutBounds();
            Camera camera = model.lookProperty().get().camera();
            double x = camera.pageX(world.getX(), view.getWidth(), view.getHeight());
            double y = camera.pageY(world.getY(), view.getWidth(), view.getHeight());
            return find("stage").localToScreen(x, y);
        });
    }

    private void scrub(double share) {
        var track = find("track");
        var at = Fx.on(() -> {
            var bounds = track.getLayoutBounds();
            return track.localToScreen(bounds.getMinX() + 12 + share * (bounds.getWidth() - 24), bounds.getCenterY());
        });
        robot.clickOn(at);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The stage's picture when no newer scene has come for a while.
    private BufferedImage settledPicture() {
        robot.sleep(600);
        WaitForAsyncUtils.waitForFxEvents();
        return Fx.on(() -> Fx.image(find("stage").snapshot(null, null)));
    }

    /// The share of pixels that differ visibly.
    private static double differing(BufferedImage a, BufferedImage b) {
        assertThat(a.getWidth()).isEqualTo(b.getWidth());
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                int difference = Math.abs((p >> 16 & 255) - (q >> 16 & 255))
                        + Math.abs((p >> 8 & 255) - (q >> 8 & 255))
                        + Math.abs((p & 255) - (q & 255));
                count += difference > 24 ? 1 : 0;
            }
        }
        return count / (double) (a.getWidth() * a.getHeight());
    }

    private void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> Fx.on(condition::getAsBoolean));
        } catch (TimeoutException e) {
            Fx.save(Fx.on(() -> Fx.image(stage.getScene().snapshot(null))), "journey-stuck");
            throw new AssertionError("the window did not get there within 40 seconds", e);
        }
    }

    /// A user who always means the same file.
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
