package isotopy.view;

import isotopy.math.Points;
import isotopy.target.Labels;
import java.util.Optional;

/// What was begun on the stage and is not yet part of the target: points that are to give way to the next stroke, for
/// classes without any point are no target; and a closed curve that waits for where it should go. Another target ends
/// both.
record Pending(Optional<Labels> cleared, Optional<Points> outline) {
    static final Pending NOTHING = new Pending(Optional.empty(), Optional.empty());

    static Pending cleared(Labels gone) {
        return new Pending(Optional.of(gone), Optional.empty());
    }

    static Pending outline(Points first) {
        return new Pending(Optional.empty(), Optional.of(first));
    }
}
