package isotopy.train;

import isotopy.control.Control;
import isotopy.control.Reshaping;
import isotopy.flow.Bijectivity;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;

/// Improves a control step by step. Mutable, for one thread; it may use more threads inside a step, with the same result.
///
/// An experiment can change between steps: what can be kept is kept ([#change]).
public final class Trainer implements AutoCloseable {
    private final int threads;
    private Experiment experiment;
    private Samples samples;
    private Control shape;
    private double[] theta;
    private double[] lastGood;
    private Adam adam;
    private Gradient gradient;
    private int[] order = new int[0];
    private int nextInOrder;
    private long step;

    /// A trainer that starts at rest, with the identity.
    public Trainer(Experiment experiment, int threads) {
        this(experiment, experiment.start(), 0, threads);
    }

    /// A trainer that goes on from a control after `step` steps; the control is brought to the experiment's width, depth and horizon.
    ///
    /// Throws: `IllegalArgumentException` when the control is of another family or dimension, or there is no thread.
    public Trainer(Experiment experiment, Control start, long step, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be ≥ 1: " + threads);
        }
        if (!start.family().equals(experiment.network().family())
                || start.dimension() != experiment.target().dimension()) {
            throw new IllegalArgumentException("the control is of the family " + start.family().id() + " in dimension "
                    + start.dimension() + ", the experiment of " + experiment.network().family().id() + " in dimension "
                    + experiment.target().dimension());
        }
        this.threads = threads;
        this.experiment = experiment;
        this.step = step;
        samples = Samples.draw(experiment);
        shape = reshape(start, experiment).control();
        theta = shape.theta();
        lastGood = theta.clone();
        adam = new Adam(theta.length);
        gradient = new Gradient(experiment.flow(shape), threads);
        keepBijective();
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

    /// Takes one step; tells when the loss or a state is not finite, in which case θ is the last one that was, and `step` stays.
    public Optional<Outcome.Diverged> advance() {
        int batch = experiment.recipe().batch();
        boolean full = batch == 0 || batch >= samples.trainX().size();
        var picked = full ? new int[0] : nextBatch(batch);
        var x = full ? samples.trainX() : samples.trainX().select(picked);
        var y = full ? samples.trainY() : samples.trainY().select(picked);
        double loss = gradient.evaluate(theta, x, y);
        if (!Double.isFinite(loss) || !clip()) {
            return Optional.of(diverged(x));
        }
        System.arraycopy(theta, 0, lastGood, 0, theta.length);
        adam.update(experiment.recipe().learningRate(), gradient.values(), theta);
        keepBijective();
        if (!finite(theta)) {
            return Optional.of(diverged(x));
        }
        step++;
        return Optional.empty();
    }

    private Outcome.Diverged diverged(Points x) {
        int layer = gradient.layerOfDivergence(theta, x);
        System.arraycopy(lastGood, 0, theta, 0, theta.length);
        adam = new Adam(theta.length); // its memory of exploding gradients would hold every later step back
        return new Outcome.Diverged(step, layer);
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

    private void keepBijective() {
        var network = experiment.network();
        if (!network.bijective()) {
            return;
        }
        var keeper = new Bijectivity(shape.family(), shape.dimension(), shape.width(), network.integrator());
        int p = shape.parametersPerLayer();
        for (int k = 0; k < shape.depth(); k++) {
            keeper.restore(shape.layers().get(k).duration() / network.substeps(), theta, k * p);
        }
    }

    /// The next `size` examples of a random order that is drawn anew when it is used up.
    private int[] nextBatch(int size) {
        int n = samples.trainX().size();
        if (order.length != n || nextInOrder + size > n) {
            order = Samples.permutation(n, experiment.random(Experiment.Purpose.BATCHES, step));
            nextInOrder = 0;
        }
        var batch = Arrays.copyOfRange(order, nextInOrder, nextInOrder + size);
        nextInOrder += size;
        return batch;
    }

    /// Goes on with another experiment: examples are drawn anew where they changed, width, depth and horizon are reshaped with Adam's
    /// memory, and only another family starts anew, at step 0.
    public void change(Experiment next) {
        var last = experiment;
        if (next.equals(last)) {
            return;
        }
        experiment = next;
        if (!next.target().equals(last.target())
                || !next.sampling().equals(last.sampling())
                || next.seed() != last.seed()) {
            samples = Samples.draw(next);
        }
        if (!next.network().family().equals(last.network().family())
                || next.target().dimension() != last.target().dimension()) {
            shape = next.start();
            theta = shape.theta();
            adam = new Adam(theta.length);
            step = 0;
        } else if (!next.network().equals(last.network())) {
            var reshaping = reshape(control(), next);
            shape = reshaping.control();
            theta = shape.theta();
            adam.reshape(reshaping);
        }
        lastGood = theta.clone();
        gradient.close();
        gradient = new Gradient(next.flow(shape), threads);
        keepBijective();
    }

    private Reshaping reshape(Control control, Experiment to) {
        var network = to.network();
        return Reshaping.of(
                control,
                network.width(),
                network.depth(),
                network.horizon(),
                to.sampling().domain(),
                to.random(Experiment.Purpose.GROWTH, step));
    }

    @Override
    public void close() {
        gradient.close();
    }
}
