package isotopy.view;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;

/// A choice among several, with its picture and its name: a click chooses it, and a second click leaves it chosen.
class Card extends ToggleButton {
    Card(String id, String title, Node picture, String sentence) {
        super(title, picture);
        setId(id);
        setTooltip(Tips.of(sentence));
        setContentDisplay(ContentDisplay.TOP);
        getStyleClass().add("panel-card");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
