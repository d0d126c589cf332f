package isotopy.app;

import isotopy.service.ExportService;
import isotopy.service.Meeting;
import isotopy.service.WarmUp;
import isotopy.view.BackgroundTasks;
import isotopy.view.Folders;
import isotopy.view.InsightPanel;
import isotopy.view.Notice;
import isotopy.view.Program;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.WindowFileChoice;
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
    private final ExportService exports = new ExportService();
    private Optional<Meeting> meeting = Optional.empty();

    @Override
    public void start(Stage stage) {
        // the first chart loads Java2D, which would hold up the first frames
        Thread.ofPlatform().daemon().name("isotopy-charts").start(InsightPanel::warmUp);
        var start = Main.start();
        meeting = start.meeting();
        var places = start.places();
        var folders = Folders.opener(getHostServices());
        var recent = new RecentFiles(places.settings().resolve(RecentFiles.NAME), tasks);
        var remembered = Remembered.in(places.settings(), tasks);
        var program = new Program(places, start.log(), folders);
        var desk = new Desk(window -> {
            var choice = new WindowFileChoice(window);
            var around = new Workbench.Surroundings(tasks, exports, choice, recent, remembered, folders);
            var made = new Workbench(window, OpeningScene.load(), around);
            WindowIcons.dress(window);
            made.tellOf(program);
            return made;
        });
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
            if (start.log().uncaught(thread, problem)) {
                Platform.runLater(desk::tellFailure);
            }
        });
        desk.open(stage, files());
        var first = desk.windows().getFirst();
        Rehearsal.asked(first, exports).ifPresentOrElse(Rehearsal::begin, () -> first.warmUp(WarmUp::begin));
        OpenedFiles.watch(desk::visit);
        meeting.ifPresent(door -> door.host(files -> Platform.runLater(() -> desk.visit(files))));
        // asked of the disk, and not before the first frame
        tasks.run(
                places::trouble,
                trouble -> trouble.ifPresent(sentence -> {
                    System.err.println("isotopy: " + sentence);
                    desk.tell(Notice.of(Notice.Kind.WARNING, sentence));
                }),
                _ -> {});
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
