package isotopy.flow;

import isotopy.control.ControlFamily;

/// Keeps every layer's step map a bijection, by scaling back the layers that are too strong for their step size.
///
/// A layer is scaled so that h · Lip(f) stays below the scheme's [Integrator#bijectiveBelow()], with Lip(f) bounded by
/// Lip(σ) Σⱼ |vⱼ||wⱼ|: x ↦ step(x) − x is then a contraction, and identity plus contraction is a bijection.
///
/// Source: Behrmann, Grathwohl, Chen, Duvenaud, Jacobsen, *Invertible residual networks*, ICML 2019.
public record Bijectivity(ControlFamily family, int dimension, int width, Integrator integrator) {
    /// Stay this share of the bound below it, so that roundings cannot cross it.
    private static final double MARGIN = 0.999;
    /// What was scaled back once is not scaled again because of its last digits.
    private static final double ROUNDING = 1e-12;

    /// Scales `theta[at …]` in place so that steps of length `h` are bijections; returns the factor, 1 where
    /// nothing was needed.
    public double restore(double h, double[] theta, int at) {
        double bound = MARGIN * integrator.bijectiveBelow() / h;
        boolean within = family.lipschitz(dimension, width, theta, at) <= bound * (1 + ROUNDING);
        return within ? 1 : family.limit(dimension, width, bound, theta, at);
    }

    /// Whether steps of length `h` with these parameters are known to be bijections.
    public boolean holds(double h, double[] theta, int at) {
        double bound = integrator.bijectiveBelow();
        return bound == Double.POSITIVE_INFINITY || h * family.lipschitz(dimension, width, theta, at) < bound;
    }
}
