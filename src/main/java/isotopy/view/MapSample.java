package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;

/// What a small picture of a target needs to know of it, which may take long to compute: where it sends a lattice, the
/// heights of its graph, or its values over the square.
sealed interface MapSample {
    /// Lines of the lattice each way, steps between two of them, and nodes a side.
    int LINES = 7;

    int FINE = 6;
    int SIDE = (LINES - 1) * FINE + 1;

    /// Places along a graph.
    int CURVE = 97;

    /// Shapes: 2 × SIDE².
    record Lattice(Points image) implements MapSample {}

    /// Shapes: 1 × CURVE each.
    record Graph(Points x, Points y) implements MapSample {}

    record Field(Heights heights) implements MapSample {}

    /// Pairs and points with classes are drawn as they are.
    record Given() implements MapSample {}

    static MapSample of(TargetMap target, Box domain) {
        return switch (target) {
            case PlaneMap map -> new Lattice(map.apply(domain.lattice(SIDE)));
            case LineMap map -> {
                var x = new double[CURVE];
                Arrays.setAll(x, k -> domain.at(k / (CURVE - 1.0)));
                var places = Points.of(new double[][] {x});
                yield new Graph(places, map.apply(places));
            }
            case PlaneFunction function -> new Field(Heights.of(function, domain));
            case Correspondence pairs ->
                pairs.kind() == Kind.FUNCTION ? new Field(Heights.of(pairs, domain)) : new Given();
            case Labels _ -> new Given();
        };
    }
}
