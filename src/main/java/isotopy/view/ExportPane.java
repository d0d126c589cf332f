package isotopy.view;

import isotopy.export.Order;
import isotopy.export.Raster;
import isotopy.service.Background;
import isotopy.service.ExportJob;
import isotopy.service.ExportService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks what is to be exported, shows it as it will be, and then how far it is. Training goes on meanwhile.
final class ExportPane extends VBox {
    /// The largest preview.
    ///
    /// Units: logical pixels.
    private static final double PREVIEW_WIDTH = 384;

    private static final double PREVIEW_HEIGHT = 256;
    /// Nanoseconds between two frames of a preview that moves.
    private static final long FRAME = 66_000_000;

    private record Question(Order order, double share) {}

    private final WorkbenchModel model;
    private final FileChoice choice;
    private final ExportService service;
    private final Optional<Consumer<Path>> openFolder;
    private final Background<Question, Raster> previewer = new Background<>("isotopy-preview", ExportPane::paint);
    private final ExportForm form = new ExportForm();
    private final ImageView preview = new ImageView();
    private final Label problem = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button export = new Button("Export…");
    private final Button cancel = new Button("Cancel");
    private final List<ExportJob> jobs = new ArrayList<>();
    private Optional<Question> shown = Optional.empty();
    private long lastFrame;
    private long began;

    ExportPane(WorkbenchModel model, FileChoice choice, ExportService service, Optional<Consumer<Path>> openFolder) {
        this.model = model;
        this.choice = choice;
        this.service = service;
        this.openFolder = openFolder;
        setId("export-pane");
        getStyleClass().add("export-pane");
        preview.setId("export-preview");
        preview.setPreserveRatio(true);
        var frame = new StackPane(preview);
        frame.getStyleClass().add("export-preview");
        frame.setMinSize(PREVIEW_WIDTH + 2, PREVIEW_HEIGHT + 2);
        problem.setId("export-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        export.setId("export-start");
        export.setDefaultButton(true);
        export.setTooltip(Tips.of("Asks for a file and writes it in the background."));
        export.setOnAction(event -> start());
        cancel.setId("export-cancel");
        cancel.setTooltip(Tips.of("Stops the export; no half file is left."));
        cancel.setOnAction(event -> jobs.forEach(ExportJob::cancel));
        progress.setId("export-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        var gap = new Region();
        var bottom = new HBox(progress, gap, cancel, export);
        bottom.getStyleClass().add("export-bottom");
        getChildren().addAll(frame, form, problem, bottom);
        show();
    }

    /// Begins with what the window shows now.
    void begin(boolean asFilm) {
        form.choose(asFilm);
        form.beginWith(
                model.playback().shareProperty().get(),
                model.lookProperty().get().theme());
    }

    boolean working() {
        return !jobs.isEmpty();
    }

    /// Follows the model, the previews and the exports; called once per frame.
    void pulse(long now) {
        previewer.take().ifPresent(this::show);
        var finished = jobs.stream()
                .filter(job -> !(job.state() instanceof ExportJob.State.Working))
                .toList();
        finished.forEach(this::finish);
        if (now - lastFrame >= FRAME) {
            lastFrame = now;
            ask(now);
            show();
        }
    }

    private void ask(long now) {
        try {
            var order =
                    form.order(model.sceneProperty().get(), model.lookProperty().get());
            problem.setText("");
            var question = new Question(order, share(order, now));
            if (!Optional.of(question).equals(shown)) {
                shown = Optional.of(question);
                previewer.ask(question);
            }
        } catch (IllegalArgumentException e) {
            problem.setText(Setting.sentence(e));
        }
    }

    private double share(Order order, long now) {
        double lasts = order instanceof Order.Moving moving ? moving.seconds() : 0;
        if (lasts == 0) {
            return 1;
        }
        began = began == 0 ? now : began;
        double passed = (now - began) / 1e9 / lasts;
        return passed - Math.floor(passed);
    }

    /// The frame in the size of the preview: the same figure, painted with fewer pixels.
    private static Raster paint(Question question) {
        var figure = question.order().figure(question.share());
        double scale = Math.min(PREVIEW_WIDTH / figure.width(), PREVIEW_HEIGHT / figure.height());
        var raster = new Raster((int) Math.max(1, Math.rint(2 * scale * figure.width())), (int)
                Math.max(1, Math.rint(2 * scale * figure.height())));
        raster.paint(figure, 2 * scale);
        return raster;
    }

    private void show(Raster raster) {
        preview.setImage(Rasters.image(raster));
        preview.setFitWidth(raster.width() / 2.0);
    }

    private void show() {
        problem.setVisible(!problem.getText().isEmpty());
        problem.setManaged(!problem.getText().isEmpty());
        export.setDisable(!problem.getText().isEmpty());
        export.setText(jobs.isEmpty() ? "Export…" : "Export another…");
        for (var node : List.of(progress, cancel)) {
            node.setVisible(!jobs.isEmpty());
        }
        if (!jobs.isEmpty() && jobs.getFirst().state() instanceof ExportJob.State.Working(double share)) {
            progress.setProgress(share);
        }
    }

    private void start() {
        Order order;
        try {
            order = form.order(model.sceneProperty().get(), model.lookProperty().get());
        } catch (IllegalArgumentException e) {
            problem.setText(Setting.sentence(e));
            show();
            return;
        }
        var kind = form.kind();
        choice.save(kind, name() + "." + kind.ending()).ifPresent(file -> {
            jobs.add(service.start(order, file));
            show();
        });
    }

    private String name() {
        var target = model.experimentProperty().get().target().title().toLowerCase(Locale.ROOT);
        return target.replaceAll("\\.csv$", "").replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private void finish(ExportJob job) {
        jobs.remove(job);
        switch (job.state()) {
            case ExportJob.State.Working working -> {}
            case ExportJob.State.Done() ->
                model.tell(new Notice(
                        Notice.Kind.INFORMATION,
                        "The export is finished: " + job.file(),
                        openFolder
                                .map(opener ->
                                        List.of(new Notice.Offer("Show the folder", () -> opener.accept(folder(job)))))
                                .orElse(List.of())));
            case ExportJob.State.Cancelled() ->
                model.tell(Notice.of(Notice.Kind.INFORMATION, "The export was cancelled; no file was left."));
            case ExportJob.State.Failed(String sentence) -> model.tell(Notice.of(Notice.Kind.ERROR, sentence));
        }
        show();
    }

    private static Path folder(ExportJob job) {
        return Optional.ofNullable(job.file().toAbsolutePath().getParent()).orElse(job.file());
    }

    void close() {
        previewer.close();
    }
}
