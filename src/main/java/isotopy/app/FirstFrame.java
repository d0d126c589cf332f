package isotopy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Notes when the window first showed a moving flow, and when all of the window was there, for who measures the start:
/// the property `isotopy.firstframe` names the file. Mutable, lives on the JavaFX thread.
///
/// Units: each line of the file holds nanoseconds since 1970, in UTC.
final class FirstFrame {
    static final String PROPERTY = "isotopy.firstframe";

    /// Two different pictures are the first that move.
    private static final int MOVING = 2;

    private final Optional<Path> file;
    private boolean moved;
    private boolean whole;

    FirstFrame(Optional<Path> file) {
        this.file = file;
    }

    /// For the file that the property names, if it names one.
    static FirstFrame asked() {
        return new FirstFrame(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));
    }

    /// So many different pictures have been handed to the screen; the second is noted, once.
    void reached(int pictures) {
        if (!moved && pictures >= MOVING) {
            moved = true;
            file.ifPresent(FirstFrame::note);
        }
    }

    /// The same in a window that has all its parts.
    void wholeReached(int pictures) {
        reached(pictures);
        if (!whole && pictures >= MOVING) {
            whole = true;
            file.ifPresent(FirstFrame::note);
        }
    }

    private static void note(Path file) {
        var now = Instant.now();
        try {
            Files.writeString(
                    file,
                    String.format("%d%09d%n", now.getEpochSecond(), now.getNano()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger("isotopy").log(System.Logger.Level.WARNING, "the first frame cannot be noted", e);
        }
    }
}
