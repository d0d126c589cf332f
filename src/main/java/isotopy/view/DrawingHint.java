package isotopy.view;

import javafx.scene.control.Label;

/// What to do first with a drawing tool, over the stage, until it is done.
final class DrawingHint extends Label {
    DrawingHint() {
        setId("drawing-hint");
        getStyleClass().addAll("stage-pill", "stage-chip");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// Says what the tool wants, or nothing, in the middle of a page below the bar.
    void follow(StageTool tool, double width, double top) {
        var sentence = tool.hint();
        setVisible(sentence.isPresent());
        sentence.ifPresent(words -> {
            if (!words.equals(getText())) {
                setText(words);
            }
            double w = Math.min(prefWidth(-1), width - 32);
            resizeRelocate(Math.rint((width - w) / 2), top, w, prefHeight(w));
        });
    }
}
