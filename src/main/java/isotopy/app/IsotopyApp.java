package isotopy.app;

import isotopy.service.ExportService;
import isotopy.view.BackgroundTasks;
import isotopy.view.Folders;
import isotopy.view.InsightPanel;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.WindowFileChoice;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/// The window's program: opens one [Workbench] on the opening scene or on the files of the command line.
public final class IsotopyApp extends Application {
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final ExportService exports = new ExportService();

    @Override
    public void start(Stage stage) {
        // the first chart loads Java2D, which would hold up the first frames
        Thread.ofPlatform().daemon().name("isotopy-warm-up").start(InsightPanel::warmUp);
        var around = new Workbench.Surroundings(
                tasks,
                exports,
                new WindowFileChoice(stage),
                new RecentFiles(RecentFiles.place(), tasks),
                Remembered.inPreferences(),
                Folders.opener(getHostServices()));
        var workbench = new Workbench(stage, OpeningScene.load(), around);
        WindowIcons.dress(stage);
        workbench.open(getParameters().getUnnamed().stream().map(Path::of).toList());
        Rehearsal.asked(workbench, exports).ifPresent(Rehearsal::begin);
    }

    @Override
    public void stop() {
        exports.close();
        tasks.close();
    }
}
