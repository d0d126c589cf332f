package isotopy.project;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Writes whole folders or none: the files go to a new folder beside, which takes the place of the old one at the end.
///
/// A list of its files lies in every such folder. Only a folder that holds nothing but files on its list is replaced,
/// so that nobody's own files are ever lost.
public final class ReplacementFolder {
    /// The file that lists the others.
    public static final String LIST = "isotopy-files.txt";

    private static final String HEAD = "Written by Isotopy. A new export under this name replaces the files below.\n";
    private static final int NAMES = 1000;

    private ReplacementFolder() {}

    /// Writes files into an empty folder.
    @FunctionalInterface
    public interface Writer {
        void write(Path into) throws IOException;
    }

    /// Puts the folder that `body` fills in the place of `target`, when `body` returns. Exceptions of the body pass
    /// through.
    ///
    /// Throws: `IOException` whose message is a sentence for the user, when the folder cannot be written or holds
    /// files that this class did not write.
    public static void write(Path target, Writer body) throws IOException {
        var folder = Files.isSymbolicLink(target) && Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        require(target, folder);
        try {
            replace(folder, body);
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + target + "': " + Replacement.reason(e), e);
        } catch (IOException e) {
            throw Replacement.told(target, e);
        }
    }

    private static void require(Path target, Path folder) throws IOException {
        if (folder.getParent() == null || !Files.isDirectory(folder.getParent())) {
            throw new IOException("cannot write '" + target + "': there is no folder '" + folder.getParent() + "'");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("cannot write the folder '" + target
                    + "': there is a file of that name; choose another name, or move the file away");
        }
        var listed = listed(folder);
        for (var found : content(folder)) {
            boolean ours = listed.contains(String.valueOf(found.getFileName()))
                    && Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS);
            if (!ours) {
                throw new IOException("cannot write the folder '" + target + "': it holds '" + found.getFileName()
                        + "', which is not of an earlier export; choose another name, or an empty folder");
            }
        }
    }

    /// The names that an earlier export listed, that of the list included; none where there is no list.
    private static Set<String> listed(Path folder) throws IOException {
        var list = folder.resolve(LIST);
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        try {
            var text = Files.readString(list);
            if (!text.startsWith(HEAD)) {
                return Set.of();
            }
            var names = new HashSet<>(text.lines().skip(1).toList());
            names.add(LIST);
            return names;
        } catch (CharacterCodingException e) {
            return Set.of(); // a file of somebody else
        }
    }

    private static void replace(Path folder, Writer body) throws IOException {
        var beside = beside(folder, "part");
        try {
            body.write(beside);
            var names = new TreeSet<String>();
            for (var file : content(beside)) {
                names.add(String.valueOf(file.getFileName()));
            }
            Files.write(
                    beside.resolve(LIST), (HEAD + String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8));
            if (Files.exists(folder)) {
                exchange(beside, folder);
            } else {
                Files.move(beside, folder);
            }
        } finally {
            delete(beside);
        }
    }

    /// The old folder steps aside for a moment, and comes back when the new one cannot take its place.
    private static void exchange(Path beside, Path folder) throws IOException {
        var old = beside(folder, "old");
        Files.move(folder, old, StandardCopyOption.REPLACE_EXISTING);
        try {
            Files.move(beside, folder);
        } catch (IOException e) {
            Files.move(old, folder);
            throw e;
        }
        delete(old);
    }

    /// A new empty folder in the same folder.
    private static Path beside(Path folder, String ending) throws IOException {
        for (int k = 0; k < NAMES; k++) {
            var path =
                    folder.resolveSibling(".isotopy-" + ProcessHandle.current().pid() + "-" + k + "." + ending);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        throw new FileSystemException(
                folder.toString(), null, "its folder is full of unfinished ones (.isotopy-….part)");
    }

    private static List<Path> content(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            var content = new ArrayList<Path>();
            files.forEach(content::add);
            return content;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            for (var file : content(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (AccessDeniedException e) {
            throw new FileSystemException(folder.toString(), null, "there is no permission to remove what it was");
        }
    }
}
