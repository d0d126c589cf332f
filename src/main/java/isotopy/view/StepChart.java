package isotopy.view;

import isotopy.figure.Theme;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The error against the length of steps, both logarithmic: the trained length as a full dot, others as rings, and the
/// equation's own error as a dashed line.
final class StepChart extends Region {
    private static final double DOT = 4.5;
    private static final double LEAST = 60;

    private final Canvas canvas = new Canvas();
    private Optional<StepFindings> findings = Optional.empty();
    private Theme theme = Theme.LIGHT;

    StepChart() {
        setId("insight-steps-chart");
        setMinHeight(120);
        setPrefHeight(150);
        getChildren().add(canvas);
    }

    /// Shows what was found.
    void show(StepFindings found) {
        findings = Optional.of(found);
        paint();
    }

    void setTheme(Theme changed) {
        theme = changed;
        paint();
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
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() >= LEAST && canvas.getHeight() >= LEAST) {
            findings.ifPresent(found -> paint(g, found));
        }
    }

    /// Where things stand on the canvas.
    private record Frame(double left, double right, double top, double bottom, int low, int high, int columns) {
        double x(double index) {
            return left + (columns == 1 ? 0.5 : (index + 0.5) / columns) * (right - left);
        }

        double y(double error) {
            double share = (Math.log10(Math.max(error, Double.MIN_NORMAL)) - low) / (high - low);
            return bottom - Math.clamp(share, 0, 1) * (bottom - top);
        }
    }

    private void paint(GraphicsContext g, StepFindings found) {
        var ink = Ink.of(theme);
        double size = Themes.smallSize(theme);
        var range = found.range();
        int low = (int) Math.floor(Math.log10(range[0]) - 0.05);
        int high = (int) Math.max(low + 1, Math.ceil(Math.log10(range[1]) + 0.05));
        var frame = new Frame(
                3.4 * size,
                canvas.getWidth() - 2,
                0.7 * size,
                canvas.getHeight() - 1.6 * size,
                low,
                high,
                Math.max(1, found.curve().size()));
        g.setFont(Font.font(Themes.FONT, size));
        grid(g, frame, ink);
        equation(g, frame, found, ink);
        curve(g, frame, found, ink, size);
    }

    private void grid(GraphicsContext g, Frame frame, Ink ink) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setLineWidth(1);
        g.setLineDashes();
        int every = 1 + (frame.high() - frame.low()) / 5;
        for (int n = frame.low(); n <= frame.high(); n += every) {
            double y = Math.floor(frame.y(Math.pow(10, n))) + 0.5;
            g.setStroke(ink.grid());
            g.strokeLine(frame.left(), y, frame.right(), y);
            g.setFill(ink.quiet());
            g.fillText(percent(n), frame.left() - 6, y);
        }
    }

    /// 10ⁿ as a percentage where that is short.
    private static String percent(int n) {
        return n >= -4 && n <= 0 ? Numbers.percent(Math.pow(10, n)) : Numbers.powerOfTen(n);
    }

    private void equation(GraphicsContext g, Frame frame, StepFindings found, Ink ink) {
        double y = frame.y(found.limit());
        g.setStroke(ink.test());
        g.setLineWidth(theme == Theme.PROJECTOR ? 3 : 1.8);
        g.setLineDashes(6, 4);
        g.strokeLine(frame.left(), y, frame.right(), y);
        g.setLineDashes();
    }

    private void curve(GraphicsContext g, Frame frame, StepFindings found, Ink ink, double size) {
        var curve = found.curve();
        g.setStroke(ink.train());
        g.setLineWidth(theme == Theme.PROJECTOR ? 3 : 1.8);
        for (int k = 1; k < curve.size(); k++) {
            g.strokeLine(
                    frame.x(k - 1), frame.y(curve.get(k - 1).error()),
                    frame.x(k), frame.y(curve.get(k).error()));
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        for (int k = 0; k < curve.size(); k++) {
            boolean trained = curve.get(k).factor() == 1;
            dot(g, frame.x(k), frame.y(curve.get(k).error()), trained, ink);
            g.setFill(trained ? ink.text() : ink.quiet());
            g.fillText(factor(curve.get(k).factor()), frame.x(k), canvas.getHeight());
        }
        if (curve.isEmpty()) {
            dot(g, frame.x(0), frame.y(found.trained()), true, ink);
        }
    }

    private static void dot(GraphicsContext g, double x, double y, boolean full, Ink ink) {
        double r = full ? DOT + 1 : DOT - 1;
        g.setFill(full ? ink.accent() : ink.grid());
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    /// "h/8", "h", "4h".
    static String factor(double factor) {
        return factor == 1 ? "h" : factor < 1 ? "h/" + Math.round(1 / factor) : Math.round(factor) + "h";
    }
}
