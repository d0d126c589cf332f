/// What does a control do to space?
///
/// A [isotopy.flow.FlowMap] carries points through the layers of a control, by what its [isotopy.flow.Integrator]
/// says: by the steps of a [isotopy.flow.Tableau] (with Euler that is the residual network itself), by steps that
/// each particle chooses, by shears, or by the closed form of the flow. It also goes back, keeps whole
/// [isotopy.flow.Trajectory]s, and measures what happens to volume. One step with its derivatives is a
/// [isotopy.flow.Stepper], a training run's steps are a [isotopy.flow.Plan].
///
/// [isotopy.flow.Folds] finds the layers that are no slice of a flow, [isotopy.flow.Bijectivity] keeps layers from
/// becoming one of them, [isotopy.flow.StepStudy] asks whether a network is an equation at all,
/// [isotopy.flow.SolverReport] what solving costs and misses, and [isotopy.flow.ExactFlow] is the judge.
@NullMarked
package isotopy.flow;

import org.jspecify.annotations.NullMarked;
