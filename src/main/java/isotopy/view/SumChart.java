package isotopy.view;

import isotopy.figure.OkabeIto;
import isotopy.figure.Theme;
import isotopy.theory.Basis;
import isotopy.train.SumStudy;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.fx.FXGraphics2D;

/// The error of sums and of compositions against their number of parameters, both axes logarithmic: a thin line for
/// each basis, a thick one for the network as it gets deeper, and a ring for the present network.
final class SumChart extends Region {
    private static final double LEAST = 60;
    private static final double RING = 11;
    private static final double DOT = 5;
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}, {8, 3, 2, 3}};
    private static final List<OkabeIto> ON_LIGHT =
            List.of(OkabeIto.BLUISH_GREEN, OkabeIto.VERMILLION, OkabeIto.REDDISH_PURPLE, OkabeIto.BLACK);
    private static final List<OkabeIto> ON_DARK =
            List.of(OkabeIto.BLUISH_GREEN, OkabeIto.ORANGE, OkabeIto.REDDISH_PURPLE, OkabeIto.YELLOW);

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final CountAxis parameters = new CountAxis();
    private final DecadeAxis error = new DecadeAxis();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, true);
    private final XYPlot plot = new XYPlot(data, parameters, error, lines);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    private final Canvas canvas = new Canvas();
    private SumStudy study = SumStudy.EMPTY;
    private Optional<SumStudy.Miss> present = Optional.empty();
    private Theme theme = Theme.LIGHT;

    SumChart() {
        getStyleClass().add("sum-chart");
        chart.setNotify(false);
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        lines.setDrawSeriesLineAsPath(true);
        getChildren().add(canvas);
        setTheme(Theme.LIGHT);
    }

    /// The colour of a basis under a theme.
    static Color colour(Basis basis, Theme theme) {
        var order = theme == Theme.DARK ? ON_DARK : ON_LIGHT;
        int argb = order.get(basis.ordinal() % order.size()).argb();
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /// How the line of a basis is broken, in pixels.
    static float[] dashes(Basis basis) {
        return DASHES[basis.ordinal() % DASHES.length].clone();
    }

    /// The names of the curves as they stand, for tests.
    List<String> curves() {
        return Stream.iterate(0, k -> k < data.getSeriesCount(), k -> k + 1)
                .map(k -> String.valueOf(data.getSeriesKey(k)))
                .toList();
    }

    /// Draws a study, and the present network where it is measured.
    void show(SumStudy found, Optional<SumStudy.Miss> network) {
        study = found;
        present = network;
        fill();
        draw();
    }

    void setTheme(Theme changed) {
        theme = changed;
        var ink = Ink.of(theme);
        var font = ChartFont.of((float) Themes.smallSize(theme));
        for (var axis : List.of(parameters, error)) {
            axis.setTickLabelFont(font);
            axis.setTickLabelPaint(Ink.awt(ink.quiet()));
            axis.setAxisLinePaint(Ink.awt(ink.quiet()));
            axis.setTickMarkPaint(Ink.awt(ink.quiet()));
        }
        chart.setPadding(new RectangleInsets(font.getSize() * 0.6, 0, 2, font.getSize() * 0.8));
        plot.setRangeGridlinePaint(Ink.awt(ink.grid()));
        fill();
        draw();
    }

    private void fill() {
        data.removeAllSeries();
        for (var sums : study.sums()) {
            add(sums.basis().title(), sums.misses());
            style(colour(sums.basis(), theme), 1.6f, dashes(sums.basis()), DOT - 2);
        }
        var ink = Ink.of(theme);
        if (!study.composed().isEmpty()) {
            add(
                    "composed",
                    study.composed().stream().map(SumStudy.Composed::miss).toList());
            style(ink.accent(), 3, new float[0], DOT);
        }
        present.ifPresent(miss -> {
            add("this network", List.of(miss));
            style(ink.accent(), 2, new float[0], RING);
        });
        range();
    }

    private void add(String name, List<SumStudy.Miss> misses) {
        var series = new XYSeries(name, true);
        for (var miss : misses) {
            series.add(miss.parameters(), Math.max(miss.meanSquare(), Math.pow(10, LossRange.LOWEST)));
        }
        data.addSeries(series);
    }

    /// Dresses the last curve.
    private void style(Color colour, float width, float[] dashes, double dot) {
        int at = data.getSeriesCount() - 1;
        float wide = theme == Theme.PROJECTOR ? 1.5f * width : width;
        lines.setSeriesPaint(at, Ink.awt(colour), false);
        lines.setSeriesStroke(
                at,
                dashes.length == 0
                        ? new BasicStroke(wide)
                        : new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0),
                false);
        lines.setSeriesShape(at, new Ellipse2D.Double(-dot / 2, -dot / 2, dot, dot), false);
        lines.setSeriesShapesFilled(at, dot != RING);
    }

    private void range() {
        var all = Stream.concat(
                        study.sums().stream().flatMap(sums -> sums.misses().stream()),
                        Stream.concat(study.composed().stream().map(SumStudy.Composed::miss), present.stream()))
                .toList();
        var counts = all.stream().mapToInt(SumStudy.Miss::parameters).summaryStatistics();
        var errors = all.stream()
                .mapToDouble(SumStudy.Miss::meanSquare)
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(Math::log10)
                .summaryStatistics();
        if (errors.getCount() == 0) {
            return;
        }
        int low = (int) Math.max(LossRange.LOWEST, Math.floor(errors.getMin()));
        int high = (int) Math.max(low + 1, Math.ceil(errors.getMax()));
        error.show(low, high, Math.max(1, (high - low + 5) / 6));
        parameters.show(counts.getMin(), counts.getMax());
    }

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
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
            draw();
        }
    }
}
