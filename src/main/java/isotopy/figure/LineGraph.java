package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import isotopy.train.Excerpt;
import isotopy.train.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws the graph of φₜ over the target's, with the examples and the particles on it.
final class LineGraph {
    /// Points of a target's curve.
    private static final int POINTS = 721;

    /// More examples than this are not told apart.
    private static final int MOST_EXAMPLES = 160;

    private final Shot shot;
    private final LineLayout layout;
    private final Plot plot;
    private final Optional<Reading> reading;
    private final List<Mark> into;

    LineGraph(Shot shot, LineLayout layout, List<Mark> into) {
        this.shot = shot;
        this.layout = layout;
        this.into = into;
        plot = layout.graph();
        reading = Reading.of(shot.scene());
    }

    /// Adds all of it, from the ground up.
    void draw() {
        var look = shot.look();
        var palette = shot.palette();
        var target = shot.scene().snapshot().experiment().target();
        LineAxes.graph(
                target,
                layout,
                palette,
                look.shows(Overlay.GRID),
                shot.axisNames() ? Optional.of(name()) : Optional.empty(),
                into);
        if (look.shows(Overlay.AXES)) {
            zero(Units.ofStarts(target, 0).place(0), Units.ofGoals(target, 0).place(0));
        }
        diagonal(layout, palette, into);
        if (look.shows(Overlay.ERROR)) {
            miss();
        }
        if (look.shows(Overlay.TARGET)) {
            shot.scene().samples().ifPresent(this::examples);
            target(target, layout, palette, palette.ghost(), 1.8f * palette.line(), 5 * palette.line(), into);
        }
        curve();
        particles();
    }

    private String name() {
        return reading.isEmpty() ? "φₜ(x)" : shot.ended() ? "read off at T" : "state z₁(t)";
    }

    /// Adds the graph: of the states while they flow, and of what is read off them in the end, with the last states
    /// paler.
    private void curve() {
        var palette = shot.palette();
        var lattice = shot.scene().lattice();
        var x = lattice.points(0).row(0);
        var states = lattice.points(shot.t()).row(0);
        float width = 2.4f * palette.line();
        var read = reading.filter(_ -> shot.ended()).map(Reading::lattice);
        read.ifPresent(_ -> plot.curve(x, states, Colour.faded(palette.accent(), 0.3), width, 0, into));
        plot.curve(x, read.map(said -> said.row(0)).orElse(states), palette.accent(), width, 0, into);
    }

    /// Adds the lines through the user's zeros.
    private void zero(double across, double up) {
        var palette = shot.palette();
        if (plot.low() < up && plot.high() > up) {
            float y = plot.y(up);
            into.add(LineAxes.line((float) plot.left(), y, (float) plot.right(), y, palette, palette.quiet()));
        }
        if (plot.across().low() <= across && plot.across().high() >= across) {
            float x = plot.x(across);
            into.add(LineAxes.line(x, (float) plot.top(), x, (float) plot.bottom(), palette, palette.quiet()));
        }
    }

    /// Adds the graph of the identity, where everything starts.
    static void diagonal(LineLayout layout, Palette palette, List<Mark> into) {
        var box = layout.domain();
        var ends = new double[] {box.low(), box.high()};
        layout.graph().curve(ends, ends, palette.grid(), palette.line(), 2.5f * palette.line(), into);
    }

    /// Adds a target's graph, marked where it falls; given pairs are dots.
    static void target(
            TargetMap target, LineLayout layout, Palette palette, int argb, float width, float dash, List<Mark> into) {
        switch (target) {
            case LineMap map -> {
                var x = places(layout);
                var y = map.apply(Points.of(new double[][] {x})).row(0);
                Descents.draw(x, y, layout, palette, into);
                layout.graph().curve(x, y, argb, width, dash, into);
            }
            case Correspondence pairs -> {
                Descents.draw(pairs, layout, palette, into);
                if (dash == 0) {
                    layout.graph().dots(pairs.x().row(0), pairs.y().row(0), argb, into);
                }
            }
            case PlaneMap _, PlaneFunction _, Labels _ -> {}
        }
    }

    /// The starts through which a target's curve is drawn.
    static double[] places(LineLayout layout) {
        var x = new double[POINTS];
        Arrays.setAll(x, k -> layout.domain().at(k / (POINTS - 1.0)));
        return x;
    }

    /// Adds the examples: those that train as dots, those that test hollow.
    private void examples(Samples samples) {
        var palette = shot.palette();
        int all = samples.trainX().size() + samples.testX().size();
        double share = Math.min(1, (double) MOST_EXAMPLES / all);
        int train = (int) Math.ceil(share * samples.trainX().size());
        int test = (int) Math.ceil(share * samples.testX().size());
        float radius = 1.7f * (float) Math.sqrt(palette.text() / 12);
        var trains = Excerpt.evenly(samples.trainX().size(), train);
        var dots = plot.inside(
                samples.trainX().select(trains).row(0),
                samples.trainY().select(trains).row(0));
        into.add(new Mark.Dots(dots[0], dots[1], fill(dots[0].length, palette.ghost()), radius));
        var tests = Excerpt.evenly(samples.testX().size(), test);
        var rings = plot.inside(
                samples.testX().select(tests).row(0),
                samples.testY().select(tests).row(0));
        into.add(new Mark.Dots(rings[0], rings[1], fill(rings[0].length, palette.background()), radius + 1));
        into.add(new Mark.Rings(
                rings[0], rings[1], fill(rings[0].length, palette.quiet()), radius + 1, 1.1f * palette.line()));
    }

    static int[] fill(int count, int argb) {
        var all = new int[count];
        Arrays.fill(all, argb);
        return all;
    }

    /// Adds what lies between the graph at t = T and the target's.
    private void miss() {
        shot.scene().latticeGoals().ifPresent(goals -> {
            var lattice = shot.scene().lattice();
            int n = lattice.size();
            var end = reading.map(Reading::lattice).orElseGet(() -> lattice.points(shot.horizon()));
            var x = new float[2 * n];
            var y = new float[2 * n];
            for (int k = 0; k < n; k++) {
                x[k] = plot.x(lattice.at(0, 0, k));
                x[n + k] = x[k];
                y[k] = inside(end.at(0, k));
                y[n + k] = inside(goals.at(0, k));
            }
            into.add(new Mark.Mesh(
                    x, y, n, 2, fill(2 * n, Colour.faded(shot.palette().alarm(), 0.4))));
            float size = shot.palette().text();
            into.add(new Mark.Label(
                    "miss at t = T",
                    (float) plot.right(),
                    (float) plot.top() - 0.55f * size,
                    size,
                    false,
                    Mark.Anchor.END,
                    shot.palette().quiet()));
        });
    }

    private float inside(double height) {
        return (float) Math.clamp(plot.y(height), plot.top(), plot.bottom());
    }

    private void particles() {
        var look = shot.look();
        var paths = shot.scene().particles();
        var x = paths.points(0).row(0);
        var now = shot.scene().heights(paths, shot.t());
        var argb = shot.starts(paths);
        var goals = shot.scene().goals();
        if (look.shows(Overlay.LINES) && goals.size() > 0) {
            var lines = new ArrayList<Mark.Curve>();
            for (int k = 0; k < x.length; k++) {
                float at = plot.x(x[k]);
                lines.addAll(plot.cut(
                        new float[] {at, at},
                        new float[] {plot.y(now[k]), plot.y(goals.at(0, k))},
                        Colour.faded(argb[k], 0.6)));
            }
            into.add(new Mark.Curves(lines, shot.palette().line(), false, 0));
        }
        if (look.shows(Overlay.PARTICLES)) {
            into.add(dots(plot, x, now, argb, radius(shot)));
        }
    }

    /// The radius of particles: smaller where there are many.
    static float radius(Shot shot) {
        float room = 160f / Math.max(1, shot.scene().particles().size());
        float points = Math.clamp(
                room,
                1.3f * shot.palette().dot(),
                3 * (float) Math.sqrt(shot.palette().text() / 12));
        double side = Math.min(shot.page().width(), shot.page().height());
        return shot.keys() ? points : points * (float) Math.clamp(side / ClassPoints.ROOMY, 0.5, 1);
    }

    /// Dots of a plot, those outside left out.
    static Mark.Dots dots(Plot plot, double[] x, double[] y, int[] argb, float radius) {
        var pageX = new float[x.length];
        var pageY = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            boolean inside = y[k] >= plot.low() && y[k] <= plot.high();
            pageX[k] = inside ? plot.x(x[k]) : Float.NaN;
            pageY[k] = inside ? plot.y(y[k]) : Float.NaN;
        }
        return new Mark.Dots(pageX, pageY, argb, radius);
    }
}
