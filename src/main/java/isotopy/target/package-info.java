/// What map did the user draw?
///
/// A [isotopy.target.TargetMap] is what the flow should become: a map of the whole plane
/// ([isotopy.target.PlaneMap]: a [isotopy.target.Preset] given by a formula, or a [isotopy.target.DrawnMap]
/// made by hand out of [isotopy.target.Stroke]s), or finitely many pairs ([isotopy.target.Correspondence]).
///
/// All of them are immutable values: an edit gives a new value, so that undo is a stack of them. Maps of
/// the plane know their determinant exactly, and [isotopy.target.Obstructions] uses it to say why no flow
/// equals a map and where.
///
/// Nothing here knows how a flow is made or trained.
@NullMarked
package isotopy.target;

import org.jspecify.annotations.NullMarked;
