package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.service.ExportService;
import isotopy.view.BackgroundTasks;
import isotopy.view.Fx;
import isotopy.view.Prelude;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.WindowFileChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks();
    private final HeldTasks held = new HeldTasks(tasks);
    private final ExportService exports = new ExportService();
    private final Opening opening = Opening.prepare();
    private Stage stage;

    @BeforeEach
    void makeAStage() {
        Fx.start();
        stage = Fx.on(Stage::new);
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
        exports.close();
        tasks.close();
    }

    private Workbench.Surroundings around() {
        return new Workbench.Surroundings(
                held,
                exports,
                new WindowFileChoice(stage),
                new RecentFiles(folder.resolve("recent.txt"), held),
                Remembered.forNow(),
                Optional.empty());
    }

    @Test
    void theFlowMovesFirstAndTheWindowThenTakesTheSameStage() throws Exception {
        var note = folder.resolve("frames");
        var firstFrame = new FirstFrame(Optional.of(note));
        var taken = new CompletableFuture<Workbench>();
        var seen = new ArrayList<Object>();
        Fx.run(() -> {
            var greeting = new Greeting(stage, opening, firstFrame);
            greeting.begin(() -> {
                seen.add(stage.getScene().getRoot());
                greeting.follow(
                        size -> Workbench.beside(stage, opening, around(), firstFrame, size),
                        made -> {
                            held.release();
                            taken.complete(made);
                        },
                        taken::completeExceptionally);
            });
        });
        var made = taken.get(60, TimeUnit.SECONDS);
        assertThat(seen).singleElement().isInstanceOf(Prelude.class);
        assertThat(Files.readAllLines(note)).as("moving before it is whole").hasSizeBetween(1, 2);
        Fx.run(() -> {
            assertThat(stage.getScene().lookup("#toolbar")).isNotNull();
            assertThat(stage.getTitle()).contains("Isotopy");
            assertThat(made.model().playback().playingProperty().get()).isTrue();
            assertThat(made.model().playback().shareProperty().get()).isPositive();
        });
        Fx.run(made::close);
    }

    @Test
    void aStageThatWasClosedMeanwhileStaysClosed() throws Exception {
        var made = new CompletableFuture<Workbench>();
        Fx.run(() -> {
            var greeting = new Greeting(stage, opening, new FirstFrame(Optional.empty()));
            greeting.begin(() -> {
                greeting.follow(
                        size -> {
                            var window =
                                    Workbench.beside(stage, opening, around(), new FirstFrame(Optional.empty()), size);
                            made.complete(window);
                            return window;
                        },
                        window -> made.completeExceptionally(new AssertionError("it took a closed stage")),
                        made::completeExceptionally);
                stage.hide();
            });
        });
        made.get(60, TimeUnit.SECONDS);
        Fx.run(() -> {});
        assertThat(Fx.on(stage::isShowing)).isFalse();
    }

    /// Nothing moves when the window takes the place of the prelude.
    @ParameterizedTest
    @CsvSource({"1440, 900", "1280, 680", "1000, 560"})
    void theStageAndThePanelsStandWhereTheyWillStand(double width, double height) {
        Fx.run(() -> {
            var prelude = new Prelude(opening.scene(), opening.project().look());
            prelude.resize(width, height);
            prelude.layout();
            var size = new Dimension2D(width, height);
            var made = Workbench.beside(stage, opening, around(), new FirstFrame(Optional.empty()), size);
            made.layOut();
            var root = made.root();
            var places = List.of("#stage", "#toolbar", "#experiment-panel", "#timeline").stream()
                    .map(root::lookup)
                    .map(GreetingTest::place)
                    .toList();
            assertThat(prelude.getChildrenUnmodifiable().stream()
                            .map(GreetingTest::place)
                            .toList())
                    .containsAll(places);
            made.close();
        });
    }

    private static Bounds place(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return new BoundingBox(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    @Test
    void onAScreenOfItsOwnSizeTheWindowLeavesRoomForItsFrame() {
        assertThat(Workbench.size(new Rectangle2D(0, 0, 1440, 900))).isEqualTo(new Dimension2D(1440, 860));
        assertThat(Workbench.size(new Rectangle2D(0, 0, 1920, 1080))).isEqualTo(new Dimension2D(1440, 900));
        assertThat(Workbench.size(new Rectangle2D(0, 0, 1024, 768))).isEqualTo(new Dimension2D(1024, 728));
    }
}
