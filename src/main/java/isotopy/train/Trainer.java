package isotopy.train;

import isotopy.control.Control;
import isotopy.control.Reshaping;
import isotopy.flow.Bijectivity;
import java.util.Optional;

/// Improves a control step by step. Mutable, for one thread; it may use more threads inside a step, with the same
/// result.
///
/// An experiment can change between steps: what can be kept is kept ([#change]).
public final class Trainer implements AutoCloseable {
    private final int threads;
    private Experiment experiment;
    private Samples samples;
    private Batches batches;
    private Control shape;
    private double[] theta;
    private double[] lastGood;
    private long lastGoodStep;
    private Adam adam;
    private Gradient gradient;
    private Bijectivity keeper;
    private long step;

    /// A trainer that starts at rest, with the identity.
    public Trainer(Experiment experiment, int threads) {
        this(experiment, experiment.start(), 0, threads);
    }

    /// A trainer that goes on from a control after `step` steps; the control is brought to the experiment's width,
    /// depth and horizon.
    ///
    /// Throws: `IllegalArgumentException` when the control is of another family or dimension, or there is no
    /// thread.
    public Trainer(Experiment experiment, Control start, long step, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be ≥ 1: " + threads);
        }
        if (!start.family().equals(experiment.network().family())
                || start.dimension() != experiment.target().dimension()) {
            throw new IllegalArgumentException(
                    "the control is of the family " + start.family().id() + " in dimension "
                            + start.dimension() + ", the experiment of "
                            + experiment.network().family().id() + " in dimension "
                            + experiment.target().dimension());
        }
        this.threads = threads;
        this.experiment = experiment;
        this.step = step;
        samples = Samples.draw(experiment);
        batches = new Batches(samples);
        shape = reshape(start, experiment).control();
        theta = shape.theta();
        adam = new Adam(theta.length, step > 0);
        gradient = new Gradient(experiment.flow(shape), threads);
        keeper = keeper(experiment);
        keepBijective();
        lastGood = theta.clone();
        lastGoodStep = step;
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
        return shape.withTheta(theta);
    }

    /// What the present flow is worth on the training points.
    public Evaluation trainEvaluation() {
        return Evaluation.of(experiment.flow(control()), samples.trainX(), samples.trainY());
    }

    /// What the present flow is worth on the test points.
    public Evaluation testEvaluation() {
        return Evaluation.of(experiment.flow(control()), samples.testX(), samples.testY());
    }

    /// Takes one step, or tells that the loss, its gradient or θ stopped being finite: then control and step are the
    /// last ones with which all of them were.
    public Optional<Outcome.Diverged> advance() {
        batches.choose(experiment.recipe().batch(), experiment, step);
        double loss = gradient.evaluate(theta, batches);
        if (!Double.isFinite(loss) || !clip()) {
            return Optional.of(diverged(step));
        }
        System.arraycopy(theta, 0, lastGood, 0, theta.length);
        lastGoodStep = step;
        adam.update(experiment.recipe().learningRate(), gradient.values(), theta);
        keepBijective();
        if (!finite(theta)) {
            return Optional.of(diverged(step + 1));
        }
        step++;
        return Optional.empty();
    }

    /// Goes back to what was finite, and says at which step and in which layer it no longer was.
    private Outcome.Diverged diverged(long at) {
        int layer = gradient.layerOfDivergence(theta, batches);
        System.arraycopy(lastGood, 0, theta, 0, theta.length);
        step = lastGoodStep;
        adam = new Adam(theta.length, step > 0); // its memory of exploding gradients would hold every later step back
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
        if (bound > 0 && squares > bound * bound) {
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
        return !next.network().family().equals(experiment.network().family())
                || next.target().dimension() != experiment.target().dimension();
    }

    /// Goes on with another experiment: examples are drawn anew where they changed, width, depth and horizon are
    /// reshaped with Adam's memory, and only another family starts anew, at step 0.
    public void change(Experiment next) {
        boolean redraws = !next.target().equals(experiment.target())
                || !next.sampling().equals(experiment.sampling())
                || next.seed() != experiment.seed();
        var examples = redraws ? Samples.draw(next) : samples;
        if (startsAnew(next)) {
            become(next.start(), next);
            adam = new Adam(theta.length, false);
            step = 0;
        } else if (!next.network().equals(experiment.network())) {
            var reshaping = reshape(control(), next);
            become(reshaping.control(), next);
            adam.reshape(reshaping);
        }
        if (redraws) {
            samples = examples;
            batches = new Batches(examples);
        }
        experiment = next;
        keepBijective();
        lastGood = theta.clone();
        lastGoodStep = step;
    }

    /// Takes on a control of another shape. What needs memory comes first: where there is not enough, nothing has
    /// changed.
    private void become(Control control, Experiment to) {
        var workspace = new Gradient(to.flow(control), threads);
        gradient.close();
        gradient = workspace;
        shape = control;
        theta = control.theta();
        keeper = keeper(to);
    }

    private Reshaping reshape(Control control, Experiment to) {
        var network = to.network();
        return Reshaping.of(
                control,
                network.width(),
                network.depth(),
                network.horizon(),
                to.sampling().domain(),
                to.random(Experiment.Purpose.GROWTH, occasion(network)));
    }

    /// One number for each step and shape: units that are added one by one while training is held must not be
    /// copies of each other.
    private long occasion(Network network) {
        return (step * 1024 + network.width()) * 1024 + network.depth();
    }

    @Override
    public void close() {
        gradient.close();
    }
}
