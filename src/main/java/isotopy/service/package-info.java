/// What runs in the background?
///
/// [isotopy.service.TrainingService] owns the one thread that trains. It is told what to do by
/// [isotopy.service.Command]s that are never lost; it hands over snapshots through a slot. A
/// [isotopy.service.Background] computes the paths that the window shows, so that the window itself never integrates,
/// and [isotopy.service.ExportService] writes what is exported, one after the other. [isotopy.service.Meeting] lets a
/// second start leave its files to the first, by a socket of this machine, [isotopy.service.Logbook] keeps the log, and
/// [isotopy.service.WarmUp] makes the training quick before it is asked for. None of them knows of the window.
@NullMarked
package isotopy.service;

import org.jspecify.annotations.NullMarked;
