package isotopy.train;

import isotopy.flow.Plan;

/// A machine that computes the part of an [Objective] that comes from particles, and its exact gradient, with the same
/// bits on any number of threads. [Gradient] chooses one and adds what depends on θ alone.
///
/// Shapes: `theta` and `gradient` are all parameters, layer after layer, then the read-out.
sealed interface GradientEngine extends AutoCloseable permits ExactGradient, FloatGradient {
    /// Overwrites `gradient` by that of E ℓ + τ ∫E ℓ + κ ∫E|f|² + γ ∫E‖∇f‖² over the batch along the steps of the
    /// plan, and `into` by these four means, each without its weight. It allocates nothing, unless the plan has
    /// more steps than any before.
    void evaluate(double[] theta, Plan plan, Batches batch, double[] gradient, Tally into);

    /// The first layer after which a state of these examples is not finite, or the last layer when all states are.
    int layerOfDivergence(double[] theta, Plan plan, Batches batch);

    @Override
    void close();
}
