package isotopy.view;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two sections that share one place below the charts: what theory says, and whether the network is an equation.
final class LowerTabs extends HBox {
    private final ToggleButton theory = tab("theory", "Theory", "Shows what theory says about family and target.");
    private final ToggleButton steps =
            tab("steps", "Is it an ODE?", "Shows the trained parameters under finer and coarser steps.");

    /// `changed` is called when the other one is wanted.
    LowerTabs(Runnable changed) {
        setId("insight-lower-tabs");
        getStyleClass().addAll("insight-tabs", "insight-lower-tabs");
        var group = new ToggleGroup();
        theory.setToggleGroup(group);
        steps.setToggleGroup(group);
        theory.setSelected(true);
        getChildren().addAll(theory, steps);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            } else {
                changed.run();
            }
        });
    }

    /// Whether the steps are wanted, and not theory.
    boolean wantsSteps() {
        return steps.isSelected();
    }

    /// Marks theory where it has a warning.
    void warn(boolean on) {
        theory.setGraphic(on ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
    }

    private static ToggleButton tab(String id, String text, String explanation) {
        var button = Tips.on(new ToggleButton(text), explanation);
        button.setId("insight-lower-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
