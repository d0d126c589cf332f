package isotopy.service;

import isotopy.control.Control;
import isotopy.flow.Bijectivity;
import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.snapshot.CheckpointRecorder;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.Gauge;
import isotopy.snapshot.LossHistory;
import isotopy.snapshot.LossRecorder;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What the trainer's thread does, turn by turn, without the thread: it obeys commands, takes the steps that are due,
/// and publishes.
///
/// Mutable, for one thread. Time comes in as an argument, so that a test can play it.
///
/// Units: times in nanoseconds of wall time.
final class TrainingLoop implements AutoCloseable {
    private static final long PUBLISH_EVERY = 25_000_000;
    private static final long FOLDS_EVERY = 300_000_000;
    private static final double RELAX_SECONDS = 1.2;
    /// The speed that is told is that of the last third of a second or so.
    private static final double SPEED_SECONDS = 0.3;
    /// How often the loss is looked at, at least, in the time without progress that makes a rest.
    private static final int LOOKS = 5;

    private final int threads;
    private final Consumer<FlowSnapshot> publish;
    private final Plateau plateau = new Plateau();
    private Trainer trainer;
    private LossRecorder recorder = new LossRecorder(LossHistory.EMPTY);
    private CheckpointRecorder checkpoints = new CheckpointRecorder(Checkpoints.EMPTY);
    private final List<Long> edits = new ArrayList<>();
    private Activity activity = new Activity.Waiting();
    private Pace pace = new Pace.Show();
    private Folds folds = Folds.NONE;
    private Control relaxing;
    private long relaxingSince;
    private long startedAt;
    private long startedStep;
    private long pausedAt;
    private boolean paused;
    private long publishedAt = Long.MIN_VALUE / 2;
    private long publishedStep;
    private long foldsAt = Long.MIN_VALUE / 2;
    private double speed;
    private double lastTrain = Double.NaN;
    private Gauged gauged;
    private long lookedAt = Long.MIN_VALUE / 2;

    TrainingLoop(Experiment experiment, int threads, Consumer<FlowSnapshot> publish) {
        this.threads = threads;
        this.publish = publish;
        trainer = new Trainer(experiment, threads);
        relaxing = trainer.control();
        gauged = Gauged.of(trainer);
    }

    /// Whether there is work without a further command.
    boolean busy() {
        return activity instanceof Activity.Training || activity instanceof Activity.Relaxing;
    }

    /// Whether there is something to do right now.
    boolean due(long now) {
        return switch (activity) {
            case Activity.Relaxing(var _) -> now - publishedAt >= PUBLISH_EVERY;
            case Activity.Training() -> trainer.step() - startedStep < pace.due((now - startedAt) / 1e9);
            case Activity.Waiting(), Activity.Resting(var _), Activity.Failed(var _) -> false;
            case Activity.Diverged(var _, var _) -> false;
        };
    }

    /// Notes that the work cannot go on, and says so.
    void fail(String sentence, long now) {
        hold(new Activity.Failed(sentence), now);
    }

    /// Carries out one command.
    void obey(Command command, long now) {
        switch (command) {
            case Command.Start() -> start(now);
            case Command.Relearn() -> relearn(now);
            case Command.Pause() -> {
                stopClock(now);
                hold(new Activity.Waiting(), now);
            }
            case Command.Step() -> {
                stopClock(now);
                activity = new Activity.Waiting();
                takeStep();
                hold(activity, now);
            }
            case Command.Load load -> load(load, now);
            case Command.Go(Pace wanted) -> {
                pace = wanted;
                restartClock(now);
            }
            case Command.Change(Experiment next) -> change(next, now);
            case Command.Stop() -> {}
        }
    }

    private void start(long now) {
        if (activity instanceof Activity.Relaxing) {
            return;
        }
        if (paused) {
            startedAt += now - pausedAt; // the pace goes on where it was
            paused = false;
        } else if (!(activity instanceof Activity.Training)) {
            restartClock(now);
        }
        activity = new Activity.Training();
        watchAnew();
        publish(now);
    }

    /// Holds the clock of the pace where it is, for a later start.
    private void stopClock(long now) {
        if (activity instanceof Activity.Training) {
            paused = true;
            pausedAt = now;
        }
    }

    /// Forgets the losses seen so far: what comes is another run, or another stretch of it.
    private void watchAnew() {
        plateau.reset();
        lastTrain = Double.NaN;
        lookedAt = Long.MIN_VALUE / 2;
    }

    private void restartClock(long now) {
        paused = false;
        startedAt = now;
        startedStep = trainer.step();
        publishedStep = trainer.step();
    }

    private void relearn(long now) {
        relaxing = trainer.control();
        activity = new Activity.Relaxing(0);
        relaxingSince = now;
    }

    private void hold(Activity next, long now) {
        activity = next;
        foldsAt = Long.MIN_VALUE / 2;
        publish(now);
    }

    private void load(Command.Load load, long now) {
        replace(
                new Trainer(load.experiment(), load.control(), load.step(), threads),
                load.history(),
                load.checkpoints());
        edits.addAll(load.edits());
        restartClock(now);
        hold(new Activity.Waiting(), now);
    }

    /// Puts another trainer in the place of the present one, which is closed only now: where the other could not be
    /// made, this one is still there.
    private void replace(Trainer other, LossHistory history, Checkpoints kept) {
        trainer.close();
        trainer = other;
        recorder = new LossRecorder(history);
        checkpoints = new CheckpointRecorder(kept);
        edits.clear();
        watchAnew();
    }

    /// Goes on with a newer experiment; the flow carries on from where it is, unless the family is another one.
    private void change(Experiment next, long now) {
        if (next.equals(trainer.experiment())) {
            return;
        }
        var obstacle = Experiment.obstacle(next);
        if (obstacle.isPresent()) {
            fail(obstacle.get(), now); // the flow stays as it is, until the experiment is a possible one again
            return;
        }
        long before = trainer.step();
        boolean anew = trainer.startsAnew(next);
        boolean newGoal = !next.target().equals(trainer.experiment().target());
        trainer.change(next);
        if (anew) {
            recorder = new LossRecorder(LossHistory.EMPTY);
            checkpoints = new CheckpointRecorder(Checkpoints.EMPTY);
            edits.clear();
        } else if (before > 0 && (edits.isEmpty() || edits.getLast() != before)) {
            edits.add(before);
        }
        watchAnew();
        if (anew || newGoal) {
            restartClock(now);
        }
        if (activity instanceof Activity.Relaxing) {
            relaxing = trainer.control();
        }
        if (activity instanceof Activity.Resting
                || activity instanceof Activity.Diverged
                || activity instanceof Activity.Failed) {
            activity = new Activity.Waiting();
        }
        foldsAt = Long.MIN_VALUE / 2;
        publish(now);
    }

    /// Does the work that is due until the next publication; `clock` tells the time while it lasts.
    void turn(LongSupplier clock) {
        long now = clock.getAsLong();
        switch (activity) {
            case Activity.Relaxing(var _) -> relax(now);
            case Activity.Training() -> train(clock, now);
            case Activity.Waiting(), Activity.Resting(var _), Activity.Failed(var _) -> {}
            case Activity.Diverged(var _, var _) -> {}
        }
    }

    private void train(LongSupplier clock, long begin) {
        long now = begin;
        while (activity instanceof Activity.Training
                && now - begin < PUBLISH_EVERY
                && trainer.step() - startedStep < pace.due((now - startedAt) / 1e9)) {
            takeStep();
            now = clock.getAsLong();
        }
        if (!(activity instanceof Activity.Training)) {
            hold(activity, now);
        } else if (now - publishedAt >= PUBLISH_EVERY && trainer.step() != publishedStep) {
            publish(now);
        }
    }

    /// Takes one step and notes what came of it in `activity`.
    private void takeStep() {
        record();
        var diverged = trainer.advance();
        if (diverged.isPresent()) {
            activity =
                    new Activity.Diverged(diverged.get().step(), diverged.get().layer());
        } else if (activity instanceof Activity.Training && plateauReached()) {
            activity = new Activity.Resting(plateau.patience(trainer.step()));
        }
    }

    private boolean plateauReached() {
        return !Double.isNaN(lastTrain) && plateau.observe(trainer.step(), lastTrain);
    }

    /// Keeps the control where it is wanted, and notes the losses, unless one is not finite: a chart cannot show
    /// that, and the step that follows says so.
    private void record() {
        if (checkpoints.wants(trainer.step())) {
            checkpoints.record(trainer.step(), trainer.control());
        }
        long step = trainer.step();
        boolean wanted = recorder.wants(step);
        // late in a run the history takes a loss so rarely that a rest could not be told from a pause between two
        if (!wanted && step - lookedAt < plateau.patience(step) / LOOKS) {
            return;
        }
        double train = trainer.trainError();
        double test = wanted ? trainer.testEvaluation().meanSquare() : train;
        if (!Double.isFinite(train) || !Double.isFinite(test)) {
            return;
        }
        lastTrain = train;
        lookedAt = step;
        if (wanted) {
            recorder.record(step, train, test);
        }
    }

    private void relax(long now) {
        double share = Math.min(1, (now - relaxingSince) / 1e9 / RELAX_SECONDS);
        if (share < 1) {
            activity = new Activity.Relaxing(share);
            if (now - publishedAt >= PUBLISH_EVERY) {
                publish(now, weakened(relaxing, 1 - share * share * (3 - 2 * share)));
            }
            return;
        }
        replace(new Trainer(trainer.experiment(), threads), LossHistory.EMPTY, Checkpoints.EMPTY);
        restartClock(now);
        activity = new Activity.Waiting();
        start(now);
    }

    /// The control with every field multiplied by `factor`.
    private static Control weakened(Control control, double factor) {
        var theta = control.theta();
        int p = control.parametersPerLayer();
        for (int k = 0; k < control.depth(); k++) {
            control.family().scale(control.dimension(), control.width(), factor, theta, k * p);
        }
        return control.withTheta(theta);
    }

    private void publish(long now) {
        publish(now, trainer.control());
    }

    private void publish(long now, Control control) {
        double seconds = (now - publishedAt) / 1e9;
        double measured = (trainer.step() - publishedStep) / Math.max(1e-3, seconds);
        boolean running = activity instanceof Activity.Training;
        double weight = speed == 0 ? 1 : Math.min(1, seconds / SPEED_SECONDS);
        speed = running ? weight * measured + (1 - weight) * speed : 0;
        publishedAt = now;
        publishedStep = trainer.step();
        var experiment = trainer.experiment();
        var samples = trainer.samples();
        var flow = experiment.flow(control);
        var train = Evaluation.of(flow, samples.trainX(), samples.trainY());
        var test = Evaluation.of(flow, samples.testX(), samples.testY());
        if (now - foldsAt >= FOLDS_EVERY) {
            folds = folds(control, samples.trainX());
            foldsAt = now;
        }
        publish.accept(new FlowSnapshot(
                experiment,
                control,
                trainer.step(),
                train,
                test,
                recorder.history(),
                checkpoints.checkpoints(trainer.step(), control),
                trainer.costs(),
                folds,
                List.copyOf(edits),
                activity,
                speed,
                gauge(experiment, samples)));
    }

    /// What misses are compared with, found anew only for other examples or another network.
    private Gauge gauge(Experiment experiment, Samples samples) {
        if (!gauged.serves(experiment, samples)) {
            gauged = Gauged.of(trainer);
        }
        return gauged.gauge();
    }

    /// Looks for folding layers, but only where the bound does not rule them out.
    private Folds folds(Control control, Points particles) {
        var network = trainer.experiment().network();
        var keeper = new Bijectivity(control.family(), control.dimension(), control.width(), network.integrator());
        var theta = control.theta();
        int p = control.parametersPerLayer();
        for (int k = 0; k < control.depth(); k++) {
            double h = control.layers().get(k).duration() / network.substeps();
            if (!keeper.holds(h, theta, k * p)) {
                var domain = trainer.experiment().sampling().domain();
                return Folds.of(trainer.experiment().flow(control), Folds.probes(domain, particles));
            }
        }
        return Folds.NONE;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
