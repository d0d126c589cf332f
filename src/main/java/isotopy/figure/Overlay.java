package isotopy.figure;

import isotopy.target.Kind;

/// A layer of the picture that can be switched on and off.
public enum Overlay {
    /// The particles, coloured by where they started.
    PARTICLES("particles"),
    /// The paths they have just come along.
    TRAILS("trails"),
    /// The lattice that the flow deforms.
    GRID("grid"),
    /// The velocity field of the layer at t, as arrows.
    FIELD("field"),
    /// Where the target sends the lattice and the particles.
    TARGET("target"),
    /// Lines from where a particle is to where it should end.
    LINES("lines"),
    /// The axes through the origin.
    AXES("axes"),
    /// Ticks with numbers along the edges.
    TICKS("ticks"),
    /// The square in which everything starts.
    SQUARE("square"),
    /// How far each start misses its goal at t = T, as a heat map over the domain.
    ERROR("error"),
    /// The places where a layer of the network folds.
    FOLDS("folds"),
    /// How densely the flow has pushed the particles of an even cloud together up to t, over the carried square.
    DENSITY("density"),
    /// det Dφ at t, how areas have grown around each start, as a map over the square.
    DETERMINANT("determinant"),
    /// The costate of each particle at t, as arrows.
    COSTATE("costate"),
    /// What the network says at t = T of every start, carried along: the regions of classes, or the values of a
    /// function.
    REGIONS("regions"),
    /// A picture laid over the square and carried by the flow.
    TEXTURE("texture");

    private final String id;

    Overlay(String id) {
        this.id = id;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// Whether it shows something of problems of that kind, seen like that.
    public boolean suits(Kind kind, Projection projection) {
        boolean plane = projection == Projection.PLANE;
        return switch (this) {
            case PARTICLES, GRID -> true;
            case TRAILS -> projection != Projection.HEIGHT;
            case TARGET ->
                switch (projection) {
                    case PLANE, HEIGHT -> kind != Kind.LABELS;
                    case STACK -> kind == Kind.PLANE;
                    case SPACE -> false;
                };
            case FOLDS -> plane || projection == Projection.STACK;
            case REGIONS -> (kind == Kind.LABELS || kind == Kind.FUNCTION) && projection != Projection.STACK;
            case LINES -> (kind == Kind.PLANE || kind == Kind.LINE) && plane;
            case ERROR -> kind != Kind.LABELS && plane;
            case AXES -> plane;
            case FIELD, TICKS, SQUARE, DENSITY, DETERMINANT, COSTATE, TEXTURE -> kind != Kind.LINE && plane;
        };
    }

    /// The overlay of that name.
    ///
    /// Throws: `IllegalArgumentException` when there is none.
    public static Overlay named(String id) {
        for (var overlay : values()) {
            if (overlay.id.equals(id)) {
                return overlay;
            }
        }
        throw new IllegalArgumentException("there is no overlay '" + id + "'");
    }
}
