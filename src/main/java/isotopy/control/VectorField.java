package isotopy.control;

import isotopy.math.Cloud;

/// The vector fields f(·; θ) of one family at fixed dimension d and width q, with the scratch space to evaluate them.
///
/// One object serves one thread; nothing is allocated by its methods. `theta` may hold the parameters of many layers:
/// those of the layer at hand are `theta[at … at + p − 1]`, with p = [#parameters()].
///
/// Shapes: x, dx, costate and into are d × n, n up to the capacity the field was made for.
public interface VectorField {
    /// The number p of parameters of a layer.
    int parameters();

    /// Overwrites into ← f(x; θ).
    void velocity(double[] theta, int at, Cloud x, Cloud into);

    /// How many numbers a particle's notes have: what [#velocity] can keep for a later pullback from the same x and
    /// θ.
    int notes();

    /// Overwrites into ← f(x; θ) and the notes, [#notes()] rows with room for the capacity each.
    void velocity(double[] theta, int at, Cloud x, Cloud into, double[][] notes);

    /// Overwrites into ← (∂f/∂x)(x; θ) dx, the derivative along a direction for each particle.
    void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into);

    /// Pulls a costate back through f: overwrites dx ← (∂f/∂x)ᵀ λ and adds Σᵢ (∂f/∂θ)ᵀ λᵢ to `dTheta[at … at + p −
    /// 1]`.
    ///
    /// Source: discrete adjoint of ẋ = f(x; θ); Kidger, *On Neural Differential Equations* (2022), ch. 5.
    void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta);

    /// The same, to the last bit, from the notes that [#velocity] took of this x and θ.
    void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[][] notes);

    /// Returns Σᵢ ‖Df(xᵢ)‖², the squared Frobenius norms of the derivatives, and adds `weight` times its
    /// derivatives: those in x to dx and those in θ to `dTheta[at … at + p − 1]`.
    ///
    /// Source: Finlay, Jacobsen, Nurbekyan, Oberman, *How to train your neural ODE*, ICML 2020, who estimate the
    /// norm; here it is exact.
    double jacobian(double[] theta, int at, Cloud x, double weight, Cloud dx, double[] dTheta);
}
