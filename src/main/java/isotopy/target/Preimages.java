package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;

/// Finds the points that a map carries to given ones. Immutable.
sealed interface Preimages {
    /// The points found.
    ///
    /// Shapes: x is 2 × n; n flags that tell whether F(x) = y to rounding.
    record Found(Points x, boolean[] reached) {}

    /// For each y an x with F(x) = y, or where there is none the x whose image was found nearest to y.
    Found at(Points y);

    /// The way that is best for a map: by its formula, part by part, or by steps of Newton's method.
    static Preimages of(PlaneMap map) {
        if (map.inverse(Points.single(0, 0)).isPresent()) {
            return new Closed(map);
        }
        if (map instanceof Composition(var first, var second)) {
            return new Chained(of(first), of(second));
        }
        return new Iterated(new NewtonSearch(map));
    }

    /// The inverse is a formula.
    record Closed(PlaneMap map) implements Preimages {
        @Override
        public Found at(Points y) {
            var reached = new boolean[y.size()];
            Arrays.fill(reached, true);
            return new Found(map.inverse(y).orElseThrow(), reached);
        }
    }

    /// The preimage under one map of the preimage under the next.
    record Chained(Preimages first, Preimages second) implements Preimages {
        @Override
        public Found at(Points y) {
            var later = second.at(y);
            var earlier = first.at(later.x());
            for (int k = 0; k < y.size(); k++) {
                earlier.reached()[k] &= later.reached()[k];
            }
            return earlier;
        }
    }

    /// The inverse has no formula.
    record Iterated(NewtonSearch search) implements Preimages {
        @Override
        public Found at(Points y) {
            return search.at(y);
        }
    }
}
