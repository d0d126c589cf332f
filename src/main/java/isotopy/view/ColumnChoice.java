package isotopy.view;

import isotopy.project.Columns;
import isotopy.project.Table;
import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks what a table holds and which of its columns is what, beginning with a guess. Mutable.
final class ColumnChoice extends VBox {
    private final Table table;
    private final Segments<Kind> kinds;
    private final FlowPane row = new FlowPane();
    private final List<ChoiceBox<String>> boxes = new ArrayList<>();
    private final Runnable changed;
    private Kind kind;

    ColumnChoice(Table table, Runnable changed) {
        this.table = table;
        this.changed = changed;
        getStyleClass().add("import-columns");
        kinds = new Segments<>(
                List.of(
                        choice(
                                Kind.PLANE,
                                "Pairs of the plane",
                                "Where points of the plane start and where they should go."),
                        choice(Kind.LINE, "1-D pairs", "Points x of the line and their values y."),
                        choice(Kind.LABELS, "Labels", "Points of the plane with the class of each."),
                        choice(
                                Kind.FUNCTION,
                                "Function",
                                "Points of the plane with the value u of a function at each.")),
                this::show);
        row.getStyleClass().add("import-roles");
        getChildren().addAll(kinds, row);
        kind = table.guess().map(Columns::kind).orElse(Kind.PLANE);
        show(kind);
        table.guess().ifPresent(guess -> {
            for (int k = 0; k < boxes.size(); k++) {
                boxes.get(k).setValue(guess.names().get(k));
            }
        });
    }

    private static Segments.Choice<Kind> choice(Kind kind, String title, String sentence) {
        return new Segments.Choice<>(kind, title, "import-kind-" + kind.id(), sentence);
    }

    private void show(Kind chosen) {
        kind = chosen;
        kinds.select(chosen);
        boxes.clear();
        row.getChildren().clear();
        var roles = Columns.roles(chosen);
        for (int k = 0; k < roles.size(); k++) {
            row.getChildren().add(box(roles.get(k), k));
        }
        changed.run();
    }

    private HBox box(String role, int place) {
        var box = new ChoiceBox<String>();
        box.getItems().setAll(table.header());
        box.setId("import-column-" + role);
        box.setTooltip(Tips.of("The column that holds " + meaning(role) + "."));
        box.setValue(table.header().stream()
                .filter(role::equalsIgnoreCase)
                .findFirst()
                .orElse(table.header().get(Math.min(place, table.header().size() - 1))));
        box.valueProperty().subscribe(value -> changed.run());
        boxes.add(box);
        var label = new Label(role);
        label.setLabelFor(box);
        var pair = new HBox(label, box);
        pair.getStyleClass().add("import-role");
        return pair;
    }

    private static String meaning(String role) {
        return switch (role) {
            case "x1" -> "the first coordinate of a start";
            case "x2" -> "the second coordinate of a start";
            case "y1" -> "the first coordinate of its goal";
            case "y2" -> "the second coordinate of its goal";
            case "x" -> "the point of the line";
            case "y" -> "where that point should go";
            case "label" -> "the class of a point";
            default -> "the value of the function";
        };
    }

    /// The columns as chosen; empty where one is chosen twice.
    Optional<Columns> columns() {
        var names = boxes.stream().map(ChoiceBox::getValue).toList();
        boolean whole = names.size() == Columns.roles(kind).size() && new HashSet<>(names).size() == names.size();
        return whole ? Optional.of(new Columns(kind, names)) : Optional.empty();
    }
}
