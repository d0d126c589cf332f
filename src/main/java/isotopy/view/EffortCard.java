package isotopy.view;

import isotopy.figure.Theme;
import isotopy.snapshot.FlowSnapshot;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The size of every layer's parameters, as bars under a heading that says how high they reach.
final class EffortCard extends VBox {
    private final EffortBars bars;
    private final Label top = new Label();

    /// `clicked` is told the layer whose bar was clicked, counted from 0.
    EffortCard(IntConsumer clicked) {
        setId("insight-effort-section");
        getStyleClass().add("section");
        bars = new EffortBars(clicked::accept);
        var heading = Tips.on(
                new Label("EFFORT PER LAYER ‖θₖ‖"),
                "The length of every layer's parameter vector, no unit; ✕ marks layers that fold. Click a bar for its numbers.");
        heading.getStyleClass().add("heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        top.getStyleClass().addAll("quiet", "small");
        top.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new HBox(heading, top), bars);
    }

    void show(FlowSnapshot snapshot) {
        bars.show(snapshot.control(), snapshot.folds());
        top.setText("0 … " + Numbers.measure(bars.top()));
    }

    /// Marks the layer that acts at a share of T.
    void followTime(FlowSnapshot snapshot, double share) {
        var control = snapshot.control();
        bars.setCurrent(control.layerAt(share * control.horizon()));
    }

    void setTheme(Theme theme) {
        bars.setTheme(theme);
    }
}
