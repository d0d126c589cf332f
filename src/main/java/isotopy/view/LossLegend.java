package isotopy.view;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// Names the curves of the loss chart: training solid, test dashed; the colours come from the stylesheet.
final class LossLegend extends HBox {
    LossLegend() {
        super(6);
        setId("insight-legend");
        getStyleClass().add("legend");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        entry("train", "train-line", "The error on the points that are trained on."),
                        entry("test", "test-line", "The error on points that training does not see."),
                        gap,
                        quiet(
                                "training steps →",
                                "The axis to the right counts training steps; thin lines are edits of the run."));
    }

    private static Label entry(String text, String styleClass, String explanation) {
        var line = new Line(0, 0, 18, 0);
        line.getStyleClass().add(styleClass);
        var label = quiet(text, explanation);
        label.setGraphic(line);
        return label;
    }

    private static Label quiet(String text, String explanation) {
        var label = Tips.on(new Label(text), explanation);
        label.getStyleClass().addAll("quiet", "small");
        return label;
    }
}
