package isotopy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folders in which this computer expects the program's own files. None of them need exist. Immutable.
///
/// | | settings | caches | logs |
/// | --- | --- | --- | --- |
/// | Linux | `$XDG_CONFIG_HOME/isotopy` | `$XDG_CACHE_HOME/isotopy` | `$XDG_STATE_HOME/isotopy` |
/// | macOS | `~/Library/Application Support/Isotopy` | `~/Library/Caches/Isotopy` | `~/Library/Logs/Isotopy` |
/// | Windows | `%APPDATA%\Isotopy` | `%LOCALAPPDATA%\Isotopy\Caches` | `%LOCALAPPDATA%\Isotopy\Logs` |
///
/// Source: XDG Base Directory Specification 0.8; Apple, *File System Programming Guide*.
///
/// @param settings what the user would miss: recent files, kept targets, what was seen before
/// @param caches what can be made again
/// @param logs what happened
/// @param meeting where a running program can be found by another start: no other user may write there
public record Places(Path settings, Path caches, Path logs, Path meeting) {
    /// Those of this computer and user.
    public static Places here() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    /// Those of a system with that name, home folder and environment.
    public static Places of(String system, String home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        var house = path(home).orElse(Path.of("."));
        if (name.startsWith("windows")) {
            var roaming = given(environment, "APPDATA").orElse(house.resolve("AppData/Roaming"));
            var local = given(environment, "LOCALAPPDATA")
                    .orElse(house.resolve("AppData/Local"))
                    .resolve("Isotopy");
            return new Places(roaming.resolve("Isotopy"), local.resolve("Caches"), local.resolve("Logs"), local);
        }
        if (name.startsWith("mac")) {
            var library = house.resolve("Library");
            var caches = library.resolve("Caches/Isotopy");
            return new Places(
                    library.resolve("Application Support/Isotopy"), caches, library.resolve("Logs/Isotopy"), caches);
        }
        var caches = given(environment, "XDG_CACHE_HOME")
                .orElse(house.resolve(".cache"))
                .resolve("isotopy");
        return new Places(
                given(environment, "XDG_CONFIG_HOME")
                        .orElse(house.resolve(".config"))
                        .resolve("isotopy"),
                caches,
                given(environment, "XDG_STATE_HOME")
                        .orElse(house.resolve(".local/state"))
                        .resolve("isotopy"),
                given(environment, "XDG_RUNTIME_DIR")
                        .map(folder -> folder.resolve("isotopy"))
                        .orElse(caches));
    }

    /// A folder that the environment names; the specification has relative ones ignored.
    private static Optional<Path> given(Map<String, String> environment, String variable) {
        return path(environment.getOrDefault(variable, "")).filter(Places::absolute);
    }

    /// On every system, also where the environment of another one is looked at.
    private static boolean absolute(Path path) {
        return path.isAbsolute() || path.toString().matches("[A-Za-z]:[\\\\/].*");
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Whether files can be made in a folder, which is made where it is missing.
    public static boolean writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".isotopy-", ".part"));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /// What a user must know where settings cannot be kept, in one sentence.
    public Optional<String> trouble() {
        return writable(settings)
                ? Optional.empty()
                : Optional.of("Nothing can be written to “" + settings + "”: recent files, targets that you keep and"
                        + " other settings are forgotten when the program ends.");
    }

    /// A folder below [#caches] that is there and can be written into; where none can be, a temporary one.
    ///
    /// Throws: `IOException` when not even that can be made.
    public Path cache(String name) throws IOException {
        var folder = caches.resolve(name);
        return writable(folder) ? folder : Files.createTempDirectory("isotopy-" + name);
    }
}
