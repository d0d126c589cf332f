package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the network says of a function's starts, as colours carried by the flow with their level lines: at t = T these
/// are straight and parallel, at t = 0 they are those of the function that was learnt.
final class ValueMap {
    private static final int LEVELS = 10;
    private static final double OPACITY = 0.92;

    /// Opaque, lest the joints of their pieces show: the network's level lines, the target's over the colours, and
    /// a grey on which those of the network are seen.
    static final int NETWORK = 0xFFF6F6F4;

    static final int TARGET = 0xFF262B32;

    static final int GROUND = 0xFF7C7B78;

    private ValueMap() {}

    /// Adds the colours, and the level lines of network and target, as the look wants them.
    static void draw(Shot shot, List<Mark> into) {
        if (shot.kind() != Kind.FUNCTION || shot.scene().said().isEmpty()) {
            return;
        }
        var colours = ValueColours.of(shot);
        var lattice = PlaneIllustrator.rows(shot.scene().lattice().points(shot.t()));
        var said = shot.scene().said().get().lattice();
        var palette = shot.palette();
        boolean shown = shot.look().shows(Overlay.REGIONS);
        var levels = levels(colours);
        if (shown) {
            into.add(mesh(lattice, faded(colours.colours(said)), shot.page()));
            into.add(lines(said, levels, lattice, shot, NETWORK, 3 * palette.line(), 0));
        }
        if (shot.look().shows(Overlay.TARGET)) {
            int ink = shown ? TARGET : palette.ghost();
            shot.scene()
                    .latticeGoals()
                    .ifPresent(goals -> into.add(lines(goals, levels, lattice, shot, ink, palette.line(), 0)));
        }
    }

    private static double[] levels(ValueColours colours) {
        var levels = new double[LEVELS];
        Arrays.setAll(levels, k -> colours.low() + (k + 0.5) / LEVELS * (colours.high() - colours.low()));
        return levels;
    }

    private static int[] faded(int[] argb) {
        return Arrays.stream(argb).map(colour -> Colour.faded(colour, OPACITY)).toArray();
    }

    private static Mark lines(
            Points values, double[] levels, double[][] lattice, Shot shot, int argb, float width, float dash) {
        return Contours.of(values.row(0), levels, lattice, Scene.LATTICE, shot.page(), argb, width, dash);
    }

    static Mark mesh(double[][] lattice, int[] argb, Page page) {
        var x = new float[argb.length];
        var y = new float[argb.length];
        for (int k = 0; k < argb.length; k++) {
            x[k] = page.x(lattice[0][k], lattice[1][k]);
            y[k] = page.y(lattice[0][k], lattice[1][k]);
        }
        return new Mark.Mesh(x, y, Scene.LATTICE, Scene.LATTICE, argb);
    }

    /// Adds the scale of the values.
    static void legend(Shot shot, List<Mark> into) {
        scale(shot).ifPresent(scale -> scale.draw(shot, into));
    }

    /// The scale, where it is shown.
    static Optional<Legend> scale(Shot shot) {
        boolean other = shot.look().measures() || shot.look().shows(Overlay.ERROR);
        boolean coloured = shot.look().shows(Overlay.REGIONS) || shot.look().shows(Overlay.PARTICLES);
        return coloured && shot.kind() == Kind.FUNCTION && shot.scene().said().isPresent() && !other
                ? Optional.of(ValueColours.of(shot).legend("value"))
                : Optional.empty();
    }
}
