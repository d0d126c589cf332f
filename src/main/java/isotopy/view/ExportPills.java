package isotopy.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons of which one is pressed; those that cannot be chosen say why.
final class ExportPills<T> extends FlowPane {
    private final List<T> values = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final Consumer<T> chosen;
    private final ToggleGroup group = new ToggleGroup();

    private final String style;

    /// `style` is the name of the look of its buttons.
    ExportPills(String style, Consumer<T> chosen) {
        this.style = style;
        this.chosen = chosen;
        getStyleClass().add("export-pills");
    }

    /// Adds a choice; it may have a picture.
    void add(T value, String id, String title, String sentence, Optional<FontIcon> icon) {
        var card = new Card(id, title, icon.<Node>map(shown -> shown).orElseGet(Region::new), sentence);
        card.setContentDisplay(icon.isPresent() ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
        card.getStyleClass().setAll("button", "toggle-button", style);
        card.setMinWidth(USE_PREF_SIZE);
        card.setToggleGroup(group);
        card.setOnAction(event -> chosen.accept(value));
        values.add(value);
        cards.add(card);
        getChildren().add(card);
    }

    /// Joins the buttons to one piece.
    void join() {
        getStyleClass().add("export-joined");
        for (int k = 0; k < cards.size(); k++) {
            cards.get(k)
                    .getStyleClass()
                    .add(k == 0 ? "left-pill" : k == cards.size() - 1 ? "right-pill" : "center-pill");
        }
    }

    /// Presses the button of that value without calling anybody.
    void select(T value) {
        for (int k = 0; k < values.size(); k++) {
            cards.get(k).setSelected(Objects.equals(values.get(k), value));
        }
    }

    /// Shows those choices only, and says of each whether it can be made.
    void offer(List<T> offered, Function<T, Optional<String>> unfit) {
        for (int k = 0; k < values.size(); k++) {
            StageTheme.show(cards.get(k), offered.contains(values.get(k)));
            cards.get(k).setUnfit(unfit.apply(values.get(k)));
        }
    }
}
