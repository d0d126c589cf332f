package isotopy.train;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.Optional;

/// A target in some hundred points of its domain, without chance and noise; given pairs are what they are.
record TargetSketch(Points x, Points y) {
    private static final int PER_SIDE = 21;

    /// The sketch of a map of a space into itself; empty for the others.
    static Optional<TargetSketch> of(TargetMap target, Box domain) {
        return switch (target) {
            case PlaneMap map ->
                Optional.of(new TargetSketch(domain.lattice(PER_SIDE), map.apply(domain.lattice(PER_SIDE))));
            case LineMap map -> {
                var line = new double[PER_SIDE * PER_SIDE];
                Arrays.setAll(line, k -> domain.at(k / (line.length - 1.0)));
                var x = Points.of(new double[][] {line});
                yield Optional.of(new TargetSketch(x, map.apply(x)));
            }
            case Correspondence pairs ->
                pairs.outputs() == pairs.dimension()
                        ? Optional.of(new TargetSketch(pairs.x(), pairs.y()))
                        : Optional.empty();
            case PlaneFunction _, Labels _ -> Optional.empty();
        };
    }
}
