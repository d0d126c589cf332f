package isotopy.figure;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Which way a film runs.
public enum Direction {
    FORWARDS("forwards"),
    BACK("back"),
    /// Forwards in the first half, and the same way back in the second.
    THERE_AND_BACK("there-and-back");

    private final String id;

    Direction(String id) {
        this.id = id;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The direction of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Direction named(String id) {
        for (var direction : values()) {
            if (direction.id.equals(id)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("there is no direction '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Direction::id).collect(Collectors.joining(", ")));
    }
}
