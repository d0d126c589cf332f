package isotopy.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// Says why a file cannot be read, and what to do.
final class Unreadable {
    static final String FOLDER = "this is a folder; name a file in it";

    private Unreadable() {}

    static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file; check its name and folder";
            case AccessDeniedException denied -> "there is no permission to read the file; ask its owner for it";
            default -> "the file cannot be read (" + e.getMessage() + "); try another copy";
        };
    }
}
