package isotopy.view;

import isotopy.figure.Arrangement;
import isotopy.figure.Camera;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.target.Kind;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rest of the look, as the panel behind *More*.
final class LookPanel extends VBox {
    private final WorkbenchModel model;
    private final FlowPane first;
    private final List<OverlayToggle> toggles = new ArrayList<>();
    private final Slider count = new Slider(Math.log10(Look.FEWEST), Math.log10(Look.MOST), 3.3);
    private final Label counted = new Label();
    private final Slider trail = new Slider(0, 1, 0.25);
    private final Label trailed = new Label();
    private final Label exactness = new Label();
    private final Segments<Arrangement> arrangement;
    private final Segments<Projection> projection;
    private final Node picture;
    private final Node starts;
    private final Node trails;
    private final Node views;
    private final Segments<Boolean> exact;
    private boolean following;

    /// `whenFolded` are shown here as long as they have no room on the bar.
    LookPanel(WorkbenchModel model, List<Overlay> whenFolded) {
        this.model = model;
        getStyleClass().add("stage-panel");
        StageTheme.dress(this, model);
        first = toggles("more-overlay-", whenFolded);
        var rest = toggles(
                "overlay-",
                List.of(
                        Overlay.LINES,
                        Overlay.AXES,
                        Overlay.TICKS,
                        Overlay.SQUARE,
                        Overlay.FOLDS,
                        Overlay.ERROR,
                        Overlay.DENSITY,
                        Overlay.DETERMINANT,
                        Overlay.COSTATE,
                        Overlay.TEXTURE));
        arrangement = arrangements();
        projection = projections();
        picture = row("Picture", pictureOff());
        starts = row("Start", arrangement);
        trails = row("Trail", trail, trailed);
        views = row("View", projection, fitButton());
        exact = exacts();
        describeSliders();
        exactness.setId("exactness");
        exactness.setWrapText(true);
        exactness.setMinHeight(USE_PREF_SIZE);
        exactness.getStyleClass().add("stage-quiet");
        getChildren()
                .addAll(
                        first,
                        rest,
                        picture,
                        row("Particles", count, counted),
                        starts,
                        trails,
                        views,
                        row("Flow", exact),
                        exactness);
        showFirst(false);
        model.lookProperty().subscribe(this::follow);
        model.experimentProperty().subscribe(this::follow);
        model.sceneProperty().subscribe(this::follow);
        follow();
    }

    void showFirst(boolean shown) {
        StageTheme.show(first, shown);
    }

    private FlowPane toggles(String prefix, List<Overlay> overlays) {
        var pane = new FlowPane();
        pane.getStyleClass().add("stage-panel-toggles");
        for (var overlay : overlays) {
            var toggle = new OverlayToggle(overlay, model, prefix);
            toggles.add(toggle);
            pane.getChildren().add(toggle);
        }
        return pane;
    }

    /// Shows the present look.
    void follow() {
        var look = model.lookProperty().get();
        var target = model.experimentProperty().get().target();
        for (var toggle : toggles) {
            toggle.follow(look);
            StageTheme.show(toggle, toggle.fits(look));
        }
        StageTheme.show(picture, look.texture().isPresent());
        following = true;
        count.setValue(Math.log10(look.particles()));
        trail.setValue(look.trail());
        following = false;
        boolean line = target.kind() == Kind.LINE;
        counted.setText(String.format(Locale.ROOT, "%,d", line ? look.onLine() : look.particles()));
        trailed.setText(String.format(Locale.ROOT, "%.2f T", look.trail()));
        arrangement.select(look.arrangement());
        // given points start where they are, and those of the line side by side
        StageTheme.show(starts, target instanceof PlaneMap || target instanceof PlaneFunction);
        int dimension = model.experimentProperty().get().stateDimension();
        // on the line whole paths are seen, and its pictures lie as they lie
        boolean turns = Projection.SPACE.suits(target.kind(), dimension);
        StageTheme.show(trails, !line || turns);
        StageTheme.show(views, !line || turns);
        projection.offer(shown -> shown.suits(target.kind(), dimension));
        projection.select(look.projection().suits(target.kind(), dimension) ? look.projection() : Projection.PLANE);
        exact.select(look.exact());
        exactness.setText(difference(look));
        StageTheme.show(exactness, look.exact());
    }

    private String difference(Look look) {
        var scene = model.sceneProperty().get();
        if (!look.exact() || scene.exactness().isEmpty()) {
            return "The equation is being solved …";
        }
        var found = scene.exactness().get();
        double side = scene.snapshot().experiment().sampling().domain().side();
        return "Network and equation end " + StageCaptions.percent(found.mean() / side)
                + " of the side apart on average, " + StageCaptions.percent(found.supremum() / side) + " at most.";
    }

    private void describeSliders() {
        StageTheme.described(
                count,
                "particle-count",
                "How many particles are drawn, 1,000 to 1,000,000; more than 100,000 are shown as one light.");
        StageTheme.described(trail, "trail-length", "How long the trails are, as a share of the horizon T.");
        onMoved(count, value -> {
            int rounded = rounded(value);
            model.changeLook(look -> look.particles() == rounded ? look : look.withParticles(rounded));
        });
        onMoved(trail, value -> model.changeLook(look -> look.withTrail(Math.round(value * 100) / 100.0)));
    }

    /// The number of particles at a place of the slider, which is a logarithm: two digits.
    private static int rounded(double place) {
        double number = Math.pow(10, place);
        double unit = Math.pow(10, Math.floor(place + 1e-9) - 1);
        return (int) Math.clamp(Math.round(number / unit) * unit, Look.FEWEST, Look.MOST);
    }

    /// Calls back when the user moves a slider, not when it follows the model.
    private void onMoved(Slider slider, DoubleConsumer moved) {
        slider.valueProperty().addListener((value, before, now) -> {
            if (!following) {
                moved.accept(now.doubleValue());
            }
        });
    }

    private Segments<Arrangement> arrangements() {
        return new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                Arrangement.RANDOM,
                                "Scattered",
                                "start-random",
                                "Particles start scattered evenly over the square."),
                        new Segments.Choice<>(
                                Arrangement.GRID, "Grid", "start-grid", "Particles start on a regular lattice."),
                        new Segments.Choice<>(
                                Arrangement.DISC,
                                "Disc",
                                "start-disc",
                                "Particles start on the disc inside the square.")),
                chosen -> model.changeLook(look -> look.withArrangement(chosen)));
    }

    private Segments<Projection> projections() {
        return new Segments<>(
                List.of(
                        new Segments.Choice<>(Projection.PLANE, "Plane", "view-plane", "Space as it is at t."),
                        new Segments.Choice<>(
                                Projection.STACK,
                                "Stack",
                                "view-stack",
                                "The layers as sheets along t, with the particles' threads running through them."),
                        new Segments.Choice<>(
                                Projection.SPACE,
                                "Space",
                                "view-space",
                                "The coordinates of the state with the extra ones among them; dragging turns them."),
                        new Segments.Choice<>(
                                Projection.HEIGHT,
                                "Height",
                                "view-height",
                                "The values of the function as heights over the square; dragging turns them.")),
                chosen -> model.changeLook(look -> look.withProjection(chosen)));
    }

    private Segments<Boolean> exacts() {
        return new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                false, "Network", "flow-network", "The residual network itself, layer by layer."),
                        new Segments.Choice<>(
                                true,
                                "Exact equation",
                                "flow-exact",
                                "The differential equation that the network slices, solved to eight digits.")),
                chosen -> model.changeLook(look -> look.withExact(chosen)));
    }

    private Button fitButton() {
        var fit = StageTheme.described(
                new Button("Fit"), "fit", "Shows the whole square (key F, or double click on the stage).");
        fit.getStyleClass().add("small");
        fit.setMinWidth(USE_PREF_SIZE);
        fit.setOnAction(pressed -> model.changeLook(look -> look.withCamera(
                Camera.fit(model.experimentProperty().get().sampling().domain()))));
        return fit;
    }

    private Button pictureOff() {
        var off = StageTheme.described(
                new Button("Take it off"),
                "look-picture-off",
                "Takes away the picture that was dropped on the window; one undo brings it back.");
        off.getStyleClass().add("small");
        off.setMinWidth(USE_PREF_SIZE);
        off.setOnAction(pressed -> Pictures.takeOff(model));
        return off;
    }

    private static HBox row(String title, Node... parts) {
        var label = new Label(title);
        label.getStyleClass().add("stage-panel-title");
        label.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(label);
        row.getStyleClass().add("stage-panel-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(parts);
        for (var part : parts) {
            if (part instanceof Slider slider) {
                HBox.setHgrow(slider, Priority.ALWAYS);
            }
        }
        return row;
    }
}
