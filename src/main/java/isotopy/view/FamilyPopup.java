package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All families in their groups, each with picture, formula and conclusion, beside the button that asked for them. A
/// click chooses one and closes it; one that does not go with the experiment says why.
final class FamilyPopup {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    /// The width of three columns with large text.
    private static final double WIDE = 1200;

    /// A card of the popup, and the line on it that says why its family cannot be chosen.
    private record Entry(ControlFamily family, Button card, Label reason) {}

    private final WorkbenchModel model;
    private final Consumer<ControlFamily> choose;
    private final Popup popup = new Popup();
    private final VBox content = new VBox();
    private final ScrollPane pane = new ScrollPane(content);
    private final List<GridPane> grids = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /// `choose` is told the family that was clicked.
    FamilyPopup(WorkbenchModel model, Consumer<ControlFamily> choose) {
        this.model = model;
        this.choose = choose;
        content.getStyleClass().add("gallery-cards");
        pane.getStyleClass().addAll("gallery-pane", "edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        popup.getContent().add(pane);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        for (var group : Families.groups()) {
            var heading = new Label(group.title());
            heading.getStyleClass().addAll("panel-heading", "families-heading");
            var grid = new GridPane();
            grid.getStyleClass().add("families-grid");
            for (var family : group.families()) {
                var entry = entry(family);
                entries.add(entry);
                grid.getChildren().add(entry.card());
            }
            grids.add(grid);
            content.getChildren().addAll(heading, grid);
        }
        arrange(3);
        show(model.experimentProperty().get());
    }

    /// Shows the cards beside `owner`, within its window.
    void show(Node owner) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        var window = owner.getScene().getWindow();
        var classes = owner.getScene().getRoot().getStyleClass();
        if (classes.contains("projector") != pane.getStyleClass().contains("projector")) {
            pane.getStyleClass().remove("projector");
            pane.getStyleClass().addAll(classes.filtered("projector"::equals));
        }
        arrange(classes.contains("projector") && window.getWidth() < WIDE ? 2 : 3);
        show(model.experimentProperty().get());
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        double top = window.getY() + 56;
        pane.setMaxHeight(window.getY() + window.getHeight() - top - 16);
        popup.show(window, bounds.getMaxX() + 6, top);
    }

    /// All cards, to be looked at and clicked by tests.
    VBox cards() {
        return content;
    }

    private void arrange(int columns) {
        for (var grid : grids) {
            for (int k = 0; k < grid.getChildren().size(); k++) {
                GridPane.setConstraints(grid.getChildren().get(k), k % columns, k / columns);
                GridPane.setFillHeight(grid.getChildren().get(k), true);
            }
        }
    }

    private void show(Experiment experiment) {
        for (var entry : entries) {
            var present = experiment.network().family();
            var reason = Fitting.dimension(experiment, Families.kept(entry.family(), present));
            entry.card().pseudoClassStateChanged(SELECTED, Families.same(entry.family(), present));
            entry.card().pseudoClassStateChanged(UNFIT, reason.isPresent());
            entry.card()
                    .setTooltip(Tips.of(reason.orElse(
                            "Makes the layers " + entry.family().title() + " layers; training starts anew.")));
            entry.reason().setText(reason.orElse(""));
            StageTheme.show(entry.reason(), reason.isPresent());
        }
    }

    private void choose(ControlFamily family) {
        var present = model.experimentProperty().get();
        if (Fitting.dimension(present, family).isEmpty()) {
            popup.hide();
            choose.accept(Families.kept(family, present.network().family()));
        }
    }

    private Entry entry(ControlFamily family) {
        var picture = Families.picture(family);
        picture.getStyleClass().add("families-picture");
        var name = new Label(family.title());
        name.getStyleClass().add("gallery-name");
        var formula = new Label(
                Families.structured(family)
                        ? family.formula()
                        : Families.sigma(family).orElse(family.formula()));
        formula.getStyleClass().add("families-formula");
        var sentence = new Label(family.conclusion());
        sentence.getStyleClass().add("gallery-sentence");
        sentence.setWrapText(true);
        var reason = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
        reason.getStyleClass().addAll("gallery-sentence", "gallery-out-of-reach");
        reason.setWrapText(true);
        var words = new VBox(name, formula, sentence, reason);
        words.getStyleClass().add("gallery-words");
        var card = new Button(null, new HBox(picture, words));
        card.getGraphic().getStyleClass().add("gallery-row");
        card.getStyleClass().addAll("gallery-card", "flat");
        card.setId("families-" + family.id());
        card.setAccessibleText(family.title() + ": " + family.conclusion());
        card.setOnAction(event -> choose(family));
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return new Entry(family, card, reason);
    }
}
