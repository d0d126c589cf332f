package isotopy.view;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.figure.Scale;
import isotopy.figure.Theme;
import isotopy.flow.Folds;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The size ‖θₖ‖ of every layer as a bar, the layer at t underlined, folding layers marked with a cross. A click
/// chooses a layer.
///
/// Where there are more layers than pixels, a column shows the largest of its layers.
final class EffortBars extends Region {
    private static final double MARKS = 12;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = Tips.of("");
    private final double[] none = {};
    private double[] norms = none;
    /// Where each layer stands on the colour scale, as on the timeline.
    private double[] shares = none;
    private Folds folds = Folds.NONE;
    private Theme theme = Theme.LIGHT;
    private double top = 1;
    private int current = -1;

    /// `choose` is told the index of a clicked layer, from 0.
    EffortBars(IntConsumer choose) {
        setId("insight-effort");
        setPrefHeight(84);
        setMinHeight(64);
        getChildren().add(canvas);
        Tooltip.install(this, tooltip);
        setOnMouseMoved(event -> describe(layerAt(event.getX())));
        setOnMouseClicked(event -> {
            int layer = layerAt(event.getX());
            if (layer >= 0) {
                choose.accept(layer);
            }
        });
    }

    /// Shows a control.
    void show(Control control, Folds found) {
        norms = control.layers().stream().mapToDouble(Layer::norm).toArray();
        shares = LayerTrack.shares(control);
        folds = found;
        top = height(Arrays.stream(norms).max().orElse(0), top);
        paint();
    }

    /// Marks the layer that acts at t.
    void setCurrent(int layer) {
        if (layer != current) {
            current = layer;
            paint();
        }
    }

    void setTheme(Theme changed) {
        theme = changed;
        paint();
    }

    /// ‖θₖ‖ at the upper edge: 1, 2 or 5 times a power of ten; it comes down only when the bars have become less
    /// than a third.
    double top() {
        return top;
    }

    /// The height of the axis for bars up to `largest`, when it was `before`.
    static double height(double largest, double before) {
        if (largest <= before && largest > before / 3) {
            return before;
        }
        if (!(largest > 0) || !Double.isFinite(largest)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        for (double step : new double[] {1, 2, 5}) {
            if (largest <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private int layerAt(double x) {
        return norms.length == 0 || getWidth() <= 0
                ? -1
                : Math.max(0, Math.min(norms.length - 1, (int) (x / getWidth() * norms.length)));
    }

    private void describe(int layer) {
        if (layer >= 0) {
            tooltip.setText("Layer " + (layer + 1) + " has ‖θ‖ = " + Numbers.measure(norms[layer])
                    + (folds.contains(layer) ? " and folds: its map is not one to one" : "")
                    + "; click to see its numbers.");
        }
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
            paint();
        }
    }

    private void paint() {
        var g = canvas.getGraphicsContext2D();
        double w = canvas.getWidth();
        double h = canvas.getHeight();
        g.clearRect(0, 0, w, h);
        int n = norms.length;
        if (n == 0 || w < 1 || h < 2 * MARKS) {
            return;
        }
        var ink = Ink.of(theme);
        double base = h - MARKS / 2;
        g.setFill(ink.grid());
        g.fillRect(0, base, w, 1);
        double gap = w / n >= 6 ? 2 : w / n >= 3 ? 1 : 0;
        int columns = (int) Math.min(n, w);
        for (int c = 0; c < columns; c++) {
            int first = (int) ((long) c * n / columns);
            int end = (int) ((long) (c + 1) * n / columns);
            column(g, ink, first, end, c * w / columns, (c + 1) * w / columns - gap, base);
        }
        if (current >= 0 && current < n) {
            g.setFill(ink.accent());
            double width = Math.max(4, w / n - gap);
            double x = (current + 0.5) * w / n - gap / 2 - width / 2;
            g.fillRect(Math.max(0, Math.min(w - width, x)), base + 2, width, 3);
        }
    }

    private void column(GraphicsContext g, Ink ink, int first, int end, double left, double right, double base) {
        double norm = 0;
        double colour = 0;
        boolean here = false;
        boolean fold = false;
        for (int k = first; k < end; k++) {
            norm = Math.max(norm, norms[k]);
            colour = Math.max(colour, shares[k]);
            here |= k == current;
            fold |= folds.contains(k);
        }
        double share = Math.min(1, norm / top);
        double height = share * (base - MARKS);
        double width = Math.max(1, right - left);
        g.setFill(colour(colour));
        g.fillRect(left, base - height, width, height);
        if (here && width >= 3) {
            g.setStroke(ink.accent());
            g.setLineWidth(2);
            g.strokeRect(left + 1, base - height + 1, Math.max(1, width - 2), Math.max(1, height - 2));
        }
        if (fold) {
            g.setFill(ink.fold());
            g.setFont(Font.font(Themes.FONT, MARKS));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText("✕", (left + right) / 2, base - height);
        }
    }

    private Color colour(double share) {
        int argb = Scale.cividis(share, theme);
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }
}
