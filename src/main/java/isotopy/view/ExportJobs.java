package isotopy.view;

import isotopy.service.Estimate;
import isotopy.service.ExportJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The exports on their way and the last ones that ended: how far each is, how fast, and how it went. Each can be
/// cancelled, or shown where it lies.
final class ExportJobs extends VBox {
    /// So many that are over stay in sight.
    private static final int KEPT = 2;

    private final WorkbenchModel model;
    private final Optional<Consumer<Path>> openFolder;
    private final List<Row> rows = new ArrayList<>();

    ExportJobs(WorkbenchModel model, Optional<Consumer<Path>> openFolder) {
        this.model = model;
        this.openFolder = openFolder;
        setId("export-jobs");
        getStyleClass().add("export-jobs");
        StageTheme.show(this, false);
    }

    void add(ExportJob job) {
        rows.add(new Row(job));
        pulse();
    }

    /// Whether one of them is still on its way.
    boolean working() {
        return rows.stream().anyMatch(row -> !row.told);
    }

    /// Shows how they stand; each that has ended is told once, in the window.
    void pulse() {
        rows.forEach(Row::pulse);
        while (rows.stream().filter(row -> row.told).count() > KEPT) {
            rows.remove(rows.stream().filter(row -> row.told).findFirst().orElseThrow());
        }
        var shown = rows.stream().map(row -> row.line).toList();
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        StageTheme.show(this, !rows.isEmpty());
    }

    private static Path folder(ExportJob job) {
        return Optional.ofNullable(job.file().toAbsolutePath().getParent()).orElse(job.file());
    }

    /// One export.
    private final class Row {
        private final ExportJob job;
        private final ProgressBar bar = new ProgressBar(0);
        private final Label words = new Label();
        private final Button cancel =
                StageTheme.described(new Button("Cancel"), "export-cancel", "Stops this export; no half file is left.");
        private final Button show =
                StageTheme.described(new Button("Show in folder"), "export-show", "Opens the folder of the file.");
        private final HBox line;
        private boolean told;

        Row(ExportJob job) {
            this.job = job;
            var name = new Label(String.valueOf(job.file().getFileName()));
            name.getStyleClass().addAll("panel-setting-title", "strong");
            name.setMaxWidth(220);
            name.setMinWidth(130);
            bar.setId("export-progress");
            bar.setMinWidth(90);
            bar.setPrefWidth(90);
            words.setId("export-state");
            words.getStyleClass().add("panel-setting-title");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            for (var button : List.of(cancel, show)) {
                button.getStyleClass().add("panel-button");
                button.setMinWidth(USE_PREF_SIZE);
            }
            cancel.setOnAction(event -> job.cancel());
            show.setOnAction(event -> openFolder.ifPresent(opener -> opener.accept(folder(job))));
            line = new HBox(name, bar, words, cancel, show);
            line.getStyleClass().add("export-row");
            pulse();
        }

        void pulse() {
            if (told) {
                return;
            }
            var state = job.state();
            StageTheme.show(bar, !state.over());
            StageTheme.show(cancel, !state.over());
            StageTheme.show(show, state instanceof ExportJob.State.Done && openFolder.isPresent());
            switch (state) {
                case ExportJob.State.Waiting() -> words.setText("waits for its turn");
                case ExportJob.State.Working(var pulse) -> {
                    bar.setProgress(pulse.share());
                    words.setText(said(pulse));
                }
                case ExportJob.State.Done() ->
                    end(
                            "done, whole",
                            new Notice(
                                    Notice.Kind.INFORMATION,
                                    "The export is finished: " + job.file(),
                                    openFolder
                                            .map(opener -> List.of(new Notice.Offer(
                                                    "Show the folder", () -> opener.accept(folder(job)))))
                                            .orElse(List.of())));
                case ExportJob.State.Cancelled() ->
                    end(
                            "cancelled; no file was left",
                            Notice.of(Notice.Kind.INFORMATION, "The export was cancelled; no file was left."));
                case ExportJob.State.Failed(String sentence) -> {
                    words.getStyleClass().setAll("label", "panel-problem");
                    end(Setting.sentence(sentence), Notice.of(Notice.Kind.ERROR, sentence));
                }
            }
        }

        private void end(String sentence, Notice notice) {
            told = true;
            words.setText(sentence);
            model.tell(notice);
        }

        private String said(ExportJob.Pulse pulse) {
            if (pulse.share() == 0) {
                return "begins…";
            }
            var left = Double.isFinite(pulse.left()) ? Estimate.time(pulse.left()) + " left" : "";
            return pulse.frames() < 2
                    ? left
                    : String.format(
                            Locale.ROOT,
                            "frame %,d of %,d · %.0f frames/s · %s",
                            pulse.frame(),
                            pulse.frames(),
                            pulse.rate(),
                            left);
        }
    }
}
