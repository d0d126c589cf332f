package isotopy.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// Which parts of the right panel are seen: one of them, exchanged by tabs, where there is little room, and otherwise
/// all those that belong there.
final class InsightTabs extends FlowPane {
    /// A part, its tab, whether there is anything to be seen in it, and whether it is shown where there is room.
    private record Part(Node node, ToggleButton tab, BooleanSupplier any, BooleanSupplier roomy) {}

    private final ToggleGroup group = new ToggleGroup();
    private final List<Part> parts = new ArrayList<>();

    /// `changed` is called when another part is wanted.
    InsightTabs(Runnable changed) {
        setId("insight-tabs");
        getStyleClass().add("insight-tabs");
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            } else {
                changed.run();
            }
        });
    }

    /// Adds a part that there always is; returns its tab.
    ToggleButton add(Node node, String id, String text, String explanation) {
        return add(node, id, text, explanation, () -> true, () -> true);
    }

    ToggleButton add(
            Node node, String id, String text, String explanation, BooleanSupplier any, BooleanSupplier roomy) {
        var tab = Tips.on(new ToggleButton(text), explanation);
        tab.setId("insight-tab-" + id);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        parts.add(new Part(node, tab, any, roomy));
        getChildren().add(tab);
        return tab;
    }

    /// Chooses the first part.
    void selectFirst() {
        group.selectToggle(parts.getFirst().tab());
    }

    void select(ToggleButton tab) {
        group.selectToggle(tab);
    }

    /// Shows the chosen part, or with room all of them.
    void arrange(boolean compact) {
        StageTheme.show(this, compact);
        for (var part : parts) {
            boolean any = part.any().getAsBoolean();
            StageTheme.show(part.tab(), any);
            if (!any && part.tab().isSelected()) {
                selectFirst();
            }
        }
        for (var part : parts) {
            boolean wanted = compact ? part.tab().isSelected() : part.roomy().getAsBoolean();
            StageTheme.show(part.node(), wanted && part.any().getAsBoolean());
        }
    }
}
