package isotopy.cli;

import isotopy.figure.Look;
import isotopy.project.Project;
import isotopy.snapshot.CheckpointRecorder;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.LossHistory;
import isotopy.snapshot.LossRecorder;
import isotopy.train.Outcome;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.util.List;
import java.util.function.BooleanSupplier;

/// So many steps of a trainer on the terminal.
final class TrainingRun {
    private final Trainer trainer;
    private final LossRecorder recorder;
    private final CheckpointRecorder checkpoints;
    private final Progress progress;
    private long taken;
    private long nanos;
    private double shownLoss = Double.NaN;

    TrainingRun(Trainer trainer, LossHistory history, Checkpoints kept, Progress progress) {
        this.trainer = trainer;
        this.progress = progress;
        recorder = new LossRecorder(history);
        checkpoints = new CheckpointRecorder(kept);
    }

    /// Takes that many steps, fewer when `stop` says so or the training diverges.
    Outcome take(long steps, BooleanSupplier stop) {
        note();
        keep();
        while (taken < steps) {
            if (stop.getAsBoolean()) {
                end(steps);
                return new Outcome.Stopped();
            }
            long before = System.nanoTime();
            var diverged = trainer.advance();
            nanos += System.nanoTime() - before;
            if (diverged.isPresent()) {
                end(steps);
                return diverged.get();
            }
            taken++;
            if (recorder.wants(trainer.step())) {
                note();
            }
            keep();
            progress.update(taken, steps, remark(steps));
        }
        end(steps);
        return new Outcome.Done();
    }

    private void end(long steps) {
        note();
        progress.end(taken, steps, remark(steps));
    }

    private String remark(long steps) {
        return Numbers.count(taken) + "/" + Numbers.count(steps) + "  error " + Numbers.rough(shownLoss);
    }

    /// Puts the present errors into the history; what is not finite has no place there.
    private void note() {
        double train = trainer.trainError();
        double test = trainer.testEvaluation().meanSquare();
        if (Double.isFinite(train) && Double.isFinite(test)) {
            recorder.record(trainer.step(), train, test);
        }
        double unit = trainer.experiment().unit();
        shownLoss = (tested() ? test : train) * unit * unit;
    }

    private void keep() {
        if (checkpoints.wants(trainer.step())) {
            checkpoints.record(trainer.step(), trainer.control());
        }
    }

    /// The examples.
    Samples samples() {
        return trainer.samples();
    }

    /// Whether any point is kept for the test; of few pairs none may be.
    boolean tested() {
        return trainer.samples().testX().size() > 0;
    }

    /// Steps taken in this run.
    long taken() {
        return taken;
    }

    /// Wall time of the steps alone.
    double seconds() {
        return nanos * 1e-9;
    }

    /// What is there now, to be saved.
    Project project(List<Long> edits, Look look) {
        var control = trainer.control();
        return new Project(
                trainer.experiment(),
                control,
                trainer.step(),
                recorder.history(),
                edits,
                look,
                checkpoints.checkpoints(trainer.step(), control));
    }
}
