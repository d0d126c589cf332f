package isotopy.view;

import isotopy.target.ShapePair;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/// Which of the two curves of a shape is drawn next, and pairs that are ready made.
final class ShapeChoices extends HBox {
    ShapeChoices(ShapeTool shapes) {
        getStyleClass().add("drawing-classes");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        var which = new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                false, "From", "draw-shape-from", "The next stroke is the curve that is carried."),
                        new Segments.Choice<>(
                                true, "To", "draw-shape-to", "The next stroke is where that curve should go.")),
                shapes.goalProperty()::set);
        shapes.goalProperty().subscribe(goal -> which.select(goal));
        var pairs = StageTheme.described(
                new MenuButton("Pairs"),
                "draw-shape-pairs",
                "Shapes that are ready made, such as a disc onto a heart.");
        pairs.getStyleClass().addAll("small", "flat");
        pairs.setMinWidth(USE_PREF_SIZE);
        for (var pair : ShapePair.values()) {
            var item = new MenuItem(pair.title());
            item.setId("shape-" + pair.id());
            item.setOnAction(chosen -> shapes.choose(pair));
            pairs.getItems().add(item);
        }
        getChildren().addAll(which, pairs);
    }
}
