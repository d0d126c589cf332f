package isotopy.view;

import isotopy.project.ProjectException;
import isotopy.project.Replacement;
import isotopy.project.TargetFile;
import isotopy.target.TargetMap;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The targets that a user keeps, each in a small file of JSON named after it. Lives on the JavaFX thread; files are
/// read and written in the background.
final class SavedTargets {
    private static final String ENDING = ".json";
    private static final int LONGEST = 40;

    /// A kept target and its name.
    record Saved(String name, TargetMap target) {}

    private final Path folder;
    private final Tasks tasks;
    private final ObservableList<Saved> all = FXCollections.observableArrayList();

    /// Reads the folder in the background; files that hold no target are passed over.
    SavedTargets(Path folder, Tasks tasks) {
        this.folder = folder;
        this.tasks = tasks;
        tasks.run(this::read, all::setAll, _ -> {});
    }

    /// The kept targets by name.
    ObservableList<Saved> all() {
        return all;
    }

    /// Keeps a target under a name, in the place of one of that name.
    void save(String name, TargetMap target, WorkbenchModel model) {
        var plain = name.strip();
        var kept = new Saved(plain.substring(0, Math.min(plain.length(), LONGEST)), target);
        tasks.run(
                () -> write(kept),
                done -> {
                    all.removeIf(other -> other.name().equals(done.name()));
                    all.add(done);
                    FXCollections.sort(all, Comparator.comparing(Saved::name));
                },
                problem -> model.tell(Notice.of(Notice.Kind.ERROR, String.valueOf(problem.getMessage()))));
    }

    /// Forgets a target and its file, with a notice that brings it back.
    void remove(Saved gone, WorkbenchModel model) {
        tasks.run(
                () -> Files.deleteIfExists(file(gone.name())),
                done -> {
                    all.remove(gone);
                    model.tell(new Notice(
                            Notice.Kind.INFORMATION,
                            "“" + gone.name() + "” was taken out of the gallery.",
                            List.of(new Notice.Offer("Keep it", () -> {
                                model.dismissNotice();
                                save(gone.name(), gone.target(), model);
                            }))));
                },
                problem -> model.tell(Notice.of(
                        Notice.Kind.ERROR, "“" + gone.name() + "” cannot be removed: " + problem.getMessage())));
    }

    /// The file of a name: every name has one of its own, which every system takes.
    private Path file(String name) {
        return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A") + ENDING);
    }

    private Saved write(Saved kept) throws IOException {
        Files.createDirectories(folder);
        var text = TargetFile.write(kept.target());
        Replacement.write(file(kept.name()), into -> into.write(text.getBytes(StandardCharsets.UTF_8)));
        return kept;
    }

    private List<Saved> read() throws IOException {
        var found = new ArrayList<Saved>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(ENDING)) {
                    take(file, found);
                }
            }
        }
        found.sort(Comparator.comparing(Saved::name));
        return found;
    }

    private static void take(Path file, List<Saved> into) {
        try {
            var stem = String.valueOf(file.getFileName());
            var name = URLDecoder.decode(stem.substring(0, stem.length() - ENDING.length()), StandardCharsets.UTF_8);
            into.add(new Saved(name, TargetFile.read(Files.readString(file))));
        } catch (IOException | ProjectException | IllegalArgumentException e) {
            // somebody else's file
        }
    }
}
