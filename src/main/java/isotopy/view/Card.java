package isotopy.view;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/// A choice among several, with its picture and its name: a click chooses it, and a second click leaves it chosen.
class Card extends ToggleButton {
    Card(String id, String title, Node picture, String sentence) {
        super(title, picture);
        setId(id);
        setTooltip(hint(sentence));
        setContentDisplay(ContentDisplay.TOP);
        getStyleClass().add("panel-card");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    /// A tooltip that breaks its lines.
    static Tooltip hint(String sentence) {
        var hint = new Tooltip(sentence);
        hint.setWrapText(true);
        hint.setMaxWidth(340);
        return hint;
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
