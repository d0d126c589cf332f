package isotopy.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The kinds of files that a scene can go into.
public enum Format {
    /// One picture.
    PNG("png"),
    /// A film that loops for ever.
    GIF("gif");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /// The ending of such files, without the dot.
    public String ending() {
        return ending;
    }

    /// The format that a file's name ends in.
    ///
    /// Throws: `IllegalArgumentException` that lists the endings, when it is none of them.
    public static Format of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (name.endsWith("." + format.ending)) {
                return format;
            }
        }
        throw new IllegalArgumentException("the name of a picture must end in "
                + Arrays.stream(values()).map(format -> "." + format.ending).collect(Collectors.joining(" or ")) + ": "
                + file);
    }
}
