/// What runs in the background?
///
/// [isotopy.service.TrainingService] owns the one thread that trains. It is told what to do by
/// [isotopy.service.Command]s that are never lost; it hands over snapshots through a slot. A
/// [isotopy.service.Background] computes the paths that the window shows, so that the window itself never integrates,
/// and [isotopy.service.ExportService] writes pictures and films. None of them knows of the window.
@NullMarked
package isotopy.service;

import org.jspecify.annotations.NullMarked;
