package isotopy.view;

import isotopy.target.Symmetry;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tools while the target is drawn: lattice or finger, symmetry, back and forth, and done.
final class DrawingBar extends HBox {
    private final WorkbenchModel model;
    private final TargetEditor editor;
    private final Segments<DrawingTool.Kind> kinds;
    private final Slider radius;
    private final Label size = new Label("Size");
    private final Button reset;
    private final Button undo;
    private final Button redo;

    DrawingBar(WorkbenchModel model, TargetEditor editor) {
        this.model = model;
        this.editor = editor;
        setId("drawing-bar");
        getStyleClass().addAll("stage-pill", "drawing-bar");
        setAlignment(Pos.CENTER);
        var tool = editor.tool();
        kinds = kinds(tool);
        radius = StageTheme.described(
                new Slider(
                        DrawingTool.LEAST,
                        DrawingTool.MOST,
                        tool.radiusProperty().get()),
                "draw-radius",
                "The radius of the finger, as a share of the square's side (wheel, or keys [ and ]).");
        radius.valueProperty().bindBidirectional(tool.radiusProperty());
        radius.getStyleClass().add("drawing-radius");
        reset = button(Feather.ROTATE_CCW, "draw-reset", "Takes all strokes away and leaves what was drawn upon.");
        reset.setOnAction(pressed -> editor.reset());
        undo = button(Feather.CORNER_UP_LEFT, "draw-undo", "Takes the last stroke back (Ctrl+Z).");
        undo.setOnAction(pressed -> model.undo());
        redo = button(Feather.CORNER_UP_RIGHT, "draw-redo", "Brings it back again (Ctrl+Shift+Z).");
        redo.setOnAction(pressed -> model.redo());
        var done = StageTheme.described(
                new Button("Done"), "draw-done", "Leaves drawing: the flow reappears (Enter or Escape).");
        done.getStyleClass().addAll("accent", "small");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(pressed -> model.leaveDrawing());
        getChildren().addAll(kinds, size, radius, symmetries(), reset, undo, redo, done);
        tool.kindProperty().subscribe(this::follow);
        model.undoLabelProperty().subscribe(this::follow);
        model.redoLabelProperty().subscribe(this::follow);
        model.experimentProperty().subscribe(this::follow);
        model.drawingProperty().subscribe(this::follow);
        follow();
    }

    private static Segments<DrawingTool.Kind> kinds(DrawingTool tool) {
        return new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                DrawingTool.Kind.LATTICE,
                                "Lattice",
                                "draw-lattice",
                                "Drag the nodes of the target lattice with the mouse."),
                        new Segments.Choice<>(
                                DrawingTool.Kind.PUSH,
                                "Push",
                                "draw-push",
                                "Push space as a finger pushes paint; the wheel changes the finger's size.")),
                tool.kindProperty()::set);
    }

    private MenuButton symmetries() {
        var menu = StageTheme.described(
                new MenuButton("Symmetrise"),
                "draw-symmetrise",
                "Replaces the map by its mean with its mirror image or its turns.");
        menu.getStyleClass().addAll("small", "flat");
        menu.setMinWidth(USE_PREF_SIZE);
        for (var symmetry : Symmetry.values()) {
            var item = new MenuItem(symmetry.title());
            item.setId("symmetrise-"
                    + symmetry.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            item.setOnAction(chosen -> editor.symmetrise(symmetry));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Button button(Ikon icon, String id, String sentence) {
        var button = StageTheme.described(new Button(null, new FontIcon(icon)), id, sentence);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow() {
        setVisible(model.drawingProperty().get());
        kinds.select(editor.tool().kindProperty().get());
        StageTheme.show(radius, editor.tool().pushes());
        StageTheme.show(size, editor.tool().pushes() && !StageTheme.large(model));
        reset.setDisable(editor.map().strokes().isEmpty());
        undo.setDisable(model.undoLabelProperty().get().isEmpty());
        redo.setDisable(model.redoLabelProperty().get().isEmpty());
    }
}
