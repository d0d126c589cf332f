package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Landmarks;
import isotopy.target.ShapeMap;
import java.util.Arrays;
import java.util.List;

/// What some maps of the plane are given by: a shape and where it goes, or landmarks and where they go.
final class Outlines {
    /// A shape's outline is drawn through so many points, and so many of them are joined to where they go.
    private static final int POINTS = 480;

    private static final int MATCHED = 24;

    /// More landmarks have smaller signs.
    private static final int FEW = 60;

    private Outlines() {}

    /// Adds the shape as the flow has carried it and, dashed, where it should end.
    static void shape(ShapeMap map, Shot shot, List<Mark> into) {
        var palette = shot.palette();
        var goal = closed(map.apply(along(map.from(), POINTS)), shot.page());
        into.add(line(goal, Colour.faded(palette.ink(), 0.7), 2 * palette.line(), 5 * palette.line()));
        var carried = closed(carried(along(map.from(), POINTS), shot), shot.page());
        into.add(new Mark.Region(carried[0], carried[1], Colour.faded(palette.accent(), 0.1)));
        into.add(line(carried, palette.accent(), 2.4f * palette.line(), 0));
    }

    /// Adds the landmarks as the flow has carried them, and rings where they should end.
    static void landmarks(Landmarks marks, Shot shot, List<Mark> into) {
        var palette = shot.palette();
        var now = PlaneIllustrator.rows(carried(marks.x(), shot));
        var goals = PlaneIllustrator.rows(marks.y());
        int n = now[0].length;
        float radius = (n > FEW ? 0.6f : 1) * 4.5f * palette.line();
        var accent = LineGraph.fill(n, palette.accent());
        into.add(Trails.segments(
                now, goals, LineGraph.fill(n, Colour.faded(palette.accent(), 0.5)), shot.page(), palette.line()));
        var rings = PlaneIllustrator.dots(goals, accent, shot.page(), radius + 2);
        into.add(new Mark.Rings(rings.x(), rings.y(), accent, rings.radius(), 1.6f * palette.line()));
        into.add(PlaneIllustrator.dots(now, LineGraph.fill(n, palette.background()), shot.page(), radius + 1.2f));
        into.add(PlaneIllustrator.dots(now, accent, shot.page(), radius));
    }

    /// Adds both outlines with some of the points that are matched.
    static void drawing(ShapeMap map, Palette palette, Page page, List<Mark> into) {
        var starts = along(map.from(), MATCHED);
        var joined = Trails.segments(
                PlaneIllustrator.rows(starts),
                PlaneIllustrator.rows(map.apply(starts)),
                LineGraph.fill(MATCHED, Colour.faded(palette.quiet(), 0.6)),
                page,
                palette.line());
        into.add(joined);
        var from = closed(along(map.from(), POINTS), page);
        var to = closed(map.apply(along(map.from(), POINTS)), page);
        into.add(new Mark.Region(to[0], to[1], Colour.faded(palette.accent(), 0.1)));
        into.add(line(from, palette.quiet(), 1.8f * palette.line(), 5 * palette.line()));
        into.add(line(to, palette.accent(), 2.4f * palette.line(), 0));
    }

    /// Adds an arrow from each landmark to where it goes.
    static void drawing(Landmarks marks, Palette palette, Page page, List<Mark> into) {
        int n = marks.x().size();
        var from = PlaneIllustrator.dots(
                PlaneIllustrator.rows(marks.x()),
                LineGraph.fill(n, palette.quiet()),
                page,
                (n > FEW ? 2 : 3.2f) * palette.line());
        var to = PlaneIllustrator.dots(
                PlaneIllustrator.rows(marks.y()),
                LineGraph.fill(n, palette.accent()),
                page,
                (n > FEW ? 2.4f : 4.2f) * palette.line());
        var dx = new float[n];
        var dy = new float[n];
        for (int k = 0; k < n; k++) {
            dx[k] = to.x()[k] - from.x()[k];
            dy[k] = to.y()[k] - from.y()[k];
        }
        into.add(new Mark.Arrows(from.x().clone(), from.y().clone(), dx, dy, 1.4f * palette.line(), palette.accent()));
        into.add(from);
        into.add(to);
    }

    /// Points at equal distances along a closed curve.
    static Points along(Points curve, int count) {
        int n = curve.size();
        var length = new double[n + 1];
        for (int k = 0; k < n; k++) {
            int next = (k + 1) % n;
            length[k + 1] =
                    length[k] + Math.hypot(curve.at(0, next) - curve.at(0, k), curve.at(1, next) - curve.at(1, k));
        }
        var rows = new double[2][count];
        int piece = 0;
        for (int k = 0; k < count; k++) {
            double wanted = length[n] * k / count;
            while (piece < n - 1 && length[piece + 1] < wanted) {
                piece++;
            }
            double long0 = length[piece + 1] - length[piece];
            double share = long0 > 0 ? (wanted - length[piece]) / long0 : 0;
            for (int i = 0; i < 2; i++) {
                double a = curve.at(i, piece);
                rows[i][k] = a + share * (curve.at(i, (piece + 1) % n) - a);
            }
        }
        return Points.of(rows);
    }

    /// Where starts are at t, by straight lines between the points of the carried lattice.
    private static Points carried(Points starts, Shot shot) {
        var lattice = PlaneIllustrator.rows(shot.scene().lattice().points(shot.t()));
        var box = shot.domain();
        var rows = new double[2][starts.size()];
        for (int k = 0; k < starts.size(); k++) {
            double column = place(starts.at(0, k), box);
            double row = place(starts.at(1, k), box);
            for (int i = 0; i < 2; i++) {
                rows[i][k] = Carpet.at(lattice[i], column, row);
            }
        }
        return Points.of(rows);
    }

    private static double place(double x, Box box) {
        return Math.clamp(box.share(x) * (Scene.LATTICE - 1), 0, Scene.LATTICE - 1);
    }

    private static float[][] closed(Points points, Page page) {
        var xy = new float[2][points.size()];
        for (int k = 0; k < points.size(); k++) {
            xy[0][k] = page.x(points.at(0, k), points.at(1, k));
            xy[1][k] = page.y(points.at(0, k), points.at(1, k));
        }
        return xy;
    }

    private static Mark line(float[][] closed, int argb, float width, float dash) {
        int n = closed[0].length;
        var x = Arrays.copyOf(closed[0], n + 1);
        var y = Arrays.copyOf(closed[1], n + 1);
        x[n] = x[0];
        y[n] = y[0];
        return new Mark.Curves(List.of(new Mark.Curve(x, y, argb)), width, false, dash);
    }
}
