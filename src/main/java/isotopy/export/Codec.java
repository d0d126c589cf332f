package isotopy.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What encodes a film.
public enum Codec {
    /// The codec that comes with the program.
    BUILT_IN("built-in", "built in"),
    /// The x264 encoder of an `ffmpeg` command that the user has installed: smaller files, more work. MP4 only.
    X264("x264", "x264, by the ffmpeg command");

    private final String id;
    private final String title;

    Codec(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// Why it cannot be used on this computer, as a clause such as "no ffmpeg command is on the PATH"; empty
    /// where it can. Loads a library or starts a command: nothing for the window's own thread.
    public Optional<String> absence() {
        return switch (this) {
            case BUILT_IN -> CodecLibrary.absence();
            case X264 -> X264Command.absence(X264Command.onPath());
        };
    }

    /// The codec of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Codec named(String id) {
        return Arrays.stream(values())
                .filter(codec -> codec.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no codec '" + id + "'; choose one of "
                        + Arrays.stream(values()).map(Codec::id).collect(Collectors.joining(", "))));
    }
}
