package isotopy.flow;

import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;

/// The flow of the scalar equation u′ = σ(u), in which the flow of a one-neuron layer is hidden.
///
/// Its mean speed m(u, τ) = (u(τ) − u)/τ is known to full relative precision for τ as small as one likes, and its
/// derivatives follow from ∂u(τ)/∂u = σ(u(τ))/σ(u). Mutable, for one thread; nothing is allocated by its methods.
///
/// Source: `w σ(a·x + b)` as in Ruiz-Balet, Zuazua, *Neural ODE control for classification, approximation and
/// transport*, SIAM Review 65 (2023); the closed forms are derived by separation of variables.
sealed interface ScalarFlow permits PiecewiseFlow, SmoothFlow, SolvedFlow {
    /// The flow of that σ: in closed form where there is one, else solved to 1e−13.
    static ScalarFlow of(Nonlinearity sigma) {
        return switch (sigma) {
            case Activation named ->
                switch (named) {
                    case IDENTITY, RELU, LEAKY_RELU, TRUNCATED_RELU -> new PiecewiseFlow(named);
                    case TANH -> new SmoothFlow(named, ClosedForm.TANH);
                    case SIGMOID -> new SmoothFlow(named, ClosedForm.SIGMOID);
                    case SINE -> new SmoothFlow(named, ClosedForm.SINE);
                    case ELU -> new SmoothFlow(named, ClosedForm.ELU);
                    case SOFTPLUS, GAUSSIAN, GELU -> new SolvedFlow(named);
                };
            case FormulaActivation own -> new SolvedFlow(own);
        };
    }

    /// Whether the values come from a closed form, else the equation is solved.
    default boolean closed() {
        return !(this instanceof SolvedFlow);
    }

    /// m(u, τ) = (u(τ) − u)/τ; σ(u) at τ = 0.
    double mean(double u, double tau);

    /// ln ∂u(τ)/∂u = ln(σ(u(τ))/σ(u)), with its limit τ σ′(u) where σ(u) = 0, from m = m(u, τ).
    double logStretch(double u, double tau, double mean);

    /// ∂m/∂u = (σ(u(τ))/σ(u) − 1)/τ; σ′(u) at τ = 0.
    double meanByStart(double u, double tau, double mean);

    /// ∂m/∂τ = (σ(u(τ)) − m)/τ; σ(u) σ′(u)/2 at τ = 0.
    double meanByTime(double u, double tau, double mean);
}
