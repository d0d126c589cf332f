package isotopy.figure;

import java.util.List;

/// The appearances: light and dark for a desk, projector for a hall, print for paper.
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    PROJECTOR("projector"),
    /// For pictures only, not for the window: a white page, black ink, and colours that survive a grey printer.
    PRINT("print");

    /// Those in which the window can be dressed.
    public static final List<Theme> OF_THE_WINDOW = List.of(LIGHT, DARK, PROJECTOR);

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
        throw new IllegalArgumentException("there is no theme '" + id + "'; choose light, dark, projector or print");
    }
}
