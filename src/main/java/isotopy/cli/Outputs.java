package isotopy.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// Looks whether a file can be written before the work for it begins.
final class Outputs {
    private Outputs() {}

    /// Throws: `Failure` when it is plain that the file cannot be written.
    static void require(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(file)) {
            throw Failure.failed("cannot write '" + file + "': it is a folder; name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.failed("cannot write '" + file + "': there is no folder '" + folder + "'; make it first");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw Failure.failed("cannot write '" + file + "': there is no permission; choose another folder");
        }
    }
}
