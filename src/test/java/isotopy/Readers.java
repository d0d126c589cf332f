package isotopy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Programs of other people that read our files in tests. Where one is missing its tests are left out, by name; in the
/// profile `readers` they fail instead.
public final class Readers {
    /// How the message of a test that is left out begins.
    static final String LEFT_OUT = "left out: ";

    /// Set by the profile.
    private static final boolean REQUIRED = Boolean.getBoolean("isotopy.readers.required");

    private Readers() {}

    /// The program of that name on the path; without it the test is left out, or fails.
    public static Path program(String name) {
        var found = find(name);
        require(found.isPresent(), name + " is not on the path");
        return found.orElseThrow();
    }

    /// Leaves the test out, or fails it, unless the reader is there; `absence` names it, such as "no Python with
    /// NumPy is here".
    public static void require(boolean there, String absence) {
        if (!there && REQUIRED) {
            Assertions.fail("a reader is missing: " + absence);
        }
        Assumptions.assumeTrue(there, LEFT_OUT + absence);
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
