package isotopy.view;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;

/// A choice among several, with its picture and its name: a click chooses it, and a second click leaves it chosen.
///
/// One that does not go with the rest of the experiment looks switched off and cannot be chosen; its tooltip says why.
class Card extends ToggleButton {
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    private String sentence;
    private Optional<String> unfit = Optional.empty();

    Card(String id, String title, Node picture, String sentence) {
        super(title, picture);
        this.sentence = sentence;
        setId(id);
        setTooltip(Tips.of(sentence));
        setContentDisplay(ContentDisplay.TOP);
        getStyleClass().add("panel-card");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    /// Says something else in its tooltip.
    void setSentence(String changed) {
        sentence = changed;
        setTooltip(Tips.of(unfit.orElse(sentence)));
    }

    /// Says why it cannot be chosen, or that it can.
    void setUnfit(Optional<String> reason) {
        if (!reason.equals(unfit)) {
            unfit = reason;
            pseudoClassStateChanged(UNFIT, reason.isPresent());
            setTooltip(Tips.of(reason.orElse(sentence)));
            setAccessibleHelp(reason.orElse(sentence));
        }
    }

    @Override
    public void fire() {
        if (!isSelected() && unfit.isEmpty()) {
            super.fire();
        }
    }
}
