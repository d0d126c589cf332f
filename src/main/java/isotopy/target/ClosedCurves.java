package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Closed curves, given by points in order, cut and matched by length.
final class ClosedCurves {
    /// Points that stay in place, on a circle of this many radii of the shapes.
    private static final int ANCHORS = 32;

    private static final double FAR = 2.5;

    private static final double SHORTEST = 1e-9;
    private static final double LONGEST = 1e9;

    private ClosedCurves() {}

    /// The map that carries one curve to the other.
    static CurveIsotopy carried(Points from, Points to) {
        var x = resampled(from, ShapeMap.MATCHED);
        var y = matched(x, resampled(to, ShapeMap.MATCHED));
        var kept = apartFromOthers(x);
        return CurveIsotopy.of(x.select(kept), y.select(kept), anchors(x, y));
    }

    /// Whether no two points are nearly one.
    static boolean apart(Points x) {
        return apartFromOthers(x).length == x.size();
    }

    /// The indices of the points, without those that are nearly one with a point before.
    private static int[] apartFromOthers(Points x) {
        double least = 1e-6 * length(x);
        return IntStream.range(0, x.size())
                .filter(k -> IntStream.range(0, k).noneMatch(j -> distance(x, j, k) < least))
                .toArray();
    }

    /// Throws: `IllegalArgumentException` unless this is a curve of the plane that has a length.
    static void requireCurve(String name, Points curve) {
        if (curve.dimension() != 2 || curve.size() < 3) {
            throw new IllegalArgumentException(
                    "the curve " + name + " needs at least 3 points of the plane: " + curve.size());
        }
        if (!curve.finite()) {
            throw new IllegalArgumentException("a coordinate of the curve " + name + " is not finite");
        }
        double length = length(curve);
        if (!(length > 0)) {
            throw new IllegalArgumentException("the curve " + name + " has no length: all its points are one");
        }
        if (!(length >= SHORTEST && length <= LONGEST)) {
            throw new IllegalArgumentException(
                    "the curve " + name + " must be " + SHORTEST + " … " + LONGEST + " long: " + length);
        }
    }

    private static double length(Points curve) {
        double length = 0;
        for (int k = 0; k < curve.size(); k++) {
            length += distance(curve, k, (k + 1) % curve.size());
        }
        return length;
    }

    private static double distance(Points curve, int i, int j) {
        return Math.hypot(curve.at(0, i) - curve.at(0, j), curve.at(1, i) - curve.at(1, j));
    }

    /// That many points of the closed curve at equal distances along it, from its first point on, against the
    /// clock.
    static Points resampled(Points curve, int count) {
        var turned = area(curve) < 0 ? reversed(curve) : curve;
        int n = turned.size();
        double step = length(turned) / count;
        var points = new double[2][count];
        int k = 0;
        double passed = 0;
        double piece = distance(turned, 0, 1);
        for (int j = 0; j < count; j++) {
            while (k < n - 1 && passed + piece < j * step) {
                passed += piece;
                k++;
                piece = distance(turned, k, (k + 1) % n);
            }
            double share = piece > 0 ? Math.clamp((j * step - passed) / piece, 0, 1) : 0;
            for (int i = 0; i < 2; i++) {
                points[i][j] = turned.at(i, k) + share * (turned.at(i, (k + 1) % n) - turned.at(i, k));
            }
        }
        return Points.of(points);
    }

    private static Points reversed(Points curve) {
        var indices = new int[curve.size()];
        Arrays.setAll(indices, k -> (curve.size() - k) % curve.size());
        return curve.select(indices);
    }

    /// The area inside, negative for a curve with the clock.
    private static double area(Points curve) {
        double twice = 0;
        for (int k = 0; k < curve.size(); k++) {
            int next = (k + 1) % curve.size();
            twice += curve.at(0, k) * curve.at(1, next) - curve.at(0, next) * curve.at(1, k);
        }
        return twice / 2;
    }

    /// The points of y in the same cyclic order, begun so that after both curves are centred the squares of the
    /// distances to x add up to least.
    static Points matched(Points x, Points y) {
        int n = x.size();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        var cx = centre(x);
        var cy = centre(y);
        for (int shift = 0; shift < n; shift++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                double d1 = y.at(0, (k + shift) % n) - cy[0] - x.at(0, k) + cx[0];
                double d2 = y.at(1, (k + shift) % n) - cy[1] - x.at(1, k) + cx[1];
                sum += d1 * d1 + d2 * d2;
            }
            if (sum < least - 1e-12 * (1 + sum)) {
                least = sum;
                best = shift;
            }
        }
        var indices = new int[n];
        int begin = best;
        Arrays.setAll(indices, k -> (k + begin) % n);
        return y.select(indices);
    }

    private static double[] centre(Points x) {
        return new double[] {
            Arrays.stream(x.row(0)).average().orElse(0),
            Arrays.stream(x.row(1)).average().orElse(0)
        };
    }

    private static Points anchors(Points x, Points y) {
        var all = x.followedBy(y);
        var c = centre(all);
        double reach = 0;
        for (int k = 0; k < all.size(); k++) {
            reach = Math.max(reach, Math.hypot(all.at(0, k) - c[0], all.at(1, k) - c[1]));
        }
        var anchors = new double[2][ANCHORS];
        for (int k = 0; k < ANCHORS; k++) {
            anchors[0][k] = c[0] + FAR * reach * Math.cos(2 * Math.PI * k / ANCHORS);
            anchors[1][k] = c[1] + FAR * reach * Math.sin(2 * Math.PI * k / ANCHORS);
        }
        return Points.of(anchors);
    }
}
