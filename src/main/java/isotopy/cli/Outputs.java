package isotopy.cli;

import isotopy.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks whether a file can be written before the work for it begins.
final class Outputs {
    private static final Pattern FOREIGN = Pattern.compile(".+\\.(?!isotopy$)[a-z]\\w{1,4}", Pattern.CASE_INSENSITIVE);

    private Outputs() {}

    /// Throws: `Failure` for a wrong call, when the name is that of a file of another kind.
    static void requireProject(Path file) {
        var name = String.valueOf(file.getFileName());
        if (FOREIGN.matcher(name).matches()) {
            throw Failure.wrongCall("--out " + file + ": a project's name ends in " + ProjectFile.ENDING + ", such as "
                    + name.substring(0, name.lastIndexOf('.')) + ProjectFile.ENDING);
        }
    }

    /// Throws: `Failure` for a wrong call, when writing the file of `option` would destroy `input`. Links, and
    /// other ways to write one path, are followed; devices and pipes, such as a terminal that is both, cannot be
    /// lost.
    static void requireApart(String option, @Nullable Path file, String inputOption, @Nullable Path input) {
        if (file == null || input == null || !Files.isRegularFile(file) || !Files.exists(input)) {
            return;
        }
        try {
            if (Files.isSameFile(file, input)) {
                throw Failure.wrongCall(option + " " + file + ": it is the same file as " + inputOption + " " + input
                        + ", which would be lost; give it another name");
            }
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

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
