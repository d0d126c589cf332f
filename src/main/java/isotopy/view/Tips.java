package isotopy.view;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Tooltips as the window uses them: soon there, long enough to be read.
final class Tips {
    private static final double WIDTH = 340;

    private Tips() {}

    static Tooltip of(String sentence) {
        var tooltip = new Tooltip(sentence);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.seconds(30));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        return tooltip;
    }

    /// Gives a node a tooltip and returns the node.
    static <N extends Node> N on(N node, String sentence) {
        if (node instanceof Control control) {
            control.setTooltip(of(sentence));
        } else {
            Tooltip.install(node, of(sentence));
        }
        return node;
    }
}
