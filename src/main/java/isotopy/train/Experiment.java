package isotopy.train;

import isotopy.control.Control;
import isotopy.flow.FlowMap;
import isotopy.target.TargetMap;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// All that determines a training run: what to become, from which examples, by which network, how, and the seed of
/// every random choice.
///
/// The same experiment and the same number of steps give the same bits.
public record Experiment(TargetMap target, Sampling sampling, Network network, Recipe recipe, long seed) {
    /// The experiment with every default, for one target.
    public static Experiment standard(TargetMap target) {
        return new Experiment(target, Sampling.STANDARD, Network.STANDARD, Recipe.STANDARD, 1);
    }

    public Experiment withTarget(TargetMap changed) {
        return new Experiment(changed, sampling, network, recipe, seed);
    }

    public Experiment withSampling(Sampling changed) {
        return new Experiment(target, changed, network, recipe, seed);
    }

    public Experiment withNetwork(Network changed) {
        return new Experiment(target, sampling, changed, recipe, seed);
    }

    public Experiment withRecipe(Recipe changed) {
        return new Experiment(target, sampling, network, changed, seed);
    }

    public Experiment withSeed(long changed) {
        return new Experiment(target, sampling, network, recipe, changed);
    }

    /// The control at which training starts: its flow is the identity.
    public Control start() {
        return Control.atRest(
                network.family(),
                target.dimension(),
                network.width(),
                network.depth(),
                network.horizon(),
                sampling.domain(),
                random(Purpose.START, 0));
    }

    /// The flow of a control under this experiment's scheme.
    public FlowMap flow(Control control) {
        return new FlowMap(control, network.integrator(), network.substeps());
    }

    /// What random numbers are drawn for; each purpose has a stream of its own, so that changing one choice leaves
    /// the others.
    enum Purpose {
        START,
        POINTS,
        SPLIT,
        NOISE,
        BATCHES,
        GROWTH
    }

    /// The random stream of one purpose at one training step.
    RandomGenerator random(Purpose purpose, long step) {
        long mixed = new SplittableRandom(seed).nextLong() + 0x9E3779B97F4A7C15L * (purpose.ordinal() + 1);
        return new SplittableRandom(new SplittableRandom(mixed).nextLong() + step);
    }
}
