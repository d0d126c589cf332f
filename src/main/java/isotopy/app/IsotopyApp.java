package isotopy.app;

import isotopy.service.ExportService;
import isotopy.service.Meeting;
import isotopy.service.WarmUp;
import isotopy.view.BackgroundTasks;
import isotopy.view.InsightPanel;
import isotopy.view.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window's program: opens a [Workbench] on the opening scene or on the files of the command line, and further ones
/// for files that come while it runs.
public final class IsotopyApp extends Application {
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final HeldTasks held = new HeldTasks(tasks);
    private final ExportService exports = new ExportService();
    private Optional<Meeting> meeting = Optional.empty();
    private Optional<Desk> desk = Optional.empty();

    @Override
    public void start(Stage stage) {
        var preparation = Main.preparation();
        Preparation.of(preparation.start()).ifPresentOrElse(start -> open(stage, start), Platform::exit);
    }

    private void open(Stage stage, Start start) {
        meeting = start.meeting();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
            if (start.log().uncaught(thread, problem)) {
                Platform.runLater(() -> desk.ifPresent(Desk::tellFailure));
            }
        });
        var files = files();
        if (files.isEmpty()) {
            greet(stage, start);
            return;
        }
        loadCharts();
        var furnishing = furnish(start);
        held.release();
        var opened = new Desk(furnishing::window);
        opened.open(stage, files);
        settle(opened, start);
    }

    /// Shows the opening scene at once and makes the window around it meanwhile.
    private void greet(Stage stage, Start start) {
        stage.setTitle("Isotopy");
        var opening = Preparation.of(Main.preparation().opening());
        var firstFrame = FirstFrame.asked();
        var greeting = new Greeting(stage, opening, firstFrame);
        greeting.begin(() -> {
            loadCharts();
            WindowIcons.dress(stage);
            var furnishing = furnish(start);
            var around = furnishing.around(stage);
            greeting.follow(
                    size -> Workbench.beside(stage, opening, around, firstFrame, size),
                    made -> {
                        made.tellOf(furnishing.program());
                        held.release();
                        var opened = new Desk(furnishing::window);
                        opened.add(stage, made);
                        settle(opened, start);
                    },
                    problem -> giveUp(start, problem));
        });
    }

    /// The first chart loads Java2D, which would hold up the window.
    private static void loadCharts() {
        Thread.ofPlatform().daemon().name("isotopy-charts").start(InsightPanel::warmUp);
    }

    private Furnishing furnish(Start start) {
        return Furnishing.of(start, held, exports, getHostServices());
    }

    /// What waits until there is a window.
    private void settle(Desk opened, Start start) {
        desk = Optional.of(opened);
        var first = opened.windows().getFirst();
        Rehearsal.asked(first, exports).ifPresentOrElse(Rehearsal::begin, () -> first.warmUp(WarmUp::begin));
        OpenedFiles.watch(opened::visit);
        meeting.ifPresent(door -> door.host(files -> Platform.runLater(() -> opened.visit(files))));
        // asked of the disk, and not before the first frame
        tasks.run(
                start.places()::trouble,
                trouble -> trouble.ifPresent(sentence -> {
                    System.err.println("isotopy: " + sentence);
                    opened.tell(Notice.of(Notice.Kind.WARNING, sentence));
                }),
                _ -> {});
    }

    /// No window could be made: nothing is left to do but to say so.
    private static void giveUp(Start start, Throwable problem) {
        start.log().uncaught(Thread.currentThread(), problem);
        System.err.println("Isotopy cannot make its window: " + problem + ". Its log says more: "
                + start.places().logs());
        System.exit(1);
    }

    private List<Path> files() {
        return getParameters().getUnnamed().stream().map(Path::of).toList();
    }

    @Override
    public void stop() {
        meeting.ifPresent(Meeting::close);
        exports.close();
        tasks.close();
    }
}
