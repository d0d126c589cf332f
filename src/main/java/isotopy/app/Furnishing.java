package isotopy.app;

import isotopy.service.ExportService;
import isotopy.view.Folders;
import isotopy.view.Program;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.Tasks;
import isotopy.view.WindowFileChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.HostServices;
import javafx.stage.Stage;

/// What all windows of this process share.
record Furnishing(
        Tasks tasks,
        ExportService exports,
        RecentFiles recent,
        Remembered remembered,
        Program program,
        Optional<Consumer<Path>> openFolder) {
    static Furnishing of(Start start, Tasks tasks, ExportService exports, HostServices desktop) {
        var settings = start.places().settings();
        var folders = Folders.opener(desktop);
        return new Furnishing(
                tasks,
                exports,
                new RecentFiles(settings.resolve(RecentFiles.NAME), tasks),
                Remembered.in(settings, tasks),
                new Program(start.places(), start.log(), folders),
                folders);
    }

    /// What a window on that stage needs.
    Workbench.Surroundings around(Stage window) {
        return new Workbench.Surroundings(tasks, exports, new WindowFileChoice(window), recent, remembered, openFolder);
    }

    /// A window on a stage of its own.
    Workbench window(Stage stage) {
        var made = new Workbench(stage, OpeningScene.load(), around(stage));
        WindowIcons.dress(stage);
        made.tellOf(program);
        return made;
    }
}
