package isotopy.app;

import isotopy.view.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.stage.Stage;

/// The windows of this process. Files that come from outside open here: the first in the window that was used last,
/// which asks about changes that are not saved, and each other one in a window of its own. Lives on the JavaFX thread.
final class Desk {
    /// The window that was used last stands last.
    private final List<Workbench> windows = new ArrayList<>();

    private final Function<Stage, Workbench> maker;

    /// `maker` dresses the stage of a new window.
    Desk(Function<Stage, Workbench> maker) {
        this.maker = maker;
    }

    /// Opens the first window in a given stage.
    void open(Stage stage, List<Path> files) {
        window(stage, files.stream().limit(1).toList());
        furtherWindows(files);
    }

    /// Brings the window that was used last to the front and opens files that came from outside.
    void visit(List<Path> files) {
        if (windows.isEmpty()) {
            open(new Stage(), files);
            return;
        }
        var front = windows.getLast();
        furtherWindows(files);
        front.raise();
        if (!files.isEmpty()) {
            front.accept(files.subList(0, 1));
        }
    }

    private void furtherWindows(List<Path> files) {
        files.stream().skip(1).forEach(file -> window(new Stage(), List.of(file)));
    }

    private void window(Stage stage, List<Path> files) {
        var made = maker.apply(stage);
        add(stage, made);
        made.open(files);
    }

    /// Takes a window that was made elsewhere among those of the desk.
    void add(Stage stage, Workbench made) {
        windows.add(made);
        stage.focusedProperty().subscribe(focused -> {
            if (focused && windows.remove(made)) {
                windows.add(made);
            }
        });
        stage.setOnHidden(event -> windows.remove(made));
    }

    /// Tells something in the window that was used last.
    void tell(Notice notice) {
        if (!windows.isEmpty()) {
            windows.getLast().model().tell(notice);
        }
    }

    /// Tells that something failed for which nobody was prepared, with the way to the log.
    void tellFailure() {
        if (!windows.isEmpty()) {
            windows.getLast().tellFailure();
        }
    }

    /// The windows that are open, the one that was used last at the end.
    List<Workbench> windows() {
        return List.copyOf(windows);
    }
}
