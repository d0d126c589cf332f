package isotopy.view;

import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
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

/// All presets as cards with picture, name and sentence, below the button that asked for them. A click chooses one and
/// closes it.
final class GalleryPopup {
    /// The width of three columns with large text.
    private static final double WIDE = 1200;

    private final WorkbenchModel model;
    private final Popup popup = new Popup();
    private final GridPane cards = new GridPane();
    private final ScrollPane pane = new ScrollPane(cards);

    GalleryPopup(WorkbenchModel model) {
        this.model = model;
        cards.getStyleClass().add("gallery-cards");
        pane.getStyleClass().addAll("gallery-pane", "edge-to-edge");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        popup.getContent().add(pane);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        for (var preset : Preset.values()) {
            var card = card(preset, this::choose);
            GridPane.setFillHeight(card, true);
            cards.getChildren().add(card);
        }
        arrange(3);
    }

    /// Shows the cards beside `owner`, within its window.
    void show(Node owner, Side side) {
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
        mark(model.experimentProperty().get().target());
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        pane.setMaxHeight(window.getY() + window.getHeight() - bounds.getMinY() - 48);
        if (side == Side.RIGHT) {
            popup.show(window, bounds.getMaxX() + 6, Math.max(window.getY() + 8, bounds.getMinY() - 60));
        } else {
            popup.show(window, bounds.getMinX(), bounds.getMaxY() + 4);
        }
    }

    private void arrange(int columns) {
        for (int k = 0; k < cards.getChildren().size(); k++) {
            GridPane.setConstraints(cards.getChildren().get(k), k % columns, k / columns);
        }
    }

    /// The cards, to be looked at and clicked by tests.
    GridPane cards() {
        return cards;
    }

    private void mark(TargetMap target) {
        var chosen = PseudoClass.getPseudoClass("selected");
        for (var card : cards.getChildren()) {
            card.pseudoClassStateChanged(chosen, card.getUserData().equals(target));
        }
    }

    private void choose(Preset preset) {
        popup.hide();
        Targets.choose(model, preset);
    }

    private static Button card(Preset preset, Consumer<Preset> choose) {
        var picture = new MapPicture(preset);
        picture.getStyleClass().add("gallery-picture");
        var name = new Label(preset.title());
        name.getStyleClass().add("gallery-name");
        var sentence = new Label(preset.sentence());
        sentence.getStyleClass().add("gallery-sentence");
        sentence.setWrapText(true);
        var words = new VBox(name, sentence);
        words.getStyleClass().add("gallery-words");
        if (!preset.withinReach()) {
            var warning = new Label("out of a flow's reach", new FontIcon(Feather.ALERT_TRIANGLE));
            warning.getStyleClass().add("gallery-out-of-reach");
            words.getChildren().add(1, warning);
        }
        var card = new Button(null, new HBox(picture, words));
        card.getGraphic().getStyleClass().add("gallery-row");
        card.getStyleClass().addAll("gallery-card", "flat");
        card.setId("gallery-" + preset.id());
        card.setUserData(preset);
        card.setTooltip(Tips.of("Makes this map the target: " + preset.title() + "."));
        card.setOnAction(event -> choose.accept(preset));
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return card;
    }
}
