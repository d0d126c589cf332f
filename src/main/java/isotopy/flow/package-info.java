/// What does a control do to space?
///
/// A [isotopy.flow.FlowMap] carries points through the layers of a control by the steps of a [isotopy.flow.Tableau]:
/// with Euler that is the residual network itself. It also goes back (Newton), keeps whole [isotopy.flow.Trajectory]s,
/// and measures what happens to area. [isotopy.flow.Folds] finds the layers that are no slice of a flow,
/// [isotopy.flow.Bijectivity] keeps layers from becoming one of them, and [isotopy.flow.ExactFlow] solves the
/// differential equation itself, as the judge.
@NullMarked
package isotopy.flow;

import org.jspecify.annotations.NullMarked;
