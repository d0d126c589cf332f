package isotopy.view;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that move t, train, draw and look.
public final class StageKeys {
    private static final double SMALL = 0.01;

    private final WorkbenchModel model;
    private final StageView stage;

    public StageKeys(WorkbenchModel model, StageView stage) {
        this.model = model;
        this.stage = stage;
    }

    /// Does what a pressed key says; false for a key that is not for the stage, or that a control with the focus
    /// needs itself.
    ///
    /// To be asked before the controls are, as an event filter: they move the focus with the arrows.
    public boolean handleKey(KeyEvent key) {
        if (key.getEventType() != KeyEvent.KEY_PRESSED
                || key.isShortcutDown()
                || key.isControlDown()
                || key.isAltDown()
                || key.isMetaDown()
                || neededBy(key)) {
            return false;
        }
        return model.drawingProperty().get() ? draws(key.getCode(), key.getText()) : plays(key.getCode());
    }

    /// Whether the control with the focus has a use of its own for that key.
    private static boolean neededBy(KeyEvent key) {
        var code = key.getCode();
        return switch (key.getTarget()) {
            case TextInputControl text -> true;
            case Spinner<?> spinner -> true;
            case ComboBoxBase<?> box -> code.isArrowKey() || code == KeyCode.SPACE || code == KeyCode.ENTER;
            case ChoiceBox<?> box -> code.isArrowKey() || code == KeyCode.SPACE || code == KeyCode.ENTER;
            case Slider slider -> slider.isFocusVisible() && (code.isNavigationKey());
            case ButtonBase button -> button.isFocusVisible() && (code == KeyCode.SPACE || code == KeyCode.ENTER);
            case null, default -> false;
        };
    }

    private boolean draws(KeyCode code, String text) {
        var tool = stage.editor().tool();
        if (code == KeyCode.ENTER || code == KeyCode.ESCAPE) {
            model.leaveDrawing();
        } else if (code == KeyCode.R) {
            TrainControls.toggle(model);
        } else if (code == KeyCode.F) {
            stage.fit();
        } else if (code == KeyCode.OPEN_BRACKET || text.equals("[")) {
            tool.widen(1 / 1.15);
        } else if (code == KeyCode.CLOSE_BRACKET || text.equals("]")) {
            tool.widen(1.15);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            return stage.editor().remove();
        } else {
            return false;
        }
        return true;
    }

    private boolean plays(KeyCode code) {
        var playback = model.playback();
        double share = playback.shareProperty().get();
        switch (code) {
            case SPACE -> playback.toggle();
            case LEFT, PAGE_UP -> TransportControls.stepBack(model);
            case RIGHT, PAGE_DOWN -> TransportControls.stepOn(model);
            case HOME -> playback.hold(0);
            case END -> playback.hold(1);
            case COMMA -> playback.hold(share - SMALL);
            case PERIOD -> playback.hold(share + SMALL);
            case R -> TrainControls.toggle(model);
            case F -> stage.fit();
            case DELETE, BACK_SPACE -> {
                return stage.unpinInspected();
            }
            case ESCAPE -> {
                return forget();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Escape lets go of what is explained, before it means anything else.
    private boolean forget() {
        if (model.inspectedProperty().get() instanceof Inspected.Nothing) {
            return false;
        }
        model.inspect(new Inspected.Nothing());
        return true;
    }
}
