package isotopy.view;

import isotopy.figure.Theme;
import isotopy.snapshot.FlowSnapshot;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.fx.FXGraphics2D;

/// The loss over the training steps: mean square errors on a logarithmic axis, training solid, test dashed, a thin line
/// where the run was edited. Each [#show] draws once: nothing listens to the chart.
final class LossChart extends Region {
    private static final double LEAST = 40;
    private static final float LOOKED_WIDTH = 2.5f;

    /// The steps at which lines stand: where the run was edited, and the earlier flow that is looked at.
    private record Marks(List<Long> edits, Optional<Long> looked) {}

    /// A line that no flow goes below, with its name.
    private record Bound(double at, String name) {}

    private final LossSeries series = new LossSeries();
    private final LossRange range = new LossRange();
    private final NumberAxis steps = new NumberAxis();
    private final DecadeAxis loss = new DecadeAxis();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot = new XYPlot(series, steps, loss, lines);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private final Canvas canvas = new Canvas();
    private final Label empty = new Label("No training step taken yet.");
    private Marks marks = new Marks(List.of(), Optional.empty());
    private Optional<Bound> bound = Optional.empty();
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
        steps.setNumberFormatOverride(new Counts());
        steps.setAutoTickUnitSelection(false, false);
        steps.setTickMarkOutsideLength(3);
        empty.getStyleClass().addAll("quiet", "small");
        getChildren().addAll(canvas, empty);
        setTheme(Theme.LIGHT);
    }

    /// Draws an empty chart into a picture that nobody sees: fonts and classes are loaded then.
    static void warmUp() {
        var axis = new DecadeAxis();
        axis.setTickLabelFont(ChartFont.of(12));
        var plot = new XYPlot(new LossSeries(), new NumberAxis(), axis, new XYLineAndShapeRenderer(true, false));
        new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false).createBufferedImage(100, 100);
    }

    /// The axes as they stand.
    LossRange range() {
        return range;
    }

    /// The curves as they stand.
    LossSeries series() {
        return series;
    }

    /// The labels of the loss axis, from below.
    List<String> labels() {
        return loss.labels();
    }

    /// Draws the history of a snapshot.
    void show(FlowSnapshot snapshot) {
        show(snapshot, Optional.empty());
    }

    /// Draws the history of the newest snapshot in the user's units, and a line at the step of an earlier flow that
    /// is looked at.
    void show(FlowSnapshot snapshot, Optional<Long> looked) {
        double unit = snapshot.experiment().unit();
        var history = snapshot.history().times(unit * unit);
        double train = snapshot.train().times(unit).meanSquare();
        double test = snapshot.experiment().sampling().testFraction() > 0
                ? snapshot.test().times(unit).meanSquare()
                : train;
        range.include(history, snapshot.step(), train, test);
        var floor = Sentences.floor(snapshot).map(found -> found.times(unit).meanSquare());
        floor.ifPresent(range::include);
        bound(floor.map(at -> new Bound(at, Sentences.floorName(snapshot))));
        loss.show(range.low(), range.high(), range.stride());
        steps.setRange(0, range.steps());
        steps.setTickUnit(new NumberTickUnit(range.steps() / 2.0), false, false);
        series.show(history, snapshot.step(), train, test, range, (int) Math.max(100, getWidth()));
        lines.setSeriesVisible(LossSeries.TEST, snapshot.experiment().sampling().testFraction() > 0, false);
        // an edit that no step has followed yet has changed nothing that the curve shows
        mark(new Marks(
                snapshot.edits().stream().filter(at -> at < snapshot.step()).toList(), looked));
        boolean nothing = series.getItemCount(LossSeries.TRAIN) < 2;
        empty.setVisible(nothing);
        plot.setRangeGridlinesVisible(!nothing);
        draw();
    }

    /// Takes a theme's colours and type.
    void setTheme(Theme theme) {
        ink = Ink.of(theme);
        var font = ChartFont.of((float) Themes.smallSize(theme));
        style(loss, font);
        style(steps, font);
        chart.setPadding(new RectangleInsets(font.getSize() * 0.6, 0, 0, font.getSize() * 1.9));
        plot.setRangeGridlinePaint(Ink.awt(ink.grid()));
        steps.setAxisLinePaint(Ink.awt(ink.quiet()));
        steps.setTickMarkPaint(Ink.awt(ink.quiet()));
        float width = theme == Theme.PROJECTOR ? 3 : 1.8f;
        lines.setSeriesPaint(LossSeries.TRAIN, Ink.awt(ink.train()), false);
        lines.setSeriesPaint(LossSeries.TEST, Ink.awt(ink.test()), false);
        lines.setSeriesStroke(LossSeries.TRAIN, new BasicStroke(width), false);
        lines.setSeriesStroke(LossSeries.TEST, dashed(width), false);
        var bounded = bound;
        bound = Optional.empty();
        bound(bounded);
        var marked = marks;
        marks = new Marks(List.of(), Optional.empty());
        mark(marked);
        draw();
    }

    /// The stroke of the test curve.
    static BasicStroke dashed(float width) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3 * width, 2 * width}, 0);
    }

    private void style(ValueAxis axis, Font font) {
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(Ink.awt(ink.quiet()));
    }

    private void mark(Marks wanted) {
        if (wanted.equals(marks)) {
            return;
        }
        marks = wanted;
        plot.clearDomainMarkers();
        for (long at : marks.edits()) {
            plot.addDomainMarker(new ValueMarker(at, Ink.awt(ink.quiet()), new BasicStroke(1)));
        }
        marks.looked()
                .ifPresent(at -> plot.addDomainMarker(
                        new ValueMarker(at, Ink.awt(ink.accent()), new BasicStroke(LOOKED_WIDTH))));
    }

    private void bound(Optional<Bound> wanted) {
        if (wanted.equals(bound)) {
            return;
        }
        bound = wanted;
        plot.clearRangeMarkers();
        wanted.ifPresent(line -> {
            var marker = new ValueMarker(line.at(), Ink.awt(ink.text()), dotted());
            marker.setLabel(line.name());
            marker.setLabelFont(steps.getTickLabelFont());
            marker.setLabelPaint(Ink.awt(ink.text()));
            marker.setLabelBackgroundColor(new java.awt.Color(0, 0, 0, 0));
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
            plot.addRangeMarker(marker);
        });
    }

    /// What the floor would be called, and where it lies, for tests.
    Optional<String> floorName() {
        return bound.map(Bound::name);
    }

    private static BasicStroke dotted() {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 3}, 0);
    }

    /// Draws everything. A new graphics each time: one that is kept remembers colours and fonts which its canvas
    /// has forgotten.
    private void draw() {
        double w = canvas.getWidth();
        double h = canvas.getHeight();
        if (w >= LEAST && h >= LEAST) {
            var g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, w, h);
            g.save();
            chart.draw(new FXGraphics2D(g), new Rectangle2D.Double(0, 0, w, h));
            g.restore();
        }
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        double h = Math.floor(getHeight());
        if (w >= LEAST && h >= LEAST && (canvas.getWidth() != w || canvas.getHeight() != h)) {
            canvas.setWidth(w);
            canvas.setHeight(h);
            draw();
        }
        empty.autosize();
        empty.relocate((w - empty.getWidth()) / 2 + 14, (h - empty.getHeight()) / 2 - 8);
    }

    /// Writes 2000 as 2,000; a format that writes and does not read.
    private static final class Counts extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer into, FieldPosition where) {
            return into.append(Numbers.count(Math.round(number)));
        }

        @Override
        public StringBuffer format(long number, StringBuffer into, FieldPosition where) {
            return into.append(Numbers.count(number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("labels of an axis are not read");
        }
    }
}
