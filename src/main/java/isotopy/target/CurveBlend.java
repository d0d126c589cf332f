package isotopy.target;

import isotopy.math.Points;

/// The closed curves between two given ones: along straight lines, or with the directions and lengths of the edges
/// blended, so that what turns does turn and is not squashed.
///
/// Blended edges leave a gap, which is spread over all of them by their length. At 0 and 1 the curves are the given
/// ones.
///
/// Source: T. W. Sederberg, P. Gao, G. Wang, H. Mu, *2-D shape blending: an intrinsic solution to the vertex path
/// problem*, SIGGRAPH 1993.
///
/// Shapes: 2 × n, point k goes to point k.
final class CurveBlend {
    private final Points from;
    private final Points to;
    private final double[][] angles;
    private final double[][] lengths;

    CurveBlend(Points from, Points to) {
        this.from = from;
        this.to = to;
        lengths = new double[][] {lengths(from), lengths(to)};
        angles = new double[][] {angles(from), angles(to)};
        double difference = 0;
        for (int k = 0; k < from.size(); k++) {
            difference += (angles[1][k] - angles[0][k]) / from.size();
        }
        double turns = 2 * Math.PI * Math.rint(difference / (2 * Math.PI));
        for (int k = 0; k < from.size(); k++) {
            angles[1][k] -= turns;
        }
    }

    private static double[] lengths(Points curve) {
        var lengths = new double[curve.size()];
        for (int k = 0; k < lengths.length; k++) {
            int next = (k + 1) % lengths.length;
            lengths[k] = Math.hypot(curve.at(0, next) - curve.at(0, k), curve.at(1, next) - curve.at(1, k));
        }
        return lengths;
    }

    /// The directions of the edges, without jumps by a full turn.
    private static double[] angles(Points curve) {
        var angles = new double[curve.size()];
        for (int k = 0; k < angles.length; k++) {
            int next = (k + 1) % angles.length;
            double angle = Math.atan2(curve.at(1, next) - curve.at(1, k), curve.at(0, next) - curve.at(0, k));
            double before = k == 0 ? angle : angles[k - 1];
            angles[k] = before + Math.IEEEremainder(angle - before, 2 * Math.PI);
        }
        return angles;
    }

    /// The curve at a share of the way.
    Points at(double share, boolean bent) {
        if (share == 0 || share == 1) {
            return share == 0 ? from : to;
        }
        int n = from.size();
        var x = new double[2][n];
        var mean = new double[2];
        if (bent) {
            walk(share, x);
        }
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < n; k++) {
                double straight = (1 - share) * from.at(i, k) + share * to.at(i, k);
                mean[i] += (straight - x[i][k]) / n;
                x[i][k] = bent ? x[i][k] : straight;
            }
            for (int k = 0; k < n && bent; k++) {
                x[i][k] += mean[i];
            }
        }
        return Points.of(x);
    }

    /// Goes along the blended edges, from the middle on.
    private void walk(double share, double[][] into) {
        int n = from.size();
        var edges = new double[2][n];
        var gap = new double[2];
        double all = 0;
        for (int k = 0; k < n; k++) {
            double length = (1 - share) * lengths[0][k] + share * lengths[1][k];
            double angle = (1 - share) * angles[0][k] + share * angles[1][k];
            edges[0][k] = length * Math.cos(angle);
            edges[1][k] = length * Math.sin(angle);
            gap[0] += edges[0][k];
            gap[1] += edges[1][k];
            all += length;
        }
        for (int k = 1; k < n; k++) {
            double length = (1 - share) * lengths[0][k - 1] + share * lengths[1][k - 1];
            for (int i = 0; i < 2; i++) {
                into[i][k] = into[i][k - 1] + edges[i][k - 1] - gap[i] * length / all;
            }
        }
    }
}
