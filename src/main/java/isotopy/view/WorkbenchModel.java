package isotopy.view;

import isotopy.figure.Camera;
import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.service.Command;
import isotopy.service.Pace;
import isotopy.service.TrainingService;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Obstruction;
import isotopy.train.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows and what can be done in it. Lives on the JavaFX thread; mutable.
///
/// The present [Experiment] is an immutable value here; the trainer follows it. Once per frame [#pulse(long)] takes
/// what the background threads have ready. Nothing in here waits.
public final class WorkbenchModel {
    private final TrainingService trainer;
    private final Tracing tracing;
    private final Rewind rewind;
    private final Readable readable;
    private final StepStudies steps = new StepStudies();
    private final SumStudies sums = new SumStudies();
    private final Examiner examiner = new Examiner();
    private final EditHistory history = new EditHistory();
    private final Playback playback = new Playback();

    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<FlowSnapshot> snapshot;
    private final ReadOnlyObjectWrapper<Look> look;
    private final ReadOnlyObjectWrapper<Storyboard> storyboard = new ReadOnlyObjectWrapper<>(Storyboard.STANDARD);
    private final ReadOnlyObjectWrapper<Pace> pace = new ReadOnlyObjectWrapper<>(new Pace.Show());
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(new Activity.Waiting());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>(new Inspected.Nothing());
    private final ReadOnlyObjectWrapper<Pending> pending = new ReadOnlyObjectWrapper<>(Pending.NOTHING);
    private boolean opening;
    private boolean stopsRelaxing;
    private long lastPulse;

    /// A model of an experiment whose flow stands at `start`; `opening` marks the scene with which the program
    /// greets. The trainer is the model's from now on, and ends with it.
    public WorkbenchModel(FlowSnapshot start, Look look, boolean opening, TrainingService trainer) {
        this.opening = opening;
        experiment = new ReadOnlyObjectWrapper<>(start.experiment());
        snapshot = new ReadOnlyObjectWrapper<>(start);
        this.look = new ReadOnlyObjectWrapper<>(look);
        tracing = new Tracing(start, look);
        rewind = new Rewind(start);
        readable = new Readable(rewind);
        rewind.shownProperty().addListener((property, before, now) -> tracing.want());
        this.trainer = trainer;
        load(Command.Load.of(start));
        examiner.examine(start.experiment());
    }

    // ---- Properties ----

    /// What is to be trained, as the user has set it.
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /// The newest moment of the trainer.
    public ReadOnlyObjectProperty<FlowSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// The moment of the run that is looked at: the newest, or an earlier one.
    public ReadOnlyObjectProperty<FlowSnapshot> shownProperty() {
        return rewind.shownProperty();
    }

    /// The same, as often as numbers can be read: what is written of a flow is taken from it.
    ReadOnlyObjectProperty<FlowSnapshot> readableProperty() {
        return readable.momentProperty();
    }

    /// What is drawn of it: changes a little later, when its paths are computed.
    public ReadOnlyObjectProperty<Scene> sceneProperty() {
        return tracing.sceneProperty();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// What a film of this project shows.
    public ReadOnlyObjectProperty<Storyboard> storyboardProperty() {
        return storyboard.getReadOnlyProperty();
    }

    /// Takes on another storyboard.
    public void showStoryboard(Storyboard wanted) {
        storyboard.set(wanted);
    }

    /// Changes what a film of this document shows; it is saved with the document.
    void changeStoryboard(Storyboard wanted) {
        if (!wanted.equals(storyboard.get())) {
            storyboard.set(wanted);
            unsaved.set(true);
        }
    }

    public ReadOnlyObjectProperty<Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /// Why no flow equals the target, where that is so.
    public ReadOnlyObjectProperty<Optional<Obstruction>> obstructionProperty() {
        return examiner.obstructionProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What undo would take back, in words.
    public ReadOnlyObjectProperty<Optional<String>> undoLabelProperty() {
        return history.undoLabelProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> redoLabelProperty() {
        return history.redoLabelProperty();
    }

    /// Whether the stage shows the target alone, to be drawn.
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    /// Whether something would be lost by closing.
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// What was clicked to be explained.
    public ReadOnlyObjectProperty<Inspected> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    /// What was begun on the stage and is not yet part of the target.
    ReadOnlyObjectProperty<Pending> pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// Fictitious time, played by hand or by itself.
    public Playback playback() {
        return playback;
    }

    /// Which moment of the run is looked at.
    public Rewind rewind() {
        return rewind;
    }

    /// What the network is under other steps.
    StepStudies steps() {
        return steps;
    }

    /// How sums do beside the network.
    SumStudies sums() {
        return sums;
    }

    /// Whether the scene is still the one with which the program greets.
    public boolean opening() {
        return opening;
    }

    /// The time t that is shown, in [0, T] of the scene.
    public double time() {
        return playback.shareProperty().get()
                * sceneProperty().get().particles().horizon();
    }

    // ---- Commands ----

    /// Changes the experiment; the trainer goes on with it from where it is. One undo takes it back.
    ///
    /// Throws: `IllegalArgumentException` from the experiment's own checks, with nothing changed.
    public void edit(String label, UnaryOperator<Experiment> change) {
        edit(label, new Object(), change);
    }

    /// The same for the many small edits of one gesture: all edits with an equal `gesture` in a row are one undo.
    public void edit(String label, Object gesture, UnaryOperator<Experiment> change) {
        var before = experiment.get();
        var after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        var begun = history.begun(gesture).filter(moment -> moment.withFlow() && !training());
        boolean reshapes = !before.network().keepsParameters(after.network()) || Fitting.anotherSpace(before, after);
        remember(label, gesture, reshapes);
        opening = opening && after.target().equals(before.target()) && !reshapes;
        apply(after);
        // a slider that overshoots and comes back must not lose what it passed over: each stop starts from the flow
        // at the gesture's beginning
        begun.ifPresent(moment -> load(moment.load()));
        trainer.send(new Command.Change(after));
    }

    /// Changes what is laid over the stage, as part of a gesture; one undo takes it back.
    void editLook(String label, Object gesture, UnaryOperator<Look> change) {
        if (!change.apply(look.get()).equals(look.get())) {
            history.remember(new EditHistory.Moment(label, gesture, false, true, state()));
            changeLook(change);
            unsaved.set(true);
        }
    }

    /// Begins something on the stage that is not yet part of the target, or lets it go, as part of a gesture; one
    /// undo takes it back.
    void begin(String label, Object gesture, Pending wanted) {
        if (!wanted.equals(pending.get())) {
            remember(label, gesture, false);
            pending.set(wanted);
        }
    }

    /// Ends a gesture, so that the next one is undone by itself.
    public void endGesture() {
        history.endGesture();
    }

    /// Trains; the opening scene is first brought back to the identity, so that one sees it learn.
    public void train() {
        if (training()) {
            return;
        }
        leaveDrawing();
        remember("Train", new Object(), true);
        playback.hold(1);
        unsaved.set(true);
        dismissNotice();
        activity.set(opening ? new Activity.Relaxing(0) : new Activity.Training());
        trainer.send(opening ? new Command.Relearn() : new Command.Start());
        opening = false;
    }

    /// Brings the flow back to the identity and learns anew.
    public void restart() {
        leaveDrawing();
        remember("Restart", new Object(), true);
        playback.hold(1);
        opening = false;
        activity.set(new Activity.Relaxing(0)); // whoever pauses at once means this
        trainer.send(new Command.Relearn());
    }

    /// Holds. While the flow is still on its way back to the identity, nothing of it is lost, and there is nothing
    /// to be undone.
    public void pause() {
        stopsRelaxing = activity.get() instanceof Activity.Relaxing;
        trainer.send(new Command.Pause());
    }

    /// Takes one training step.
    public void step() {
        leaveDrawing();
        remember("Training step", "training step", true);
        opening = false;
        unsaved.set(true);
        trainer.send(new Command.Step());
    }

    /// Whether the trainer is taking steps, or about to.
    public boolean training() {
        return activity.get() instanceof Activity.Training || activity.get() instanceof Activity.Relaxing;
    }

    public void setPace(Pace wanted) {
        pace.set(wanted);
        trainer.send(new Command.Go(wanted));
    }

    public void undo() {
        history.undo(state()).ifPresent(this::restore);
    }

    public void redo() {
        history.redo(state()).ifPresent(this::restore);
    }

    /// Changes what is shown, and from where.
    public void changeLook(UnaryOperator<Look> change) {
        var after = change.apply(look.get());
        var before = look.get();
        if (!after.equals(before)) {
            look.set(after);
            unsaved.set(unsaved.get() || !after.pins().equals(before.pins()));
            if (!before.samePaths(after)) {
                tracing.want();
            }
        }
    }

    /// Shows the target alone, to be drawn; t is frozen.
    public void startDrawing() {
        playback.playingProperty().set(false);
        drawing.set(true);
    }

    public void leaveDrawing() {
        drawing.set(false);
    }

    public void setPresenting(boolean on) {
        presenting.set(on);
    }

    public void inspect(Inspected what) {
        inspected.set(what);
    }

    public void tell(Notice what) {
        notice.set(Optional.of(what));
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    /// Shows another experiment with its flow in the place of everything; the past is forgotten.
    public void show(FlowSnapshot start, Look wanted, boolean asOpening) {
        history.clear();
        opening = asOpening;
        leaveDrawing();
        dismissNotice();
        inspected.set(new Inspected.Nothing());
        apply(start.experiment());
        pending.set(Pending.NOTHING);
        look.set(wanted);
        snapshot.set(start);
        rewind.follow(start);
        load(Command.Load.of(start));
        unsaved.set(false);
    }

    /// Notes that what is shown is safe on disk.
    public void saved() {
        unsaved.set(false);
    }

    /// Takes what the background threads have ready and lets t run on; called once per frame.
    ///
    /// Units: `now` in nanoseconds of wall time.
    public void pulse(long now) {
        double seconds = lastPulse == 0 ? 0 : Math.min(0.1, (now - lastPulse) / 1e9);
        lastPulse = now;
        trainer.takeSnapshot().ifPresent(this::receive);
        rewind.pulse();
        steps.pulse(shownProperty().get(), now);
        sums.pulse(shownProperty().get(), now);
        tracing.pulse(shownProperty().get(), look.get());
        examiner.pulse(experiment.get().target());
        if (!drawing.get()) {
            playback.advance(seconds);
        }
    }

    /// Ends the background threads.
    public void close() {
        trainer.close();
        tracing.close();
        rewind.close();
        steps.close();
        sums.close();
        examiner.close();
    }

    private void receive(FlowSnapshot newest) {
        if (newest.activity() instanceof Activity.Diverged diverged
                && !newest.activity().equals(activity.get())) {
            tellDivergence(diverged);
        } else if (newest.activity() instanceof Activity.Failed(String sentence)) {
            tell(Notice.of(Notice.Kind.ERROR, sentence));
        }
        if (newest.step() != snapshot.get().step()) {
            unsaved.set(unsaved.get() || training());
        }
        snapshot.set(newest);
        activity.set(newest.activity());
        rewind.follow(newest);
        if (stopsRelaxing && newest.activity() instanceof Activity.Waiting) {
            stopsRelaxing = false;
            history.forget(newest).ifPresent(moment -> opening = moment.state().opening());
        }
    }

    private void tellDivergence(Activity.Diverged diverged) {
        tell(Notice.divergence(diverged, this::halveRate, this::undo));
    }

    private void halveRate() {
        dismissNotice();
        edit(
                "Halve the learning rate",
                now -> now.withRecipe(now.recipe().withLearningRate(now.recipe().learningRate() / 2)));
        train();
    }

    private void remember(String label, Object gesture, boolean withFlow) {
        history.remember(new EditHistory.Moment(label, gesture, withFlow, false, state()));
    }

    private EditHistory.State state() {
        return new EditHistory.State(experiment.get(), snapshot.get(), opening, pending.get(), look.get());
    }

    private void restore(EditHistory.Moment moment) {
        dismissNotice();
        var state = moment.state();
        opening = state.opening();
        apply(state.experiment());
        pending.set(state.pending());
        if (moment.withLook()) {
            changeLook(now -> now.withOverlays(state.look().overlays())
                    .withTexture(state.look().texture()));
        }
        if (moment.withFlow()) {
            load(moment.load());
        } else {
            trainer.send(new Command.Change(state.experiment()));
        }
    }

    private void apply(Experiment after) {
        var before = experiment.get();
        var domain = after.sampling().domain();
        boolean newKind = after.target().kind() != before.target().kind();
        boolean newDomain = newKind || !domain.equals(before.sampling().domain());
        boolean newTarget = newDomain || !after.target().equals(before.target());
        experiment.set(after);
        rewind.now();
        unsaved.set(true);
        if (newKind) {
            leaveDrawing();
            inspect(new Inspected.Nothing());
            changeLook(now -> now.withPins(List.of())); // they mark points of another space
        }
        if (newDomain) {
            changeLook(now -> now.withCamera(Camera.fit(domain)));
        }
        if (newTarget) {
            pending.set(Pending.NOTHING);
            examiner.examine(after);
        }
    }

    private void load(Command.Load flow) {
        trainer.send(flow);
        tracing.want();
    }
}
