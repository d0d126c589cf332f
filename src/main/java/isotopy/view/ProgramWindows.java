package isotopy.view;

import isotopy.check.Oracles;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The windows that tell of the program itself: what it is, whether its mathematics is right on this machine, and what
/// happened. None of them is in the way of the work, and none uses the network. Lives on the JavaFX thread.
public final class ProgramWindows {
    private final WorkbenchModel model;
    private final Tasks tasks;
    private final FileChoice choice;
    private final Node owner;
    private final SideWindow about;
    private final SideWindow check;
    private final SideWindow log;

    /// Windows beside the one in which `owner` stands.
    public ProgramWindows(WorkbenchModel model, Tasks tasks, FileChoice choice, Program program, Node owner) {
        this.model = model;
        this.tasks = tasks;
        this.choice = choice;
        this.owner = owner;
        about = new SideWindow(model, "About", 720, 640, _ -> new AboutPane(program, this));
        check = new SideWindow(model, "Check", 940, 680, stage -> {
            var pane = new CheckPane(Oracles.all(), this);
            stage.setOnHidden(event -> pane.stop());
            return pane;
        });
        log = new SideWindow(model, "Log", 860, 560, _ -> new LogPane(program.log(), this));
    }

    /// Shows what the program is.
    public void showAbout() {
        about.show(owner);
    }

    /// Checks the mathematics and shows what is found.
    public void showCheck() {
        check.show(owner);
    }

    /// Shows what happened.
    public void showLog() {
        log.show(owner);
    }

    /// What stands below the program's name.
    List<MenuItem> items() {
        return List.of(
                item("program-about", "About Isotopy…", Feather.INFO, this::showAbout),
                item("program-cite", "How to cite…", Feather.BOOKMARK, this::showAbout),
                new SeparatorMenuItem(),
                item("program-check", "Check the mathematics…", Feather.CHECK_CIRCLE, this::showCheck),
                item("program-log", "Show the log…", Feather.FILE_TEXT, this::showLog));
    }

    private static MenuItem item(String id, String title, Feather icon, Runnable action) {
        var item = new MenuItem(title, new FontIcon(icon));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Puts a text into the clipboard.
    void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for a file and writes a text to it; a failure is told over the stage.
    void save(String text, String suggestion) {
        choice.save(FileChoice.Kind.TEXT, suggestion)
                .ifPresent(file -> tasks.run(
                        () -> {
                            Replacement.write(file, into -> into.write(text.getBytes(StandardCharsets.UTF_8)));
                            return file;
                        },
                        written -> model.tell(Notice.of(Notice.Kind.INFORMATION, "Saved to “" + written + "”.")),
                        problem -> model.tell(Notice.of(
                                Notice.Kind.ERROR,
                                problem instanceof IOException
                                        ? Objects.requireNonNullElse(problem.getMessage(), "It cannot be saved.")
                                        : "It cannot be saved: " + problem))));
    }
}
