package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The second step, "What one layer may do": a card for every family with its picture of σ, and what theory concludes
/// for the chosen one.
final class FamilyPane extends VBox {
    private static final String CITATION =
            "Q. Li, T. Lin, Z. Shen, Deep learning via dynamical systems: an approximation"
                    + " perspective, Journal of the European Mathematical Society (2022), doi:10.4171/JEMS/1221.";
    private static final String DOI = "https://doi.org/10.4171/JEMS/1221";

    private final WorkbenchModel model;
    private final Label name = new Label();
    private final Label conclusion = new Label();
    private final Label formula = new Label();
    private final VBox theory;
    private final GridPane grid;
    private final List<Card> cards = new ArrayList<>();

    FamilyPane(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("panel-section");
        var group = new ToggleGroup();
        var nodes = new ArrayList<Node>();
        for (var family : ControlFamily.all()) {
            var picture = new CurvePicture(family.activation());
            var card = new Card("family-" + family.id(), family.title(), picture, sentence(family));
            card.getStyleClass().add("family-card");
            card.setToggleGroup(group);
            card.setUserData(family);
            card.setOnAction(event -> choose(family));
            cards.add(card);
            nodes.add(card);
        }
        formula.setId("family-formula");
        formula.getStyleClass().add("panel-formula");
        formula.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        nodes.add(formula);
        grid = Grids.of(3, nodes);
        grid.setId("family-grid");
        var heading = new Label("2 · WHAT ONE LAYER MAY DO");
        heading.getStyleClass().add("panel-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        name.setId("family-name");
        name.getStyleClass().add("panel-chosen");
        conclusion.setId("family-conclusion");
        conclusion.setWrapText(true);
        conclusion.getStyleClass().add("panel-conclusion");
        conclusion.setMinHeight(USE_PREF_SIZE);
        theory = new VBox(conclusion, citation());
        theory.getStyleClass().add("panel-theory");
        getChildren().addAll(Grids.spread(heading, name), grid, theory);
        model.experimentProperty().addListener((property, before, after) -> show(after));
        show(model.experimentProperty().get());
    }

    private static String sentence(ControlFamily family) {
        var formula = family.hasWidth()
                ? "f(z) = V σ(W z + b) with σ(u) = " + family.activation().formula() + ". "
                : "f(z) = A z + b. ";
        return formula + family.conclusion();
    }

    private Hyperlink citation() {
        var link = new Hyperlink("Li, Lin, Shen (2022)");
        link.setId("family-citation");
        link.getStyleClass().add("panel-citation");
        link.setTooltip(Tips.of(CITATION + " Click to copy the link."));
        link.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(DOI);
            Clipboard.getSystemClipboard().setContent(content);
            link.setVisited(false);
            model.tell(Notice.of(Notice.Kind.INFORMATION, "The link " + DOI + " is in the clipboard."));
        });
        return link;
    }

    private void choose(ControlFamily family) {
        model.edit(
                "Choose " + family.title(), now -> now.withNetwork(now.network().withFamily(family)));
    }

    private void show(Experiment experiment) {
        var family = experiment.network().family();
        name.setText(family.title());
        conclusion.setText(family.conclusion());
        formula.setText(family.hasWidth() ? "σ(u) =\n" + family.activation().formula() : "f(z) =\nA z + b");
        formula.setTooltip(Tips.of(sentence(family)));
        for (var card : cards) {
            card.setSelected(family.equals(card.getUserData()));
        }
    }

    /// Puts the cards into rows: three in each with the name below the picture, or for the hall two with the name
    /// beside it.
    void arrange(boolean hall) {
        name.setVisible(!hall);
        name.setManaged(!hall);
        formula.setVisible(!hall);
        formula.setManaged(!hall);
        cards.forEach(card -> card.setContentDisplay(hall ? ContentDisplay.LEFT : ContentDisplay.TOP));
        Grids.arrange(grid, hall ? 2 : 3);
    }

    /// Folds the cards and the words away, where room is needed for something else.
    void show(boolean withCards, boolean withTheory) {
        grid.setVisible(withCards);
        grid.setManaged(withCards);
        theory.setVisible(withTheory);
        theory.setManaged(withTheory);
    }
}
