package isotopy.train;

import isotopy.control.Control;
import isotopy.flow.Bijectivity;
import isotopy.flow.Plan;
import isotopy.flow.Tableau;
import isotopy.math.Points;
import java.util.Optional;
import java.util.stream.IntStream;

/// Improves a control step by step. Mutable, for one thread; it may use more threads inside a step, with the same
/// result.
///
/// An experiment can change between steps: what can be kept is kept ([#change]). θ are all parameters of the control,
/// layer after layer, then those of the read-out.
///
/// An adaptive flow is trained along steps that are chosen at a few training points and then frozen ([Plan#frozen]): at
/// the beginning, at a change, and before each step whose number is a multiple of [#FREEZE_EVERY].
public final class Trainer implements AutoCloseable {
    /// A loss beyond this is as good as infinite: nobody comes back from there.
    public static final double HUGE = 1e30;

    /// Below this squared error single precision counts.
    private static final double SMALL = 1e-8;

    /// After so many steps the steps of an adaptive flow are chosen anew.
    public static final int FREEZE_EVERY = 100;

    /// At so many training points they are chosen.
    private static final int PROBES = 64;

    private final int threads;
    private final Gradient.Precision precision;
    private final Landscape landscape = new Here();
    private Experiment experiment;
    private Samples samples;
    private Batches batches;
    private Control shape;
    private double[] theta;
    private double[] lastGood;
    private long lastGoodStep;
    private Optimizer optimizer;
    private Gradient gradient;
    private Plan plan;
    private Bijectivity keeper;
    private long step;
    private long begun;
    /// The objective at θ where the gradient's last call was just there, else NaN.
    private double known = Double.NaN;
    /// Whether it is known because somebody asked, not because the last step ended there.
    private boolean measured;
    private long evaluations;

    /// The objective of the batch at hand along the plan at hand.
    private final class Here implements Landscape {
        @Override
        public double evaluate(double[] at) {
            return gradient.evaluate(at, plan, batches);
        }

        @Override
        public double[] slope() {
            return gradient.values();
        }
    }

    /// A trainer that starts at rest, with the identity.
    public Trainer(Experiment experiment, int threads) {
        this(experiment, experiment.start(), 0, threads);
    }

    /// A trainer that goes on from a control after `step` steps; the control is brought to the experiment's width,
    /// depth, horizon and extra coordinates.
    ///
    /// Throws: `IllegalArgumentException` when the experiment is an impossible one, the control is of another
    /// family or space, or there is no thread.
    public Trainer(Experiment experiment, Control start, long step, int threads) {
        this(experiment, start, step, threads, Gradient.Precision.FASTEST);
    }

    /// A trainer that computes as it is told.
    Trainer(Experiment experiment, Control start, long step, int threads, Gradient.Precision precision) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be ≥ 1: " + threads);
        }
        experiment.requirePossible(threads);
        experiment.unlike(start).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        this.threads = threads;
        this.precision = precision;
        this.experiment = experiment;
        this.step = step;
        begun = step;
        samples = Samples.draw(experiment);
        batches = new Batches(samples);
        shape = Shaping.of(start, experiment, samples, step).getLast().control();
        theta = shape.values();
        optimizer = Optimizer.of(experiment.recipe(), theta.length, step > 0);
        gradient = gradient(shape, experiment);
        plan = experiment.flow(shape).plan();
        keeper = keeper(experiment);
        keepBijective();
        freeze();
        lastGood = theta.clone();
        lastGoodStep = step;
    }

    /// Chooses the steps of an adaptive flow for the present θ.
    private void freeze() {
        if (experiment.network().integrator().adaptive()) {
            plan = Plan.frozen(experiment.flow(control()), probes(samples.trainX()));
            known = Double.NaN;
        }
    }

    /// The first few of the points.
    static Points probes(Points x) {
        return x.select(IntStream.range(0, Math.min(PROBES, x.size())).toArray());
    }

    /// The experiment at present.
    public Experiment experiment() {
        return experiment;
    }

    /// The examples at present.
    public Samples samples() {
        return samples;
    }

    /// The number of steps taken.
    public long step() {
        return step;
    }

    /// The control as it is now, as a value.
    public Control control() {
        return shape.withValues(theta);
    }

    /// What the present flow is worth on the training points.
    public Evaluation trainEvaluation() {
        return Evaluation.of(experiment.flow(control()), samples.trainX(), samples.trainY());
    }

    /// The mean squared error on the training points, by what the next step needs anyway where that is good enough.
    ///
    /// In single precision an error near its rounding says little, so a small one is computed in double precision.
    public double trainError() {
        var recipe = experiment.recipe();
        boolean shared = recipe.loss() instanceof Loss.Squared
                && (recipe.batch() == 0 || recipe.batch() >= samples.trainX().size())
                && recipe.optimizer() != Optimization.LBFGS
                && !experiment.network().integrator().adaptive();
        if (shared && Double.isNaN(known)) {
            batches.choose(recipe.batch(), experiment, step);
            known = landscape.evaluate(theta);
            measured = true;
        }
        double loss = shared ? gradient.costs(0).loss() : 0;
        return loss > SMALL ? loss : trainEvaluation().meanSquare();
    }

    /// What the present flow is worth on the test points.
    public Evaluation testEvaluation() {
        return Evaluation.of(experiment.flow(control()), samples.testX(), samples.testY());
    }

    /// What the objective of the last step was made of, on its batch.
    public Costs costs() {
        return gradient.costs(evaluations());
    }

    /// How often the last step evaluated the field for each particle of its batch, on the ways forward.
    public long evaluations() {
        var scheme = experiment.network().integrator().tableau();
        return evaluations * plan.steps() * scheme.map(Tableau::stages).orElse(1);
    }

    /// Takes one step, or tells that the loss, its gradient or θ stopped being finite, or the loss passed [#HUGE]:
    /// then control and step are the last ones with which all of them were.
    public Optional<Outcome.Diverged> advance() {
        if (step % FREEZE_EVERY == 0) {
            freeze();
        }
        batches.choose(experiment.recipe().batch(), experiment, step);
        boolean anew = measured || Double.isNaN(known);
        double value = Double.isNaN(known) ? landscape.evaluate(theta) : known;
        known = Double.NaN;
        measured = false;
        if (!(value < HUGE) || !clip()) {
            return Optional.of(diverged(step));
        }
        System.arraycopy(theta, 0, lastGood, 0, theta.length);
        lastGoodStep = step;
        optimizer.update(learningRate(), value, landscape, theta);
        evaluations = optimizer.extraEvaluations() + (anew ? 1 : 0);
        if (batches.whole() && !experiment.network().bijective()) {
            known = optimizer.reached();
        }
        keepBijective();
        if (!finite(theta)) {
            return Optional.of(diverged(step + 1));
        }
        step++;
        return Optional.empty();
    }

    /// The rate of the step to come: schedules count from where this trainer began.
    private double learningRate() {
        var recipe = experiment.recipe();
        return recipe.learningRate() * recipe.schedule().factor(step - begun, recipe.steps());
    }

    /// Goes back to what was finite, and says at which step and in which layer it no longer was.
    private Outcome.Diverged diverged(long at) {
        int layer = gradient.layerOfDivergence(theta, plan, batches);
        System.arraycopy(lastGood, 0, theta, 0, theta.length);
        step = lastGoodStep;
        known = Double.NaN;
        // the memory of exploding gradients would hold every later step back
        optimizer = Optimizer.of(experiment.recipe(), theta.length, step > 0);
        return new Outcome.Diverged(at, layer);
    }

    /// Bounds the gradient's norm where asked; false when it is not finite.
    private boolean clip() {
        var values = gradient.values();
        double squares = 0;
        for (double g : values) {
            squares += g * g;
        }
        double bound = experiment.recipe().clip();
        if (bound > 0 && squares > bound * bound && optimizer.clips()) {
            double factor = bound / Math.sqrt(squares);
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        }
        return Double.isFinite(squares);
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private Bijectivity keeper(Experiment to) {
        return new Bijectivity(
                shape.family(), shape.dimension(), shape.width(), to.network().integrator());
    }

    private void keepBijective() {
        var network = experiment.network();
        if (!network.bijective()) {
            return;
        }
        int p = shape.parametersPerLayer();
        for (int k = 0; k < shape.depth(); k++) {
            keeper.restore(shape.layers().get(k).duration() / network.substeps(), theta, k * p);
        }
    }

    /// Whether a change to that experiment starts anew, because nothing of the present control can be kept.
    public boolean startsAnew(Experiment next) {
        return next.unlike(shape).isPresent();
    }

    /// Goes on with another experiment: examples are drawn anew where they changed, width, depth, horizon and
    /// extra coordinates are reshaped with the optimizer's memory, and only another family or another space
    /// starts anew, at step 0.
    ///
    /// Throws: `IllegalArgumentException` when that experiment is an impossible one; then nothing has changed.
    public void change(Experiment next) {
        next.requirePossible(threads);
        boolean redraws = !next.target().equals(experiment.target())
                || !next.sampling().equals(experiment.sampling())
                || next.seed() != experiment.seed();
        var examples = redraws ? Samples.draw(next) : samples;
        if (startsAnew(next)) {
            become(next.start(), next);
            optimizer = Optimizer.of(next.recipe(), theta.length, false);
            step = 0;
            begun = 0;
        } else {
            adapt(next, examples);
        }
        if (redraws) {
            samples = examples;
            batches = new Batches(examples);
        }
        experiment = next;
        known = Double.NaN;
        keepBijective();
        freeze();
        lastGood = theta.clone();
        lastGoodStep = step;
    }

    /// Keeps what the flow is, brought to the shape and the objective of the next experiment.
    private void adapt(Experiment next, Samples examples) {
        var recipe = next.recipe();
        var old = experiment.recipe();
        boolean sameMethod = recipe.optimizer() == old.optimizer();
        boolean sameTerms = sameMethod
                && recipe.loss().equals(old.loss())
                && recipe.penalties().equals(old.penalties());
        if (next.network().equals(experiment.network()) && sameTerms) {
            return;
        }
        var changes = Shaping.of(control(), next, examples, step);
        become(changes.getLast().control(), next);
        if (sameMethod && optimizer.serves(recipe)) {
            changes.forEach(optimizer::reshape);
        } else {
            optimizer = Optimizer.of(recipe, theta.length, step > 0);
        }
    }

    /// Takes on a control of another shape. What needs memory comes first: where there is not enough, nothing has
    /// changed.
    private void become(Control control, Experiment to) {
        var workspace = gradient(control, to);
        gradient.close();
        gradient = workspace;
        shape = control;
        theta = control.values();
        plan = to.flow(control).plan();
        keeper = keeper(to);
    }

    private Gradient gradient(Control control, Experiment to) {
        boolean decoupled = to.recipe().optimizer() == Optimization.ADAMW;
        return new Gradient(Objective.of(to, to.flow(control)), decoupled, threads, precision);
    }

    @Override
    public void close() {
        gradient.close();
    }
}
