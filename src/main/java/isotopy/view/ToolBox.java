package isotopy.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// All drawing tools; one of them is in the hand. Mutable as the tools are.
final class ToolBox {
    private final DrawingTool chosen;
    private final ShapeTool shapes;
    private final BrushTool brush;
    private final Map<DrawingTool.Way, StageTool> tools = new EnumMap<>(DrawingTool.Way.class);

    ToolBox(Easel easel, DrawnUpon drawn) {
        chosen = easel.tool();
        shapes = new ShapeTool(easel);
        brush = new BrushTool(easel, false);
        for (var way : DrawingTool.Way.values()) {
            tools.put(
                    way,
                    switch (way) {
                        case LATTICE -> new LatticeTool(easel, drawn);
                        case PUSH -> new PushTool(easel, drawn);
                        case LANDMARKS -> new LandmarkTool(easel);
                        case SHAPE -> shapes;
                        case PENCIL -> new PencilTool(easel, drawn);
                        case POINTS -> new PointsTool(easel, drawn);
                        case BRUSH -> brush;
                        case ERASER -> new BrushTool(easel, true);
                    });
        }
    }

    /// The tool in the hand.
    StageTool hand() {
        return tool(chosen.wayProperty().get());
    }

    /// The tool for one way to draw.
    StageTool tool(DrawingTool.Way way) {
        return Objects.requireNonNull(tools.get(way));
    }

    ShapeTool shapes() {
        return shapes;
    }

    BrushTool brush() {
        return brush;
    }
}
