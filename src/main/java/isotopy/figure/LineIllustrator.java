package isotopy.figure;

import isotopy.math.Box;
import isotopy.target.Correspondence;
import isotopy.target.LineMap;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;

/// Draws a map of the line: its graph, deforming from the diagonal, and the paths of its particles in space-time.
final class LineIllustrator {
    private static final int POINTS = 241;

    private LineIllustrator() {}

    /// Adds both pictures of a scene.
    static void draw(Shot shot, List<Mark> into) {
        var target = shot.scene().snapshot().experiment().target();
        var layout = LineLayout.of(
                target, shot.domain(), shot.page().width(), shot.page().height(), false);
        var palette = shot.palette();
        graph(target, shot.domain(), layout, palette, into);
        var paths = shot.scene().particles();
        var argb = shot.colours(paths.size());
        var x = new float[paths.size()];
        var y = new float[paths.size()];
        var now = new float[paths.size()];
        var threads = new ArrayList<Mark.Curve>();
        for (int k = 0; k < paths.size(); k++) {
            x[k] = (float) layout.graphX(paths.at(0, 0, k));
            y[k] = (float) layout.heightY(paths.at(shot.t(), 0, k));
            now[k] = (float) layout.timeX(shot.t() / shot.horizon());
            if (k % Math.max(1, paths.size() / 60) == 0) {
                var tx = new float[paths.samples()];
                var ty = new float[paths.samples()];
                for (int s = 0; s < tx.length; s++) {
                    tx[s] = (float) layout.timeX(paths.time(s) / shot.horizon());
                    ty[s] = (float) layout.heightY(paths.at(s, 0, k));
                }
                threads.add(new Mark.Curve(tx, ty, Colour.faded(argb[k], 0.6)));
            }
        }
        into.add(new Mark.Curves(threads, palette.line(), false, 0));
        into.add(new Mark.Dots(x, y, argb, palette.dot()));
        into.add(new Mark.Dots(now, y, argb, palette.dot()));
    }

    /// Adds the graph of the target with its diagonal.
    static void graph(TargetMap target, Box domain, LineLayout layout, Palette palette, List<Mark> into) {
        into.add(new Mark.Curves(
                List.of(line(
                        palette.axis(),
                        layout.graphX(domain.low()),
                        layout.heightY(domain.low()),
                        layout.graphX(domain.high()),
                        layout.heightY(domain.high()))),
                palette.line(),
                false,
                3));
        switch (target) {
            case LineMap map -> {
                var x = new float[POINTS];
                var y = new float[POINTS];
                for (int k = 0; k < POINTS; k++) {
                    double at = domain.at(k / (POINTS - 1.0));
                    x[k] = (float) layout.graphX(at);
                    y[k] = (float) layout.heightY(map.at(at));
                }
                into.add(new Mark.Curves(
                        List.of(new Mark.Curve(x, y, palette.accent())), 1.6f * palette.line(), false, 0));
            }
            case Correspondence pairs -> {
                var x = new float[pairs.x().size()];
                var y = new float[x.length];
                var argb = new int[x.length];
                for (int k = 0; k < x.length; k++) {
                    x[k] = (float) layout.graphX(pairs.x().at(0, k));
                    y[k] = (float) layout.heightY(pairs.y().at(0, k));
                    argb[k] = palette.accent();
                }
                into.add(new Mark.Dots(x, y, argb, palette.dot()));
            }
            default -> {}
        }
    }

    private static Mark.Curve line(int argb, double x0, double y0, double x1, double y1) {
        return new Mark.Curve(new float[] {(float) x0, (float) x1}, new float[] {(float) y0, (float) y1}, argb);
    }
}
