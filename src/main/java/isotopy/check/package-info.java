/// Is the mathematics right on this machine?
///
/// An [isotopy.check.Oracle] is one claim with a number that is known from elsewhere: a closed form, a finite
/// difference, another integrator, a printed value. [isotopy.check.Oracles] lists them all, and a
/// [isotopy.check.CheckReport] says what was expected and what was found, for the command line and the window alike.
/// Everything is drawn from fixed seeds, so that a row that fails once fails again.
@NullMarked
package isotopy.check;

import org.jspecify.annotations.NullMarked;
