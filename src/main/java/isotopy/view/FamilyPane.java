package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The second step, "What one layer may do": cards for the usual families, *More…* for all of them, the σ that one of
/// them leaves open, and what theory concludes for the chosen one.
///
/// The last card is whatever family is chosen when it is none of the others.
final class FamilyPane extends VBox {
    private static final String CITATION =
            "Q. Li, T. Lin, Z. Shen, Deep learning via dynamical systems: an approximation"
                    + " perspective, Journal of the European Mathematical Society (2022), doi:10.4171/JEMS/1221.";
    private static final String DOI = "https://doi.org/10.4171/JEMS/1221";

    /// The card whose place may be wanted.
    private static final int SPARE = 4;

    private final WorkbenchModel model;
    private final Label conclusion = new Label();
    private final Label formula = new Label();
    private final VBox theory;
    private final GridPane grid;
    private final List<Card> cards = new ArrayList<>();
    private final HBox below;
    private final Button more = more();
    /// The graphic of the last card; only what is in it changes, since a new graphic styles the whole card anew.
    private final StackPane lastPicture = new StackPane();
    private final SigmaPane options;
    private @Nullable FamilyPopup popup;
    private boolean tightly;
    private ControlFamily last = ControlFamily.named("gaussian");

    FamilyPane(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("panel-section");
        var group = new ToggleGroup();
        for (var family : Families.usual()) {
            var card = card("family-" + family.id(), family, group);
            card.setUserData(family);
            card.setOnAction(event -> choose(family));
            cards.add(card);
        }
        cards.add(card("family-last", last, group));
        lastPicture.getChildren().setAll(Families.picture(last));
        cards.getLast().setGraphic(lastPicture);
        cards.getLast().setOnAction(event -> choose(last));
        grid = Grids.of(3, cards);
        grid.setId("family-grid");
        formula.setId("family-field");
        formula.getStyleClass().add("panel-formula");
        formula.setMinWidth(0);
        formula.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(formula, Priority.ALWAYS);
        below = new HBox(more, formula);
        below.getStyleClass().add("family-below");
        var heading = new Label("2 · WHAT ONE LAYER MAY DO");
        heading.getStyleClass().add("panel-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        conclusion.setId("family-conclusion");
        conclusion.setWrapText(true);
        conclusion.getStyleClass().add("panel-conclusion");
        conclusion.setMinHeight(USE_PREF_SIZE);
        options = new SigmaPane(model);
        theory = new VBox(conclusion, citation());
        theory.getStyleClass().add("panel-theory");
        getChildren().addAll(heading, grid, below, options, theory);
        model.experimentProperty().addListener((property, before, after) -> show(after));
        show(model.experimentProperty().get());
    }

    private static Card card(String id, ControlFamily family, ToggleGroup group) {
        var card = new Card(id, family.title(), Families.picture(family), Families.sentence(family));
        card.getStyleClass().add("family-card");
        card.setToggleGroup(group);
        return card;
    }

    private Button more() {
        var more = new Button("More…", new FontIcon(Feather.GRID));
        more.setId("family-more");
        more.getStyleClass().add("panel-button");
        more.setTooltip(Tips.of("Shows all families, each with its formula and what theory concludes for it."));
        more.setMinWidth(USE_PREF_SIZE);
        more.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        more.setOnAction(event -> {
            if (popup == null) {
                popup = new FamilyPopup(model, this::choose); // some forty nodes, made when they are first wanted
            }
            popup.show(more);
        });
        return more;
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

    private void choose(ControlFamily wanted) {
        var before = model.experimentProperty().get();
        var family = Families.kept(wanted, before.network().family());
        model.edit("Choose " + family.title(), now -> Fitting.with(now, family));
        Fitting.note(before, model.experimentProperty().get())
                .ifPresent(note -> model.tell(Notice.of(Notice.Kind.INFORMATION, note)));
        show(model.experimentProperty().get());
    }

    private void show(Experiment experiment) {
        var family = experiment.network().family();
        var remark = experiment.network().integrator().remark(family);
        conclusion.setText(Families.conclusion(family, experiment)
                + remark.map(words -> " " + Setting.sentence(words)).orElse(""));
        var sigma = Families.sigma(family);
        formula.setText(
                Families.structured(family) ? Families.formula(family) : sigma.orElse(Families.formula(family)));
        formula.setTooltip(Tips.of(Families.sentence(family)));
        if (Families.usual().stream().noneMatch(usual -> Families.same(usual, family)) && !family.equals(last)) {
            last = family;
            var card = cards.getLast();
            card.setText(family.title());
            lastPicture.getChildren().setAll(Families.picture(family));
            card.setSentence(Families.sentence(family));
        }
        for (var card : cards) {
            var shown = card.getUserData() instanceof ControlFamily usual ? usual : last;
            card.setSelected(Families.same(shown, family));
            card.setUnfit(Fitting.dimension(experiment, shown));
        }
    }

    /// Puts the cards into rows: three in each with the name below the picture, or for the hall two with the name
    /// beside it. Where that is too high for the window, *More…* takes the place of a card that is not chosen.
    void arrange(boolean hall, boolean tight) {
        StageTheme.show(formula, !hall);
        tightly = tight;
        var shown = new ArrayList<Node>(cards);
        if (tight) {
            shown.remove(cards.get(SPARE).isSelected() ? SPARE - 1 : SPARE);
            shown.add(more);
        }
        if (!grid.getChildren().equals(shown)) {
            below.getChildren().remove(more);
            grid.getChildren().setAll(shown);
            if (!tight) {
                below.getChildren().addFirst(more);
            }
        }
        cards.forEach(card -> card.setContentDisplay(hall ? ContentDisplay.LEFT : ContentDisplay.TOP));
        Grids.arrange(grid, hall ? 2 : 3);
    }

    /// Whether the chosen family leaves something open, which takes room.
    boolean hasOptions() {
        return options.isManaged();
    }

    /// Folds the cards and the words away, where room is needed for something else.
    void show(boolean withCards, boolean withTheory) {
        StageTheme.show(grid, withCards);
        StageTheme.show(below, withCards && !tightly);
        StageTheme.show(theory, withTheory);
    }
}
