package isotopy.view;

import isotopy.target.Kind;
import isotopy.target.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tools while the target is drawn: those of its kind with what they need, back and forth, and done. Where the
/// stage is too narrow for one row they stand in two.
final class DrawingBar extends FlowPane {
    /// What the stage keeps free beside the bar. Units: pixels.
    private static final double BESIDE = 32;

    private final WorkbenchModel model;
    private final TargetEditor editor;
    private final List<Segments<DrawingTool.Way>> ways = new ArrayList<>();
    private final Slider radius;
    private final Label size = new Label("Size");
    private final MenuButton symmetries;
    private final ShapeChoices shapes;
    private final ClassSwatches classes;
    private final ToggleButton increasing;
    private final Button reset;
    private final Button undo;
    private final Button redo;

    DrawingBar(WorkbenchModel model, TargetEditor editor) {
        this.model = model;
        this.editor = editor;
        setId("drawing-bar");
        getStyleClass().addAll("stage-pill", "drawing-bar");
        setAlignment(Pos.CENTER);
        setRowValignment(VPos.CENTER);
        for (var kind : List.of(Kind.PLANE, Kind.LINE, Kind.LABELS)) {
            var choices = DrawingTool.Way.of(kind).stream()
                    .map(DrawingTool.Way::choice)
                    .toList();
            ways.add(new Segments<>(choices, editor.tool().wayProperty()::set));
        }
        radius = radius();
        size.setMinWidth(USE_PREF_SIZE);
        symmetries = symmetries();
        shapes = new ShapeChoices(editor.tools().shapes());
        classes = new ClassSwatches(model, editor);
        increasing = increasing();
        reset = button(Feather.ROTATE_CCW, "draw-reset", "Takes away what was drawn and leaves what was drawn upon.");
        reset.setOnAction(pressed -> editor.reset());
        undo = button(Feather.CORNER_UP_LEFT, "draw-undo", "Takes the last stroke back (Ctrl+Z).");
        undo.setOnAction(pressed -> model.undo());
        redo = button(Feather.CORNER_UP_RIGHT, "draw-redo", "Brings it back again (Ctrl+Shift+Z).");
        redo.setOnAction(pressed -> model.redo());
        getChildren().add(classes);
        getChildren().addAll(ways);
        getChildren().addAll(increasing, size, radius, symmetries, shapes, reset, undo, redo, done());
        editor.tool().wayProperty().subscribe(this::follow);
        model.undoLabelProperty().subscribe(this::follow);
        model.redoLabelProperty().subscribe(this::follow);
        model.experimentProperty().subscribe(this::follow);
        boundsInParentProperty().subscribe(bounds -> editor.keepBelow(bounds.getMaxY()));
        model.pendingProperty().subscribe(this::follow);
        model.drawingProperty().subscribe(this::follow);
        follow();
    }

    private Slider radius() {
        var slider = StageTheme.described(
                new Slider(
                        DrawingTool.LEAST,
                        DrawingTool.MOST,
                        editor.tool().radiusProperty().get()),
                "draw-radius",
                "The radius of the finger or the brush, as a share of the square's side (wheel, or keys [ and ]).");
        slider.valueProperty().bindBidirectional(editor.tool().radiusProperty());
        slider.getStyleClass().add("drawing-radius");
        return slider;
    }

    private ToggleButton increasing() {
        var toggle = StageTheme.described(
                new ToggleButton("Increasing", new FontIcon(Feather.TRENDING_UP)),
                "draw-increasing",
                "Keeps the curve increasing: what falls is brought to the nearest curve that rises.");
        toggle.getStyleClass().add("small");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setOnAction(pressed -> editor.setIncreasing(toggle.isSelected()));
        editor.tool().increasingProperty().subscribe(toggle::setSelected);
        return toggle;
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
            item.setId("symmetrise-" + symmetry.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setOnAction(chosen -> editor.symmetrise(symmetry));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Button done() {
        var done = StageTheme.described(
                new Button("Done"), "draw-done", "Leaves drawing: the flow reappears (Enter or Escape).");
        done.getStyleClass().addAll("accent", "small");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(pressed -> model.leaveDrawing());
        return done;
    }

    private static Button button(Ikon icon, String id, String sentence) {
        var button = StageTheme.described(new Button(null, new FontIcon(icon)), id, sentence);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow() {
        setVisible(model.drawingProperty().get());
        var way = editor.tool().wayProperty().get();
        var kinds = List.of(Kind.PLANE, Kind.LINE, Kind.LABELS);
        for (int k = 0; k < kinds.size(); k++) {
            StageTheme.show(ways.get(k), kinds.get(k) == way.kind());
            ways.get(k).select(way);
        }
        boolean round = editor.hand().round();
        boolean lattice = way == DrawingTool.Way.LATTICE || way == DrawingTool.Way.PUSH;
        StageTheme.show(radius, round);
        StageTheme.show(size, round && way.kind() != Kind.PLANE && !StageTheme.large(model));
        StageTheme.show(symmetries, lattice);
        StageTheme.show(shapes, way == DrawingTool.Way.SHAPE);
        StageTheme.show(classes, way.kind() == Kind.LABELS);
        StageTheme.show(increasing, way.kind() == Kind.LINE);
        reset.setDisable(!editor.hand().begun());
        undo.setDisable(model.undoLabelProperty().get().isEmpty());
        redo.setDisable(model.redoLabelProperty().get().isEmpty());
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        var shown = getManagedChildren();
        double row = snappedLeftInset() + snappedRightInset() + getHgap() * (shown.size() - 1);
        for (var child : shown) {
            row += snapSizeX(child.prefWidth(-1));
        }
        double room = editor.getWidth() - BESIDE;
        return room > 0 ? Math.min(Math.ceil(row), room) : Math.ceil(row);
    }
}
