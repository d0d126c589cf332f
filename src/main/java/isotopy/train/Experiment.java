package isotopy.train;

import isotopy.control.Control;
import isotopy.control.Readout;
import isotopy.flow.FlowMap;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import isotopy.theory.Floor;
import isotopy.theory.Orientation;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// All that determines a training run: what to become, from which examples, by which network, how, and the seed of
/// every random choice.
///
/// The same experiment and the same number of steps give the same bits.
public record Experiment(TargetMap target, Sampling sampling, Network network, Recipe recipe, long seed) {
    private static final double SMALL = 0.1;

    /// The experiment with every default, for one target; classes are told apart by their cross-entropy.
    public static Experiment standard(TargetMap target) {
        var recipe = target instanceof Labels ? Recipe.STANDARD.withLoss(new Loss.CrossEntropy()) : Recipe.STANDARD;
        return new Experiment(target, Sampling.STANDARD.withDomain(target.home()), Network.STANDARD, recipe, 1);
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

    /// How given examples were brought to the unit box; empty where the coordinates are the user's own.
    public Optional<Scaling> scaling() {
        return switch (target) {
            case Correspondence pairs -> pairs.scaling();
            case Labels labels -> labels.scaling();
            case PlaneMap _, LineMap _, PlaneFunction _ -> Optional.empty();
        };
    }

    /// The user's length of one unit of what the network says.
    public double unit() {
        return scaling().map(Scaling::outputReach).orElse(1.0);
    }

    /// The user's length of one unit of where points are seen: on their way to goals that of the goals, else that
    /// of the starts.
    public double positionUnit() {
        boolean reached = !(target instanceof Labels) && target.outputs() == target.dimension();
        return reached ? unit() : scaling().map(Scaling::inputReach).orElse(1.0);
    }

    /// The control at which training starts: its flow is the identity, also as it is read off. But scores of
    /// classes and values of functions start small and random, and an affine map at the end starts as a reflection
    /// where the target turns space over as a whole: from the identity descent would have to flatten space first,
    /// and rests there.
    public Control start() {
        var random = random(Purpose.START, 0);
        var layers = Control.atRest(
                network.family(),
                stateDimension(),
                network.width(),
                network.depth(),
                network.horizon(),
                sampling.domain(),
                random);
        return layers.with(network.augment(), readout());
    }

    /// The number D of coordinates of the state: those of the target, and the extra ones.
    public int stateDimension() {
        return target.dimension() + network.augment();
    }

    /// Whether an affine map is read off the last state: for classes and functions, from extra coordinates, and
    /// where the network ends with one.
    public boolean readsOff() {
        return network.augment() > 0
                || network.terminal()
                || target instanceof Labels
                || target.outputs() != target.dimension();
    }

    /// What no flow goes below on the training points, noise included, if it is known ([Floors]).
    public Optional<Floor> floor(Samples samples) {
        return Floors.of(this, samples);
    }

    /// The read-out of a network that has none so far: that of the start, but for a flow that is trained already,
    /// and where a place is read off, the identity; or the reflection that is nearest to what is left to do, where
    /// it brings the flow nearer to the goals of the examples.
    Optional<Readout> readout(Control flow, Samples samples) {
        boolean place = network.augment() == 0 && !(target instanceof Labels) && target.outputs() == target.dimension();
        if (!readsOff() || !place) {
            return readout();
        }
        var carried = flow(flow).apply(samples.trainX());
        var goals = samples.trainY();
        if (!carried.finite() || !goals.finite() || carried.equals(samples.trainX())) {
            return readout();
        }
        int d = target.dimension();
        double kept = Evaluation.between(carried, goals).meanSquare();
        return Optional.of(Orientation.reflection(carried, goals)
                .filter(a -> Evaluation.between(product(a, carried), goals).meanSquare() < kept)
                .map(a -> new Readout(a, new double[d], false))
                .orElseGet(() -> Readout.projection(d, d)));
    }

    private static Points product(double[][] a, Points z) {
        var rows = new double[a.length][z.size()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                for (int k = 0; k < z.size(); k++) {
                    rows[i][k] += a[i][j] * z.at(j, k);
                }
            }
        }
        return Points.of(rows);
    }

    Optional<Readout> readout() {
        if (!readsOff()) {
            return Optional.empty();
        }
        if (target instanceof Labels labels) {
            return Optional.of(small(labels.names().size(), true));
        }
        if (target.outputs() != target.dimension()) {
            return Optional.of(small(target.outputs(), false));
        }
        return Optional.of(network.augment() > 0 ? projection() : orthogonal());
    }

    /// The identity, or the reflection that the target is nearest to.
    private Readout orthogonal() {
        int d = target.dimension();
        return TargetSketch.of(target, sampling.domain())
                .filter(sketch -> sketch.y().finite())
                .flatMap(sketch -> Orientation.reflection(sketch.x(), sketch.y()))
                .map(a -> new Readout(a, new double[d], false))
                .orElseGet(() -> Readout.projection(d, d));
    }

    /// The first coordinates, and a little of the extra ones, which are 0: without any, no costate would reach
    /// them.
    private Readout projection() {
        int d = target.dimension();
        var random = random(Purpose.READOUT, 0);
        var a = Readout.projection(d, stateDimension()).a();
        for (var row : a) {
            for (int j = d; j < row.length; j++) {
                row[j] = SMALL * random.nextGaussian();
            }
        }
        return new Readout(a, new double[d], false);
    }

    /// Small random outputs: with zeros, and classes around one centre, descent would start on a saddle.
    private Readout small(int outputs, boolean scores) {
        var random = random(Purpose.READOUT, 0);
        var a = new double[outputs][stateDimension()];
        for (var row : a) {
            Arrays.setAll(row, j -> SMALL * random.nextGaussian());
        }
        return new Readout(a, new double[outputs], scores);
    }

    /// Why such an experiment cannot be, in a sentence that says what to change; empty where it can. It is judged
    /// for as many threads as there are processors.
    public static Optional<String> obstacle(Experiment experiment) {
        return Obstacles.of(experiment, Runtime.getRuntime().availableProcessors());
    }

    /// Throws: `IllegalArgumentException` that says why this experiment cannot be trained by that many threads.
    void requirePossible(int threads) {
        Obstacles.of(this, threads).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /// The control in the width, depth and horizon of this experiment, as the sliders of the window bring it there
    /// after `step` training steps.
    public Control shaped(Control control, long step) {
        return Shaping.shape(control, this, step).control();
    }

    /// What keeps a control from being brought to the shape of this experiment, so that training starts anew; empty
    /// where nothing does.
    public Optional<String> unlike(Control control) {
        return Obstacles.between(this, control);
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
        GROWTH,
        READOUT,
        COMPARISON
    }

    /// The random stream of one purpose at one training step.
    RandomGenerator random(Purpose purpose, long step) {
        long mixed = new SplittableRandom(seed).nextLong() + 0x9E3779B97F4A7C15L * (purpose.ordinal() + 1);
        return new SplittableRandom(new SplittableRandom(mixed).nextLong() + step);
    }
}
