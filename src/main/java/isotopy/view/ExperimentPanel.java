package isotopy.view;

import isotopy.figure.Theme;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left panel: the target, what one layer may do, how many layers there are, and below *Exact* all the rest of the
/// experiment.
///
/// With *Exact* folded it needs no scrolling: where there is too little room, sentences give way first. *Exact* takes
/// its room from the pictures where there is too little.
public final class ExperimentPanel extends ScrollPane {
    /// From this height on the pictures stay while *Exact* is open.
    private static final double ROOMY = 800;
    /// Below this height the sentences go, so that every control is still seen; in a hall the names of targets too.
    private static final double TIGHT = 524;
    /// What the σ of a family takes of it.
    private static final double OPTIONS = 120;

    private final WorkbenchModel model;
    private final TargetPane target;
    private final FamilyPane family;
    private final ToggleButton exact = new ToggleButton("Exact", new FontIcon(Feather.CHEVRON_RIGHT));
    private final ExactPane exactPane;
    private final DataLine data;
    private final Label explanation = new Label("Every layer stays one to one: the network is then a flow.");

    /// A panel on the model; `importPairs` asks for a CSV file and makes its pairs the target.
    ExperimentPanel(WorkbenchModel model, GalleryPopup gallery, Runnable importPairs) {
        this.model = model;
        setId("experiment-panel");
        getStyleClass().addAll("experiment-panel", "edge-to-edge");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        target = new TargetPane(model, gallery, importPairs);
        family = new FamilyPane(model);
        exactPane = new ExactPane(model);
        data = new DataLine(model);
        var depth = new SettingRow(model, Settings.DEPTH, Settings.DEPTHS, new Scale(1, 100, true));
        exact.setId("exact");
        exact.getStyleClass().addAll("panel-fold", "flat");
        exact.setMinWidth(USE_PREF_SIZE);
        exact.setTooltip(Tips.of("Folds out every other number of the experiment, with its range and unit."));
        exact.selectedProperty().addListener((property, before, open) -> arrange());
        var content = new VBox(target, family, depth, bijective(), Grids.spread(exact, data), exactPane);
        content.getStyleClass().add("experiment-content");
        VBox.setVgrow(exactPane, Priority.ALWAYS);
        setContent(content);
        heightProperty().addListener((property, before, height) -> arrange());
        model.lookProperty().addListener((property, before, look) -> arrange());
        model.experimentProperty().addListener((property, before, now) -> arrange());
        arrange();
    }

    private VBox bijective() {
        var bijective = new CheckBox("Bijective layers");
        bijective.setId("bijective");
        bijective.getStyleClass().add("panel-check");
        bijective.setTooltip(Tips.of("After each step a layer that is too strong is scaled back so that its map stays a"
                + " bijection: then the network is a flow and cannot fold space."));
        bijective.setOnAction(event -> model.edit(
                bijective.isSelected() ? "Keep layers bijective" : "Let layers fold",
                now -> now.withNetwork(now.network().withBijective(bijective.isSelected()))));
        model.experimentProperty()
                .addListener((property, before, after) ->
                        bijective.setSelected(after.network().bijective()));
        bijective.setSelected(model.experimentProperty().get().network().bijective());
        explanation.setId("bijective-explanation");
        explanation.getStyleClass().add("panel-bounds");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        return new VBox(bijective, explanation);
    }

    /// Where the target is chosen.
    Node targets() {
        return target;
    }

    /// Where the family is chosen.
    Node families() {
        return family;
    }

    private void arrange() {
        boolean open = exact.isSelected();
        boolean hall = model.lookProperty().get().theme() == Theme.PROJECTOR;
        boolean pictures = !open || getHeight() >= ROOMY;
        ((FontIcon) exact.getGraphic()).setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        exactPane.setVisible(open);
        exactPane.setManaged(open);
        boolean tight = hall && getHeight() < TIGHT;
        target.arrange(pictures, hall, tight);
        family.arrange(hall, tight);
        data.arrange(hall);
        boolean words = getHeight() >= (hall ? ROOMY : TIGHT) + (family.hasOptions() ? OPTIONS : 0);
        explanation.setVisible(words);
        explanation.setManaged(words);
        family.show(pictures, words && !open);
    }
}
