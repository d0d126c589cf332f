package isotopy.figure;

import isotopy.flow.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws the paths of particles on the line over t, marked where layers fold and paths cross.
final class SpaceTime {
    private static final double PAST = 0.85;
    private static final double FUTURE = 0.28;

    /// Letters that the name of the picture takes.
    private static final int NAME = 12;

    private final Shot shot;
    private final Plot plot;
    private final LineLayout layout;
    private final Palette palette;
    private final Trajectory paths;
    private final int[] argb;
    private final Optional<Reading> reading;
    private final List<Mark> into;

    SpaceTime(Shot shot, LineLayout layout, List<Mark> into) {
        this.shot = shot;
        this.layout = layout;
        this.into = into;
        plot = layout.spaceTime();
        palette = shot.palette();
        paths = shot.scene().particles();
        argb = shot.starts(paths);
        reading = Reading.of(shot.scene());
    }

    /// Adds all of it, from the ground up.
    void draw() {
        var look = shot.look();
        var edges = LineAxes.shares(shot.scene().snapshot().control().edges());
        boolean folds = look.shows(Overlay.FOLDS)
                && !shot.scene().snapshot().folds().layers().isEmpty();
        if (folds) {
            bands(edges);
        }
        var target = shot.scene().snapshot().experiment().target();
        LineAxes.spaceTime(target, layout, edges, palette, look.shows(Overlay.GRID), shot.axisNames(), into);
        now();
        if (look.shows(Overlay.TRAILS)) {
            threads();
        }
        reading.ifPresent(this::strip);
        if (look.shows(Overlay.TARGET)) {
            goals();
        }
        if (look.shows(Overlay.LINES)) {
            lines();
        }
        if (look.shows(Overlay.PARTICLES)) {
            dots();
        }
        beyond();
        if (folds) {
            if (shot.scene().snapshot().control().augment() == 0) {
                crossings();
            }
            if (shot.keys()) {
                words();
            }
        }
    }

    /// Says so where paths are cut off.
    private void beyond() {
        int count = 0;
        for (int k = 0; k < paths.size(); k++) {
            boolean leaves = false;
            for (int s = 0; s < paths.samples() && !leaves; s++) {
                double height = paths.at(s, 0, k);
                leaves = !(height >= plot.low() && height <= plot.high());
            }
            count += leaves ? 1 : 0;
        }
        if (count > 0) {
            float size = palette.text();
            var text = count == 1 ? "1 path leaves the picture" : count + " paths leave the picture";
            if (!shot.keys()) {
                label(text);
                return;
            }
            float right = (float) plot.right() - 0.5f * size;
            float left = right - 0.54f * size * text.length();
            float y = (float) plot.top() + 1.4f * size;
            Legend.plate(left, y - size, right + 0.3f * size, y + 0.4f * size, palette, into);
            into.add(new Mark.Label(text, right, y, size, false, Mark.Anchor.END, palette.ink()));
        }
    }

    /// Adds words above the picture, where nothing lies, if they fit.
    private void label(String text) {
        float size = palette.text();
        double room = (layout.readRight() - plot.left()) / (0.55 * size) - NAME;
        if (text.length() <= room) {
            into.add(new Mark.Label(
                    text,
                    (float) layout.readRight(),
                    (float) plot.top() - 0.55f * size,
                    size,
                    false,
                    Mark.Anchor.END,
                    palette.ink()));
        }
    }

    private void dots() {
        var height = shot.scene().heights(paths, shot.t());
        boolean read = reading.isPresent() && shot.ended();
        var time = new double[height.length];
        Arrays.fill(time, read ? 1 : shot.t() / shot.horizon());
        into.add(LineGraph.dots(read ? layout.strip() : plot, time, height, argb, LineGraph.radius(shot)));
    }

    /// Adds what happens beyond t = T: straight lines from the last states to what is read off them.
    private void strip(Reading read) {
        var strip = layout.strip();
        LineAxes.strip(layout, palette, into);
        if (!shot.look().shows(Overlay.TRAILS)) {
            return;
        }
        double dense = Math.min(1, Math.sqrt(90.0 / Math.max(1, paths.size())));
        var curves = new ArrayList<Mark.Curve>();
        for (int k = 0; k < paths.size(); k++) {
            curves.addAll(strip.cut(
                    new float[] {strip.x(0), strip.x(1)},
                    new float[] {
                        strip.y(paths.at(shot.horizon(), 0, k)),
                        strip.y(read.particles().at(0, k))
                    },
                    Colour.faded(argb[k], dense * (shot.ended() ? PAST : FUTURE))));
        }
        into.add(new Mark.Curves(curves, palette.line(), false, 2 * palette.line()));
    }

    /// Adds a pale band over each layer that folds.
    private void bands(double[] edges) {
        for (int layer : shot.scene().snapshot().folds().indices()) {
            float from = plot.x(edges[layer]);
            float to = plot.x(edges[layer + 1]);
            float top = (float) plot.top();
            float bottom = (float) plot.bottom();
            boolean now = layer == shot.layer();
            into.add(new Mark.Region(
                    new float[] {from, to, to, from},
                    new float[] {top, top, bottom, bottom},
                    Colour.faded(palette.alarm(), now ? 0.22 : 0.1)));
        }
    }

    private void now() {
        float x = (float) layout.timeX(shot.t() / shot.horizon());
        into.add(new Mark.Paths(
                new float[] {x, (float) plot.top() - 3, x, (float) plot.bottom() + 5},
                new int[] {0, 2},
                new int[] {Colour.faded(palette.accent(), 0.7)},
                1.4f * palette.line(),
                false,
                0));
    }

    private void threads() {
        double dense = Math.min(1, Math.sqrt(90.0 / Math.max(1, paths.size())));
        double light = shot.look().theme() == Theme.PROJECTOR ? 1 : dense;
        for (boolean past : new boolean[] {false, true}) {
            double from = past ? 0 : shot.t();
            double to = past ? shot.t() : shot.horizon();
            if (from >= to) {
                continue;
            }
            var curves = new ArrayList<Mark.Curve>();
            for (int k = 0; k < paths.size(); k++) {
                curves.addAll(piece(plot, paths, k, from, to, Colour.faded(argb[k], light * (past ? PAST : FUTURE))));
            }
            into.add(new Mark.Curves(curves, (past ? 1.25f : 1) * palette.line(), false, 0));
        }
    }

    /// One path from one time to another, cut off at the edges.
    static List<Mark.Curve> piece(Plot plot, Trajectory paths, int particle, double from, double to, int argb) {
        int first = paths.piece(from) + 1;
        int last = paths.piece(to);
        last = paths.time(last) >= to ? last - 1 : last;
        int inner = Math.max(0, last - first + 1);
        var x = new float[inner + 2];
        var y = new float[inner + 2];
        for (int k = 0; k < x.length; k++) {
            double t = k == 0 ? from : k == x.length - 1 ? to : paths.time(first + k - 1);
            x[k] = plot.x(t / paths.horizon());
            y[k] = plot.y(paths.at(t, 0, particle));
        }
        return plot.cut(x, y, argb);
    }

    /// Adds a short line beyond t = T at the goal of each particle.
    private void goals() {
        var goals = shot.scene().goals();
        if (shot.scene().latticeGoals().isEmpty()) {
            return;
        }
        var marks = new ArrayList<Mark.Curve>();
        float x = (float) layout.readRight();
        float length = 0.8f * palette.text();
        for (int k = 0; k < goals.size(); k++) {
            float y = plot.y(goals.at(0, k));
            if (y >= plot.top() && y <= plot.bottom()) {
                marks.add(new Mark.Curve(new float[] {x + 2, x + 2 + length}, new float[] {y, y}, argb[k]));
            }
        }
        into.add(new Mark.Curves(marks, 1.6f * palette.line(), false, 0));
    }

    private void lines() {
        var goals = shot.scene().goals();
        if (shot.scene().latticeGoals().isEmpty()) {
            return;
        }
        var curves = new ArrayList<Mark.Curve>();
        float now = plot.x(shot.t() / shot.horizon());
        var whole = layout.flowAndStrip();
        for (int k = 0; k < goals.size(); k++) {
            curves.addAll(whole.cut(
                    new float[] {now, (float) layout.readRight()},
                    new float[] {plot.y(paths.at(shot.t(), 0, k)), plot.y(goals.at(0, k))},
                    Colour.faded(argb[k], 0.5)));
        }
        into.add(new Mark.Curves(curves, palette.line(), false, 3));
    }

    /// Adds a cross where the paths of neighbours cross, or, where those that are drawn do not, of closer ones.
    private void crossings() {
        var found = crossings(paths);
        var places = found[0].length > 0 ? found : crossings(shot.scene().lattice());
        into.add(Crosses.of(
                places,
                new Page(plot.right(), plot.bottom(), 0, 1, 0, 0, 0, 1),
                0.36f * palette.text(),
                1.8f * palette.line(),
                palette.alarm()));
    }

    /// The places on the page at which neighbours of evenly spaced paths pass each other inside a folding layer.
    private double[][] crossings(Trajectory of) {
        var folds = shot.scene().snapshot().folds();
        var control = shot.scene().snapshot().control();
        var places = new ArrayList<double[]>();
        for (int s = 0; s + 1 < of.samples(); s++) {
            double middle = (of.time(s) + of.time(s + 1)) / 2;
            if (!folds.contains(control.layerAt(middle))) {
                continue;
            }
            for (int k = 0; k + 1 < of.size(); k++) {
                double before = of.at(s, 0, k + 1) - of.at(s, 0, k);
                double after = of.at(s + 1, 0, k + 1) - of.at(s + 1, 0, k);
                if (before * after < 0) {
                    double t = of.time(s) + before / (before - after) * (of.time(s + 1) - of.time(s));
                    double height = of.at(t, 0, k);
                    if (height >= plot.low() && height <= plot.high()) {
                        places.add(new double[] {plot.x(t / of.horizon()), plot.y(height)});
                    }
                }
            }
        }
        return new double[][] {
            places.stream().mapToDouble(place -> place[0]).toArray(),
            places.stream().mapToDouble(place -> place[1]).toArray()
        };
    }

    private void words() {
        var folds = shot.scene().snapshot().folds();
        float size = palette.text();
        double room = (layout.readRight() - plot.left()) / (0.55 * size) - NAME;
        var crossed = shot.scene().snapshot().control().augment() == 0 ? ": paths cross" : "";
        var named = "× " + FoldMarks.named(folds) + crossed;
        var counted = "× "
                + (folds.layers().size() == 1 ? "1 layer folds" : folds.layers().size() + " layers fold");
        into.add(new Mark.Label(
                named.length() <= room ? named : counted.length() <= room ? counted : "× folds",
                (float) layout.readRight(),
                (float) plot.top() - 0.55f * size,
                size,
                folds.contains(shot.layer()),
                Mark.Anchor.END,
                palette.ink()));
    }
}
