package isotopy.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The loss over the training steps, with a heading and the names of the curves.
final class LossCard extends VBox {
    private final LossChart chart = new LossChart();

    LossCard() {
        setId("insight-loss");
        getStyleClass().add("section");
        var heading = Tips.on(
                new Label("LOSS"),
                "The mean square error over the training steps, on a logarithmic axis, in squared coordinates; dotted is"
                        + " what no flow goes below.");
        heading.getStyleClass().add("heading");
        chart.setMinHeight(130);
        chart.setPrefHeight(190);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(heading, chart, new LossLegend());
    }

    LossChart chart() {
        return chart;
    }
}
