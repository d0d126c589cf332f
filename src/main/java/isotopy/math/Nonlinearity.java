package isotopy.math;

/// The scalar non-linearity σ of a layer `V σ(W z + b)`: one of the named ones, or a user's own.
///
/// `value`, `derivative` and `curvature` are the defining formulas, to the last bits of the Java library; `evaluate` is
/// the loop that runs over arrays.
public sealed interface Nonlinearity permits Activation, FormulaActivation {
    /// The name used on the command line and in files.
    String id();

    /// The formula as people write it, in u.
    String formula();

    /// The least Lipschitz constant of σ.
    double lipschitz();

    /// σ(u).
    double value(double u);

    /// σ′(u); at a kink the derivative from the left.
    double derivative(double u);

    /// σ″(u); 0 at a kink.
    double curvature(double u);

    /// Overwrites s ← σ(u) and slope ← σ′(u) for the first `n` entries; `u` stays. The three are different arrays.
    ///
    /// Each non-linearity has a loop of its own: one loop that calls [#value(double)] of whichever it is could
    /// not be compiled to one of them.
    void evaluate(double[] u, int n, double[] s, double[] slope);
}
