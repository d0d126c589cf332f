package isotopy.view;

import isotopy.target.TargetMap;
import java.util.Optional;

/// What one tool does to the target between press and release. The editor hands it the mouse; what it changes goes
/// through the [Easel].
sealed interface StageTool permits LatticeTool, PushTool, LandmarkTool, ShapeTool, PencilTool, PointsTool, BrushTool {
    /// The target as this tool shows it and goes on from it; the same value as long as nothing changed.
    TargetMap shown();

    /// Whether the first stroke takes the present target away instead of changing it.
    boolean replaces();

    /// Whether there is nothing to show but an empty square.
    default boolean empty() {
        return false;
    }

    /// Begins a gesture; false where the press is not for this tool.
    boolean press(Touch at);

    void drag(Touch at);

    void release(Touch at);

    /// Forgets a gesture that was begun, and what waits for another one.
    void abandon();

    /// A double click; false where it is not for this tool.
    default boolean doubleClick(Touch at) {
        return false;
    }

    /// Takes away what is under the mouse or was touched last; false where there is nothing to take away.
    default boolean remove() {
        return false;
    }

    /// Whether the tool has a circle around the mouse in which it works.
    default boolean round() {
        return false;
    }

    /// Whether a press on an empty place begins something.
    default boolean draws() {
        return true;
    }

    /// Whether nodes of the target can be taken hold of.
    default boolean graspable() {
        return false;
    }

    /// Whether there is something to take back to the beginning.
    boolean begun();

    /// Takes everything drawn away.
    void reset();

    /// What to do first, in one sentence, while nothing is drawn.
    Optional<String> hint();
}
