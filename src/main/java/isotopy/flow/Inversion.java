package isotopy.flow;

import isotopy.math.Points;

/// What came of going back through a flow map.
public sealed interface Inversion {
    /// Every point has a preimage.
    record Found(Points points) implements Inversion {}

    /// Some points have none, or none that Newton's method finds: the step of that layer is not a bijection there.
    ///
    /// `layer`, counted from 0, is the last one in which a point has none (the first that is met on the way back);
    /// `count` is the number of points that have none in this or an earlier layer.
    record Missing(int layer, int count) implements Inversion {}

    /// No point can be told, because what is seen of a state does not determine it; the reason is one sentence.
    record Blind(String reason) implements Inversion {}
}
