package isotopy.figure;

import isotopy.control.Control;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Sampling;
import isotopy.train.Trainer;
import java.util.List;
import java.util.SplittableRandom;

/// Small scenes for tests: little trained, but far from the identity.
public final class Scenes {
    private Scenes() {}

    /// A swirl after some steps, with that many layers.
    public static FlowSnapshot swirl(int depth) {
        return trained(Preset.SWIRL, depth, 60);
    }

    public static FlowSnapshot trained(TargetMap target, int depth, int steps) {
        var experiment = Experiment.standard(target)
                .withSampling(Sampling.STANDARD.withSamples(120))
                .withNetwork(Network.STANDARD.withDepth(depth).withWidth(8));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < steps; k++) {
                trainer.advance();
            }
            var folds = Folds.of(
                    experiment.flow(trainer.control()),
                    experiment.sampling().domain().lattice(21));
            return snapshot(experiment, trainer.control(), steps, folds);
        }
    }

    /// The identity, before any training.
    public static FlowSnapshot atRest(int depth) {
        var experiment = Experiment.standard(Preset.SWIRL).withNetwork(Network.STANDARD.withDepth(depth));
        return snapshot(experiment, experiment.start(), 0, Folds.NONE);
    }

    /// That control with other parameters, drawn from a seed.
    public static Control shaken(Control control, long seed) {
        var theta = control.theta();
        var moves = new SplittableRandom(seed).doubles(theta.length, -0.5, 0.5).toArray();
        for (int k = 0; k < theta.length; k++) {
            moves[k] += theta[k];
        }
        return control.withTheta(moves);
    }

    public static FlowSnapshot snapshot(Experiment experiment, Control control, long step, Folds folds) {
        return new FlowSnapshot(
                experiment,
                control,
                step,
                new Evaluation(0.01, 0.1, 0.3),
                new Evaluation(0.01, 0.1, 0.3),
                LossHistory.EMPTY,
                folds,
                List.of(),
                new Activity.Waiting(),
                0);
    }
}
