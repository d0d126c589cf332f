package isotopy.train;

/// What the objective of a training step was made of: the mean loss of its batch, and each penalty before its weight.
///
/// `weightDecay` is ½|θ|², `roughness` Σₖ |θₖ₊₁ − θₖ|²/hₖ, `kinetic` ∫E|f|², `jacobian` ∫E‖∇f‖²_F, `tracked` ∫E ℓ. The
/// last three are 0 where their weight is 0, because nobody computes them then. `evaluations` is how often the step
/// evaluated the field for each particle, on all its ways forward.
///
/// Units: `kinetic` in squared coordinates by fictitious time: at least E|φ(x) − x|²/T, with equality when all
/// paths are straight and of constant speed.
public record Costs(
        double loss,
        double weightDecay,
        double roughness,
        double kinetic,
        double jacobian,
        double tracked,
        long evaluations) {
    /// Before the first step.
    public static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0);

    /// The objective, each part with its weight.
    public double total(Penalties weights) {
        return loss
                + weights.weightDecay() * weightDecay
                + weights.roughness() * roughness
                + weights.kinetic() * kinetic
                + weights.jacobian() * jacobian
                + weights.tracked() * tracked;
    }
}
