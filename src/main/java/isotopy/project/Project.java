package isotopy.project;

import isotopy.control.Control;
import isotopy.figure.Look;
import isotopy.figure.Storyboard;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.Gauge;
import isotopy.snapshot.LossHistory;
import isotopy.train.Costs;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.util.List;

/// All that a file keeps: what is trained, how far it came, and how it is looked at. Immutable.
///
/// `step` counts the training steps behind `control`. `edits` are the steps at which the experiment was changed or
/// taken up again; with none, the experiment and `step` alone give the control, bit by bit. `storyboard` is what a film
/// of it shows. `checkpoints` are earlier flows of the run.
public record Project(
        Experiment experiment,
        Control control,
        long step,
        LossHistory history,
        List<Long> edits,
        Look look,
        Storyboard storyboard,
        Checkpoints checkpoints) {

    /// Throws: `IllegalArgumentException` when the control is of another family or dimension than the experiment,
    /// or a step is negative.
    public Project {
        var family = experiment.network().family();
        experiment.unlike(control).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        if (control.augment() != experiment.network().augment()) {
            throw new IllegalArgumentException("the control has " + control.augment()
                    + " extra coordinates, the experiment has "
                    + experiment.network().augment());
        }
        if (!Double.isFinite(control.horizon())) {
            throw new IllegalArgumentException("the durations of the layers must have a finite sum");
        }
        if (step < 0) {
            throw new IllegalArgumentException("step must be ≥ 0: " + step);
        }
        edits = List.copyOf(edits);
        for (long edit : edits) {
            if (edit < 0) {
                throw new IllegalArgumentException("an edit stands at a step ≥ 0: " + edit);
            }
        }
        if (!family.hasWidth() && control.width() != experiment.network().width()) {
            // such a width says nothing and is not part of the file: take the one that will be read back
            control = new Control(
                    family,
                    control.dimension(),
                    experiment.network().width(),
                    control.layers(),
                    control.augment(),
                    control.readout());
        }
    }

    /// A project whose films are made as they usually are.
    public Project(
            Experiment experiment,
            Control control,
            long step,
            LossHistory history,
            List<Long> edits,
            Look look,
            Checkpoints checkpoints) {
        this(experiment, control, step, history, edits, look, Storyboard.STANDARD, checkpoints);
    }

    /// A project that keeps no earlier flow.
    public Project(
            Experiment experiment, Control control, long step, LossHistory history, List<Long> edits, Look look) {
        this(experiment, control, step, history, edits, look, Checkpoints.EMPTY);
    }

    /// A project before its first training step, seen as everything is at first.
    public static Project untrained(Experiment experiment) {
        return new Project(
                experiment,
                experiment.start(),
                0,
                LossHistory.EMPTY,
                List.of(),
                Look.standard(experiment.sampling().domain()));
    }

    /// What is worth keeping of one moment of a run.
    public static Project of(FlowSnapshot snapshot, Look look) {
        return new Project(
                snapshot.experiment(),
                snapshot.control(),
                snapshot.step(),
                snapshot.history(),
                snapshot.edits(),
                look,
                snapshot.checkpoints());
    }

    /// The project as a moment of a run that waits: its errors and folding layers are computed anew, in double
    /// precision.
    public FlowSnapshot snapshot() {
        var samples = Samples.draw(experiment);
        var flow = experiment.flow(control);
        var probes = Folds.probes(experiment.sampling().domain(), samples.trainX());
        return new FlowSnapshot(
                experiment,
                control,
                step,
                Evaluation.of(flow, samples.trainX(), samples.trainY()),
                Evaluation.of(flow, samples.testX(), samples.testY()),
                history,
                checkpoints,
                Costs.NONE,
                Folds.of(flow, probes),
                edits,
                new Activity.Waiting(),
                0,
                Gauge.of(experiment, samples));
    }

    public Project withLook(Look changed) {
        return new Project(experiment, control, step, history, edits, changed, storyboard, checkpoints);
    }

    public Project withStoryboard(Storyboard changed) {
        return new Project(experiment, control, step, history, edits, look, changed, checkpoints);
    }
}
