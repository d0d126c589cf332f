/// What may one layer do, and what was chosen?
///
/// A [isotopy.control.ControlFamily] is the set of vector fields f(·; θ) that one layer may use; its
/// [isotopy.control.VectorField] is the workspace that evaluates them over clouds, with pullback and differential. A
/// [isotopy.control.Control] is the choice: the family and a list of [isotopy.control.Layer]s, each with its parameters
/// θₖ and its duration. It also grows and shrinks here, because only the family knows which change of θ leaves the flow
/// as it was.
///
/// Source for families as controls: Li, Lin, Shen, *Deep learning via dynamical systems*, JEMS 2022,
/// doi:10.4171/JEMS/1221.
@NullMarked
package isotopy.control;

import org.jspecify.annotations.NullMarked;
