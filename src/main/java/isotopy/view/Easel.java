package isotopy.view;

import isotopy.math.Box;
import isotopy.target.TargetMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all drawing tools share: the target, the gesture that runs, and the two ways of an edit: at once, or built in
/// the background where that takes long. Mutable.
///
/// All edits of one gesture are one undo, also those that arrive after its end.
final class Easel {
    /// A target that is still to be built; `gesture` joins it to the others of its gesture.
    record Draft(String label, Object gesture, Supplier<? extends TargetMap> build) {}

    private final WorkbenchModel model;
    private final DrawingTool tool;
    private final NodeHandles handles;
    private Object gesture = new Object();
    private boolean running;
    private @Nullable Draft draft;
    /// The target on which the draft goes on; any other one means that the draft is out of date.
    private @Nullable TargetMap upon;

    Easel(WorkbenchModel model, DrawingTool tool, NodeHandles handles) {
        this.model = model;
        this.tool = tool;
        this.handles = handles;
    }

    TargetMap target() {
        return model.experimentProperty().get().target();
    }

    Box domain() {
        return model.experimentProperty().get().sampling().domain();
    }

    DrawingTool tool() {
        return tool;
    }

    NodeHandles handles() {
        return handles;
    }

    /// The radius of finger and brush in world units.
    double radius() {
        return tool.radiusProperty().get() * domain().side();
    }

    void tell(Notice.Kind kind, String sentence) {
        model.tell(Notice.of(kind, sentence));
    }

    /// Begins a gesture.
    void begin() {
        gesture = new Object();
        running = true;
    }

    /// Ends the gesture; what of it is still built joins it when it is there.
    void end() {
        running = false;
        if (draft == null) {
            model.endGesture();
        }
    }

    /// Lets a gesture go that did nothing.
    void decline() {
        running = false;
    }

    /// Makes a drawn target the experiment's, as part of the gesture or, outside of one, by itself.
    void edit(String label, TargetMap drawn) {
        draft = null;
        model.edit(label, running ? gesture : new Object(), experiment -> Fitting.with(experiment, drawn));
        tool.follow(drawn, false);
    }

    /// What was begun and is not yet part of the target.
    Pending pending() {
        return model.pendingProperty().get();
    }

    /// Begins something that is not yet part of the target, or lets it go, as part of the gesture or by itself.
    void begin(String label, Pending wanted) {
        model.begin(label, running ? gesture : new Object(), wanted);
    }

    /// Has a target built in the background and makes it the experiment's when it is there; a newer draft takes the
    /// place of an older one.
    void draft(String label, Supplier<? extends TargetMap> build) {
        if (!running && draft == null) {
            gesture = new Object();
        }
        if (draft == null) {
            upon = target();
        }
        draft = new Draft(label, gesture, build);
    }

    /// What is still to be built, unless the target was changed by somebody else meanwhile.
    Optional<Draft> draft() {
        if (draft != null && target() != upon) {
            draft = null;
        }
        return Optional.ofNullable(draft);
    }

    /// Takes what was built, for the present draft or an earlier one of its gesture.
    void settle(Draft built, TargetMap drawn) {
        if (draft().filter(now -> now.gesture() == built.gesture()).isEmpty()) {
            return;
        }
        boolean last = draft == built;
        model.edit(built.label(), built.gesture(), experiment -> Fitting.with(experiment, drawn));
        upon = target();
        if (last) {
            draft = null;
            if (!running) {
                model.endGesture();
            }
        }
    }

    /// Tells why a draft cannot be built, and forgets it.
    void refuse(Draft built, String sentence) {
        if (draft == built) {
            draft = null;
            tell(Notice.Kind.ERROR, sentence);
            if (!running) {
                model.endGesture();
            }
        }
    }

    /// Forgets the gesture and what is still to be built.
    void abandon() {
        draft = null;
        running = false;
    }
}
