package isotopy.project;

import isotopy.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A Python of this machine that has a library, for tests that ask another program.
record Python(String command) {
    private static final List<String> COMMANDS = List.of("python3", "/usr/bin/python3");
    private static final Map<String, Optional<Python>> FOUND = new ConcurrentHashMap<>();

    /// The first that can import that library; without one the test is left out, or fails.
    public static Python with(String library) throws IOException, InterruptedException {
        var found = FOUND.get(library);
        if (found == null) {
            found = find(library);
            FOUND.put(library, found);
        }
        Readers.require(found.isPresent(), "no Python with " + library + " is here");
        return found.orElseThrow();
    }

    private static Optional<Python> find(String library) throws InterruptedException {
        for (var command : COMMANDS) {
            try {
                var process = new ProcessBuilder(command, "-c", "import " + library)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(new Python(command));
                }
                process.destroyForcibly();
            } catch (IOException e) {
                // no such command: try the next
            }
        }
        return Optional.empty();
    }

    /// The lines that a program prints; what it says on standard error fails the test.
    List<String> lines(Path folder, String program, Object... arguments) throws IOException, InterruptedException {
        var script = Files.writeString(Files.createTempFile(folder, "run", ".py"), program);
        var words = new ArrayList<>(List.of(command, script.toString()));
        for (var argument : arguments) {
            words.add(argument.toString());
        }
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(240, TimeUnit.SECONDS) || process.exitValue() != 0 || Files.size(err) > 0) {
            process.destroyForcibly();
            throw new IOException("Python failed: " + Files.readString(err));
        }
        return Files.readAllLines(out);
    }
}
