package isotopy.view;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// A mark that stands under the character of a text field at which something is wrong. Its owner places it when it is
/// laid out.
final class CharacterMark extends Label {
    private final TextField field;
    private int position;

    CharacterMark(TextField field, String id) {
        super("▲");
        this.field = field;
        setId(id);
        getStyleClass().add("formula-mark");
        setManaged(false);
        setVisible(false);
    }

    /// Stands under that character, counted from 0.
    void under(int character) {
        position = character;
        setVisible(true);
    }

    void vanish() {
        setVisible(false);
    }

    /// Goes to its character, or to the last one that is seen; `left` is where the field begins, `middle` the
    /// height of the mark's own middle, in coordinates of the owner.
    void place(double left, double middle) {
        if (!isVisible()) {
            return;
        }
        var before = new Text(
                field.getText().substring(0, Math.min(position, field.getText().length())));
        before.setFont(field.getFont());
        autosize();
        double x = left + field.getInsets().getLeft() + before.getLayoutBounds().getWidth();
        double right = left + field.getWidth() - getWidth();
        relocate(Math.min(x, right) - getWidth() / 4, middle - getHeight() / 2);
    }
}
