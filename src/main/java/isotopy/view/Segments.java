package isotopy.view;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons in one piece of which one is pressed: a choice that can be seen whole.
final class Segments<T> extends HBox {
    /// One of the choices: its value, what stands on it, its name in tests, and its one sentence.
    record Choice<T>(T value, String text, String id, String sentence) {}

    private final List<T> values = new ArrayList<>();
    private final List<ToggleButton> buttons = new ArrayList<>();

    Segments(List<Choice<T>> choices, Consumer<T> chosen) {
        getStyleClass().add("stage-segments");
        for (int k = 0; k < choices.size(); k++) {
            var choice = choices.get(k);
            var button = StageTheme.described(new ToggleButton(choice.text()), choice.id(), choice.sentence());
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            k == 0
                                    ? Styles.LEFT_PILL
                                    : k == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(pressed -> {
                select(choice.value());
                chosen.accept(choice.value());
            });
            values.add(choice.value());
            buttons.add(button);
        }
        getChildren().setAll(buttons);
    }

    /// Gives every button a picture, which is shown where there is no room for words.
    void picture(Function<T, Ikon> icon) {
        for (int k = 0; k < values.size(); k++) {
            buttons.get(k).setGraphic(new FontIcon(icon.apply(values.get(k))));
        }
        showWords(true);
    }

    /// Shows the words of buttons that have pictures, or only the pictures.
    void showWords(boolean words) {
        buttons.forEach(
                button -> button.setContentDisplay(words ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY));
    }

    /// Shows those of the choices that can be made now.
    void offer(Predicate<T> possible) {
        var shown = new ArrayList<ToggleButton>();
        for (int k = 0; k < values.size(); k++) {
            if (possible.test(values.get(k))) {
                shown.add(buttons.get(k));
            }
        }
        if (getChildren().equals(shown)) {
            return;
        }
        for (int k = 0; k < shown.size(); k++) {
            var style = shown.get(k).getStyleClass();
            style.removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
            if (shown.size() > 1) {
                style.add(k == 0 ? Styles.LEFT_PILL : k == shown.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            }
        }
        getChildren().setAll(shown);
    }

    /// Presses the button of that value, or none, without calling anybody.
    void select(T value) {
        for (int k = 0; k < values.size(); k++) {
            buttons.get(k).setSelected(Objects.equals(values.get(k), value));
        }
    }
}
