package isotopy.cli;

import isotopy.project.Project;
import isotopy.project.ProjectException;
import isotopy.project.ProjectFile;
import java.nio.file.Path;

/// Reads what a command is given.
final class Inputs {
    private Inputs() {}

    /// Throws: `Failure` with the file, line and column of what is wrong.
    static Project project(Path file) {
        try {
            return ProjectFile.read(file);
        } catch (ProjectException e) {
            throw Failure.failed(e);
        }
    }
}
