package isotopy.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Simple arrangements that panels share.
final class Grids {
    private Grids() {}

    /// Nodes in rows of `columns`, all columns equally wide.
    static GridPane of(int columns, List<? extends Node> nodes) {
        var grid = new GridPane();
        grid.getStyleClass().add("panel-grid");
        columns(grid, columns);
        for (var node : nodes) {
            grid.getChildren().add(node);
        }
        arrange(grid, columns);
        return grid;
    }

    /// Puts the children of a grid into rows of `columns` equally wide columns.
    static void arrange(GridPane grid, int columns) {
        columns(grid, columns);
        int k = 0;
        for (var node : grid.getChildren()) {
            GridPane.setConstraints(node, k % columns, k / columns);
            k++;
        }
    }

    private static void columns(GridPane grid, int columns) {
        grid.getColumnConstraints().clear();
        for (int k = 0; k < columns; k++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
    }

    /// One node at the left end of a row and one at the right.
    static HBox spread(Node left, Node right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(left, gap, right);
        row.getStyleClass().add("panel-spread");
        return row;
    }
}
