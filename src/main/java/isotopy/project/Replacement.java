package isotopy.project;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes whole files or none: the bytes go to a new file in the same folder, which takes the place of the old one by a
/// single move.
///
/// Whatever fails on the way, an existing file keeps its content and nothing else is left in the folder. A symbolic
/// link stays one: the file behind it is replaced. What is no ordinary file, such as `/dev/stdout`, is written to
/// directly.
public final class Replacement {
    /// How many names are tried for the new file.
    private static final int NAMES = 1000;

    /// What Linux and macOS, quotas, and Windows say.
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private Replacement() {}

    /// Writes the content of a file to a stream that is buffered, and closed by the caller.
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream into) throws IOException;
    }

    /// Writes the content of a file that is there and empty, by its path.
    @FunctionalInterface
    public interface Filler {
        void fill(Path file) throws IOException;
    }

    /// As [#write], for what must go back and forth in its file. What is no ordinary file gets a copy of a
    /// temporary one.
    ///
    /// Throws: `IOException` whose message is a sentence for the user, when the file cannot be written.
    public static void fill(Path target, Filler body) throws IOException {
        if (special(target)) {
            var file = Files.createTempFile("isotopy", ".part");
            try {
                body.fill(file);
                copy(file, target);
            } finally {
                Files.deleteIfExists(file);
            }
            return;
        }
        whole(target, body);
    }

    private static void copy(Path file, Path target) throws IOException {
        try {
            direct(target, stream -> Files.copy(file, stream));
        } catch (IOException e) {
            boolean told = e.getMessage() != null && e.getMessage().contains(target.toString());
            throw told ? e : new IOException("cannot write '" + target + "': " + e.getMessage(), e);
        }
    }

    /// Overwrites `target` by what `body` writes, when `body` returns. Exceptions of the body pass through.
    ///
    /// Throws: `IOException` whose message is a sentence for the user, when the file cannot be written.
    public static void write(Path target, Writer body) throws IOException {
        if (special(target)) {
            direct(target, body);
            return;
        }
        whole(target, beside -> {
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE);
                    var stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                body.write(stream);
            }
        });
    }

    /// Whether there is something, but no ordinary file nor folder.
    private static boolean special(Path target) {
        boolean device = target.startsWith("/dev") || !Files.isRegularFile(target);
        return Files.exists(target) && device && !Files.isDirectory(target);
    }

    private static void whole(Path target, Filler body) throws IOException {
        var file = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new IOException("cannot write '" + target + "': it is a folder");
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new IOException("cannot write '" + target + "': there is no folder '" + file.getParent() + "'");
        }
        try {
            replace(file, body);
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + target + "': " + reason(e), e);
        } catch (IOException e) {
            throw told(target, e);
        }
    }

    /// A full disk is told by the system in a few words that name no file; writers of formats hide them in a cause.
    static IOException told(Path target, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage());
            if (FULL.stream().anyMatch(words::contains)) {
                return new IOException(
                        "cannot write '" + target + "': the disk is full; make room, or choose another one", e);
            }
        }
        return e;
    }

    /// A pipe has a name but no folder in which something could stand beside it, and a standard output that goes to
    /// a file is not ours to replace: what was printed before stays before.
    private static void direct(Path target, Writer body) throws IOException {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.APPEND))) {
            body.write(stream);
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + target + "': " + reason(e), e);
        }
    }

    private static void replace(Path file, Filler body) throws IOException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        var beside = beside(file);
        try {
            body.fill(beside);
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true); // the move must not overtake the bytes
            }
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// A new empty file in the same folder, with the permissions of the one it will replace.
    private static Path beside(Path file) throws IOException {
        for (int k = 0; k < NAMES; k++) {
            var path = file.resolveSibling(".isotopy-" + ProcessHandle.current().pid() + "-" + k + ".part");
            try {
                Files.createFile(path);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                keepPermissions(file, path);
            }
            return path;
        }
        throw new FileSystemException(
                file.toString(), null, "the folder is full of unfinished files (.isotopy-….part)");
    }

    private static void keepPermissions(Path from, Path into) {
        try {
            Files.setPosixFilePermissions(into, Files.getPosixFilePermissions(from));
        } catch (IOException | UnsupportedOperationException e) {
            // a file system without such permissions, or a file of somebody else: the usual ones serve
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "there is no permission";
        }
        var reason = e.getReason();
        if (reason != null && FULL.stream().anyMatch(reason::contains)) {
            return "the disk is full; make room, or choose another one";
        }
        return reason == null || reason.isBlank() ? "the file system refused" : reason;
    }
}
