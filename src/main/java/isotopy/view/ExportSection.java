package isotopy.view;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of the export form: a heading, rows of a title and what is chosen there, and below them the reason why an
/// answer does not do.
class ExportSection extends VBox {
    private final VBox lines = new VBox();
    private final Label title = new Label();
    private final Label problem = new Label();

    ExportSection(String id, String heading) {
        setId(id);
        getStyleClass().add("export-section");
        lines.getStyleClass().add("export-lines");
        problem.setId(id + "-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        tell("");
        title.setText(heading);
        title.getStyleClass().add("panel-heading");
        getChildren().addAll(title, lines, problem);
    }

    /// Adds a row; what is returned shows it and hides it.
    final HBox row(String title, Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("export-row");
        for (var node : nodes) {
            if (node instanceof Control control) {
                control.setMinWidth(USE_PREF_SIZE);
            }
        }
        var label = new Label(title);
        label.getStyleClass().addAll("panel-setting-title", "export-title");
        label.setMinWidth(USE_PREF_SIZE);
        if (nodes.length > 0) {
            label.setLabelFor(nodes[0]);
        }
        HBox.setHgrow(row, Priority.ALWAYS);
        var line = new HBox(label, row);
        line.getStyleClass().add("export-line");
        line.visibleProperty().bind(row.visibleProperty());
        line.managedProperty().bind(row.managedProperty());
        lines.getChildren().add(line);
        return row;
    }

    /// What the answers are; a reason why one does not do is told here and thrown on.
    ///
    /// Throws: `IllegalArgumentException` with that sentence.
    final <T> T read(Supplier<T> answers) {
        try {
            var found = answers.get();
            tell("");
            return found;
        } catch (IllegalArgumentException e) {
            tell(Setting.sentence(e));
            throw e;
        }
    }

    /// Says something else above it.
    final void heading(String heading) {
        title.setText(heading);
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        StageTheme.show(problem, !sentence.isEmpty());
    }
}
