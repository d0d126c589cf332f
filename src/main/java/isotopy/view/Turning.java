package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LineMap;
import isotopy.target.TargetMap;
import isotopy.theory.Floor;
import java.util.Arrays;
import java.util.Optional;

/// What an affine map at the end does for a curve that falls: with it the flow comes near to every monotone curve, be
/// it rising or falling. Plain functions.
final class Turning {
    /// How many places or pairs are looked at.
    private static final int PLACES = 1001;

    /// A floor that is not lower than by this share is no lower.
    private static final double CLEARLY = 0.01;

    private Turning() {}

    /// The floor with an affine map at the end, where that is lower than without one; about, for it is found at
    /// places of its own.
    static Optional<Floor> floor(TargetMap target, Box domain) {
        return switch (target) {
            case LineMap map -> {
                var x = new double[PLACES];
                Arrays.setAll(x, k -> domain.at(k / (PLACES - 1.0)));
                var places = Points.of(new double[][] {x});
                yield lower(places, map.apply(places));
            }
            case Correspondence pairs
            when pairs.x().dimension() == 1 && pairs.y().dimension() == 1 -> {
                int n = pairs.x().size();
                var chosen = new int[Math.min(n, PLACES)];
                Arrays.setAll(chosen, k -> (int) ((long) k * n / chosen.length));
                yield lower(pairs.x().select(chosen), pairs.y().select(chosen));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Floor> lower(Points x, Points y) {
        if (!y.finite()) {
            return Optional.empty();
        }
        var rising = Floor.ofLine(x.row(0), y.row(0));
        var monotone = Floor.ofMonotone(x.row(0), y.row(0));
        return Optional.of(monotone).filter(found -> found.meanSquare() < (1 - CLEARLY) * rising.meanSquare());
    }
}
