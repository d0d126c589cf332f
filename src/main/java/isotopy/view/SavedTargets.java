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
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The targets that a user keeps, each in a small file of JSON that holds its name. Lives on the JavaFX thread; files
/// are read and written in the background.
final class SavedTargets {
    private static final String ENDING = ".json";
    private static final int LONGEST = 40;

    /// Longer names of files are not taken everywhere.
    private static final int MOST_CHARACTERS = 255;

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
        int length = plain.offsetByCodePoints(0, Math.min(plain.codePointCount(0, plain.length()), LONGEST));
        var kept = new Saved(plain.substring(0, length), target);
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
                () -> {
                    dropNamedAfter(gone.name());
                    return Files.deleteIfExists(file(gone.name()));
                },
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

    /// The file of a name: every name has one of its own, however long it is, and in which letters; so has one that
    /// differs from another only in case. Its own name is a hash of it.
    private Path file(String name) {
        return folder.resolve(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ENDING);
    }

    /// Takes away a file that is named after its target, as files without a name inside are.
    private void dropNamedAfter(String name) throws IOException {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A") + ENDING;
        if (encoded.length() <= MOST_CHARACTERS) {
            Files.deleteIfExists(folder.resolve(encoded));
        }
    }

    private Saved write(Saved kept) throws IOException {
        Files.createDirectories(folder);
        var text = TargetFile.write(kept.name(), kept.target());
        Replacement.write(file(kept.name()), into -> into.write(text.getBytes(StandardCharsets.UTF_8)));
        dropNamedAfter(kept.name());
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
            var text = Files.readString(file);
            var stem = String.valueOf(file.getFileName());
            var inside = TargetFile.name(text);
            var name = inside.isPresent()
                    ? inside.get()
                    : URLDecoder.decode(stem.substring(0, stem.length() - ENDING.length()), StandardCharsets.UTF_8);
            into.add(new Saved(name, TargetFile.read(text)));
        } catch (IOException | ProjectException | IllegalArgumentException e) {
            // somebody else's file
        }
    }
}
