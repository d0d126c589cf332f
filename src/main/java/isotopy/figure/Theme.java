package isotopy.figure;

/// The three appearances: light and dark for a desk, projector for a hall.
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    PROJECTOR("projector");

    private final String id;

    Theme(String id) {
        this.id = id;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The theme of that name.
    ///
    /// Throws: `IllegalArgumentException` when there is none.
    public static Theme named(String id) {
        for (var theme : values()) {
            if (theme.id.equals(id)) {
                return theme;
            }
        }
        throw new IllegalArgumentException("there is no theme '" + id + "'; choose light, dark or projector");
    }
}
