package isotopy.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A small table of names and values. Mutable: rows of the same names are only rewritten, so that values may change
/// with every frame.
final class Facts extends GridPane {
    /// One row, with a sentence that says what it is and in which unit.
    record Fact(String name, String value, String explanation) {}

    private List<String> names = List.of();
    private final List<Label> values = new ArrayList<>();

    Facts() {
        getStyleClass().add("facts");
        var left = new ColumnConstraints();
        left.setMinWidth(Region.USE_PREF_SIZE);
        var right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(left, right);
    }

    /// Overwrites the table.
    void show(List<Fact> facts) {
        var wanted = facts.stream().map(Fact::name).toList();
        if (!wanted.equals(names)) {
            build(facts);
            names = wanted;
        }
        for (int k = 0; k < facts.size(); k++) {
            values.get(k).setText(facts.get(k).value());
        }
    }

    /// What stands beside that name.
    String value(String name) {
        return values.get(names.indexOf(name)).getText();
    }

    private void build(List<Fact> facts) {
        getChildren().clear();
        values.clear();
        for (int k = 0; k < facts.size(); k++) {
            var fact = facts.get(k);
            var name = Tips.on(new Label(fact.name()), fact.explanation());
            name.getStyleClass().add("quiet");
            var value = Tips.on(new Label(), fact.explanation());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            values.add(value);
            setValignment(name, VPos.TOP);
            addRow(k, name, value);
        }
    }
}
