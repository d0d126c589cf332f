/// What can a script ask for?
///
/// [isotopy.cli.CommandLineInterface] carries out one command line (`presets`, `families`, `train`, `apply`, `render`,
/// `check`) without a display and returns its exit status: 0 done, 1 the work failed, 2 the call was wrong. There is
/// one class per command; a [isotopy.cli.Failure] is what one of them could not do, in one sentence. [isotopy.cli.Demo]
/// is what the program does where there is no display, and [isotopy.cli.CommandText] the line that does what an
/// experiment in the window does.
@NullMarked
package isotopy.cli;

import org.jspecify.annotations.NullMarked;
