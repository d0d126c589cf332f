package isotopy.view;

import java.util.List;
import java.util.function.Consumer;
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
        return items(dialog::show, copies);
    }

    static List<MenuItem> items(Consumer<ExportKind> show, Copies copies) {
        return List.of(
                item("export-picture", "Picture…", Feather.IMAGE, "", () -> show.accept(ExportKind.PICTURE)),
                item("export-strip", "Strip…", Feather.COLUMNS, "", () -> show.accept(ExportKind.STRIP)),
                item("export-film", "Film…", Feather.FILM, "", () -> show.accept(ExportKind.FILM)),
                item("export-page", "Interactive page…", Feather.GLOBE, "", () -> show.accept(ExportKind.PAGE)),
                item("export-chart", "Chart…", Feather.TRENDING_DOWN, "", () -> show.accept(ExportKind.CHART)),
                item("export-data", "Data…", Feather.DATABASE, "", () -> show.accept(ExportKind.DATA)),
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
