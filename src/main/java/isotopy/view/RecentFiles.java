package isotopy.view;

import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The projects that were opened or saved last, newest first, kept in a small text file with one path a line. Lives on
/// the JavaFX thread.
///
/// A list that cannot be read is an empty one, and one that cannot be written is forgotten at the end: neither is worth
/// a word.
public final class RecentFiles {
    private static final int MOST = 8;

    /// How the file is called.
    public static final String NAME = "recent.txt";

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
        var text = String.join("\n", lines) + "\n";
        Replacement.write(store, into -> into.write(text.getBytes(StandardCharsets.UTF_8)));
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
