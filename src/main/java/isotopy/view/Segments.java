package isotopy.view;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

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

    /// Presses the button of that value, or none, without calling anybody.
    void select(T value) {
        for (int k = 0; k < values.size(); k++) {
            buttons.get(k).setSelected(Objects.equals(values.get(k), value));
        }
    }
}
