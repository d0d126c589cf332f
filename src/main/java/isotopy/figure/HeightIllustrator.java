package isotopy.figure;

import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;

/// Draws the values of a function as heights over the square: t/T times what is read off the states at t, which grows
/// from
/// the flat square at t = 0 to what the network says at t = T; the function itself as a wire ghost.
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
        var box = shot.domain();
        view = Turned.of(
                new double[] {box.centre(), box.centre(), (low + high) / 2},
                new double[] {box.side(), box.side(), ROOM * 1.35 * (high - low)},
                shot);
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
        new Sheet(view, Scene.FINE, palette).draw(k -> at(k, heights[k]), argb, lines, into);
        if (look.shows(Overlay.PARTICLES)) {
            particles();
        }
        SpaceBox.edges(view, false, palette, into);
        SpaceBox.names(view, new String[] {"x₁", "x₂", "u"}, palette, into);
        colours.legend(look.shows(Overlay.TARGET) ? "value · wires: target" : "value")
                .draw(shot, into);
    }

    private double[] at(int k, double height) {
        return new double[] {square.at(0, k), square.at(1, k), height};
    }

    private void ghost(Points goals) {
        var palette = shot.palette();
        new Sheet(view, 2 * Scene.FINE, palette)
                .draw(k -> at(k, goals.at(0, k)), new int[goals.size()], palette.ghost(), into);
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
                x[j] = view.x(start.at(0, 0, k), start.at(0, 1, k), said.wanted().at(0, k));
                y[j] = view.y(start.at(0, 0, k), start.at(0, 1, k), said.wanted().at(0, k));
                colours[j] = argb[k];
            }
            into.add(
                    test
                            ? new Mark.Rings(x, y, colours, RADIUS, 1.2f * shot.palette().line())
                            : new Mark.Dots(x, y, colours, RADIUS));
        }
    }
}
