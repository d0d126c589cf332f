package isotopy.view;

import isotopy.export.Codec;
import isotopy.project.WeightsFile;
import isotopy.train.Experiment;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks what is to be exported, shows it as it will be, says how large that gets and how long it takes, and then how
/// far it is. Training goes on meanwhile.
final class ExportPane extends BorderPane {
    /// Noted where files shall not say what made them.
    static final String UNMARKED = "export-without-provenance";

    private final ExportDesk desk;
    private final WorkbenchModel model;
    private final ExportOrders orders = new ExportOrders();
    private final ExportForm form;
    private final ExportPreview preview = new ExportPreview(orders);
    private final ExportMeasure measure = new ExportMeasure(orders);
    private final ExportJobs jobs;
    private final Label estimate = new Label();
    private final Label problem = new Label();
    private final CheckBox marked = new CheckBox("Write the experiment into the file");
    private final Button copy = new Button("Copy as command", new FontIcon(Feather.TERMINAL));
    private final Button export = new Button("Export…");
    private @Nullable Experiment judged;
    private Optional<ExportChoices> choices = Optional.empty();

    ExportPane(ExportDesk desk) {
        this.desk = desk;
        model = desk.model();
        form = new ExportForm(model);
        jobs = new ExportJobs(model, desk.openFolder());
        setId("export-pane");
        getStyleClass().add("export-pane");
        setLeft(form);
        setCenter(right());
        setBottom(bottom());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        desk.tasks().run(ExportPane::absences, form::knows, _ -> {});
    }

    /// What was just chosen with the mouse has the focus and would keep Enter from the button that stands for it;
    /// with the keyboard, Space chooses.
    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER
                && (key.getTarget() instanceof ToggleButton || key.getTarget() instanceof CheckBox)) {
            export.fire();
            key.consume();
        }
    }

    private VBox right() {
        estimate.setId("export-estimate");
        estimate.getStyleClass().add("panel-setting-title");
        estimate.setMinWidth(Region.USE_PREF_SIZE);
        problem.setId("export-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(preview, Priority.ALWAYS);
        var right = new VBox(preview, estimate, problem);
        right.getStyleClass().add("export-right");
        return right;
    }

    private VBox bottom() {
        StageTheme.described(
                marked,
                "export-marked",
                "The file then carries the whole project, the command that makes it again, and whom to cite: dropped"
                        + " onto this window it opens the experiment that made it.");
        marked.getStyleClass().add("panel-check");
        marked.setSelected(!desk.remembered().holds(UNMARKED));
        marked.setOnAction(event -> {
            if (marked.isSelected()) {
                desk.remembered().forget(UNMARKED);
            } else {
                desk.remembered().note(UNMARKED);
            }
        });
        StageTheme.described(copy, "export-copy", "Copies the “isotopy” command that writes the same file.");
        copy.setOnAction(event -> copy());
        StageTheme.described(export, "export-start", "Asks for a file and writes it in the background (Enter).");
        export.setDefaultButton(true);
        export.setOnAction(event -> start());
        for (var each : List.of(marked, copy, export)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(marked, gap, copy, export);
        row.getStyleClass().add("export-bottom");
        var bottom = new VBox(jobs, row);
        bottom.getStyleClass().add("export-foot");
        return bottom;
    }

    private static Map<Codec, Optional<String>> absences() {
        var found = new EnumMap<Codec, Optional<String>>(Codec.class);
        for (var codec : Codec.values()) {
            found.put(codec, codec.absence());
        }
        return found;
    }

    /// Begins with what the window shows now.
    void begin(ExportKind kind) {
        form.begin(kind);
    }

    boolean working() {
        return jobs.working();
    }

    /// Follows the model, the previews and the exports; called once per frame.
    ///
    /// Units: `now` in nanoseconds of wall time.
    void pulse(long now) {
        jobs.pulse();
        export.setText(jobs.working() ? "Export another…" : "Export…");
        var shown = subject();
        try {
            var answers = form.choices(marked.isSelected());
            choices = Optional.of(answers);
            marked.setDisable(!form.way().marked());
            var found = measure.pulse(
                    answers,
                    model.experimentProperty().get(),
                    () -> new ExportMeasure.Question(answers, shown, kept(shown)),
                    now);
            estimate.setText(found.map(ExportMeasure.Answer::words)
                    .filter(words -> !words.isEmpty())
                    .map(Choices::capital)
                    .orElse(found.isPresent() ? "" : "Size and time are being measured…"));
            if (answers.kind() == ExportKind.DATA) {
                data(answers, found);
            } else {
                preview.pulse(answers, shown, now);
            }
            tell(preview.refusal().orElse(""));
        } catch (IllegalArgumentException e) {
            choices = Optional.empty(); // told at its place
            estimate.setText("");
            export.setDisable(true);
            copy.setDisable(true);
        }
    }

    private void data(ExportChoices answers, Optional<ExportMeasure.Answer> found) {
        if (answers.way().weights().isPresent()) {
            judge();
        }
        preview.show(found.map(
                        answer -> answer.head().isEmpty() ? "Arrays of numbers, not to be read by eye." : answer.head())
                .orElse(""));
    }

    /// Whether the present flow can become a module of PyTorch.
    private void judge() {
        var experiment = model.experimentProperty().get();
        if (experiment != judged) {
            judged = experiment;
            form.knows(WeightsFile.unfit(desk.documents().keep().project(), WeightsFile.Form.PYTORCH));
        }
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        StageTheme.show(problem, !sentence.isEmpty());
        export.setDisable(!sentence.isEmpty());
        copy.setDisable(!sentence.isEmpty());
    }

    private ExportOrders.Subject subject() {
        return new ExportOrders.Subject(
                model.sceneProperty().get(), model.lookProperty().get());
    }

    /// The document as it is seen: while an earlier moment of the training is shown, that one.
    private Kept kept(ExportOrders.Subject shown) {
        var snapshot = shown.scene().snapshot();
        return new Kept(
                snapshot.experiment(),
                snapshot,
                shown.look(),
                model.storyboardProperty().get());
    }

    /// What is chosen at this moment, with the document of this moment; empty where an answer does not do.
    private Optional<ExportOffice> office() {
        pulse(System.nanoTime());
        var shown = subject();
        return choices.map(answers -> new ExportOffice(answers, shown, kept(shown), desk.project(), orders));
    }

    private void start() {
        office().ifPresent(office -> desk.choice()
                .save(office.choices().way().file(), office.suggestion(desk.stem()))
                .ifPresent(file -> jobs.add(desk.service().start(office.export(file), file))));
    }

    private void copy() {
        office().ifPresent(office -> desk.tasks()
                .run(
                        () -> office.command(Path.of(office.suggestion(desk.stem()))),
                        this::copied,
                        problem -> model.tell(Notice.of(
                                Notice.Kind.ERROR,
                                Setting.sentence(Objects.requireNonNullElse(
                                        problem.getMessage(), "This could not be copied"))))));
    }

    private void copied(String line) {
        var content = new ClipboardContent();
        content.putString(line);
        Clipboard.getSystemClipboard().setContent(content);
        boolean saved = desk.documents().fileProperty().get().isPresent()
                && !model.unsavedProperty().get();
        model.tell(Notice.of(
                Notice.Kind.INFORMATION,
                "In the clipboard: " + line + (saved ? "" : " Save the project as " + desk.project() + " first.")));
    }

    void close() {
        preview.close();
        measure.close();
    }
}
