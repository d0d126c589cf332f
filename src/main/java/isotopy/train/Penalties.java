package isotopy.train;

/// What is added to the loss, each with its weight; 0 leaves it out.
///
/// * `weightDecay` · ½|θ|²: keeps parameters small (with AdamW apart from the gradient);
/// * `roughness` · ∫|θ̇|² dt: neighbouring layers become alike, Σₖ |θₖ₊₁ − θₖ|²/hₖ;
/// * `kinetic` · ∫ E|f|² dt: paths become short and straight;
/// * `jacobian` · ∫ E‖∇f‖² dt: the field becomes smooth in space;
/// * `tracked` · ∫ E ℓ dt: the loss counts all along the way, so that later layers have nothing left to do.
///
/// Source: Finlay, Jacobsen, Nurbekyan, Oberman, *How to train your neural ODE*, ICML 2020, for kinetic and Jacobian;
/// Esteve, Geshkovski, Pighin, Zuazua, arXiv:2008.02491, for the tracked loss.
public record Penalties(double weightDecay, double roughness, double kinetic, double jacobian, double tracked) {
    public static final Range WEIGHT_DECAY = Range.real("weight decay", 0, 1e6, "weight of ½|θ|²");
    public static final Range ROUGHNESS = Range.real("roughness", 0, 1e6, "weight of ∫|θ̇|²");
    public static final Range KINETIC = Range.real("kinetic energy", 0, 1e6, "weight of ∫E|f|²");
    public static final Range JACOBIAN = Range.real("Jacobian", 0, 1e6, "weight of ∫E‖∇f‖²");
    public static final Range TRACKED = Range.real("tracked loss", 0, 1e6, "weight of the loss along the way");

    /// Nothing is added.
    public static final Penalties NONE = new Penalties(0, 0, 0, 0, 0);

    public Penalties {
        WEIGHT_DECAY.require(weightDecay);
        ROUGHNESS.require(roughness);
        KINETIC.require(kinetic);
        JACOBIAN.require(jacobian);
        TRACKED.require(tracked);
    }

    public Penalties withWeightDecay(double changed) {
        return new Penalties(changed, roughness, kinetic, jacobian, tracked);
    }

    public Penalties withRoughness(double changed) {
        return new Penalties(weightDecay, changed, kinetic, jacobian, tracked);
    }

    public Penalties withKinetic(double changed) {
        return new Penalties(weightDecay, roughness, changed, jacobian, tracked);
    }

    public Penalties withJacobian(double changed) {
        return new Penalties(weightDecay, roughness, kinetic, changed, tracked);
    }

    public Penalties withTracked(double changed) {
        return new Penalties(weightDecay, roughness, kinetic, jacobian, changed);
    }
}
