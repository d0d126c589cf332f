package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.project.Places;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.service.ExportService;
import isotopy.service.Logbook;
import isotopy.service.Meeting;
import isotopy.service.WarmUp;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.view.BackgroundTasks;
import isotopy.view.FileChoice;
import isotopy.view.Fx;
import isotopy.view.Program;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that come from outside, on the headless platform.
class DeskTest {
    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks();
    private final ExportService exports = new ExportService();
    private final Asked asked = new Asked();
    private Desk desk;

    /// A user who keeps what was not saved by thinking better of it.
    private static final class Asked implements FileChoice {
        int questions;
        Answer answer = Answer.CANCEL;

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
            questions++;
            return answer;
        }
    }

    @BeforeEach
    void makeTheDesk() {
        Fx.start();
        var places = Places.of("Linux", folder.toString(), Map.of());
        var program = new Program(places, new Logbook(places.logs(), "head"), Optional.empty());
        desk = new Desk(stage -> {
            var recent = new RecentFiles(folder.resolve("recent.txt"), tasks);
            var around =
                    new Workbench.Surroundings(tasks, exports, asked, recent, Remembered.forNow(), Optional.empty());
            var made = new Workbench(stage, OpeningScene.load(), around);
            made.tellOf(program);
            stage.setWidth(1000);
            stage.setHeight(700);
            return made;
        });
    }

    @AfterEach
    void closeTheWindows() {
        Fx.run(() -> List.copyOf(desk.windows()).forEach(Workbench::close));
        exports.close();
        tasks.close();
    }

    private Path project(String name, Preset target) {
        try {
            var file = folder.resolve(name);
            ProjectFile.write(Project.untrained(Experiment.standard(target)), file);
            return file;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Fx.on(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("half a minute").isLessThan(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Path> opened() {
        var files = new ArrayList<Path>();
        desk.windows().forEach(window -> window.documents().fileProperty().get().ifPresent(files::add));
        return files;
    }

    @Test
    void ofSeveralFilesTheFirstIsOpenedInTheFirstWindowAndEachOtherInOneOfItsOwn() {
        var files = List.of(project("a.isotopy", Preset.SWIRL), project("b.isotopy", Preset.ROTATION));
        Fx.run(() -> desk.open(new Stage(), files));
        await(() -> opened().size() == 2);
        assertThat(Fx.on(() -> opened())).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aSecondStartOpensItsFileInTheWindowThatIsThere() throws Exception {
        var meeting = ((Meeting.Arrival.First) Meeting.arrive(folder.resolve("run"), "window", List.of())).meeting();
        Fx.run(() -> desk.open(new Stage(), List.of()));
        meeting.host(files -> Platform.runLater(() -> desk.visit(files)));
        var file = project("a.isotopy", Preset.ROTATION);
        assertThat(Meeting.arrive(folder.resolve("run"), "window", List.of(file)))
                .isEqualTo(new Meeting.Arrival.HandedOver());
        await(() -> opened().equals(List.of(file)));
        assertThat(desk.windows()).hasSize(1);
        meeting.close();
    }

    @Test
    void changesThatAreNotSavedAreAskedAboutBeforeAFileFromOutsideOpens() {
        Fx.run(() -> {
            desk.open(new Stage(), List.of());
            desk.windows()
                    .getFirst()
                    .model()
                    .edit("Depth", now -> now.withNetwork(now.network().withDepth(7)));
            desk.visit(List.of(project("a.isotopy", Preset.ROTATION)));
        });
        assertThat(asked.questions).isOne();
        assertThat(Fx.on(() -> opened())).isEmpty();
        Fx.run(() -> {
            asked.answer = FileChoice.Answer.DISCARD;
            desk.visit(List.of(folder.resolve("a.isotopy")));
        });
        await(() -> opened().size() == 1);
    }

    @Test
    void aVisitWithoutFilesBringsTheWindowToTheFrontAndChangesNothing() {
        Fx.run(() -> {
            var stage = new Stage();
            desk.open(stage, List.of());
            stage.setIconified(true);
            desk.visit(List.of());
            assertThat(stage.isIconified()).isFalse();
        });
        assertThat(desk.windows()).hasSize(1);
        assertThat(asked.questions).isZero();
    }

    @Test
    void aWindowThatWasClosedIsForgotten() {
        Fx.run(() -> {
            desk.open(new Stage(), List.of());
            desk.windows().getFirst().close();
        });
        await(() -> desk.windows().isEmpty());
        Fx.run(() -> desk.visit(List.of()));
        assertThat(desk.windows()).hasSize(1);
    }

    @Test
    void theFirstFrameShowsAMovingFlow() {
        Fx.run(() -> {
            var stage = new Stage();
            var around = new Workbench.Surroundings(
                    tasks,
                    exports,
                    asked,
                    new RecentFiles(folder.resolve("recent.txt"), tasks),
                    Remembered.forNow(),
                    Optional.empty());
            var workbench = new Workbench(stage, OpeningScene.load(), around);
            workbench.model().playback().playingProperty().set(true);
            workbench.prepare(); // nothing was shown so far
            var scene = stage.getScene();
            var picture = Fx.image(scene.snapshot(null));
            var view = scene.lookup("#stage");
            var bounds = view.localToScene(view.getLayoutBounds());
            var colours = new HashSet<Integer>();
            for (int y = (int) bounds.getMinY() + 40; y < bounds.getMaxY() - 40; y += 2) {
                for (int x = (int) bounds.getMinX() + 40; x < bounds.getMaxX() - 40; x += 2) {
                    colours.add(picture.getRGB(x, y));
                }
            }
            assertThat(colours).as("colours of particles on the first frame").hasSizeGreaterThan(300);
            double before = workbench.model().time();
            workbench.beat(System.nanoTime() + 50_000_000);
            assertThat(workbench.model().time()).isNotEqualTo(before);
            workbench.close();
        });
    }

    @Test
    void theWarmUpWaitsForTheFirstFramesAndIsLeftOutWhenTrainingIsQuicker() {
        Fx.run(() -> {
            desk.open(new Stage(), List.of());
            var begun = new ArrayList<Experiment>();
            var window = desk.windows().getFirst();
            window.warmUp(experiment -> {
                begun.add(experiment);
                return WarmUp.begin(experiment);
            });
            window.model().train();
            for (int k = 0; k < 100; k++) {
                window.beat(System.nanoTime());
            }
            assertThat(begun).isEmpty();
            window.model().pause();
        });
    }

    @Test
    void theWarmUpBeginsOnceWithTheExperimentOfTheWindow() {
        Fx.run(() -> {
            desk.open(new Stage(), List.of());
            var begun = new ArrayList<Experiment>();
            var window = desk.windows().getFirst();
            window.warmUp(experiment -> {
                begun.add(experiment);
                return WarmUp.begin(experiment);
            });
            for (int k = 0; k < 100; k++) {
                window.beat(System.nanoTime());
            }
            assertThat(begun)
                    .containsExactly(window.model().experimentProperty().get());
        });
    }

    @Test
    void aFailureIsToldInTheNoticeBarWithTheWayToTheLog() {
        Fx.run(() -> {
            var stage = new Stage();
            desk.open(stage, List.of());
            desk.tellFailure();
            var text = (Label) stage.getScene().lookup("#notice-text");
            assertThat(text.getText()).startsWith("Something went wrong").contains("log");
            var notice =
                    desk.windows().getFirst().model().noticeProperty().get().orElseThrow();
            notice.offers().getFirst().action().run();
            assertThat(Window.getWindows())
                    .filteredOn(Window::isShowing)
                    .anySatisfy(
                            window -> assertThat(((Stage) window).getTitle()).isEqualTo("Log – Isotopy"));
        });
    }

    @Test
    void theNameOfTheProgramIsAMenuInEveryTheme() {
        Fx.run(() -> {
            var stage = new Stage();
            desk.open(stage, List.of());
            for (var theme : Theme.values()) {
                desk.windows().getFirst().model().changeLook(look -> look.withTheme(theme));
                var menu = (MenuButton) stage.getScene().lookup("#program");
                assertThat(menu.getItems())
                        .extracting(item -> item.getId() == null ? "" : item.getId())
                        .contains("program-about", "program-check", "program-log");
            }
        });
    }

    @Test
    void windowsOfAnotherDisplayDoNotMeet() {
        assertThat(Start.name(Map.of("DISPLAY", ":0"))).isEqualTo(Start.name(Map.of("DISPLAY", ":0", "LANG", "C")));
        assertThat(Start.name(Map.of("DISPLAY", ":0"))).isNotEqualTo(Start.name(Map.of("DISPLAY", ":1")));
    }
}
