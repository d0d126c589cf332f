/// How does an experiment live on disk?
///
/// A [isotopy.project.Project] is all that is saved: the experiment, the trained control, the loss history and the
/// view. [isotopy.project.ProjectFile] writes it as JSON that a Python user can read and redo, and reads it back; what
/// is wrong with a file is a [isotopy.project.ProjectException], one sentence with line and column.
/// [isotopy.project.PointsCsv] reads and writes points as CSV, row by row, so that files of any size pass;
/// [isotopy.project.Table] looks at a table, and [isotopy.project.TableImport] makes a target of chosen columns.
/// [isotopy.project.Provenance] is what an exported file says of the experiment that made it, and how that comes back;
/// [isotopy.project.WeightsFile] takes a trained flow elsewhere, and [isotopy.project.Places] says where files lie.
/// [isotopy.project.TargetFile] is a single target, kept for another day.
/// [isotopy.project.Report] is what a training run tells a script. [isotopy.project.Replacement] puts every file in
/// place whole or not at all.
@NullMarked
package isotopy.project;

import org.jspecify.annotations.NullMarked;
