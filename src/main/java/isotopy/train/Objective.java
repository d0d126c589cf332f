package isotopy.train;

import isotopy.flow.FlowMap;

/// The function of θ that training makes small: the mean loss of a flow over a batch, and what is added to it.
///
/// J(θ) = E ℓ(z(T)) + τ ∫ E ℓ dt + κ ∫ E|f|² dt + γ ∫ E‖∇f‖²_F dt + ½ α|θ|² + ρ Σₖ |θₖ₊₁ − θₖ|²/hₖ, with the weights of
/// [Penalties] and E the mean over the batch. Integrals are sums over the very steps that are taken:
///
/// * of |f|² and ‖∇f‖² with the weights h bᵢ of the scheme at its stages; for a scheme without a tableau by the
///   trapezoidal rule over each step;
/// * of ℓ by the trapezoidal rule over each step: the state between steps s − 1 and s has the weight ½ (hₛ₋₁ + hₛ).
///
/// So each part is a function of θ that has an exact gradient, whatever the step size.
///
/// `flow` says the shape of the control and the scheme; its parameters are given with each evaluation.
record Objective(FlowMap flow, Loss loss, Penalties penalties) {
    /// The mean squared distance alone.
    static Objective of(FlowMap flow) {
        return new Objective(flow, new Loss.Squared(), Penalties.NONE);
    }

    /// The objective of an experiment for controls of that shape.
    static Objective of(Experiment experiment, FlowMap flow) {
        return new Objective(
                flow, experiment.recipe().loss(), experiment.recipe().penalties());
    }

    /// Where the parameters of the read-out begin in θ: behind those of the layers.
    int readoutAt() {
        return flow.control().parametersPerLayer() * flow.control().depth();
    }

    /// Whether the field's size or its slope costs anything along the way.
    boolean hasRunningCosts() {
        return penalties.kinetic() > 0 || penalties.jacobian() > 0;
    }
}
