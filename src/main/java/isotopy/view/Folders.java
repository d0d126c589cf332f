package isotopy.view;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.HostServices;

/// Shows folders on the desktop, where there is a way to.
public final class Folders {
    private Folders() {}

    /// What shows a folder, or nothing where that would not work.
    public static Optional<Consumer<Path>> opener(HostServices desktop) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean works = system.startsWith("windows") || system.startsWith("mac") || onPath("xdg-open");
        return works ? Optional.of(folder -> desktop.showDocument(folder.toUri().toString())) : Optional.empty();
    }

    private static boolean onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
