package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossChartTest {
    private static final Experiment IDENTITY = Experiment.standard(Preset.IDENTITY);

    /// A snapshot after `steps` steps, with the losses of a formula.
    private static FlowSnapshot after(int steps, LongToDoubleFunction loss, Long... edits) {
        var at = LongStream.rangeClosed(0, steps).toArray();
        var train = Arrays.stream(at).mapToDouble(loss).toArray();
        var last = new Evaluation(loss.applyAsDouble(steps), 0, 0);
        return new FlowSnapshot(
                IDENTITY,
                IDENTITY.start(),
                steps,
                last,
                last,
                LossHistory.of(at, train, train),
                Folds.NONE,
                List.of(edits),
                new Activity.Training(),
                100);
    }

    private static LossChart chart() {
        return Fx.on(() -> {
            var chart = new LossChart();
            new Scene(chart, 280, 200);
            chart.resize(280, 200);
            chart.layout();
            return chart;
        });
    }

    @Test
    void theCurvesGrowWithTheRun() {
        var chart = chart();
        int before = 0;
        for (int steps : new int[] {1, 5, 30, 100}) {
            Fx.run(() -> chart.show(after(steps, step -> 1.0 / (1 + step))));
            int points = chart.series().getItemCount(LossSeries.TEST);
            assertThat(points).as("points after %d steps", steps).isGreaterThan(before);
            before = points;
        }
    }

    @Test
    void theRangeNeverShrinksWhileARunGoesOn() {
        var chart = chart();
        LongToDoubleFunction loss = step -> 0.4 * Math.pow(10, -4 * Math.sin(step / 40.0));
        int low = 0;
        int high = -99;
        long right = 0;
        for (int steps = 1; steps < 400; steps++) {
            var snapshot = after(steps, loss);
            Fx.run(() -> chart.show(snapshot));
            var range = chart.range();
            if (steps > 1) {
                assertThat(range.low()).as("step %d", steps).isLessThanOrEqualTo(low);
                assertThat(range.high()).as("step %d", steps).isGreaterThanOrEqualTo(high);
                assertThat(range.steps()).as("step %d", steps).isGreaterThanOrEqualTo(right);
            }
            low = range.low();
            high = range.high();
            right = range.steps();
        }
        assertThat(low).isEqualTo(-5);
        assertThat(high).isEqualTo(4);
        assertThat(right).isEqualTo(500);
    }

    @Test
    void anotherRunStartsTheRangeAnew() {
        var chart = chart();
        Fx.run(() -> chart.show(after(300, step -> 1e5 / (1 + step))));
        Fx.run(() -> chart.show(after(3, step -> 0.5 / (1 + step))));
        assertThat(chart.range().high()).isEqualTo(0);
        assertThat(chart.range().steps()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-30, 1e-9, 1, 1e9, 1e300, Double.POSITIVE_INFINITY})
    void everyLossCanBeDrawn(double loss) {
        var chart = chart();
        Fx.run(() -> chart.show(after(20, step -> loss)));
        Fx.run(() -> chart.show(after(40, step -> step < 30 ? loss : 0)));
        assertThat(chart.range().high() - chart.range().low()).isBetween(2, 28);
        assertThat(chart.labels()).hasSizeBetween(2, 8);
        for (int k = 0; k < chart.series().getItemCount(LossSeries.TRAIN); k++) {
            assertThat(chart.series().getYValue(LossSeries.TRAIN, k))
                    .isBetween(
                            Math.pow(10, chart.range().low()),
                            Math.pow(10, chart.range().high()));
        }
    }

    @Test
    void exactlyZeroIsDrawnAtTheBottom() {
        var chart = chart();
        Fx.run(() -> chart.show(after(20, step -> 0)));
        assertThat(chart.labels()).containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰");
        assertThat(chart.series().getYValue(LossSeries.TRAIN, 3)).isEqualTo(1e-4);
    }

    @Test
    void aLongRunIsThinnedToWhatPixelsShow() {
        var chart = chart();
        Fx.run(() -> chart.show(after(20_000, step -> 1 + 0.5 * Math.sin(step))));
        assertThat(chart.series().getItemCount(LossSeries.TRAIN)).isBetween(500, 4 * 281);
    }

    @Test
    void thinningKeepsTheEndsAndTheExtremes() {
        var chart = chart();
        Fx.run(() -> chart.show(after(20_000, step -> step == 7777 ? 900 : step == 9999 ? 2e-6 : 1)));
        var series = chart.series();
        double least = 1;
        double most = 1;
        for (int k = 0; k < series.getItemCount(LossSeries.TEST); k++) {
            least = Math.min(least, series.getYValue(LossSeries.TEST, k));
            most = Math.max(most, series.getYValue(LossSeries.TEST, k));
        }
        assertThat(least).isEqualTo(2e-6);
        assertThat(most).isEqualTo(900);
        assertThat(series.getXValue(LossSeries.TEST, 0)).isZero();
        assertThat(series.getXValue(LossSeries.TEST, series.getItemCount(LossSeries.TEST) - 1))
                .isEqualTo(20_000);
    }

    @Test
    void stepsGrowByOneTwoFive() {
        var range = new LossRange();
        var seen = new LinkedHashSet<Long>();
        for (long step = 1; step < 3000; step++) {
            range.include(LossHistory.EMPTY, step, 1, 1);
            seen.add(range.steps());
        }
        // an empty history never continues, so every range is the least that holds its step
        assertThat(seen).containsExactly(10L, 20L, 50L, 100L, 200L, 500L, 1000L, 2000L, 5000L);
    }

    @Test
    void chartsCanBeWarmedUpOffTheirThread() {
        LossChart.warmUp();
        assertThat(chart().getChildrenUnmodifiable()).isNotEmpty();
    }

    @Test
    void thePixelsShowCurvesAndEditsInEveryTheme() {
        for (var theme : Theme.values()) {
            var chart = chart();
            var image = Fx.on(() -> {
                chart.setTheme(theme);
                chart.show(after(100, step -> 1.0 / (1 + step), 40L));
                return Fx.image(chart.snapshot(null, null));
            });
            Fx.save(image, "chart-" + theme.id());
            var train = Ink.of(theme).train();
            assertThat(near(image, train))
                    .as("%s: pixels of the training curve", theme)
                    .isGreaterThan(40);
        }
    }

    private static long near(BufferedImage image, Color colour) {
        long found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                double off = Math.abs((argb >> 16 & 255) / 255.0 - colour.getRed())
                        + Math.abs((argb >> 8 & 255) / 255.0 - colour.getGreen())
                        + Math.abs((argb & 255) / 255.0 - colour.getBlue());
                found += off < 0.15 ? 1 : 0;
            }
        }
        return found;
    }
}
