package isotopy.train;

import isotopy.control.Layer;
import isotopy.flow.Plan;

/// The objective of a batch and its gradient: an engine does what is to be done for each particle, and what depends on
/// θ alone, weight decay and roughness, is added here.
///
/// Mutable, for one thread, with helpers inside a call; the same bits on any number of threads.
final class Gradient implements AutoCloseable {
    private final Objective objective;
    private final boolean decoupled;
    private final GradientEngine engine;
    private final Tally tally = new Tally();
    private final double[] values;
    private final double[] durations;
    private final int perLayer;
    private double weightDecay;
    private double roughness;

    /// Which arithmetic may be used.
    enum Precision {
        /// Single where there are kernels for it, else double.
        FASTEST,
        /// Double throughout, as the judge.
        DOUBLE
    }

    /// The gradient of an objective of this shape. With `decoupled` the optimizer itself sees to the decay of
    /// weights, so that it is no part of the gradient.
    Gradient(Objective objective, boolean decoupled, int threads, Precision precision) {
        this.objective = objective;
        this.decoupled = decoupled;
        engine = engine(objective, new Crew(threads), precision);
        var control = objective.flow().control();
        values = new double[control.parameters()];
        perLayer = control.parametersPerLayer();
        durations = control.layers().stream().mapToDouble(Layer::duration).toArray();
    }

    /// The one place where an engine is chosen.
    private static GradientEngine engine(Objective objective, Crew crew, Precision precision) {
        return switch (precision) {
            case DOUBLE -> new ExactGradient(objective, crew);
            case FASTEST ->
                FloatShape.of(objective)
                        .<GradientEngine>map(shape -> new FloatGradient(objective, shape, crew))
                        .orElseGet(() -> new ExactGradient(objective, crew));
        };
    }

    /// The gradient found by the last call of [#evaluate]; its array is reused.
    double[] values() {
        return values;
    }

    /// What the objective of the last call was made of, beside the number of evaluations of f.
    Costs costs(long evaluations) {
        return new Costs(tally.loss, weightDecay, roughness, tally.kinetic, tally.jacobian, tally.tracked, evaluations);
    }

    /// Overwrites [#values()] by the gradient of the objective over the batch along the steps of the plan, and
    /// returns the objective.
    double evaluate(double[] theta, Plan plan, Batches batch) {
        engine.evaluate(theta, plan, batch, values, tally);
        var weights = objective.penalties();
        double sum = tally.loss
                + weights.kinetic() * tally.kinetic
                + weights.jacobian() * tally.jacobian
                + weights.tracked() * tally.tracked;
        return sum + decay(theta, decoupled ? 0 : weights.weightDecay()) + roughness(theta, weights.roughness());
    }

    /// Adds the slope of α ½|θ|² and returns its value; all parameters decay, those of the read-out too.
    private double decay(double[] theta, double weight) {
        double squares = 0;
        for (double value : theta) {
            squares += value * value;
        }
        weightDecay = squares / 2;
        if (weight > 0) {
            for (int i = 0; i < theta.length; i++) {
                values[i] += weight * theta[i];
            }
        }
        return weight * weightDecay;
    }

    /// Adds the slope of ρ Σₖ |θₖ₊₁ − θₖ|²/hₖ, with hₖ from the middle of one layer to that of the next, and
    /// returns its value. The read-out is no part of it.
    private double roughness(double[] theta, double weight) {
        int p = perLayer;
        roughness = 0;
        for (int k = 0; k + 1 < durations.length; k++) {
            double h = (durations[k] + durations[k + 1]) / 2;
            for (int i = k * p; i < (k + 1) * p; i++) {
                double jump = theta[i + p] - theta[i];
                roughness += jump * jump / h;
                values[i] -= 2 * weight * jump / h;
                values[i + p] += 2 * weight * jump / h;
            }
        }
        return weight * roughness;
    }

    /// The layer at which a state of these examples stops being finite.
    int layerOfDivergence(double[] theta, Plan plan, Batches batch) {
        return engine.layerOfDivergence(theta, plan, batch);
    }

    @Override
    public void close() {
        engine.close();
    }
}
