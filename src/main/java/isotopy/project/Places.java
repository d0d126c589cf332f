package isotopy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folders of the program in the home of whoever uses it, as each system wants them. They need not exist.
///
/// @param settings what the user chose; not to be lost
/// @param caches what can be made again
/// @param logs what happened
public record Places(Path settings, Path caches, Path logs) {

    /// Those of this computer.
    public static Places here() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    /// Those of a system of that name.
    ///
    /// Source: XDG Base Directory Specification 0.8; Apple, *File System Programming Guide*; Microsoft's known
    /// folders.
    static Places of(String system, String home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var roaming = folder(environment, "APPDATA", Path.of(home, "AppData", "Roaming"));
            var local = folder(environment, "LOCALAPPDATA", Path.of(home, "AppData", "Local"));
            return new Places(
                    roaming.resolve("isotopy"),
                    local.resolve("Isotopy").resolve("Cache"),
                    local.resolve("Isotopy").resolve("Logs"));
        }
        if (name.startsWith("mac")) {
            var library = Path.of(home, "Library");
            return new Places(
                    library.resolve("Application Support").resolve("isotopy"),
                    library.resolve("Caches").resolve("Isotopy"),
                    library.resolve("Logs").resolve("Isotopy"));
        }
        return new Places(
                folder(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")).resolve("isotopy"),
                folder(environment, "XDG_CACHE_HOME", Path.of(home, ".cache")).resolve("isotopy"),
                folder(environment, "XDG_STATE_HOME", Path.of(home, ".local", "state"))
                        .resolve("isotopy"));
    }

    /// A folder below [#caches] that is there and can be written into; where none can be, a temporary one.
    ///
    /// Throws: `IOException` when not even that can be made.
    public Path cache(String name) throws IOException {
        var folder = caches.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "try", ""));
            return folder;
        } catch (IOException | SecurityException e) {
            return Files.createTempDirectory("isotopy-" + name);
        }
    }

    /// What the environment names, where it is an absolute path.
    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        var given = environment.getOrDefault(variable, "");
        return given.isBlank() || !Path.of(given).isAbsolute() ? usual : Path.of(given);
    }
}
