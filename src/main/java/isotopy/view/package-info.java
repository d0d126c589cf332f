/// What is seen and touched?
///
/// Everything stands on one [isotopy.view.WorkbenchModel]: its *Properties* are read by all views, its *Commands* are
/// called by them, and it alone talks to the background services, once per frame in
/// [isotopy.view.WorkbenchModel#pulse(long)]. Views are classes that build their children in the constructor. The stage
/// draws the [isotopy.figure.Figure] of the moment with the same painter as every export; nothing here integrates,
/// trains, writes files or waits.
@NullMarked
package isotopy.view;

import org.jspecify.annotations.NullMarked;
