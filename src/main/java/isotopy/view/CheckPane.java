package isotopy.view;

import isotopy.check.CheckReport;
import isotopy.check.Finding;
import isotopy.check.Oracle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The oracles of `isotopy check`, asked in the background one after the other as soon as this is made, and what they
/// found in a table. A row that does not hold says NO, begins with a cross and is bold: no colour is needed to see it.
final class CheckPane extends VBox {
    /// A row of the table: a group's name, or what an oracle found.
    private record Row(String group, List<String> cells, String remark, boolean holds) {
        static Row of(String group) {
            return new Row(group, List.of("", "", "", "", ""), "", true);
        }

        static Row of(Finding finding) {
            return new Row("", CheckReport.cells(finding), finding.remark(), finding.holds());
        }

        String what() {
            if (!group.isEmpty()) {
                return group;
            }
            return (holds ? "   " : "✗ ") + cells.getFirst() + (remark.isEmpty() ? "" : "\n   " + remark);
        }
    }

    private final int asked;
    private final TableView<Row> table = new TableView<>();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label outcome = new Label("Checking …");
    private final Button copy;
    private final Button save;
    private Optional<CheckReport> report = Optional.empty();
    private String group = "";
    private int found;
    private volatile boolean wanted = true;

    CheckPane(List<Oracle> oracles, ProgramWindows windows) {
        asked = oracles.size();
        setId("check");
        var note = new Label(
                "Closed forms, finite differences, orders, invariants and equal bits, computed on this machine"
                        + " by the code that trains and draws: the same rows as isotopy check.");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        dress();
        outcome.setId("check-outcome");
        outcome.getStyleClass().add("side-outcome");
        progress.setId("check-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        copy = AboutPane.button(
                "check-copy",
                "Copy",
                "Puts the table into the clipboard as text.",
                () -> report.ifPresent(done -> windows.copy(done.text())));
        save = AboutPane.button(
                "check-save",
                "Save as…",
                "Writes the table to a file.",
                () -> report.ifPresent(done -> windows.save(done.text(), "isotopy-check.txt")));
        copy.setDisable(true);
        save.setDisable(true);
        getChildren().addAll(note, progress, table, outcome, new FlowPane(8, 8, copy, save));
        Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("isotopy-check")
                .start(() -> ask(oracles));
    }

    private void dress() {
        table.setId("check-table");
        setVgrow(table, Priority.ALWAYS);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSelectionModel(null);
        table.getColumns()
                .setAll(List.of(
                        column("What is measured", 460, Row::what),
                        column("Expected", 110, row -> row.cells().get(1)),
                        column("Found", 110, row -> row.cells().get(2)),
                        column("Tolerance", 100, row -> row.cells().get(3)),
                        column("Holds", 70, row -> row.cells().get(4))));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                getStyleClass().removeAll("check-group", "check-failed");
                if (row != null && !empty) {
                    if (!row.group().isEmpty()) {
                        getStyleClass().add("check-group");
                    } else if (!row.holds()) {
                        getStyleClass().add("check-failed");
                    }
                }
            }
        });
    }

    private static TableColumn<Row, String> column(String title, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private void ask(List<Oracle> oracles) {
        var done = CheckReport.of(oracles, finding -> {
            Platform.runLater(() -> show(finding));
            return wanted;
        });
        Platform.runLater(() -> end(done));
    }

    private void show(Finding finding) {
        if (!finding.oracle().group().equals(group)) {
            group = finding.oracle().group();
            table.getItems().add(Row.of(group));
        }
        table.getItems().add(Row.of(finding));
        found++;
        progress.setProgress(found / (double) asked);
        outcome.setText("Checking … " + found + " of " + asked);
        table.scrollTo(table.getItems().size() - 1);
    }

    private void end(CheckReport done) {
        report = Optional.of(done);
        progress.setVisible(false);
        progress.setManaged(false);
        outcome.setText(done.outcome());
        copy.setDisable(false);
        save.setDisable(false);
        failed().ifPresent(table::scrollTo);
    }

    /// Where the first row stands that does not hold.
    private Optional<Row> failed() {
        return table.getItems().stream().filter(row -> !row.holds()).findFirst();
    }

    /// Asks no further oracle: nobody looks any more.
    void stop() {
        wanted = false;
    }
}
