package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.target.TargetMap;
import java.util.List;
import java.util.Optional;

/// Draws a map of the line: its graph, deforming from the diagonal, and the paths of its particles in space-time.
final class LineIllustrator {
    /// What the scale gains on either side, as shares of its height; who goes farther leaves the picture.
    private static final double[] ROOM = {0, 0.25, 0.6, 1.2, 2.5, 5};

    private LineIllustrator() {}

    /// Adds both pictures of a scene.
    static void draw(Shot shot, List<Mark> into) {
        var layout = layout(shot);
        new LineGraph(shot, layout, into).draw();
        new SpaceTime(shot, layout, into).draw();
        LinePins.draw(shot, layout, into);
        var target = shot.scene().snapshot().experiment().target();
        if (shot.keys()) {
            new LineLegend(shot, layout).draw(Descents.any(target, layout), into);
        }
    }

    /// Where the pictures of a shot lie.
    static LineLayout layout(Shot shot) {
        double width = shot.page().width();
        double height = shot.page().height();
        if (shot.keys()) {
            return layout(shot.scene(), shot.look(), width, height);
        }
        var experiment = shot.scene().snapshot().experiment();
        float text = shot.palette().text();
        var layout = LineLayout.bare(experiment.target(), experiment.sampling().domain(), width, height, text);
        var seen = shot.heights().orElseGet(() -> heights(shot.scene(), shot.look()));
        layout = layout.withHeights(seen.low(), seen.high());
        return Reading.of(shot.scene()).isPresent() ? layout.withStrip(text) : layout;
    }

    /// The heights that the picture of a scene shows.
    static Heights heights(Scene scene, Look look) {
        var layout = layout(scene, look, 1000, 500);
        return new Heights(layout.low(), layout.high());
    }

    /// Where the pictures of a scene lie.
    static LineLayout layout(Scene scene, Look look, double width, double height) {
        var experiment = scene.snapshot().experiment();
        float text = Palette.of(look.theme()).text();
        var layout = LineLayout.of(experiment.target(), experiment.sampling().domain(), width, height, false, text);
        layout = fitted(layout, scene.particles());
        return Reading.of(scene).isPresent() ? layout.withStrip(text) : layout;
    }

    /// With room for the paths: in few steps, so that the scale rests while training changes them.
    private static LineLayout fitted(LineLayout layout, Trajectory paths) {
        double low = layout.low();
        double high = layout.high();
        for (int s = 0; s < paths.samples(); s++) {
            for (int k = 0; k < paths.size(); k++) {
                double height = paths.at(s, 0, k);
                low = Double.isFinite(height) ? Math.min(low, height) : low;
                high = Double.isFinite(height) ? Math.max(high, height) : high;
            }
        }
        double side = layout.high() - layout.low();
        return layout.withHeights(
                layout.low() - step((layout.low() - low) / side) * side,
                layout.high() + step((high - layout.high()) / side) * side);
    }

    private static double step(double wanted) {
        for (double step : ROOM) {
            if (wanted <= step) {
                return step;
            }
        }
        return ROOM[ROOM.length - 1];
    }

    /// Adds the graph of a target with its diagonal, where it alone is drawn.
    static void drawing(TargetMap target, Box domain, double width, double height, Palette palette, List<Mark> into) {
        drawing(target, LineLayout.of(target, domain, width, height, true), palette, into);
    }

    /// The same in a layout that is given.
    static void drawing(TargetMap target, LineLayout layout, Palette palette, List<Mark> into) {
        LineAxes.graph(target, layout, palette, true, Optional.of("F(x)"), into);
        LineGraph.diagonal(layout, palette, into);
        LineGraph.target(target, layout, palette, palette.accent(), 2.2f * palette.line(), 0, into);
    }
}
