package isotopy.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The projects that were opened or saved last, newest first, kept in a small text file with one path a line. Lives on
/// the JavaFX thread.
///
/// A list that cannot be read is an empty one, and one that cannot be written is forgotten at the end: neither is worth
/// a word.
public final class RecentFiles {
    private static final int MOST = 8;

    private final Path store;
    private final Tasks tasks;
    private final ObservableList<Path> files = FXCollections.observableArrayList();

    /// Reads the list in the background.
    public RecentFiles(Path store, Tasks tasks) {
        this.store = store;
        this.tasks = tasks;
        tasks.run(
                this::read,
                found -> found.stream()
                        .filter(file -> !files.contains(file))
                        .limit(MOST)
                        .forEach(files::add),
                _ -> {});
    }

    /// Where the list is kept on this computer.
    public static Path place() {
        return place(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path place(String system, String home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        Path folder;
        if (name.startsWith("windows")) {
            folder = Path.of(environment.getOrDefault("APPDATA", home));
        } else if (name.startsWith("mac")) {
            folder = Path.of(home, "Library", "Application Support");
        } else {
            var given = environment.getOrDefault("XDG_CONFIG_HOME", "");
            folder = given.isBlank() ? Path.of(home, ".config") : Path.of(given);
        }
        return folder.resolve("isotopy").resolve("recent.txt");
    }

    /// The folder beside the list in which the user's targets are kept.
    Path targets() {
        return store.resolveSibling("targets");
    }

    /// The files, newest first; changes with every [#add] and [#forget].
    public ObservableList<Path> files() {
        return files;
    }

    void add(Path file) {
        var whole = file.toAbsolutePath().normalize();
        files.remove(whole);
        files.addFirst(whole);
        if (files.size() > MOST) {
            files.remove(MOST, files.size());
        }
        keep();
    }

    void forget(Path file) {
        if (files.remove(file.toAbsolutePath().normalize())) {
            keep();
        }
    }

    private void keep() {
        var lines = files.stream().map(Path::toString).toList();
        tasks.run(() -> write(lines), _ -> {}, _ -> {});
    }

    private boolean write(List<String> lines) throws IOException {
        if (store.getParent() != null) {
            Files.createDirectories(store.getParent());
        }
        Files.write(store, lines);
        return true;
    }

    private List<Path> read() throws IOException {
        var found = new ArrayList<Path>();
        for (var line : Files.readAllLines(store)) {
            try {
                if (!line.isBlank()) {
                    found.add(Path.of(line));
                }
            } catch (InvalidPathException e) {
                // a line that somebody else wrote
            }
        }
        return found;
    }
}
