package isotopy.flow;

import isotopy.math.Points;

/// What came of going back through a flow map.
public sealed interface Inversion {
    /// Every point has a preimage.
    record Found(Points points) implements Inversion {}

    /// Some points have none, or none that Newton's method finds: the step of that layer is not a bijection there.
    ///
    /// `layer` counts from 0; `count` is the number of points.
    record Missing(int layer, int count) implements Inversion {}
}
