/// Who puts it together?
///
/// [isotopy.app.Main] decides between the window, the command line and the demonstration on the terminal.
/// [isotopy.app.IsotopyApp] makes what a window needs from outside (background tasks, exports, dialogs, recent files),
/// and a [isotopy.app.Workbench] is one window with its model and its views, opened on the [isotopy.app.OpeningScene].
/// A start shows the opening scene first (`Greeting`) and makes the window around it on another thread; `Desk` holds
/// the
/// windows of this process, which later starts reach by [isotopy.service.Meeting].
/// A build opens the window once by itself ([isotopy.app.Rehearsal]) to learn what a start needs.
@NullMarked
package isotopy.app;

import org.jspecify.annotations.NullMarked;
