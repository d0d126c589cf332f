package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.target.Kind;
import isotopy.target.Labels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Draws the first coordinates of the state, the extra ones among them, as a box that can be turned: the sheet in which
/// everything starts, the particles with their trails and, where classes are told apart, the planes between them.
///
/// Of a map of the line with one extra coordinate the plane of both is drawn.
final class SpaceIllustrator {
    private static final int MOST_TRAILS = 600;

    private static final int MOST_PARTICLES = 20_000;

    /// Particles of this many distances are told apart by size and strength.
    private static final int DISTANCES = 10;

    /// The box has this room around what it holds, and no side is a smaller share of the longest.
    private static final double ROOM = 1.15;

    private static final double LEAST = 0.35;

    private final Shot shot;
    private final Scene.Room room;
    private final Turned view;
    private final List<Mark> into;

    private SpaceIllustrator(Shot shot, List<Mark> into) {
        this.shot = shot;
        this.into = into;
        room = shot.scene().room().orElseThrow();
        view = box();
    }

    /// Adds the marks of the picture.
    static void draw(Shot shot, List<Mark> into) {
        new SpaceIllustrator(shot, into).draw();
    }

    private void draw() {
        var palette = shot.palette();
        SpaceBox.edges(view, true, palette, into);
        if (shot.look().shows(Overlay.GRID)) {
            sheet();
        }
        if (shot.look().shows(Overlay.REGIONS)) {
            SpacePlane.draw(shot, view, into);
        }
        if (shot.look().shows(Overlay.TRAILS) && shot.t() > 0) {
            trails();
        }
        if (shot.look().shows(Overlay.PARTICLES)) {
            particles();
        }
        SpaceBox.edges(view, false, palette, into);
        if (shot.axisNames()) {
            SpaceBox.names(view, names(), palette, into);
        }
        pins();
        if (shot.scene().snapshot().experiment().target() instanceof Labels labels) {
            ClassLegend.draw(labels, shot, into);
        }
    }

    private String[] names() {
        return shot.kind() == Kind.LINE
                ? new String[] {"x", room.particles().dimension() > 2 ? "x₃" : "", "extra x₂"}
                : new String[] {"x₁", "x₂", "x₃"};
    }

    /// Which coordinate of the state stands on which axis of the box: what is extra stands upright.
    private double at(Trajectory paths, double t, int axis, int j) {
        int coordinate = shot.kind() == Kind.LINE ? new int[] {0, 2, 1}[axis] : axis;
        return coordinate < paths.dimension() ? paths.at(t, coordinate, j) : 0;
    }

    private double[] at(Trajectory paths, double t, int j) {
        return new double[] {at(paths, t, 0, j), at(paths, t, 1, j), at(paths, t, 2, j)};
    }

    /// The box holds nearly all particles at t.
    private Turned box() {
        var paths = room.particles();
        var asked = Thinning.of(Arrangement.GRID, paths.size(), 300);
        var middle = new double[3];
        var side = new double[3];
        double widest = 0.4 * shot.domain().side();
        for (int axis = 0; axis < 3; axis++) {
            int chosen = axis;
            var values = Arrays.stream(asked)
                    .mapToDouble(k -> at(paths, shot.t(), chosen, k))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            double low = values.length == 0 ? -1 : values[(int) (0.01 * values.length)];
            double high = values.length == 0 ? 1 : values[values.length - 1 - (int) (0.01 * values.length)];
            middle[axis] = (low + high) / 2;
            side[axis] = ROOM * (high - low);
            widest = Math.max(widest, side[axis]);
        }
        for (int axis = 0; axis < 3; axis++) {
            side[axis] = Math.max(side[axis], LEAST * widest);
        }
        return Turned.of(middle, side, flat() ? shot.withAngles(0, 0) : shot);
    }

    /// Whether there are only two coordinates, so that there is nothing to turn.
    private boolean flat() {
        return room.particles().dimension() == 2;
    }

    /// Adds the lattice, or the interval, in which everything starts, as it has been carried.
    private void sheet() {
        var lattice = room.lattice();
        var palette = shot.palette();
        if (shot.kind() == Kind.LINE) {
            var xy = new float[2 * lattice.size()];
            for (int j = 0; j < lattice.size(); j++) {
                var z = at(lattice, shot.t(), j);
                xy[2 * j] = view.x(z);
                xy[2 * j + 1] = view.y(z);
            }
            into.add(new Mark.Paths(
                    xy, new int[] {0, lattice.size()}, new int[] {palette.accent()}, 2.2f * palette.line(), false, 0));
            return;
        }
        new Sheet(view, 2 * Scene.FINE, palette)
                .draw(j -> at(lattice, shot.t(), j), sheetColours(), palette.grid(), into);
    }

    /// What the sheet is filled with: what the network says of its starts.
    private int[] sheetColours() {
        var said = shot.scene().said();
        boolean shown = said.isPresent() && shot.look().shows(Overlay.REGIONS);
        int n = Scene.LATTICE * Scene.LATTICE;
        if (!shown) {
            return LineGraph.fill(n, Colour.faded(shot.palette().accent(), 0.1));
        }
        var lattice = said.get().lattice();
        if (said.get().regions().isEmpty()) {
            return Arrays.stream(ValueColours.of(shot).colours(lattice))
                    .map(colour -> Colour.faded(colour, 0.85))
                    .toArray();
        }
        var argb = new int[n];
        Arrays.setAll(
                argb,
                k -> Colour.faded(
                        ClassColours.of(
                                ClassPoints.winner(lattice, k), shot.look().theme()),
                        0.24));
        return argb;
    }

    private void trails() {
        var paths = room.particles();
        var chosen = shot.scene().thinned(shot.look(), MOST_TRAILS);
        double from = Math.max(0, shot.t() - shot.look().trail() * shot.horizon());
        int points = 14;
        var xy = new float[2 * points * chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            for (int p = 0; p < points; p++) {
                var z = at(paths, from + p * (shot.t() - from) / (points - 1), chosen[k]);
                xy[2 * (k * points + p)] = view.x(z);
                xy[2 * (k * points + p) + 1] = view.y(z);
            }
        }
        var argb = PlaneIllustrator.faded(colours(), chosen, 0.6 * shot.trailOpacity(chosen.length));
        into.add(new Mark.Paths(
                xy, Trails.starts(chosen.length, points), argb, shot.palette().line(), true, 0));
    }

    private int[] colours() {
        return shot.colours(room.particles().size());
    }

    /// Adds the particles, the farthest first, smaller and paler; those that test hollow, wrong ones ringed.
    private void particles() {
        var paths = room.particles();
        int n = paths.size();
        var places = new float[2][n];
        var near = new double[n];
        for (int k = 0; k < n; k++) {
            var z = at(paths, shot.t(), k);
            places[0][k] = view.x(z);
            places[1][k] = view.y(z);
            near[k] = view.near(z);
        }
        var argb = colours();
        // nobody tells more of them apart; sorting them by distance is what costs
        var order = Arrays.stream(shot.scene().thinned(shot.look(), MOST_PARTICLES))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> near[k]))
                .mapToInt(k -> k)
                .toArray();
        for (int d = 0; d < DISTANCES; d++) {
            int from = (int) ((long) order.length * d / DISTANCES);
            int to = (int) ((long) order.length * (d + 1) / DISTANCES);
            var these = Arrays.copyOfRange(order, from, to);
            if (these.length > 0) {
                signs(these, places, argb, flat() ? 1 : Math.clamp((near[these[these.length / 2]] + 0.7) / 1.4, 0, 1));
            }
        }
    }

    private void signs(int[] these, float[][] places, int[] argb, double nearness) {
        float radius = (float) ((0.72 + 0.5 * nearness) * ClassPoints.radius(shot));
        var paler = argb.clone();
        for (int k : these) {
            paler[k] = Colour.mixed(shot.palette().background(), argb[k] | 0xFF000000, 0.5 + 0.5 * nearness);
        }
        into.add(ClassPoints.signs(shot.scene(), these, places, paler, radius, 0));
        if (shot.scene().tests()) {
            into.add(ClassPoints.signs(shot.scene(), these, places, paler, radius, ClassPoints.outline(shot)));
        }
        if (shot.scene().said().isPresent()
                && shot.scene().snapshot().experiment().target() instanceof Labels labels) {
            into.add(ClassPoints.wrong(shot, labels, these, places, radius));
        }
    }

    private void pins() {
        room.pins().ifPresent(pins -> {
            var argb = shot.starts(pins);
            float size = shot.palette().text();
            for (int k = 0; k < pins.size(); k++) {
                var z = at(pins, shot.t(), k);
                float x = view.x(z);
                float y = view.y(z);
                into.add(new Mark.Dots(new float[] {x}, new float[] {y}, new int[] {argb[k]}, 6));
                into.add(new Mark.Rings(
                        new float[] {x},
                        new float[] {y},
                        new int[] {shot.palette().ink()},
                        6,
                        1.5f));
                into.add(new Mark.Label(
                        PinMarks.name(k),
                        x + 10,
                        y - 6,
                        1.15f * size,
                        true,
                        Mark.Anchor.START,
                        shot.palette().ink()));
            }
        });
    }
}
