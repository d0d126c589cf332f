package isotopy.view;

import isotopy.figure.ClassColours;
import isotopy.target.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The classes that the brush can paint, each with its colour and name, and a button for one more. Mutable.
final class ClassSwatches extends HBox {
    private static final double SPOT = 6;
    private static final int LONGEST = 7;

    private final WorkbenchModel model;
    private final TargetEditor editor;

    ClassSwatches(WorkbenchModel model, TargetEditor editor) {
        this.model = model;
        this.editor = editor;
        setId("draw-classes");
        getStyleClass().add("drawing-classes");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        editor.tool().classProperty().subscribe(this::follow);
        model.experimentProperty().subscribe(this::follow);
        model.lookProperty().map(look -> look.theme()).subscribe(this::follow);
    }

    private void follow() {
        if (!(model.experimentProperty().get().target() instanceof Labels labels)) {
            getChildren().clear();
            return;
        }
        var names = labels.names();
        int chosen = Math.min(editor.tool().classProperty().get(), names.size() - 1);
        if (names.size() > BrushTool.MOST) {
            getChildren().setAll(menu(names, chosen));
            return;
        }
        getChildren().clear();
        for (int k = 0; k < names.size(); k++) {
            getChildren().add(swatch(names.get(k), k, k == chosen));
        }
        if (names.size() < BrushTool.MOST) {
            getChildren().add(more());
        }
    }

    private ToggleButton swatch(String name, int index, boolean chosen) {
        var button = StageTheme.described(
                new ToggleButton(shortened(name), spot(index)),
                "draw-class-" + index,
                "Paints points of the class " + name + ".");
        button.getStyleClass().addAll("small", "drawing-class");
        button.setMinWidth(USE_PREF_SIZE);
        button.setSelected(chosen);
        button.setOnAction(pressed -> {
            button.setSelected(true);
            choose(index);
        });
        return button;
    }

    private void choose(int index) {
        editor.tool().classProperty().set(index);
        editor.tool().wayProperty().set(DrawingTool.Way.BRUSH);
    }

    private Circle spot(int index) {
        int argb = ClassColours.of(index, model.lookProperty().get().theme());
        var spot = new Circle(SPOT, Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0));
        spot.setStroke(Color.WHITE); // seen on the accent of the pressed button too
        spot.setStrokeWidth(1.5);
        return spot;
    }

    private Button more() {
        var more = StageTheme.described(
                new Button(null, new FontIcon(Feather.PLUS)), "draw-class-add", "Adds a class; five can be painted.");
        more.getStyleClass().addAll("button-icon", "flat", "small");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(pressed -> {
            editor.tools().brush().addClass();
            editor.tool().wayProperty().set(DrawingTool.Way.BRUSH);
        });
        return more;
    }

    private Node menu(List<String> names, int chosen) {
        var menu = StageTheme.described(
                new MenuButton(shortened(names.get(chosen)), spot(chosen)),
                "draw-class-menu",
                "The class whose points the brush paints.");
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        for (int k = 0; k < names.size(); k++) {
            int index = k;
            var item = new MenuItem(names.get(k), spot(k));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose(index));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }
}
