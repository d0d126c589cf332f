package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import java.util.Arrays;
import java.util.List;

/// Draws the values of a function as heights over the square: t/T times what is read off the states at t, which grows
/// from the flat square at t = 0 to what the network says at t = T; the function itself as a wire ghost.
final class HeightIllustrator {
    private static final double ROOM = 1.15;

    /// So many given examples are shown, as dots of that radius.
    private static final int MOST_EXAMPLES = 1500;

    private static final float RADIUS = 2.4f;

    private final Shot shot;
    private final ValueColours colours;
    private final Turned view;
    private final Points square;
    private final List<Mark> into;

    private HeightIllustrator(Shot shot, List<Mark> into) {
        this.shot = shot;
        this.into = into;
        colours = ValueColours.of(shot);
        square = shot.scene().lattice().points(0);
        double low = Math.min(0, colours.low());
        double high = Math.max(0, colours.high());
        var seen = new double[][] {data(0), data(1), {low, high}};
        view = Turned.of(
                Arrays.stream(seen).mapToDouble(ends -> (ends[0] + ends[1]) / 2).toArray(),
                new double[] {seen[0][1] - seen[0][0], seen[1][1] - seen[1][0], ROOM * 1.35 * (high - low)},
                shot);
    }

    /// The interval of a coordinate that is shown: that of the given examples and a little more, or the whole
    /// domain.
    private double[] data(int axis) {
        var box = shot.domain();
        if (!(shot.scene().snapshot().experiment().target() instanceof Correspondence pairs)) {
            return new double[] {box.low(), box.high()};
        }
        var ends = Arrays.stream(pairs.x().row(axis)).summaryStatistics();
        double room = Math.max(1.5 * box.side() / (Scene.LATTICE - 1), 0.03 * (ends.getMax() - ends.getMin()));
        return new double[] {ends.getMin() - room, ends.getMax() + room};
    }

    /// Whether a point lies in the box: beyond it there is nothing to go by, and no room.
    private boolean inside(double[] z) {
        for (int axis = 0; axis < 3; axis++) {
            if (!(Math.abs(z[axis] - view.middle()[axis]) <= 0.5001 * view.side()[axis])) {
                return false;
            }
        }
        return true;
    }

    /// The nearest point of the box.
    private double[] cut(double[] z) {
        var cut = z.clone();
        for (int axis = 0; axis < 3; axis++) {
            double half = view.side()[axis] / 2;
            cut[axis] = Math.clamp(z[axis], view.middle()[axis] - half, view.middle()[axis] + half);
        }
        return cut;
    }

    /// Adds the marks of the picture.
    static void draw(Shot shot, List<Mark> into) {
        if (shot.scene().said().isPresent()) {
            new HeightIllustrator(shot, into).draw();
        }
    }

    private void draw() {
        var palette = shot.palette();
        var look = shot.look();
        double share = shot.t() / shot.horizon();
        var map = shot.scene().snapshot().control().readout().orElseThrow();
        var room = shot.scene().room().orElseThrow();
        var heights = Carried.read(map, room.lattice(), shot.t()).row(0);
        for (int k = 0; k < heights.length; k++) {
            heights[k] *= share;
        }
        SpaceBox.edges(view, true, palette, into);
        if (look.shows(Overlay.TARGET)) {
            shot.scene().latticeGoals().ifPresent(this::ghost);
        }
        var argb = Arrays.stream(heights)
                .mapToInt(value -> Colour.faded(
                        look.shows(Overlay.REGIONS) ? colours.colour(value) : palette.accent(),
                        look.shows(Overlay.REGIONS) ? 0.82 : 0.15))
                .toArray();
        int lines = look.shows(Overlay.GRID) ? Colour.faded(palette.ink(), 0.35) : 0;
        for (int k = 0; k < argb.length; k++) {
            argb[k] = inside(at(k, heights[k])) ? argb[k] : 0;
        }
        new Sheet(view, Scene.FINE, palette)
                .draw(k -> cut(at(k, heights[k])), argb, lines, k -> inside(at(k, heights[k])), into);
        if (look.shows(Overlay.PARTICLES)) {
            particles();
        }
        SpaceBox.edges(view, false, palette, into);
        if (shot.axisNames()) {
            SpaceBox.names(view, new String[] {"x₁", "x₂", "u"}, palette, into);
        }
        scale(shot).draw(shot, into);
    }

    /// The scale of the values.
    static Legend scale(Shot shot) {
        boolean wires =
                shot.look().shows(Overlay.TARGET) && shot.scene().latticeGoals().isPresent();
        return ValueColours.of(shot).legend(wires ? "value · wires: target" : "value");
    }

    private double[] at(int k, double height) {
        return new double[] {square.at(0, k), square.at(1, k), height};
    }

    private void ghost(Points goals) {
        var palette = shot.palette();
        new Sheet(view, 2 * Scene.FINE, palette)
                .draw(k -> at(k, goals.at(0, k)), new int[goals.size()], palette.ghost(), _ -> true, into);
    }

    /// Adds the given examples at their values, those that test hollow.
    private void particles() {
        var said = shot.scene().said().orElseThrow();
        if (shot.scene().latticeGoals().isPresent()) {
            return;
        }
        var start = shot.scene().particles();
        var argb = colours.particles();
        for (boolean test : new boolean[] {false, true}) {
            var chosen = Arrays.stream(shot.scene().thinned(shot.look(), MOST_EXAMPLES))
                    .filter(k -> shot.scene().tests(k) == test)
                    .toArray();
            int n = chosen.length;
            var x = new float[n];
            var y = new float[n];
            var colours = new int[n];
            for (int j = 0; j < n; j++) {
                int k = chosen[j];
                x[j] = view.x(
                        start.at(0, 0, k), start.at(0, 1, k), said.wanted().at(0, k));
                y[j] = view.y(
                        start.at(0, 0, k), start.at(0, 1, k), said.wanted().at(0, k));
                colours[j] = argb[k];
            }
            into.add(
                    test
                            ? new Mark.Rings(
                                    x, y, colours, RADIUS, 1.2f * shot.palette().line())
                            : new Mark.Dots(x, y, colours, RADIUS));
        }
    }
}
