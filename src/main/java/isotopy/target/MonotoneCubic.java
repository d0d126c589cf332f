package isotopy.target;

import isotopy.target.DrawnCurve.Node;
import java.util.List;

/// A smooth curve through control points, which rises and falls only where they do; beyond the outer ones it goes
/// straight on.
///
/// Between two control points it is a cubic polynomial.
///
/// Source: F. N. Fritsch, J. Butland, *A method for constructing local monotone piecewise cubic interpolants*, SIAM J.
/// Sci. Stat. Comput. 5 (1984).
final class MonotoneCubic {
    private MonotoneCubic() {}

    /// The height at x.
    static double at(List<Node> nodes, double x) {
        if (x < nodes.getFirst().x() || x > nodes.getLast().x()) {
            int end = x < nodes.getFirst().x() ? 0 : nodes.size() - 1;
            return nodes.get(end).y()
                    + tangent(nodes, end) * (x - nodes.get(end).x());
        }
        int k = piece(nodes, x);
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        double h = b.x() - a.x();
        double s = (x - a.x()) / h;
        double u = 1 - s;
        return a.y() * u * u * (1 + 2 * s)
                + b.y() * s * s * (1 + 2 * u)
                + h * s * u * (tangent(nodes, k) * u - tangent(nodes, k + 1) * s);
    }

    /// The slope at x.
    static double slope(List<Node> nodes, double x) {
        if (x < nodes.getFirst().x()) {
            return tangent(nodes, 0);
        }
        if (x > nodes.getLast().x()) {
            return tangent(nodes, nodes.size() - 1);
        }
        int k = piece(nodes, x);
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        double h = b.x() - a.x();
        double s = (x - a.x()) / h;
        double u = 1 - s;
        return 6 * s * u * (b.y() - a.y()) / h
                + tangent(nodes, k) * u * (u - 2 * s)
                + tangent(nodes, k + 1) * s * (s - 2 * u);
    }

    /// The index of the piece that holds x, of the nearest one beyond the ends.
    private static int piece(List<Node> nodes, double x) {
        int low = 0;
        int high = nodes.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (nodes.get(middle).x() <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The slope at a control point: 0 at a turn, else a weighted harmonic mean of the secants' slopes beside it.
    private static double tangent(List<Node> nodes, int k) {
        if (k == 0) {
            return secant(nodes, 0);
        }
        if (k == nodes.size() - 1) {
            return secant(nodes, k - 1);
        }
        double before = secant(nodes, k - 1);
        double after = secant(nodes, k);
        if (before * after <= 0) {
            return 0;
        }
        double left = nodes.get(k).x() - nodes.get(k - 1).x();
        double right = nodes.get(k + 1).x() - nodes.get(k).x();
        double weight = (left + 2 * right) / (3 * (left + right));
        return before * after / (weight * after + (1 - weight) * before);
    }

    private static double secant(List<Node> nodes, int k) {
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        return (b.y() - a.y()) / (b.x() - a.x());
    }
}
