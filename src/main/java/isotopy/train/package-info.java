/// How is the choice of a control improved? Pure: no clock, no window, and the same bits on any number of cores.
///
/// An [isotopy.train.Experiment] is all that determines a run, seed included. A [isotopy.train.Trainer] holds θ,
/// all parameters of the layers and of the read-out, and improves it step by step: it draws the
/// [isotopy.train.Samples], lets a [isotopy.train.Gradient] compute the [isotopy.train.Objective] and its exact
/// gradient through the discrete scheme (in double precision by [isotopy.train.Adjoint], in single precision by
/// generated kernels), and moves θ by an [isotopy.train.Optimizer]. What a flow is worth is an
/// [isotopy.train.Evaluation], what a step was made of [isotopy.train.Costs], and which way every particle should
/// be pushed, when, [isotopy.train.Costates].
@NullMarked
package isotopy.train;

import org.jspecify.annotations.NullMarked;
