package isotopy.figure;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How a motion gains and loses speed: a growing map of shares that keeps 0 and 1 exactly.
public enum Easing {
    /// At one speed.
    LINEAR("linear"),
    /// From rest to rest.
    SMOOTH("smooth"),
    /// From rest, fastest at the end.
    IN("in"),
    /// Fastest at first, to rest.
    OUT("out");

    private final String id;

    Easing(String id) {
        this.id = id;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The share of the way after a share of the time; both in 0 … 1.
    public double at(double share) {
        double s = Math.clamp(share, 0, 1);
        return switch (this) {
            case LINEAR -> s;
            case SMOOTH -> s * s * (3 - 2 * s);
            case IN -> s * s;
            case OUT -> s * (2 - s);
        };
    }

    /// The easing of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Easing named(String id) {
        for (var easing : values()) {
            if (easing.id.equals(id)) {
                return easing;
            }
        }
        throw new IllegalArgumentException("there is no easing '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Easing::id).collect(Collectors.joining(", ")));
    }
}
