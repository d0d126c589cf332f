package isotopy.service;

import isotopy.control.Control;
import isotopy.flow.Bijectivity;
import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.snapshot.LossRecorder;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What the trainer's thread does, turn by turn, without the thread: it obeys commands, takes the steps that are due, and publishes.
///
/// Mutable, for one thread. Time comes in as an argument, so that a test can play it.
///
/// Units: times in nanoseconds of wall time.
final class TrainingLoop implements AutoCloseable {
    private static final long PUBLISH_EVERY = 25_000_000;
    private static final long FOLDS_EVERY = 300_000_000;
    private static final double RELAX_SECONDS = 1.2;
    private static final int FOLD_PROBES = 41;

    private final int threads;
    private final Consumer<FlowSnapshot> publish;
    private final Plateau plateau = new Plateau();
    private Trainer trainer;
    private LossRecorder recorder = new LossRecorder(LossHistory.EMPTY);
    private final List<Long> edits = new ArrayList<>();
    private Activity activity = new Activity.Waiting();
    private Pace pace = new Pace.Show();
    private Folds folds = Folds.NONE;
    private Control relaxing;
    private long startedAt;
    private long startedStep;
    private long publishedAt = Long.MIN_VALUE / 2;
    private long publishedStep;
    private long foldsAt = Long.MIN_VALUE / 2;
    private double speed;
    private double lastTrain = Double.NaN;

    TrainingLoop(Experiment experiment, int threads, Consumer<FlowSnapshot> publish) {
        this.threads = threads;
        this.publish = publish;
        trainer = new Trainer(experiment, threads);
        relaxing = trainer.control();
    }

    /// Whether there is work without a further command.
    boolean busy() {
        return activity instanceof Activity.Training || activity instanceof Activity.Relaxing;
    }

    /// Whether there is something to do right now.
    boolean due(long now) {
        return activity instanceof Activity.Relaxing
                || activity instanceof Activity.Training && trainer.step() - startedStep < pace.due((now - startedAt) / 1e9);
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
            case Command.Pause() -> hold(new Activity.Waiting(), now);
            case Command.Step() -> {
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
        activity = new Activity.Training();
        plateau.reset();
        restartClock(now);
        publish(now);
    }

    private void restartClock(long now) {
        startedAt = now;
        startedStep = trainer.step();
        publishedStep = trainer.step();
    }

    private void relearn(long now) {
        relaxing = trainer.control();
        activity = new Activity.Relaxing(0);
        startedAt = now;
    }

    private void hold(Activity next, long now) {
        activity = next;
        foldsAt = Long.MIN_VALUE / 2;
        publish(now);
    }

    private void load(Command.Load load, long now) {
        trainer.close();
        trainer = new Trainer(load.experiment(), load.control(), load.step(), threads);
        recorder = new LossRecorder(load.history());
        edits.clear();
        edits.addAll(load.edits());
        hold(new Activity.Waiting(), now);
    }

    /// Goes on with a newer experiment; the flow carries on from where it is, unless the family is another one.
    private void change(Experiment next, long now) {
        if (next.equals(trainer.experiment())) {
            return;
        }
        long before = trainer.step();
        boolean anew = !next.network().family().equals(trainer.experiment().network().family());
        boolean newGoal = !next.target().equals(trainer.experiment().target());
        trainer.change(next);
        if (anew) {
            recorder = new LossRecorder(LossHistory.EMPTY);
            edits.clear();
        } else if (before > 0 && (edits.isEmpty() || edits.getLast() != before)) {
            edits.add(before);
        }
        plateau.reset();
        if (anew || newGoal) {
            restartClock(now);
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
            activity = new Activity.Diverged(diverged.get().step(), diverged.get().layer());
        } else if (activity instanceof Activity.Training && plateauReached()) {
            activity = new Activity.Resting(plateau.patience(trainer.step()));
        }
    }

    private boolean plateauReached() {
        return !Double.isNaN(lastTrain) && plateau.observe(trainer.step(), lastTrain);
    }

    private void record() {
        if (recorder.wants(trainer.step())) {
            var train = trainer.trainEvaluation();
            recorder.record(trainer.step(), finite(train), finite(trainer.testEvaluation()));
            lastTrain = train.meanSquare();
        }
    }

    /// A chart cannot show what is not a number; the largest one stands for it.
    private static double finite(Evaluation evaluation) {
        double loss = evaluation.meanSquare();
        return Double.isFinite(loss) ? loss : Double.MAX_VALUE;
    }

    private void relax(long now) {
        double share = Math.min(1, (now - startedAt) / 1e9 / RELAX_SECONDS);
        if (share < 1) {
            activity = new Activity.Relaxing(share);
            publish(now, weakened(relaxing, 1 - share * share * (3 - 2 * share)));
            return;
        }
        var experiment = trainer.experiment();
        trainer.close();
        trainer = new Trainer(experiment, threads);
        recorder = new LossRecorder(LossHistory.EMPTY);
        edits.clear();
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
        speed = !running ? 0 : speed == 0 ? measured : 0.9 * speed + 0.1 * measured;
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
                folds,
                List.copyOf(edits),
                activity,
                speed));
    }

    /// Looks for folding layers, but only where the bound does not rule them out.
    private Folds folds(Control control, Points particles) {
        var network = trainer.experiment().network();
        var keeper =
                new Bijectivity(control.family(), control.dimension(), control.width(), network.integrator());
        var theta = control.theta();
        int p = control.parametersPerLayer();
        for (int k = 0; k < control.depth(); k++) {
            double h = control.layers().get(k).duration() / network.substeps();
            if (!keeper.holds(h, theta, k * p)) {
                var probes = trainer.experiment().sampling().domain().lattice(FOLD_PROBES);
                return Folds.of(trainer.experiment().flow(control), probes.followedBy(particles));
            }
        }
        return Folds.NONE;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
