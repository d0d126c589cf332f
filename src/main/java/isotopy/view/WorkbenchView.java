package isotopy.view;

import java.io.File;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: the toolbar above, the experiment on the left, the stage in the middle, what it means on the
/// right, time below.
///
/// Presenting leaves the stage, the timeline and one caption. Below a width of 1100 pixels the right panel folds away;
/// below a height of 860 it shows the number and one section at a time.
public final class WorkbenchView extends StackPane {
    static final double INSIGHT_FROM = 1100;
    private static final double ROOMY_FROM = 860;

    private final WorkbenchModel model;
    private final Documents documents;
    private final StageView stage;
    private final TimelineView timeline;
    private final ExperimentPanel experiment;
    private final InsightPanel insight;
    private final Toolbar toolbar;
    private final HintView hint;
    private final PresentationCaption caption;
    private final StageKeys keys;
    private final Shortcuts shortcuts;

    /// The content for a model and its documents; `exports` asks for pictures and films, `remembered` knows whether
    /// the three steps were shown before.
    public WorkbenchView(
            WorkbenchModel model, Documents documents, Tasks tasks, ExportDialog exports, Remembered remembered) {
        this.model = model;
        this.documents = documents;
        getStyleClass().add("workbench");
        stage = new StageView(model);
        timeline = new TimelineView(model);
        var gallery = new GalleryPopup(model, tasks, documents.saved());
        experiment = new ExperimentPanel(model, gallery, documents::importPairs);
        insight = new InsightPanel(model);
        hint = new HintView(model, remembered);
        caption = new PresentationCaption(model);
        var copies = new Copies(model, documents, tasks, () -> new Dimension2D(stage.getWidth(), stage.getHeight()));
        toolbar = new Toolbar(model, documents, gallery, ExportMenu.items(exports, copies), hint::recall);
        keys = new StageKeys(model, stage);
        shortcuts = new Shortcuts(model, documents, copies);
        var notices = new NoticeBar(model);
        setAlignment(notices, Pos.BOTTOM_CENTER);
        var frame = new BorderPane(new StackPane(stage, new ImportPane(model, documents.imports()), notices));
        frame.setTop(toolbar);
        frame.setLeft(experiment);
        frame.setRight(insight);
        frame.setBottom(new VBox(caption, timeline));
        getChildren().addAll(frame, hint);
        hint.pointAt(experiment.targets(), experiment.families(), timeline.trainButton());
        widthProperty().addListener((property, before, now) -> arrange());
        heightProperty().addListener((property, before, now) -> arrange());
        model.presentingProperty().addListener((property, before, now) -> arrange());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(DragEvent.DRAG_OVER, this::offer);
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        arrange();
    }

    /// Lets everything follow the model; called once per frame.
    ///
    /// Units: `now` in nanoseconds of wall time.
    public void pulse(long now) {
        model.pulse(now);
        stage.pulse(now);
    }

    /// Offers what tells of the program itself below its name.
    public void offer(ProgramWindows windows) {
        toolbar.offer(windows.items());
    }

    /// How many different pictures the stage has shown: from the second on, something moves.
    public int pictures() {
        return stage.pictures();
    }

    /// Shows the three steps to one who starts the program for the first time.
    public void greet() {
        hint.greet();
    }

    /// Takes the three steps away: somebody knows what they want.
    public void endGreeting() {
        hint.hide();
    }

    private void arrange() {
        boolean presenting = model.presentingProperty().get();
        for (var panel : List.of(toolbar, experiment)) {
            panel.setVisible(!presenting);
            panel.setManaged(!presenting);
        }
        caption.setVisible(presenting);
        caption.setManaged(presenting);
        insight.setFolded(presenting || getWidth() < INSIGHT_FROM);
        insight.setCompact(getHeight() < ROOMY_FROM);
    }

    private void press(KeyEvent key) {
        if (key.isConsumed()) {
            return;
        }
        boolean used = true;
        if (key.getCode() == KeyCode.F11) {
            model.setPresenting(!model.presentingProperty().get());
        } else if (key.getCode() == KeyCode.ESCAPE && model.presentingProperty().get()) {
            model.setPresenting(false);
        } else {
            used = keys.handleKey(key) || shortcuts.handleKey(key);
        }
        if (used) {
            key.consume();
        }
    }

    private void offer(DragEvent drag) {
        if (drag.getDragboard().hasFiles()
                && drag.getDragboard().getFiles().stream().anyMatch(file -> Documents.accepts(file.toPath()))) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void drop(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            documents.accept(
                    drag.getDragboard().getFiles().stream().map(File::toPath).toList());
            drag.setDropCompleted(true);
            drag.consume();
        }
    }
}
