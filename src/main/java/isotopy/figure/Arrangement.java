package isotopy.figure;

/// How the particles lie at t = 0.
public enum Arrangement {
    /// Scattered evenly over the square, by a quasi-random sequence.
    RANDOM("random"),
    /// On a regular lattice.
    GRID("grid"),
    /// Evenly over the disc inside the square.
    DISC("disc");

    private final String id;

    Arrangement(String id) {
        this.id = id;
    }

    /// The name in files.
    public String id() {
        return id;
    }

    /// The arrangement of that name.
    ///
    /// Throws: `IllegalArgumentException` when there is none.
    public static Arrangement named(String id) {
        for (var arrangement : values()) {
            if (arrangement.id.equals(id)) {
                return arrangement;
            }
        }
        throw new IllegalArgumentException("there is no arrangement '" + id + "'");
    }
}
