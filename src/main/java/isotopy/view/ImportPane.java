package isotopy.view;

import atlantafx.base.theme.Styles;
import isotopy.project.BadRows;
import isotopy.project.Table;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows a table over the stage before it is imported, asks what its columns are, shows how far the reading is, and
/// lists the rows that cannot be read. Training goes on meanwhile.
final class ImportPane extends VBox {
    private static final double WIDEST = 600;
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int LONGEST = 14;

    private final TableImports imports;

    ImportPane(WorkbenchModel model, TableImports imports) {
        this.imports = imports;
        setId("import-pane");
        getStyleClass().add("import-pane");
        StageTheme.dress(this, model);
        getStyleClass().add("stage-panel");
        setMaxSize(WIDEST, USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        imports.stateProperty().subscribe(this::show);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                imports.stop();
                key.consume();
            }
        });
    }

    private void show(TableImports.State state) {
        setVisible(!(state instanceof TableImports.Closed));
        setManaged(isVisible());
        switch (state) {
            case TableImports.Closed _ -> getChildren().clear();
            case TableImports.Choosing(var file, var table, var problem) -> choose(file, table, problem);
            case TableImports.Reading(var file, var _, var _) -> read(file);
            case TableImports.Deciding(var file, var _, var _, var bad) -> decide(file, bad);
        }
        if (isVisible()) {
            lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus); // Escape is for the card
        }
    }

    private void choose(Path file, Table table, String problem) {
        var told = words(problem, "import-problem", "panel-problem");
        var start =
                button("import-start", "Import", "Reads the table and makes it the target; one undo takes it back.");
        start.setDefaultButton(true);
        start.getStyleClass().add("accent");
        var rescale = new CheckBox("Bring the coordinates to the unit box");
        rescale.setId("import-rescale");
        rescale.setTooltip(
                Tips.of("Shifts and scales starts and goals into [−1, 1]; without it they stay in your units."));
        var scaled = new VBox(
                rescale,
                words(
                        "Coordinates are shifted and scaled into [−1, 1]; errors are still told in your units.",
                        "import-rescale-words",
                        "import-words"));
        scaled.getStyleClass().add("import-rescale");
        var holder = new ColumnChoice[1];
        var columns = new ColumnChoice(table, () -> {
            if (holder[0] != null) {
                boolean whole = holder[0].columns().isPresent();
                start.setDisable(!whole);
                told.setText(whole ? "" : "A column is chosen twice: give each its own.");
                StageTheme.show(told, !whole);
            }
        });
        holder[0] = columns;
        start.setDisable(columns.columns().isEmpty());
        start.setOnAction(event -> columns.columns().ifPresent(chosen -> imports.read(chosen, rescale.isSelected())));
        StageTheme.show(told, !problem.isEmpty());
        var cancel = button("import-cancel", "Cancel", "Closes the table; nothing is imported.");
        cancel.setOnAction(event -> imports.close());
        getChildren()
                .setAll(
                        title("Import " + name(file)),
                        rows(table),
                        words(amount(table), "import-amount", "stage-quiet"),
                        columns,
                        scaled,
                        told,
                        bottom(cancel, start));
    }

    private static String amount(Table table) {
        var rows = String.format(Locale.ROOT, "%,d %s", table.rows(), table.rows() == 1 ? "row" : "rows");
        var all = table.complete() ? rows : "About " + rows;
        return table.first().size() > ROWS || !table.complete()
                ? all + "; the first " + ROWS + " are shown."
                : all + ".";
    }

    private static Node rows(Table table) {
        var grid = new GridPane();
        grid.setId("import-preview");
        grid.getStyleClass().add("import-preview");
        int columns = Math.min(COLUMNS, table.header().size());
        for (int k = 0; k < columns; k++) {
            boolean rest = k == COLUMNS - 1 && table.header().size() > COLUMNS;
            var head = new Label(rest ? "…" : shortened(table.header().get(k)));
            head.getStyleClass().add("import-head");
            grid.add(head, k, 0);
            for (int row = 0; row < Math.min(ROWS, table.first().size()); row++) {
                var cells = table.first().get(row);
                grid.add(new Label(rest || k >= cells.size() ? "" : shortened(cells.get(k))), k, row + 1);
            }
        }
        return grid;
    }

    private void read(Path file) {
        var progress = new ProgressBar();
        progress.setId("import-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(imports.shareProperty());
        var stop = button("import-stop-reading", "Cancel", "Stops reading; nothing is imported.");
        stop.setOnAction(event -> imports.stop());
        getChildren().setAll(title("Reading " + name(file)), progress, bottom(stop));
    }

    private void decide(Path file, BadRows bad) {
        var list = new ListView<String>();
        list.setId("import-bad-rows");
        list.getStyleClass().addAll("import-bad-rows", Styles.DENSE);
        list.setFocusTraversable(true);
        bad.first().forEach(row -> list.getItems().add("Line " + row.line() + ": " + row.reason()));
        if (bad.count() > bad.first().size()) {
            list.getItems().add("… and " + (bad.count() - bad.first().size()) + " more");
        }
        var skip = button("import-skip", "Skip them", "Imports the other rows and leaves these out.");
        skip.getStyleClass().add("accent");
        skip.setOnAction(event -> imports.skip());
        var stop = button("import-stop", "Stop", "Imports nothing, and goes back to the choice of columns.");
        stop.setOnAction(event -> imports.stop());
        var head = bad.count() == 1 ? "1 row of " : String.format(Locale.ROOT, "%,d rows of ", bad.count());
        getChildren()
                .setAll(
                        title(head + name(file) + " cannot be read"),
                        list,
                        words("Nothing was imported yet.", "import-waiting", "stage-quiet"),
                        bottom(stop, skip));
    }

    private static Label title(String text) {
        var title = words(text, "import-title", "import-title");
        title.setWrapText(true);
        return title;
    }

    private static Label words(String text, String id, String styleClass) {
        var label = new Label(text);
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, String title, String sentence) {
        return StageTheme.described(new Button(title), id, sentence);
    }

    private static HBox bottom(Button... buttons) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(gap);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("import-bottom");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
