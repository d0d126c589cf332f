package isotopy.target;

/// The kinds of problem that a flow can be given.
public enum Kind {
    /// A map of the line: x ↦ F(x).
    LINE("1-d", "1-D"),
    /// A map of the plane.
    PLANE("plane", "Plane"),
    /// Points of the plane that belong to classes.
    LABELS("labels", "Labels"),
    /// A number for every point of the plane: u(x₁, x₂).
    FUNCTION("function", "Function");

    private final String id;
    private final String title;

    Kind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The name in files and on the command line.
    public String id() {
        return id;
    }

    /// The name that people read.
    public String title() {
        return title;
    }
}
