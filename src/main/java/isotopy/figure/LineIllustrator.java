package isotopy.figure;

import isotopy.math.Box;
import isotopy.target.TargetMap;
import java.util.List;

/// Draws a map of the line: its graph, deforming from the diagonal, and the paths of its particles in space-time.
final class LineIllustrator {
    private LineIllustrator() {}

    /// Adds both pictures of a scene.
    static void draw(Shot shot, List<Mark> into) {
        var layout = layout(shot);
        new LineGraph(shot, layout, into).draw();
        new SpaceTime(shot, layout, into).draw();
        LinePins.draw(shot, layout, into);
    }

    /// Where the pictures of a scene lie.
    static LineLayout layout(Shot shot) {
        return LineLayout.of(
                shot.scene().snapshot().experiment().target(),
                shot.domain(),
                shot.page().width(),
                shot.page().height(),
                false,
                shot.palette().text());
    }

    /// Adds the graph of a target with its diagonal, where it alone is drawn.
    static void drawing(TargetMap target, Box domain, double width, double height, Palette palette, List<Mark> into) {
        drawing(target, LineLayout.of(target, domain, width, height, true), palette, into);
    }

    /// The same in a layout that is given.
    static void drawing(TargetMap target, LineLayout layout, Palette palette, List<Mark> into) {
        LineAxes.graph(target, layout, palette, true, "F(x)", into);
        LineGraph.diagonal(layout, palette, into);
        LineGraph.target(target, layout, palette, palette.accent(), 2.2f * palette.line(), 0, into);
    }
}
