package isotopy.app;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// The files that macOS hands over by an event and not as arguments: a double click in the Finder, or a drop on the
/// program's icon. Everything else that the system tells goes on to JavaFX's own handler.
///
/// JavaFX has no public way to it; its toolkit keeps the files of the first event for the handler that is set later.
/// Needs `--add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED`.
final class OpenedFiles extends Application.EventHandler {
    private final Application.EventHandler inner;
    private final Consumer<List<Path>> opened;

    OpenedFiles(Application.EventHandler inner, Consumer<List<Path>> opened) {
        this.inner = inner;
        this.opened = opened;
    }

    /// Has files told that are opened while the program runs, on macOS and nowhere else; on the JavaFX thread.
    static void watch(Consumer<List<Path>> opened) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")) {
            return;
        }
        try {
            Watch.begin(opened);
        } catch (LinkageError | RuntimeException e) {
            System.getLogger("isotopy").log(System.Logger.Level.WARNING, "files of the Finder cannot be opened", e);
        }
    }

    /// Apart, so that a toolkit that is closed to us is met inside the try.
    private static final class Watch {
        static void begin(Consumer<List<Path>> opened) {
            var application = Application.GetApplication();
            var before = application.getEventHandler();
            application.setEventHandler(
                    new OpenedFiles(before == null ? new Application.EventHandler() : before, opened));
        }
    }

    @Override
    public void handleOpenFilesAction(Application app, long time, String[] files) {
        opened.accept(Arrays.stream(files).map(Path::of).toList());
    }

    @Override
    public void handleWillFinishLaunchingAction(Application app, long time) {
        inner.handleWillFinishLaunchingAction(app, time);
    }

    @Override
    public void handleDidFinishLaunchingAction(Application app, long time) {
        inner.handleDidFinishLaunchingAction(app, time);
    }

    @Override
    public void handleWillBecomeActiveAction(Application app, long time) {
        inner.handleWillBecomeActiveAction(app, time);
    }

    @Override
    public void handleDidBecomeActiveAction(Application app, long time) {
        inner.handleDidBecomeActiveAction(app, time);
    }

    @Override
    public void handleWillResignActiveAction(Application app, long time) {
        inner.handleWillResignActiveAction(app, time);
    }

    @Override
    public void handleDidResignActiveAction(Application app, long time) {
        inner.handleDidResignActiveAction(app, time);
    }

    @Override
    public void handleDidReceiveMemoryWarning(Application app, long time) {
        inner.handleDidReceiveMemoryWarning(app, time);
    }

    @Override
    public void handleWillHideAction(Application app, long time) {
        inner.handleWillHideAction(app, time);
    }

    @Override
    public void handleDidHideAction(Application app, long time) {
        inner.handleDidHideAction(app, time);
    }

    @Override
    public void handleWillUnhideAction(Application app, long time) {
        inner.handleWillUnhideAction(app, time);
    }

    @Override
    public void handleDidUnhideAction(Application app, long time) {
        inner.handleDidUnhideAction(app, time);
    }

    @Override
    public void handleQuitAction(Application app, long time) {
        inner.handleQuitAction(app, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
        inner.handlePreferencesChanged(preferences);
    }
}
