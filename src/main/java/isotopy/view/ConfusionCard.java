package isotopy.view;

import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.train.Confusion;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// Which classes are taken for which: one row for each class that a point has, one column for each that is said of it.
final class ConfusionCard extends VBox {
    private static final double DEEPEST = 0.45;

    private final Label heading = new Label();
    private final GridPane table = new GridPane();
    private Optional<Confusion> shown = Optional.empty();
    private List<String> names = List.of();

    ConfusionCard() {
        super(6);
        setId("insight-confusion");
        getStyleClass().add("section");
        heading.getStyleClass().add("heading");
        Tips.on(
                heading,
                "Rows: the class that a point has. Columns: the class that the network says, in numbers of points.");
        table.setId("confusion-table");
        table.getStyleClass().add("confusion");
        getChildren().addAll(heading, table);
    }

    /// Shows the test points of a moment, or the training points where none are kept; nothing without classes.
    void show(FlowSnapshot snapshot) {
        if (!(snapshot.experiment().target() instanceof Labels labels)) {
            return;
        }
        boolean tested =
                snapshot.test().confusion().filter(all -> all.total() > 0).isPresent();
        heading.setText("TAKEN FOR · " + (tested ? "test points" : "training points"));
        var found = tested ? snapshot.test().confusion() : snapshot.train().confusion();
        if (found.isPresent()
                && found.get().classes() == labels.names().size()
                && !(found.equals(shown) && names.equals(labels.names()))) {
            shown = found;
            names = labels.names();
            fill(found.get());
        }
    }

    private void fill(Confusion confusion) {
        table.getChildren().clear();
        table.getColumnConstraints().clear();
        int n = confusion.classes();
        var first = new ColumnConstraints();
        first.setMinWidth(Region.USE_PREF_SIZE);
        table.getColumnConstraints().add(first);
        for (int k = 0; k < n; k++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(-1);
            column.setMinWidth(30);
            column.setPrefWidth(1000); // all equally wide
            table.getColumnConstraints().add(column);
            table.add(name(k, "Said: class " + names.get(k) + "."), k + 1, 0);
            table.add(
                    name(k, "Points of class " + names.get(k) + ": " + Numbers.count(confusion.of(k)) + "."), 0, k + 1);
        }
        for (int truth = 0; truth < n; truth++) {
            for (int said = 0; said < n; said++) {
                table.add(cell(confusion, truth, said), said + 1, truth + 1);
            }
        }
    }

    private Label name(int index, String sentence) {
        var dot = new Circle(4);
        dot.getStyleClass().add("confusion-dot-" + index % MapPicture.COLOURS);
        var label = Tips.on(new Label(names.get(index), dot), sentence);
        label.getStyleClass().addAll("small", "quiet");
        label.setMaxWidth(90);
        label.setGraphicTextGap(3);
        label.setEllipsisString(""); // more letters than dots where there is little room
        return label;
    }

    private StackPane cell(Confusion confusion, int truth, int said) {
        int count = confusion.count(truth, said);
        double share = count / (double) Math.max(1, confusion.of(truth));
        var shade = new Region();
        shade.getStyleClass().add("confusion-shade-" + said % MapPicture.COLOURS);
        shade.setOpacity(DEEPEST * share);
        var number = new Label(Numbers.count(count));
        number.setId("confusion-" + truth + "-" + said);
        number.getStyleClass().add("small");
        if (truth == said) {
            number.getStyleClass().add("strong");
        }
        var cell = new StackPane(shade, number);
        cell.setAlignment(Pos.CENTER);
        cell.getStyleClass().add("confusion-cell");
        return Tips.on(
                cell,
                Numbers.count(count) + " points of class " + names.get(truth) + " are "
                        + (truth == said ? "told right" : "taken for class " + names.get(said)) + ": "
                        + Numbers.percent(share) + " of the class.");
    }
}
