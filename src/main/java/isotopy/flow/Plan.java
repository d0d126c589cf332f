package isotopy.flow;

/// The steps that carry a state from t = 0 to T: in which layer each is taken, and how long it is.
///
/// Shapes: both arrays have one entry for each step, layers in rising order; they are the record's own: treat them as
/// read-only.
public record Plan(int[] layer, double[] h) {
    /// The number of steps.
    public int steps() {
        return layer.length;
    }
}
