package isotopy.view;

import isotopy.figure.Storyboard;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The named parts of a film, each of which becomes a file of its own.
final class ExportChapters extends ExportSection {
    private static final Range SHARE = Range.real("a chapter's end", 0, 100, "% of the film");

    private final VBox list = new VBox();
    private final List<Line> lines = new ArrayList<>();

    private record Line(TextField name, ExportField from, ExportField to, HBox row) {
        Storyboard.Chapter chapter() {
            return new Storyboard.Chapter(name.getText().strip(), from.value() / 100, to.value() / 100);
        }
    }

    ExportChapters() {
        super("export-chapters", "CHAPTERS");
        list.getStyleClass().add("export-list-rows");
        var add = StageTheme.described(
                new Button("Add a chapter", new FontIcon(Feather.PLUS)),
                "export-chapter-add",
                "A named part of the film: each part becomes a file of its own, for slides.");
        add.getStyleClass().add("panel-button");
        add.setOnAction(event -> add());
        row("Parts", list);
        row("", add);
        arrange();
    }

    private void add() {
        double from = 0;
        if (!lines.isEmpty()) {
            try {
                from = lines.getLast().to().value();
            } catch (IllegalArgumentException told) {
                // it is red, and told below
            }
        }
        add(new Storyboard.Chapter("part " + (lines.size() + 1), from < 100 ? from / 100 : 0, 1));
        arrange();
    }

    private void add(Storyboard.Chapter chapter) {
        int number = lines.size() + 1;
        var name = StageTheme.described(
                new TextField(chapter.name()),
                "export-chapter-" + number,
                "The name of the part: 1 to 40 letters, digits, spaces and hyphens.");
        name.getStyleClass().add("export-name");
        var from = new ExportField("export-chapter-from-" + number, SHARE, "Where the part begins")
                .with(rounded(chapter.from()));
        var to = new ExportField("export-chapter-to-" + number, SHARE, "Where the part ends")
                .with(rounded(chapter.to()));
        var dash = new Label("–");
        var percent = new Label("%");
        percent.setMinWidth(USE_PREF_SIZE);
        var fields = new HBox(name, from, dash, to, percent);
        fields.getStyleClass().add("export-row");
        var remove = ExportCamera.remover("export-chapter-remove-" + number, "Takes this chapter away.");
        var line = new Line(name, from, to, ExportCamera.line(fields, remove));
        remove.setOnAction(event -> {
            lines.remove(line);
            arrange();
        });
        lines.add(line);
    }

    private static double rounded(double share) {
        return Math.rint(share * 1e10) / 1e8;
    }

    private void arrange() {
        list.getChildren().setAll(lines.stream().map(Line::row).toList());
        if (lines.isEmpty()) {
            var none = new Label("None: the film is one file.");
            none.getStyleClass().add("panel-bounds");
            list.getChildren().add(none);
        }
    }

    /// Shows the chapters of a storyboard.
    void show(List<Storyboard.Chapter> chapters) {
        lines.clear();
        chapters.forEach(this::add);
        arrange();
    }

    /// Throws: `IllegalArgumentException` with a sentence about the first that does not do.
    List<Storyboard.Chapter> chapters() {
        return read(() -> {
            var found = lines.stream().map(Line::chapter).toList();
            if (found.stream().map(Storyboard.Chapter::name).distinct().count() < found.size()) {
                throw new IllegalArgumentException("every chapter needs a name of its own");
            }
            return found;
        });
    }
}
