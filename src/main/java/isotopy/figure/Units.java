package isotopy.figure;

import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import java.util.Optional;

/// The user's numbers along an axis: u of the user is (u − centre)/reach in the picture. Where examples were not
/// rescaled both are the same.
record Units(double centre, double reach) {
    /// What is seen is what the user gave.
    static final Units OWN = new Units(0, 1);

    /// Those of coordinate `i` of the starts of a target.
    static Units ofStarts(TargetMap target, int i) {
        return scaling(target)
                .map(scaling -> new Units(scaling.inputCentre().get(i), scaling.inputReach()))
                .orElse(OWN);
    }

    /// Those of coordinate `i` of what a target gives.
    static Units ofGoals(TargetMap target, int i) {
        return scaling(target)
                .map(scaling -> new Units(scaling.outputCentre().get(i), scaling.outputReach()))
                .orElse(OWN);
    }

    private static Optional<Scaling> scaling(TargetMap target) {
        return switch (target) {
            case Correspondence pairs -> pairs.scaling();
            case Labels labels -> labels.scaling();
            default -> Optional.empty();
        };
    }

    /// What the user reads at a place of the picture.
    double user(double place) {
        return centre + reach * place;
    }

    /// Where the user's number stands in the picture.
    double place(double user) {
        return (user - centre) / reach;
    }

    /// The round numbers of the user from one place of the picture to another, `step` of the user's apart.
    double[] ticks(double low, double high, double step) {
        return Axes.ticks(user(low), user(high), step);
    }
}
