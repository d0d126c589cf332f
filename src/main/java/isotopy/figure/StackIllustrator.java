package isotopy.figure;

import isotopy.flow.Trajectory;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Draws the layers of a network as sheets along t, with the particles' threads running through them.
///
/// **From depth 5 to 100.** Up to 24 layers each edge of a layer is a sheet; deeper networks get the same number of
/// sheets and more, each of them fainter, so that together they always veil the same share of what lies behind: the
/// sheets become a body.
///
/// **Order.** Sheets are parallel planes and threads lie between them, so painting from the farthest plane to the
/// nearest is right from every angle.
final class StackIllustrator {
    /// So many sheets are told apart, and so many are drawn at most.
    static final int DISTINCT = 24;

    private static final int MOST_SHEETS = 60;

    /// What all sheets together hide of what lies behind them.
    private static final double VEIL = 0.86;

    private static final int MOST_THREADS = 260;

    private final Shot shot;
    private final StackView view;
    private final int[] chosen;
    private final int[] colours;
    private final double[] times;
    private final List<Mark> into;

    private StackIllustrator(Shot shot, List<Mark> into) {
        this.shot = shot;
        this.into = into;
        view = StackView.of(
                shot.scene(), shot.look(), shot.page().width(), shot.page().height());
        int count = shot.scene().particles().size();
        chosen = shot.scene().thinned(shot.look(), MOST_THREADS);
        var all = shot.colours(count);
        colours = new int[chosen.length];
        Arrays.setAll(colours, k -> all[chosen[k]]);
        times = times(shot);
    }

    /// Adds the marks of the picture.
    static void draw(Shot shot, List<Mark> into) {
        var stack = new StackIllustrator(shot, into);
        if (stack.view.fromAbove()) {
            stack.axis();
        }
        stack.sheetsAndThreads();
        if (!stack.view.fromAbove()) {
            stack.axis();
        }
        PinMarks.now(shot, stack.view.page(shot.t() / shot.horizon()), into);
        if (shot.look().shows(Overlay.FOLDS)) {
            shot.scene().snapshot().folds().layers().stream()
                    .filter(fold -> fold.layer() == shot.layer())
                    .forEach(fold -> FoldMarks.label(shot, fold.layer(), into));
        }
    }

    /// The times of the sheets, t and T among them, in their order.
    private static double[] times(Shot shot) {
        var edges = shot.scene().snapshot().control().edges();
        var times = new TreeSet<Double>();
        int depth = edges.length - 1;
        int sheets = Math.min(depth, MOST_SHEETS);
        for (int k = 0; k <= sheets; k++) {
            double place = (double) k * depth / sheets;
            int below = Math.min(depth - 1, (int) place);
            times.add(Math.min(shot.horizon(), edges[below] + (place - below) * (edges[below + 1] - edges[below])));
        }
        times.add(shot.t());
        return times.stream().mapToDouble(time -> time).toArray();
    }

    /// Adds planes and what runs between them, the farthest first.
    private void sheetsAndThreads() {
        int count = times.length;
        for (int k = 0; k < count; k++) {
            int plane = view.laterIsNearer() ? k : count - 1 - k;
            sheet(plane);
            int next = view.laterIsNearer() ? plane + 1 : plane - 1;
            if (next >= 0 && next < count) {
                threads(Math.min(plane, next));
            }
        }
    }

    private void sheet(int plane) {
        double time = times[plane];
        boolean now = time == shot.t();
        var page = view.page(time / shot.horizon());
        var palette = shot.palette();
        var lattice = PlaneIllustrator.rows(shot.scene().lattice().points(time));
        double share = 1.0 / Math.max(1, times.length - 1);
        boolean folds = shot.look().shows(Overlay.FOLDS) && folds(time);
        if (shot.look().shows(Overlay.GRID) || now) {
            double opacity = now ? 0.6 : 1 - Math.pow(1 - VEIL, share);
            int tint = Colour.mixed(palette.background(), palette.accent(), now ? 0.16 : 0.13);
            var outline = LatticeLines.outline(lattice, Scene.LATTICE, page);
            into.add(new Mark.Region(outline[0], outline[1], Colour.faded(tint, opacity)));
            lines(lattice, page, now, folds, share);
        }
        if (shot.look().shows(Overlay.TARGET) && plane == times.length - 1) {
            PlaneIllustrator.ghost(shot, page, into);
        }
        if (shot.look().shows(Overlay.PARTICLES)) {
            pierced(time, page, now);
        }
    }

    /// Adds a sheet's outline and, where sheets are told apart, some lines of its lattice.
    private void lines(double[][] lattice, Page page, boolean now, boolean folds, double share) {
        var palette = shot.palette();
        int side = Scene.LATTICE;
        double distinct = Math.min(1, DISTINCT * share * 0.5);
        if (now) {
            into.add(LatticeLines.of(
                    lattice, side, 2 * Scene.FINE, page, Colour.faded(palette.accent(), 0.4), palette.line(), 0));
        } else if (distinct > 0.3) {
            into.add(LatticeLines.of(
                    lattice,
                    side,
                    4 * Scene.FINE,
                    page,
                    Colour.faded(palette.grid(), 0.75 * distinct),
                    palette.line(),
                    0));
        }
        int colour = folds ? palette.alarm() : now ? palette.accent() : Colour.faded(palette.ghost(), distinct);
        float width = (folds || now ? 1.6f : 1) * palette.line();
        into.add(LatticeLines.of(lattice, side, side - 1, page, colour, width, 0));
    }

    /// Whether a layer that begins at this time folds.
    private boolean folds(double time) {
        var control = shot.scene().snapshot().control();
        int layer = control.layerAt(time);
        return time < shot.horizon() && shot.scene().snapshot().folds().contains(layer);
    }

    /// Adds the particles where they pass a sheet.
    private void pierced(double time, Page page, boolean now) {
        boolean told = times.length <= DISTINCT + 2;
        if (!now && !told) {
            return;
        }
        var points = new double[2][chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            points[0][k] = shot.scene().particles().at(time, 0, chosen[k]);
            points[1][k] = shot.scene().particles().at(time, 1, chosen[k]);
        }
        float radius = Math.max(shot.palette().dot(), now ? 2.6f : 0.9f);
        var argb = now ? colours : faded(time < shot.t() ? 0.8 : 0.35);
        into.add(PlaneIllustrator.dots(points, argb, page, radius));
    }

    /// Adds the threads from one time to the next, the pinned ones thicker and over the others.
    private void threads(int from) {
        boolean past = times[from] < shot.t();
        float line = shot.palette().line();
        if (shot.look().shows(Overlay.TRAILS)) {
            into.add(piece(shot.scene().particles(), chosen, from, faded(past ? 0.7 : 0.2), 0.9f * line));
        }
        shot.scene()
                .pins()
                .ifPresent(pins -> into.add(piece(
                        pins,
                        PinMarks.all(pins),
                        from,
                        PinMarks.colours(shot, past ? 1 : 0.5),
                        (past ? 3 : 2) * line)));
    }

    private Mark piece(Trajectory paths, int[] picked, int from, int[] argb, float width) {
        int inner = Math.max(1, (int) Math.ceil((paths.samples() - 1.0) / (times.length - 1)));
        int points = inner + 1;
        var xy = new float[2 * points * picked.length];
        for (int p = 0; p < points; p++) {
            double time = times[from] + p * (times[from + 1] - times[from]) / inner;
            var page = view.page(time / shot.horizon());
            for (int k = 0; k < picked.length; k++) {
                double x1 = paths.at(time, 0, picked[k]);
                double x2 = paths.at(time, 1, picked[k]);
                xy[2 * (k * points + p)] = page.x(x1, x2);
                xy[2 * (k * points + p) + 1] = page.y(x1, x2);
            }
        }
        return new Mark.Paths(xy, Trails.starts(picked.length, points), argb, width, false, 0);
    }

    private int[] faded(double opacity) {
        var faded = new int[colours.length];
        Arrays.setAll(faded, k -> Colour.faded(colours[k], opacity));
        return faded;
    }

    /// Adds the axis of time below the stack, with its ends named.
    private void axis() {
        var palette = shot.palette();
        float[] from = foot(-0.04);
        float[] to = foot(1.08);
        float dx = to[0] - from[0];
        float dy = to[1] - from[1];
        into.add(new Mark.Arrows(
                new float[] {from[0]},
                new float[] {from[1]},
                new float[] {dx},
                new float[] {dy},
                1.3f * palette.line(),
                palette.quiet()));
        if (!shot.axisNames()) {
            return;
        }
        // names stand at right angles to the axis, on its lower side
        float length = (float) Math.max(1, Math.hypot(dx, dy));
        float side = dx < 0 ? -1 : 1;
        float away = 1.3f * palette.text() / length * side;
        tick(0, "t = 0", -dy * away, dx * away);
        tick(1, "t = T", -dy * away, dx * away);
        double share = shot.t() / shot.horizon();
        if (share > 0.08 && share < 0.92) {
            tick(share, "t", -dy * away, dx * away);
        }
    }

    /// Where the axis of time stands on the page at a share of T.
    private float[] foot(double share) {
        var seen = view.seen();
        double below = seen.x2() - 0.78 * seen.span();
        var page = view.page(share);
        return new float[] {page.x(seen.x1(), below), page.y(seen.x1(), below)};
    }

    private void tick(double share, String text, float awayX, float awayY) {
        var foot = foot(share);
        float size = shot.palette().text();
        boolean now = text.equals("t");
        int colour = now ? shot.palette().accent() : shot.palette().quiet();
        into.add(new Mark.Dots(
                new float[] {foot[0]},
                new float[] {foot[1]},
                new int[] {colour},
                2.6f * shot.palette().line()));
        into.add(new Mark.Label(
                text,
                foot[0] + awayX,
                foot[1] + awayY + 0.36f * size,
                size,
                now,
                awayX < -0.5f * size ? Mark.Anchor.END : awayX > 0.5f * size ? Mark.Anchor.START : Mark.Anchor.MIDDLE,
                colour));
    }
}
