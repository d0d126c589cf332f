package isotopy.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the bytes of a table come from.
///
/// @param name the name that sentences call it by
/// @param title the name that people read
/// @param size its length in bytes, 0 where that is not known
record Source(String name, String title, long size, Opener opener) {
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException, PointsException;
    }

    /// A file; that it is there is found out when it is opened.
    static Source of(Path file) {
        var last = file.getFileName();
        return new Source(file.toString(), last == null ? file.toString() : last.toString(), size(file), () -> {
            if (Files.isDirectory(file)) {
                throw PointsException.inFile(file + ": " + Unreadable.FOLDER);
            }
            return Files.newInputStream(file);
        });
    }

    /// Bytes in memory.
    static Source of(String name, byte[] bytes) {
        return new Source(name, name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // told when it is opened
        }
    }

    InputStream open() throws IOException, PointsException {
        return opener.open();
    }
}
