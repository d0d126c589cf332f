package isotopy.view;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The ways out of the window, and the one in: what stands below *Export*.
public final class ExportMenu {
    private ExportMenu() {}

    /// The items of the menu.
    public static List<MenuItem> items(ExportDialog dialog, Copies copies) {
        return items(dialog::showPicture, dialog::showFilm, copies);
    }

    static List<MenuItem> items(Runnable picture, Runnable film, Copies copies) {
        return List.of(
                item("export-picture", "Picture (PNG, SVG, PDF, TikZ)…", Feather.IMAGE, "", picture),
                item("export-animation", "Animation (GIF)…", Feather.FILM, "", film),
                new SeparatorMenuItem(),
                item("copy-picture", "Copy picture", Feather.COPY, "Shortcut+C", copies::copyPicture),
                item("copy-command", "Copy as command", Feather.TERMINAL, "", copies::copyCommand),
                item(
                        "copy-experiment",
                        "Copy experiment",
                        Feather.CLIPBOARD,
                        "Shortcut+Shift+C",
                        copies::copyExperiment),
                new SeparatorMenuItem(),
                item("paste", "Open from clipboard", Feather.CORNER_DOWN_LEFT, "Shortcut+V", copies::paste));
    }

    /// The keys are shown here and obeyed by [Shortcuts], so that a text field keeps its own.
    private static MenuItem item(String id, String title, Feather icon, String keys, Runnable action) {
        var item = new MenuItem(title, new FontIcon(icon));
        item.setId(id);
        item.setOnAction(event -> action.run());
        if (!keys.isEmpty()) {
            item.setText(title + "   " + KeyCombination.valueOf(keys).getDisplayText());
        }
        return item;
    }
}
