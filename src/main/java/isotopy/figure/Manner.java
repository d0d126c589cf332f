package isotopy.figure;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How a picture that stands by itself speaks: what is written on it, whether its axes have names, and whether the
/// camera goes along with a cloud that leaves the square.
public record Manner(Words words, boolean axisNames, boolean follows) {
    /// As pictures are made where nobody says otherwise.
    public static final Manner STANDARD = new Manner(Words.TIME, true, true);

    /// Without any caption.
    public static final Manner SILENT = new Manner(Words.NONE, true, true);

    /// What is written in the corner.
    public enum Words {
        NONE("none"),
        /// Where t stands, or what else the film plays over.
        TIME("time"),
        /// That, and the formula of the flow with its numbers.
        FORMULAS("formulas");

        private final String id;

        Words(String id) {
            this.id = id;
        }

        /// The name on the command line and in files.
        public String id() {
            return id;
        }

        /// The words of that name.
        ///
        /// Throws: `IllegalArgumentException` that lists the names, when there are none.
        public static Words named(String id) {
            for (var words : values()) {
                if (words.id.equals(id)) {
                    return words;
                }
            }
            throw new IllegalArgumentException("there is no caption '" + id + "'; choose one of "
                    + Arrays.stream(values()).map(Words::id).collect(Collectors.joining(", ")));
        }
    }

    public Manner withWords(Words changed) {
        return new Manner(changed, axisNames, follows);
    }

    public Manner withAxisNames(boolean changed) {
        return new Manner(words, changed, follows);
    }

    public Manner withFollows(boolean changed) {
        return new Manner(words, axisNames, changed);
    }
}
