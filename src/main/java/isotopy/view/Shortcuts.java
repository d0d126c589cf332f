package isotopy.view;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of documents and copies: the platform's own for New, Open, Save, Undo, Redo, Copy and Paste.
///
/// Ctrl (⌘ on a Mac) with C copies the picture, with Shift and C the experiment. What edits text keeps its own keys.
public final class Shortcuts {
    private final WorkbenchModel model;
    private final Documents documents;
    private final Copies copies;

    public Shortcuts(WorkbenchModel model, Documents documents, Copies copies) {
        this.model = model;
        this.documents = documents;
        this.copies = copies;
    }

    /// Does what a pressed key means here; whether it meant anything. The caller then consumes the event.
    public boolean handleKey(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        var action = file(event);
        if (action == null && !typing) {
            action = edit(event);
        }
        if (action == null) {
            return false;
        }
        action.run();
        return true;
    }

    private @Nullable Runnable file(KeyEvent event) {
        return switch (event.getCode()) {
            case N -> documents::create;
            case O -> documents::open;
            case S -> event.isShiftDown() ? documents::saveAs : (Runnable) documents::save;
            default -> null;
        };
    }

    private @Nullable Runnable edit(KeyEvent event) {
        return switch (event.getCode()) {
            case Z -> event.isShiftDown() ? model::redo : (Runnable) model::undo;
            case Y -> model::redo;
            case C -> event.isShiftDown() ? copies::copyExperiment : (Runnable) copies::copyPicture;
            case V -> copies::paste;
            default -> null;
        };
    }
}
