package isotopy.view;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.figure.Look;
import isotopy.figure.Palette;
import isotopy.figure.Scale;
import isotopy.flow.Folds;
import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Fictitious time from 0 to T with one cell for each layer, coloured by the size of its parameters; the playhead is
/// dragged along it. Mutable.
final class LayerTrack extends Region {
    private static final double TOP = 18;
    private static final double CELLS = 20;
    private static final double SIDE = 22;
    private static final double KNOB = 6.5;

    private final WorkbenchModel model;
    private final Canvas canvas = new Canvas();
    private final Pane ticks = new Pane();
    private final Line stem = new Line();
    private final Circle knob = new Circle(KNOB);
    private final Tooltip tooltip = Tips.of("");
    private double[] edges = {0, 1};
    private Ticks placed = new Ticks(0, 0, false, false);

    /// What the tick labels depend on: making them anew at every snapshot would cost more than the cells.
    private record Ticks(double width, int edges, boolean large, boolean presenting) {}

    LayerTrack(WorkbenchModel model) {
        this.model = model;
        setId("track");
        getStyleClass().add("timeline-track");
        stem.getStyleClass().add("timeline-playhead");
        knob.getStyleClass().add("timeline-knob");
        knob.setId("playhead");
        canvas.setManaged(false);
        ticks.setManaged(false);
        stem.setManaged(false);
        knob.setManaged(false);
        ticks.setMouseTransparent(true);
        stem.setMouseTransparent(true);
        knob.setMouseTransparent(true);
        getChildren().addAll(canvas, ticks, stem, knob);
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_MOVED, moved -> tooltip.setText(describe(layerAt(moved.getX()))));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> {
            if (drag.getButton() == MouseButton.PRIMARY) {
                model.playback().hold(share(drag.getX()));
            }
        });
        model.shownProperty().subscribe(this::requestLayout);
        model.lookProperty().map(Look::theme).subscribe(this::requestLayout);
        model.inspectedProperty().subscribe(this::requestLayout);
        model.presentingProperty().subscribe(this::requestLayout);
        model.playback().shareProperty().subscribe(this::placeHead);
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY) {
            model.playback().hold(share(press.getX()));
        }
        if (press.getButton() == MouseButton.SECONDARY || press.getClickCount() == 2) {
            model.inspect(new Inspected.OneLayer(layerAt(press.getX())));
        }
        press.consume();
    }

    /// What one layer is, in a sentence for the tooltip.
    String describe(int layer) {
        var snapshot = model.shownProperty().get();
        var control = snapshot.control();
        var text = String.format(
                Locale.ROOT,
                "Layer %d of %d: its parameters have size ‖θ‖ = %.3g.",
                layer + 1,
                control.depth(),
                control.layers().get(layer).norm());
        return snapshot.folds().contains(layer)
                ? text + " It folds: somewhere it lays space over itself, which no slice of a flow does."
                : text + " Click shows it, a double click explains it.";
    }

    private double share(double x) {
        return Math.clamp((x - SIDE) / Math.max(1, getWidth() - 2 * SIDE), 0, 1);
    }

    private double x(double share) {
        return SIDE + share * (getWidth() - 2 * SIDE);
    }

    private int layerAt(double x) {
        return LayerSteps.layerAt(model.shownProperty().get().control(), share(x));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(TOP + CELLS + 2);
        ticks.resizeRelocate(0, 0, getWidth(), getHeight());
        var snapshot = model.shownProperty().get();
        edges = LayerSteps.edges(snapshot.control());
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        drawCells(graphics, snapshot.control());
        drawFolds(graphics, snapshot.folds());
        drawInspected(graphics);
        placeTicks();
        placeHead();
    }

    private void drawCells(GraphicsContext graphics, Control control) {
        var shares = shares(control);
        var theme = model.lookProperty().get().theme();
        double gap = (getWidth() - 2 * SIDE) / shares.length >= 6 ? 1 : 0;
        for (int k = 0; k < shares.length; k++) {
            graphics.setFill(colour(Scale.cividis(shares[k], theme)));
            double left = x(edges[k]) + gap;
            double width = Math.max(0.5, x(edges[k + 1]) - gap - left);
            if (gap > 0) {
                graphics.fillRoundRect(left, TOP, width, CELLS, 4, 4);
            } else {
                graphics.fillRect(left, TOP, width, CELLS);
            }
        }
    }

    /// Where each layer's size stands on the colour scale: the largest on top, half of it (or the least, if that is
    /// less) at the bottom, so that equal layers look equal and small differences small.
    static double[] shares(Control control) {
        var norms = control.layers().stream().mapToDouble(Layer::norm).toArray();
        double most = Arrays.stream(norms).max().orElse(0);
        double least = Arrays.stream(norms).min().orElse(0);
        double range = Math.max(most - least, most / 2);
        return Arrays.stream(norms)
                .map(norm -> range > 0 ? 1 - (most - norm) / range : 0)
                .toArray();
    }

    /// A folding layer carries a bar and an arrowhead above its cell: shape and colour.
    private void drawFolds(GraphicsContext graphics, Folds folds) {
        graphics.setFill(colour(Palette.of(model.lookProperty().get().theme()).alarm()));
        double last = Double.NEGATIVE_INFINITY;
        for (var fold : folds.layers()) {
            if (fold.layer() + 1 >= edges.length) {
                continue;
            }
            double left = x(edges[fold.layer()]);
            double right = x(edges[fold.layer() + 1]);
            double middle = (left + right) / 2;
            graphics.fillRect(left, TOP - 3, Math.max(1, right - left), 3);
            if (middle - last >= 9) {
                graphics.fillPolygon(
                        new double[] {middle - 5, middle + 5, middle}, new double[] {TOP - 10, TOP - 10, TOP - 2}, 3);
                last = middle;
            }
        }
    }

    private void drawInspected(GraphicsContext graphics) {
        if (model.inspectedProperty().get() instanceof Inspected.OneLayer(int layer) && layer + 1 < edges.length) {
            double left = x(edges[layer]);
            double right = Math.max(left + 3, x(edges[layer + 1]));
            graphics.setStroke(
                    colour(Palette.of(model.lookProperty().get().theme()).accent()));
            graphics.setLineWidth(2);
            graphics.strokeRoundRect(left, TOP - 1, right - left, CELLS + 2, 6, 6);
        }
    }

    private void placeTicks() {
        var wanted = new Ticks(
                getWidth(),
                edges.length,
                StageTheme.large(model),
                model.presentingProperty().get());
        if (wanted.equals(placed)) {
            return;
        }
        placed = wanted;
        ticks.getChildren().clear();
        tick("t = 0", x(0), Pos.CENTER_LEFT);
        var end = tick("t = T", x(1), Pos.CENTER_RIGHT);
        double em = end.prefHeight(-1);
        int depth = edges.length - 1;
        int every = tickEvery(depth, (getWidth() - 2 * SIDE) / (4 * em));
        for (int layer = every; layer <= depth; layer += every) {
            double middle = (x(edges[layer - 1]) + x(edges[layer])) / 2;
            boolean first = layer == every;
            if (middle > x(0) + (first ? 4.2 : 3) * em && middle < x(1) - 3 * em) {
                tick(first ? "layer " + layer : String.valueOf(layer), middle, Pos.CENTER);
            }
        }
    }

    /// The least of 1, 2, 5, 10 … that gives at most so many ticks.
    static int tickEvery(int depth, double most) {
        int every = depth < 10 ? 1 : 5;
        int[] factors = {1, 2, 5};
        for (int decade = 1; decade <= 1000; decade *= 10) {
            for (int factor : factors) {
                if (factor * decade >= every && (double) depth / (factor * decade) <= Math.max(1, most)) {
                    return factor * decade;
                }
            }
        }
        return depth;
    }

    private Label tick(String text, double x, Pos anchor) {
        var label = new Label(text);
        label.getStyleClass().add("timeline-tick");
        ticks.getChildren().add(label);
        label.applyCss();
        double width = label.prefWidth(-1);
        double left = anchor == Pos.CENTER_LEFT ? x : anchor == Pos.CENTER_RIGHT ? x - width : x - width / 2;
        label.resizeRelocate(left, TOP + CELLS + 4, width, label.prefHeight(-1));
        return label;
    }

    private void placeHead() {
        double x = x(model.playback().shareProperty().get());
        knob.setCenterX(x);
        knob.setCenterY(KNOB + 1);
        stem.setStartX(x);
        stem.setEndX(x);
        stem.setStartY(KNOB + 1);
        stem.setEndY(TOP + CELLS + 3);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + CELLS + 4 + (StageTheme.large(model) ? 28 : 20);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 500;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }
}
