/// What map did the user draw?
///
/// A [isotopy.target.TargetMap] is what the flow should become, of one of four kinds ([isotopy.target.Kind]):
///
/// * a map of the line ([isotopy.target.LineMap]) or of the plane ([isotopy.target.PlaneMap]): a preset, a formula, a
///   drawing ([isotopy.target.DrawnCurve], [isotopy.target.DrawnMap]), [isotopy.target.Landmarks], a shape carried onto
///   a shape ([isotopy.target.ShapeMap]), or made of others ([isotopy.target.Composition],
/// [isotopy.target.InverseMap]);
/// * a function of the plane ([isotopy.target.PlaneFunction]);
/// * finitely many pairs ([isotopy.target.Correspondence]) or points in classes ([isotopy.target.Labels]).
///
/// All of them are immutable values: an edit gives a new value, so that undo is a stack of them.
/// [isotopy.target.Gallery] knows those that have a name. Maps of the plane know their determinant, and
/// [isotopy.target.Obstructions] uses it to say why no flow equals a map and where.
///
/// Nothing here knows how a flow is made or trained.
@NullMarked
package isotopy.target;

import org.jspecify.annotations.NullMarked;
