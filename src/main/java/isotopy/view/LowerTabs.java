package isotopy.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Sections that share one place below the charts: what theory says, whether the network is an equation, and how sums
/// do beside it.
final class LowerTabs extends FlowPane {
    /// What may stand there.
    enum Section {
        THEORY,
        STEPS,
        SUMS
    }

    private final ToggleButton theory = tab("theory", "Theory", "Shows what theory says about family and target.");
    private final ToggleButton steps =
            tab("steps", "Is it an ODE?", "Shows the trained parameters under finer and coarser steps.");
    private final ToggleButton sums =
            tab("sums", "Against sums", "Shows how Fourier series and other sums do beside the network.");
    private final List<ToggleButton> all = List.of(theory, steps, sums);

    /// `changed` is called when another one is wanted.
    LowerTabs(Runnable changed) {
        setId("insight-lower-tabs");
        getStyleClass().addAll("insight-tabs", "insight-lower-tabs");
        var group = new ToggleGroup();
        group.getToggles().addAll(new ArrayList<>(all));
        theory.setSelected(true);
        getChildren().addAll(all);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            } else {
                changed.run();
            }
        });
    }

    /// The one that is wanted.
    Section wanted() {
        return steps.isSelected() ? Section.STEPS : sums.isSelected() ? Section.SUMS : Section.THEORY;
    }

    /// In large type there is room for short names.
    void arrange(boolean large) {
        steps.setText(large ? "ODE?" : "Is it an ODE?");
        sums.setText(large ? "Sums" : "Against sums");
    }

    /// Offers sums only where there are any.
    void offerSums(boolean any) {
        StageTheme.show(sums, any);
        if (!any && sums.isSelected()) {
            theory.setSelected(true);
        }
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
