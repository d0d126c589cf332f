package isotopy.app;

import isotopy.figure.Theme;
import isotopy.service.ExportService;
import isotopy.service.Pace;
import isotopy.target.TargetMap;
import isotopy.train.Network;
import isotopy.view.FileChoice;
import isotopy.view.Fx;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.Tasks;
import isotopy.view.Themes;
import isotopy.view.WorkbenchModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The real window, opened for each picture of it.
abstract class PhotographedWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    @TempDir
    Path folder;

    private final ExportService exports = new ExportService();
    Workbench workbench;
    WorkbenchModel model;
    Scene scene;

    @BeforeEach
    void openTheWindow() {
        Fx.run(() -> {
            var stage = new Stage();
            var around = new Workbench.Surroundings(
                    new AtOnce(),
                    exports,
                    new NoFile(),
                    new RecentFiles(folder.resolve("recent.txt"), new AtOnce()),
                    Remembered.forNow(),
                    Optional.empty());
            workbench = new Workbench(stage, OpeningScene.load(), around);
            model = workbench.model();
            // the content alone in a scene of the wanted size: the headless screen is smaller than a laptop's
            var content = stage.getScene().getRoot();
            stage.getScene().setRoot(new Pane());
            scene = new Scene(content, WIDTH, HEIGHT);
            Themes.apply(scene, Theme.LIGHT);
        });
    }

    @AfterEach
    void closeTheWindow() {
        Fx.run(workbench::close);
        exports.close();
    }

    /// Chooses a target as a user does: its kind in the toolbar, then the target.
    final void choose(TargetMap target, UnaryOperator<Network> network) {
        Fx.run(() -> {
            ((ToggleButton) scene.lookup("#kind-" + target.kind().id())).fire();
            model.edit(
                    "Choose",
                    now -> now.withTarget(target)
                            .withSampling(now.sampling().withDomain(target.home()))
                            .withNetwork(network.apply(now.network())));
        });
    }

    /// Trains for so many steps and pauses.
    final void train(long steps) {
        var wanted = model.experimentProperty().get().target();
        Fx.run(() -> {
            model.setPace(new Pace.Max());
            model.restart();
        });
        Fx.await(
                model,
                () -> model.snapshotProperty().get().step() >= steps
                        && model.snapshotProperty().get().experiment().target().equals(wanted));
        Fx.run(model::pause);
        Fx.await(model, () -> !model.training());
    }

    /// Lets the window settle and writes what it shows.
    final void take(String name) throws IOException {
        Fx.settle(6, () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            workbench.beat(System.nanoTime());
        });
        var image = Fx.on(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return Fx.image(scene.snapshot(null));
        });
        ImageIO.write(image, "png", Path.of("screenshots", name + ".png").toFile());
    }

    private static final class AtOnce implements Tasks {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            try {
                done.accept(work.call());
            } catch (Exception e) {
                failed.accept(e);
            }
        }
    }

    private static final class NoFile implements FileChoice {
        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Kind kind, String suggestion) {
            return Optional.empty();
        }

        @Override
        public Answer unsaved(String name) {
            return Answer.CANCEL;
        }
    }
}
