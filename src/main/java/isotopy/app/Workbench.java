package isotopy.app;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.project.Project;
import isotopy.service.ExportService;
import isotopy.service.TrainingService;
import isotopy.service.WarmUp;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import isotopy.view.Documents;
import isotopy.view.ExportDesk;
import isotopy.view.ExportDialog;
import isotopy.view.FileChoice;
import isotopy.view.Notice;
import isotopy.view.Program;
import isotopy.view.ProgramWindows;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.Tasks;
import isotopy.view.Themes;
import isotopy.view.WorkbenchModel;
import isotopy.view.WorkbenchView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// One window with everything behind it: the model, its background threads, the documents, the views, and the beat of
/// the frames.
final class Workbench {
    /// One core trains and the others are the window's.
    private static final int TRAINING_THREADS = 1;

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /// What the desktop puts above and below a window's content.
    private static final double FRAME = 40;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 560;

    /// Frames that nothing shall disturb; half a second.
    private static final int FIRST_FRAMES = 30;

    private final Stage stage;
    private final Scene scene;
    private final WorkbenchModel model;
    private final Documents documents;
    private final WorkbenchView view;
    private final AnimationTimer frames;
    private final Surroundings around;
    private Optional<ProgramWindows> program = Optional.empty();
    private Optional<Function<Experiment, WarmUp>> coming = Optional.empty();
    private Optional<WarmUp> warmUp = Optional.empty();
    private int beats;
    /// Pictures that were painted and not shown.
    private int unseen;

    private final FirstFrame firstFrame;

    /// What a window needs from outside.
    ///
    /// `openFolder` shows a folder on the desktop, where that works.
    record Surroundings(
            Tasks tasks,
            ExportService exports,
            FileChoice choice,
            RecentFiles recent,
            Remembered remembered,
            Optional<Consumer<Path>> openFolder) {}

    /// Dresses the stage; nothing is shown yet.
    Workbench(Stage stage, Project opening, Surroundings around) {
        this(stage, opening.snapshot(), opening.look(), around, FirstFrame.asked(), size());
        dress();
    }

    /// Makes everything beside a stage that shows something else meanwhile, on any thread; [#enter(double)] lets it
    /// take the stage.
    static Workbench beside(
            Stage stage, Opening opening, Surroundings around, FirstFrame firstFrame, Dimension2D size) {
        return new Workbench(
                stage, opening.project().snapshot(), opening.project().look(), around, firstFrame, size);
    }

    private Workbench(
            Stage stage, FlowSnapshot start, Look look, Surroundings around, FirstFrame firstFrame, Dimension2D size) {
        this.stage = stage;
        this.around = around;
        this.firstFrame = firstFrame;
        var trainer = new TrainingService(start.experiment(), TRAINING_THREADS);
        model = new WorkbenchModel(start, look, true, trainer);
        documents = new Documents(model, around.tasks(), around.choice(), around.recent());
        var dialog = new ExportDialog(
                new ExportDesk(
                        model,
                        documents,
                        around.tasks(),
                        around.choice(),
                        around.exports(),
                        around.remembered(),
                        around.openFolder()),
                () -> stage);
        view = new WorkbenchView(model, documents, around.tasks(), dialog, around.remembered());
        frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                beat(now);
            }
        };
        scene = new Scene(view, size.getWidth(), size.getHeight());
        followTheme();
    }

    /// The size with which a window opens: on a screen of just that size, with its frame still in sight.
    static Dimension2D size() {
        return size(Screen.getPrimary().getVisualBounds());
    }

    static Dimension2D size(Rectangle2D screen) {
        return new Dimension2D(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - FRAME));
    }

    private void dress() {
        followPresenting();
        stage.titleProperty().bind(documents.title());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(close -> {
            close.consume();
            documents.unlessUnsaved(this::close);
        });
    }

    /// One frame; `now` in nanoseconds of wall time.
    void beat(long now) {
        // before the pulse: what is counted here was handed to the screen with the frame before
        firstFrame.wholeReached(view.pictures() - unseen);
        view.pulse(now);
        beats++;
        if (model.training()) {
            coming = Optional.empty();
            warmUp.ifPresent(WarmUp::cancel);
            warmUp = Optional.empty();
        } else if (beats > FIRST_FRAMES && coming.isPresent()) {
            warmUp = coming.map(begin -> begin.apply(model.experimentProperty().get()));
            coming = Optional.empty();
        }
    }

    /// Has the trainer's kernels warmed up once the first frames are on the screen, unless training is quicker;
    /// that ends it, too.
    void warmUp(Function<Experiment, WarmUp> begin) {
        coming = Optional.of(begin);
    }

    /// Offers the windows that tell of the program itself.
    void tellOf(Program what) {
        var windows = new ProgramWindows(model, around.tasks(), around.choice(), what, view);
        program = Optional.of(windows);
        view.offer(windows);
    }

    /// Tells that something failed for which nobody was prepared.
    void tellFailure() {
        var offers = program.map(windows -> List.of(new Notice.Offer("Show the log", windows::showLog)))
                .orElse(List.of());
        model.tell(new Notice(
                Notice.Kind.ERROR,
                "Something went wrong for which the program was not prepared; the log says what. Save your work under"
                        + " another name, and start Isotopy again if the window does not behave.",
                offers));
    }

    /// Brings the window to the front.
    void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// How many different pictures the stage has shown.
    int pictures() {
        return view.pictures();
    }

    /// Everything that is seen in it.
    Parent root() {
        return view;
    }

    WorkbenchModel model() {
        return model;
    }

    Documents documents() {
        return documents;
    }

    /// Shows the window with the opening scene moving, or with the given files.
    void open(List<Path> files) {
        model.playback().playingProperty().set(true);
        prepare();
        stage.show();
        frames.start();
        if (files.isEmpty()) {
            view.greet();
        } else {
            documents.accept(files);
        }
    }

    /// Takes the stage from what was shown there, with the opening scene moving on from `share` of its time.
    void enter(double share) {
        model.playback().shareProperty().set(share);
        model.playback().playingProperty().set(true);
        view.pulse(System.nanoTime());
        unseen = view.pictures() - 1;
        dress();
        frames.start();
        view.greet();
    }

    /// Opens what came from outside.
    void accept(List<Path> files) {
        view.endGreeting();
        documents.accept(files);
    }

    /// Lays everything out and paints the stage, so that the first frame on the screen is a whole one.
    void prepare() {
        layOut();
        beat(System.nanoTime());
    }

    /// Dresses everything in its style and puts it in its place; on any thread, as long as it is not shown.
    void layOut() {
        view.applyCss();
        view.layout();
    }

    /// Ends the threads and the window, without a question.
    void close() {
        frames.stop();
        warmUp.ifPresent(WarmUp::cancel);
        model.close();
        stage.hide();
    }

    private void followTheme() {
        Themes.apply(scene, model.lookProperty().get().theme());
        model.lookProperty().addListener((property, before, now) -> {
            Theme theme = now.theme();
            if (theme != before.theme()) {
                Themes.apply(scene, theme);
            }
        });
    }

    private void followPresenting() {
        stage.setFullScreenExitHint("");
        model.presentingProperty().addListener((property, before, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener((property, before, now) -> {
            if (!now) {
                model.setPresenting(false);
            }
        });
    }
}
