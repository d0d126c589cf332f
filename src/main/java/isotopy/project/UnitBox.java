package isotopy.project;

import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import java.util.Optional;

/// Brings given examples to the unit box.
public final class UnitBox {
    private UnitBox() {}

    /// The same examples with all coordinates in [−1, 1], and the scaling that leads back. What is scaled
    /// already, and what is no list of examples, stays as it is.
    ///
    /// Throws: `IllegalArgumentException` in a sentence for the user, when numbers are so far apart that their
    /// distance is none.
    public static TargetMap of(TargetMap target) {
        try {
            return switch (target) {
                case PlaneMap _, LineMap _, PlaneFunction _ -> target;
                case Correspondence pairs -> pairs.scaling().isPresent() ? pairs : scaled(pairs);
                case Labels labels -> labels.scaling().isPresent() ? labels : scaled(labels);
            };
        } catch (IllegalArgumentException e) { // a reach or a centre beyond every number
            throw new IllegalArgumentException(
                    "the numbers are too large, or too small, to be brought to the unit box; multiply the columns by a power"
                            + " of ten that brings them near 1",
                    e);
        }
    }

    private static Correspondence scaled(Correspondence pairs) {
        var scaling = Scaling.of(pairs.x(), pairs.y());
        return new Correspondence(
                pairs.title(), scaling.scaleStarts(pairs.x()), scaling.scaleGoals(pairs.y()), Optional.of(scaling));
    }

    private static Labels scaled(Labels labels) {
        var scaling = Scaling.ofStarts(labels.x(), labels.names().size());
        return new Labels(
                labels.title(),
                scaling.scaleStarts(labels.x()),
                labels.classes(),
                labels.names(),
                Optional.of(scaling));
    }
}
