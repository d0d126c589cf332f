package isotopy.snapshot;

import isotopy.control.Control;
import isotopy.flow.FlowMap;
import isotopy.flow.Folds;
import isotopy.target.Labels;
import isotopy.theory.Floor;
import isotopy.train.Costs;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.util.List;
import java.util.Optional;

/// One moment of a training run, deeply immutable: what is trained, how far it is, and what the flow is worth.
///
/// `train` and `test` are measured with the control of this very snapshot. `edits` are the steps at which the
/// experiment was changed under the running trainer. `costs` is what the objective of the last step was made of, on its
/// batch. `speed` is in training steps per second of wall time, 0 when it
/// does not run. `gauge` is what misses are measured by.
public record FlowSnapshot(
        Experiment experiment,
        Control control,
        long step,
        Evaluation train,
        Evaluation test,
        LossHistory history,
        Checkpoints checkpoints,
        Costs costs,
        Folds folds,
        List<Long> edits,
        Activity activity,
        double speed,
        Gauge gauge) {
    public FlowSnapshot {
        edits = List.copyOf(edits);
    }

    /// A moment whose miss is measured by the side of the domain, without a floor.
    public FlowSnapshot(
            Experiment experiment,
            Control control,
            long step,
            Evaluation train,
            Evaluation test,
            LossHistory history,
            Checkpoints checkpoints,
            Costs costs,
            Folds folds,
            List<Long> edits,
            Activity activity,
            double speed) {
        this(
                experiment,
                control,
                step,
                train,
                test,
                history,
                checkpoints,
                costs,
                folds,
                edits,
                activity,
                speed,
                Gauge.plain(experiment));
    }

    /// A moment without checkpoints and before any step of this trainer.
    public FlowSnapshot(
            Experiment experiment,
            Control control,
            long step,
            Evaluation train,
            Evaluation test,
            LossHistory history,
            Folds folds,
            List<Long> edits,
            Activity activity,
            double speed) {
        this(
                experiment,
                control,
                step,
                train,
                test,
                history,
                Checkpoints.EMPTY,
                Costs.NONE,
                folds,
                edits,
                activity,
                speed);
    }

    /// Another moment of the same run, or the same moment in another shape: what that control is worth is measured
    /// anew, in double precision, and the experiment takes on its width, depth and horizon.
    public FlowSnapshot with(Control other, long otherStep) {
        var shaped = experiment.withNetwork(experiment
                .network()
                .withWidth(other.width())
                .withDepth(other.depth())
                .withHorizon(other.horizon()));
        var samples = Samples.draw(shaped);
        var flow = shaped.flow(other);
        return new FlowSnapshot(
                shaped,
                other,
                otherStep,
                Evaluation.of(flow, samples.trainX(), samples.trainY()),
                Evaluation.of(flow, samples.testX(), samples.testY()),
                history,
                checkpoints,
                costs,
                Folds.of(flow, Folds.probes(shaped.sampling().domain(), samples.trainX())),
                edits,
                activity,
                speed,
                gauge);
    }

    /// The flow of this moment.
    public FlowMap flow() {
        return experiment.flow(control);
    }

    /// What no flow goes below on the training points, where it is known.
    public Optional<Floor> floor() {
        return gauge.floor();
    }

    /// The average miss on the test points (the training points where no test is kept) as a share of the square's
    /// side, or, for a function, of the range of its values; of points with classes the share that is taken for
    /// another class.
    public double miss() {
        var evaluation = Samples.testSize(experiment) > 0 ? test : train;
        if (experiment.target() instanceof Labels) {
            return 1 - evaluation.accuracy();
        }
        return evaluation.mean() / gauge.extent();
    }
}
