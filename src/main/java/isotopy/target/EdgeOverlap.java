package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds two points of the square's edge that a map carries to one.
///
/// A map with positive determinant on the whole square is one to one there exactly when it is so on the
/// edge (the degree of the edge's image counts how often the inside is covered). The edge's image is a
/// closed polygon; where two of its sides cross, both are cut finer and looked at again, so that a crossing
/// is one of the curve and not of the polygon.
final class EdgeOverlap {
    /// Sides of the polygon.
    private static final int SIDES = 240;

    /// A crossing side is cut into so many, [#ROUNDS] times.
    private static final int CUTS = 12;

    private static final int ROUNDS = 3;

    private final PlaneMap map;
    private final Box domain;

    private EdgeOverlap(PlaneMap map, Box domain) {
        this.map = map;
        this.domain = domain;
    }

    /// Two points of the edge with nearly one image (to 1e−5 of the side or so), if there are such.
    static Optional<Points> of(PlaneMap map, Box domain) {
        var overlap = new EdgeOverlap(map, domain);
        var whole = overlap.arc(0, 4, SIDES);
        for (int i = 0; i < SIDES; i++) {
            for (int j = i + 2; j < SIDES; j++) {
                boolean neighbours = i == 0 && j == SIDES - 1;
                if (!neighbours && whole.crosses(i, whole, j)) {
                    var found = overlap.closer(whole.from(i), whole.from(i + 1), whole.from(j), whole.from(j + 1));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Cuts both sides finer until the crossing is gone or certain.
    private Optional<Points> closer(double s0, double s1, double t0, double t1) {
        double[] at = {s0, s1, t0, t1};
        for (int round = 0; round < ROUNDS; round++) {
            var first = arc(at[0], at[1], CUTS);
            var second = arc(at[2], at[3], CUTS);
            var crossing = crossing(first, second);
            if (crossing.length == 0) {
                return Optional.empty();
            }
            at = crossing;
        }
        return Optional.of(edge(List.of(at[0], at[2])));
    }

    private static double[] crossing(Arc first, Arc second) {
        for (int i = 0; i < CUTS; i++) {
            for (int j = 0; j < CUTS; j++) {
                if (first.crosses(i, second, j)) {
                    return new double[] {first.from(i), first.from(i + 1), second.from(j), second.from(j + 1)};
                }
            }
        }
        return new double[0];
    }

    /// A part of the edge and its image as a polygon.
    private record Arc(List<Double> parameters, Points y) {
        double from(int i) {
            return parameters.get(i);
        }

        boolean crosses(int i, Arc other, int j) {
            return apart(y, i, other.y, j, j + 1) && apart(other.y, j, y, i, i + 1);
        }

        /// Whether points j and k of q lie on different sides of the line through p's points i and i + 1.
        private static boolean apart(Points p, int i, Points q, int j, int k) {
            double d1 = p.at(0, i + 1) - p.at(0, i);
            double d2 = p.at(1, i + 1) - p.at(1, i);
            double left = d1 * (q.at(1, j) - p.at(1, i)) - d2 * (q.at(0, j) - p.at(0, i));
            double right = d1 * (q.at(1, k) - p.at(1, i)) - d2 * (q.at(0, k) - p.at(0, i));
            return left < 0 && right > 0 || left > 0 && right < 0;
        }
    }

    private Arc arc(double from, double to, int sides) {
        var parameters = new ArrayList<Double>();
        for (int k = 0; k <= sides; k++) {
            parameters.add(from + (to - from) * k / sides);
        }
        return new Arc(parameters, map.apply(edge(parameters)));
    }

    /// The points of the edge at s in [0, 4]: a unit for each side, from the lower left corner against the
    /// clock.
    private Points edge(List<Double> parameters) {
        var x1 = new double[parameters.size()];
        var x2 = new double[parameters.size()];
        for (int k = 0; k < x1.length; k++) {
            double s = parameters.get(k);
            x1[k] = domain.at(Math.clamp(Math.min(s, 3 - s), 0.0, 1.0));
            x2[k] = domain.at(Math.clamp(Math.min(s - 1, 4 - s), 0.0, 1.0));
        }
        return Points.of(x1, x2);
    }
}
