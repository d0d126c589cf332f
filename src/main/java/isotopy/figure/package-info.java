/// What is to be seen at time t, as data, for no backend?
///
/// A [isotopy.figure.Scene] is what was computed for one snapshot: the paths of particles and lattice, their goals
/// where there are any, what the network reads off them, and which given examples they are. A [isotopy.figure.Look]
/// says which of it to show and from where. [isotopy.figure.Illustrator] turns both and a time t
/// into a [isotopy.figure.Figure]: a page with a list of [isotopy.figure.Mark]s in the order of painting. Screen, PNG
/// and films draw the same figure, so an export cannot drift from what was seen.
///
/// A picture that stands by itself lies on a page with caption and keys around it. [isotopy.figure.Panels] are moments
/// side by side, [isotopy.figure.Charts] make a [isotopy.figure.Chart] of a run or a flow, and an
/// [isotopy.figure.Reel] plays a [isotopy.figure.Storyboard]: what a film shows, as a value.
@NullMarked
package isotopy.figure;

import org.jspecify.annotations.NullMarked;
