/// Who puts it together?
///
/// [isotopy.app.Main] decides between the window, the command line and the demonstration on the terminal, and is
/// the only place that creates the services of a running program.
@NullMarked
package isotopy.app;

import org.jspecify.annotations.NullMarked;
