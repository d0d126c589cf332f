package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.target.Kind;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// Switches one overlay: a full dot where it is shown, an empty one where not.
final class OverlayToggle extends ToggleButton {
    private static final List<Overlay> MAPS =
            List.of(Overlay.ERROR, Overlay.DENSITY, Overlay.DETERMINANT, Overlay.REGIONS);

    private final Overlay overlay;
    private final WorkbenchModel model;

    OverlayToggle(Overlay overlay, WorkbenchModel model, String prefix) {
        super(title(overlay, model.experimentProperty().get().target().kind()));
        this.overlay = overlay;
        this.model = model;
        StageTheme.described(this, prefix + overlay.id(), sentence(overlay));
        getStyleClass().setAll("stage-toggle");
        var dot = new Region();
        dot.getStyleClass().add("stage-dot");
        setGraphic(dot);
        setMinWidth(USE_PREF_SIZE);
        follow(model.lookProperty().get());
        setOnAction(pressed -> model.changeLook(look -> switched(look, isSelected())));
    }

    void follow(Look look) {
        var kind = kind();
        setText(title(overlay, kind));
        setSelected(look.shows(overlay));
        setDisable(!overlay.suits(kind, look.projection()));
    }

    /// Whether it ever shows something of this kind of problem.
    boolean fits(Look look) {
        boolean carried = overlay != Overlay.TEXTURE || look.texture().isPresent();
        return carried && Arrays.stream(Projection.values()).anyMatch(projection -> overlay.suits(kind(), projection));
    }

    private Kind kind() {
        return model.experimentProperty().get().target().kind();
    }

    /// One map over the square at a time: the next would cover it.
    private Look switched(Look look, boolean on) {
        var changed = look;
        if (on && MAPS.contains(overlay)) {
            for (var map : MAPS) {
                changed = changed.with(map, false);
            }
        }
        return changed.with(overlay, on);
    }

    private static String title(Overlay overlay, Kind kind) {
        return switch (overlay) {
            case PARTICLES -> "Particles";
            case TRAILS -> "Trails";
            case GRID -> "Grid";
            case FIELD -> "Field";
            case TARGET -> "Target";
            case LINES -> "Lines to goals";
            case AXES -> "Axes";
            case TICKS -> "Ticks";
            case SQUARE -> "Square";
            case ERROR -> "Error";
            case FOLDS -> "Folds";
            case DENSITY -> "Density";
            case DETERMINANT -> "det Dφ";
            case COSTATE -> "Costates";
            case REGIONS -> kind == Kind.FUNCTION ? "Values" : "Regions";
            case TEXTURE -> "Picture";
        };
    }

    private static String sentence(Overlay overlay) {
        return switch (overlay) {
            case PARTICLES -> "The particles at t, each in the colour of the place where it started.";
            case TRAILS -> "The way each particle has just come.";
            case GRID -> "The lattice of the square as the flow has deformed it up to t.";
            case FIELD -> "The velocity of the layer at t, as arrows (their length is relative to the longest).";
            case TARGET -> "Where the target sends the grid and the particles: what the flow should reach at t = T.";
            case LINES -> "A line from where each particle is to where it should end.";
            case AXES -> "The axes through the origin.";
            case TICKS -> "Ticks with numbers along the edges, in the units of the data.";
            case SQUARE -> "The square in which all particles start.";
            case ERROR -> "How far each starting point misses its goal at t = T, as a heat map over the square.";
            case DENSITY ->
                "How densely an even cloud over the square is pushed together up to t: ρₜ/ρ₀ = 1/|det Dφ|, no unit.";
            case DETERMINANT ->
                "How much the flow up to t has stretched areas around each starting point: det Dφ, no unit; crosses"
                        + " mark where it has turned space over.";
            case COSTATE ->
                "The costate p of each particle at t: the direction in which moving it would raise the loss most, in"
                        + " loss per coordinate; it runs backwards from t = T.";
            case REGIONS ->
                "What the network says at t = T of every starting point, carried along to t: the class, or the value.";
            case TEXTURE -> "The picture that was dropped on the window, carried by the flow.";
            case FOLDS -> "Where a layer lays space over itself, so that the network is no flow there.";
        };
    }
}
