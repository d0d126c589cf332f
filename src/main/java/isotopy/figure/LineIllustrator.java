package isotopy.figure;

import isotopy.math.Box;
import isotopy.target.TargetMap;
import java.util.List;

/// Draws a map of the line: its graph, deforming from the diagonal, and the paths of its particles in space-time.
final class LineIllustrator {
    private LineIllustrator() {}

    /// Adds both pictures of a scene.
    static void draw(Shot shot, List<Mark> into) {
        var layout =
                layout(shot.scene(), shot.look(), shot.page().width(), shot.page().height());
        new LineGraph(shot, layout, into).draw();
        new SpaceTime(shot, layout, into).draw();
        LinePins.draw(shot, layout, into);
    }

    /// Where the pictures of a scene lie.
    static LineLayout layout(Scene scene, Look look, double width, double height) {
        var experiment = scene.snapshot().experiment();
        float text = Palette.of(look.theme()).text();
        var layout = LineLayout.of(
                experiment.target(), experiment.sampling().domain(), width, height, false, text);
        return Reading.of(scene).isPresent() ? layout.withStrip(text) : layout;
    }

    /// Adds the graph of a target with its diagonal, where it alone is drawn.
    static void drawing(TargetMap target, Box domain, double width, double height, Palette palette, List<Mark> into) {
        drawing(target, LineLayout.of(target, domain, width, height, true), palette, into);
    }

    /// The same in a layout that is given.
    static void drawing(TargetMap target, LineLayout layout, Palette palette, List<Mark> into) {
        LineAxes.graph(layout, palette, true, "F(x)", into);
        LineGraph.diagonal(layout, palette, into);
        LineGraph.target(target, layout, palette, palette.accent(), 2.2f * palette.line(), 0, into);
    }
}
