package isotopy.view;

import isotopy.train.Range;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A number to be typed, red while it is none or out of its range.
final class ExportField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Range range;

    ExportField(String id, Range range, String sentence) {
        this.range = range;
        setId(id);
        getStyleClass().add("panel-field");
        setTooltip(Tips.of(sentence + " (" + range.text() + " " + range.unit() + ")."));
    }

    /// The same with a number to begin with.
    ExportField with(double value) {
        show(value);
        return this;
    }

    void show(double value) {
        setText(Setting.text(value));
    }

    /// What was typed.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when it is no number of the range.
    double value() {
        try {
            double value = Setting.value(range, getText());
            pseudoClassStateChanged(ERROR, false);
            return value;
        } catch (IllegalArgumentException e) {
            pseudoClassStateChanged(ERROR, true);
            throw e;
        }
    }

    int whole() {
        return (int) value();
    }
}
