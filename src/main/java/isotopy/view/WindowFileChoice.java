package isotopy.view;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the dialogs of the desktop, beginning in the folder of the last answer; before any, where the program was
/// started, or at home when a desktop started it, which is nowhere in particular.
public final class WindowFileChoice implements FileChoice {
    private final Window window;
    private Optional<File> folder;
    private boolean asking;

    /// Dialogs over that window.
    public WindowFileChoice(Window window) {
        this.window = window;
        folder = firstFolder(Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home")));
    }

    /// Menus start programs in the root of the disk, where nobody keeps their files and few may write; from a
    /// terminal the dialog's own beginning is right: empty.
    static Optional<File> firstFolder(Path started, Path home) {
        if (started.getParent() != null && Files.isWritable(started)) {
            return Optional.empty();
        }
        var documents = home.resolve("Documents");
        return Optional.of((Files.isDirectory(documents) ? documents : home).toFile());
    }

    /// The window that asks: the export's own, say, which else would lose the keys to the one below it.
    private Window asker() {
        return Window.getWindows().stream()
                .filter(each -> each.isFocused() && ownedBy(each))
                .findFirst()
                .orElse(window);
    }

    private boolean ownedBy(Window each) {
        return each instanceof Stage stage && stage.getOwner() == window;
    }

    @Override
    public Optional<Path> open(Kind kind) {
        var chooser = chooser(kind, "Open");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
        return answered(() -> chooser.showOpenDialog(asker()));
    }

    @Override
    public Optional<Path> save(Kind kind, String suggestion) {
        var chooser = chooser(kind, "Save");
        chooser.setInitialFileName(suggestion);
        return answered(() -> chooser.showSaveDialog(asker())).map(file -> withEnding(file, kind));
    }

    private FileChooser chooser(Kind kind, String verb) {
        var chooser = new FileChooser();
        chooser.setTitle(verb + " · " + kind.title());
        var endings = kind.endings().stream().map(ending -> "*." + ending).toList();
        if (!endings.isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.title(), endings));
        }
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    /// A dialog of the desktop blocks only the window it stands over, so that another window could ask once more
    /// meanwhile.
    private Optional<Path> answered(Supplier<@Nullable File> dialog) {
        if (asking) {
            return Optional.empty();
        }
        asking = true;
        try {
            var file = Optional.ofNullable(dialog.get());
            file.ifPresent(chosen -> folder = Optional.ofNullable(chosen.getParentFile()));
            return file.map(File::toPath);
        } finally {
            asking = false;
        }
    }

    /// Some desktops leave the ending to the user: a name without one gets it.
    static Path withEnding(Path file, Kind kind) {
        var name = String.valueOf(file.getFileName());
        boolean has = kind.ending().isEmpty() || name.toLowerCase(Locale.ROOT).endsWith("." + kind.ending());
        return has ? file : file.resolveSibling(name + "." + kind.ending());
    }

    @Override
    public Answer unsaved(String name) {
        var save = new ButtonType("Save", ButtonBar.ButtonData.YES);
        var discard = new ButtonType("Don't save", ButtonBar.ButtonData.NO);
        var cancel = new ButtonType("Cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(
                Alert.AlertType.NONE,
                "“" + name + "” has changes that are not saved. Save them first?",
                save,
                discard,
                cancel);
        alert.setTitle("Isotopy");
        alert.initOwner(window);
        if (window.getScene() != null) {
            alert.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
            alert.getDialogPane()
                    .getScene()
                    .setUserAgentStylesheet(window.getScene().getUserAgentStylesheet());
            alert.getDialogPane()
                    .getStyleClass()
                    .addAll(window.getScene().getRoot().getStyleClass());
        }
        var answer = alert.showAndWait().orElse(cancel);
        return answer == save ? Answer.SAVE : answer == discard ? Answer.DISCARD : Answer.CANCEL;
    }
}
