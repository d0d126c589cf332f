/// How is the choice of a control improved? Pure: no clock, no window, and the same bits on any number of cores.
///
/// An [isotopy.train.Experiment] is all that determines a run, seed included. A [isotopy.train.Trainer] holds θ and
/// improves it step by step: it draws the [isotopy.train.Samples], lets [isotopy.train.Adjoint] compute the loss and
/// its exact gradient through the discrete scheme, and moves θ by [isotopy.train.Adam]. What a flow is worth is an
/// [isotopy.train.Evaluation].
@NullMarked
package isotopy.train;

import org.jspecify.annotations.NullMarked;
