package isotopy.math;

/// How a hidden unit looks at the state, before σ: the two shapes in which every family's layer can be computed.
///
/// A unit has 2d + 1 numbers in either form, the last d of them its output weights v.
public enum Form {
    /// u = w·z + b, from w₁ … w_d, b.
    RIDGE,
    /// u = β |z − c|², from c₁ … c_d, β.
    RADIAL
}
