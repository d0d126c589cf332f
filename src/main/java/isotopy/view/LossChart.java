package isotopy.view;

import isotopy.figure.Theme;
import isotopy.snapshot.FlowSnapshot;
import java.awt.BasicStroke;
import java.awt.Font;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/// The loss over the training steps: mean square errors on a logarithmic axis, training solid, test dashed, a thin line where the run was
/// edited. Each [#show] draws once, with nothing in between.
final class LossChart extends Region {
    private static final double LEAST = 40;

    private final LossSeries series = new LossSeries();
    private final LossRange range = new LossRange();
    private final NumberAxis steps = new NumberAxis();
    private final LogAxis loss = new LogAxis(null);
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot = new XYPlot(series, steps, loss, lines);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private final ChartCanvas canvas;
    private final Label empty = new Label("No training step taken yet.");
    private List<Long> edits = List.of();
    private Ink ink = Ink.of(Theme.LIGHT);

    LossChart() {
        setId("insight-chart");
        chart.setNotify(false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(4, 0, 0, 22));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        lines.setDrawSeriesLineAsPath(true);
        loss.setNumberFormatOverride(new Decades());
        loss.setSmallestValue(Math.pow(10, LossRange.LOWEST - 1));
        loss.setMinorTickMarksVisible(false);
        loss.setTickMarksVisible(false);
        loss.setAxisLineVisible(false);
        steps.setNumberFormatOverride(new Counts());
        steps.setTickMarkOutsideLength(3);
        canvas = new ChartCanvas(chart);
        canvas.setMouseTransparent(true);
        empty.getStyleClass().addAll("quiet", "small");
        getChildren().addAll(canvas, empty);
        setTheme(Theme.LIGHT);
    }

    /// The axes as they stand.
    LossRange range() {
        return range;
    }

    /// The curves as they stand.
    LossSeries series() {
        return series;
    }

    /// Draws the history of a snapshot.
    void show(FlowSnapshot snapshot) {
        var history = snapshot.history();
        double train = snapshot.train().meanSquare();
        double test = snapshot.experiment().sampling().testFraction() > 0 ? snapshot.test().meanSquare() : train;
        range.include(history, snapshot.step(), train, test);
        chart.setNotify(false);
        loss.setRange(Math.pow(10, range.low()), Math.pow(10, range.high()));
        loss.setTickUnit(new NumberTickUnit(range.stride()), false, false);
        steps.setRange(0, range.steps());
        steps.setTickUnit(new NumberTickUnit(range.steps() / 2.0), false, false);
        series.show(history, snapshot.step(), train, test, range, (int) Math.max(100, getWidth()));
        lines.setSeriesVisible(LossSeries.TEST, snapshot.experiment().sampling().testFraction() > 0, false);
        mark(snapshot.edits());
        boolean nothing = series.getItemCount(LossSeries.TRAIN) < 2;
        empty.setVisible(nothing);
        draw();
    }

    /// Takes a theme's colours and type.
    void setTheme(Theme theme) {
        ink = Ink.of(theme);
        chart.setNotify(false);
        var font = ChartFont.of((float) Themes.smallSize(theme));
        style(loss, font);
        style(steps, font);
        chart.setPadding(new RectangleInsets(
                font.getSize() * 0.6, 0, 0, font.getSize() * 1.9));
        plot.setRangeGridlinePaint(Ink.awt(ink.grid()));
        steps.setAxisLinePaint(Ink.awt(ink.quiet()));
        steps.setTickMarkPaint(Ink.awt(ink.quiet()));
        float width = theme == Theme.PROJECTOR ? 3 : 1.8f;
        lines.setSeriesPaint(LossSeries.TRAIN, Ink.awt(ink.train()), false);
        lines.setSeriesPaint(LossSeries.TEST, Ink.awt(ink.test()), false);
        lines.setSeriesStroke(LossSeries.TRAIN, new BasicStroke(width), false);
        lines.setSeriesStroke(LossSeries.TEST, dashed(width), false);
        var marked = edits;
        edits = List.of();
        mark(marked);
        draw();
    }

    /// The stroke of the test curve.
    static BasicStroke dashed(float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3 * width, 2 * width}, 0);
    }

    private void style(NumberAxis axis, Font font) {
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(Ink.awt(ink.quiet()));
        axis.setAutoTickUnitSelection(false, false);
    }

    private void style(LogAxis axis, Font font) {
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(Ink.awt(ink.quiet()));
        axis.setAutoTickUnitSelection(false, false);
    }

    private void mark(List<Long> wanted) {
        if (wanted.equals(edits)) {
            return;
        }
        edits = wanted;
        plot.clearDomainMarkers();
        var stroke = new BasicStroke(1);
        for (long at : edits) {
            plot.addDomainMarker(new ValueMarker(at, Ink.awt(ink.quiet()), stroke));
        }
    }

    private void draw() {
        if (canvas.getWidth() >= LEAST && canvas.getHeight() >= LEAST) {
            chart.setNotify(true);
        }
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (w >= LEAST && h >= LEAST && (canvas.getWidth() != w || canvas.getHeight() != h)) {
            chart.setNotify(false);
            canvas.resize(w, h);
            draw();
        }
        empty.autosize();
        empty.relocate((w - empty.getWidth()) / 2 + 14, (h - empty.getHeight()) / 2 - 8);
    }

    /// Writes 0.0001 as 10⁻⁴.
    private static final class Decades extends OneWay {
        private static final long serialVersionUID = 1;

        @Override
        String text(double value) {
            return Numbers.powerOfTen((int) Math.round(Math.log10(value)));
        }
    }

    /// Writes 2000 as 2,000.
    private static final class Counts extends OneWay {
        private static final long serialVersionUID = 1;

        @Override
        String text(double value) {
            return Numbers.count(Math.round(value));
        }
    }

    /// A format that writes and does not read.
    private abstract static class OneWay extends NumberFormat {
        private static final long serialVersionUID = 1;

        abstract String text(double value);

        @Override
        public StringBuffer format(double number, StringBuffer into, FieldPosition where) {
            return into.append(text(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer into, FieldPosition where) {
            return into.append(text(number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("labels of an axis are not read");
        }
    }
}
