package isotopy.view;

import isotopy.figure.Charts;
import isotopy.figure.Strip;
import isotopy.snapshot.FlowSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Which moment a picture shows, which moments a strip, and which chart.
final class ExportMoments extends ExportSection {
    private final Slider time = new Slider(0, 1, 1);
    private final Label timeText = new Label();
    private final TextField times = new TextField("0, 0.25, 0.5, 0.75, 1");
    private final TextField steps = new TextField("0, 100, 1000");
    private final Segments<Boolean> over;
    private final Segments<Charts> charts;
    private final HBox moment;
    private final HBox overRow;
    private final HBox timesRow;
    private final HBox stepsRow;
    private final HBox chartRow;
    private boolean learning;
    private Charts chart = Charts.LOSS;

    ExportMoments() {
        super("export-moments", "MOMENT");
        StageTheme.described(time, "export-time", "The moment t of the picture, as a share of T.");
        timeText.setId("export-time-text");
        timeText.setMinWidth(USE_PREF_SIZE);
        timeText.getStyleClass().add("panel-setting-title");
        time.valueProperty()
                .subscribe(() -> timeText.setText(String.format(Locale.ROOT, "t = %.2f T", time.getValue())));
        over = new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                false,
                                "Time",
                                "export-strip-times",
                                "Times of the present flow, from 0 to 1 as shares of T."),
                        new Segments.Choice<>(
                                true,
                                "Training",
                                "export-strip-steps",
                                "Training steps, each at t = T; of those that are kept, the nearest.")),
                chosen -> learning = chosen);
        over.select(false);
        list(times, "export-strip-shares", "The times, as shares of T, separated by commas.");
        list(steps, "export-strip-list", "The training steps, separated by commas.");
        charts = new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                Charts.LOSS, "Loss", "export-chart-loss", "The error over the training steps."),
                        new Segments.Choice<>(
                                Charts.ENERGY,
                                "Energy",
                                "export-chart-energy",
                                "How fast the particles move, layer by layer, beside the least that would do."),
                        new Segments.Choice<>(
                                Charts.THEORY,
                                "Theory",
                                "export-chart-theory",
                                "Errors of sums and of compositions over the number of parameters; of curves and"
                                        + " functions.")),
                chosen -> chart = chosen);
        charts.select(chart);
        moment = row("Time", time, timeText);
        overRow = row("Over", over);
        timesRow = row("Times", times);
        stepsRow = row("Steps", steps);
        chartRow = row("Of", charts);
    }

    private static void list(TextField field, String id, String sentence) {
        StageTheme.described(field, id, sentence).getStyleClass().add("export-list");
    }

    /// Begins with the moment that the window shows.
    void begin(double share, FlowSnapshot snapshot) {
        time.setValue(share);
        if (!steps.isFocused() && snapshot.step() > 0 && snapshot.checkpoints().size() > 1) {
            long last = snapshot.step();
            steps.setText(Stream.of(0L, last / 100, last / 10, last)
                    .distinct()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")));
        }
    }

    /// Shows what can be chosen of that.
    void follow(ExportKind kind) {
        boolean strip = kind == ExportKind.STRIP;
        heading(kind == ExportKind.CHART ? "CHART" : strip ? "MOMENTS" : "MOMENT");
        StageTheme.show(this, kind == ExportKind.PICTURE || strip || kind == ExportKind.CHART);
        StageTheme.show(moment, kind == ExportKind.PICTURE);
        StageTheme.show(overRow, strip);
        StageTheme.show(timesRow, strip && !learning);
        StageTheme.show(stepsRow, strip && learning);
        StageTheme.show(chartRow, kind == ExportKind.CHART);
    }

    double moment() {
        return time.getValue();
    }

    Charts chart() {
        return chart;
    }

    /// Throws: `IllegalArgumentException` with a sentence about what does not do.
    Strip strip() {
        return read(() -> Strip.named(learning ? "steps=" + steps.getText() : times.getText()));
    }
}
