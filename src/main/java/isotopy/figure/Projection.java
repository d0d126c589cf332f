package isotopy.figure;

import isotopy.target.Kind;

/// From where a scene is looked at.
public enum Projection {
    /// The plane as it is at t; of a map of the line, its graph and space-time.
    PLANE("plane"),
    /// The layers as sheets along t.
    STACK("stack"),
    /// The first three coordinates of the state.
    SPACE("space"),
    /// The values of a function as heights over the square.
    HEIGHT("height");

    private final String id;

    Projection(String id) {
        this.id = id;
    }

    /// The name in files.
    public String id() {
        return id;
    }

    /// Whether it is looked at from an angle, so that dragging turns it.
    public boolean turns() {
        return this != PLANE;
    }

    /// Whether a problem of that kind, with states of so many coordinates, can be seen like this.
    public boolean suits(Kind kind, int stateDimension) {
        return switch (this) {
            case PLANE -> true;
            case STACK -> kind != Kind.LINE;
            case SPACE -> kind == Kind.LINE ? stateDimension >= 2 : stateDimension >= 3;
            case HEIGHT -> kind == Kind.FUNCTION;
        };
    }

    /// The projection of that name.
    ///
    /// Throws: `IllegalArgumentException` when there is none.
    public static Projection named(String id) {
        for (var projection : values()) {
            if (projection.id.equals(id)) {
                return projection;
            }
        }
        throw new IllegalArgumentException("there is no view '" + id + "'; choose plane, stack, space or height");
    }
}
