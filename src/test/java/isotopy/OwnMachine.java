package isotopy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs a test's program in a Java machine of its own: with the flags of this one, but compiled for that program alone.
public final class OwnMachine {
    private OwnMachine() {}

    /// The lines that the program prints, errors and warnings included.
    public static List<String> run(Class<?> program) throws IOException {
        var flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:") || flag.contains("jdk.internal.module"));
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        flags,
                        Stream.of("-cp", classes, program.getName()))
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
