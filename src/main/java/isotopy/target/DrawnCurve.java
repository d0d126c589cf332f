package isotopy.target;

import isotopy.math.Box;
import java.util.Arrays;
import java.util.List;

/// A curve y = F(x) drawn by hand: a smooth curve through control points, and beyond the outer ones straight on.
///
/// Between two control points F is a cubic polynomial; its slopes at the control points are chosen so that F rises, and
/// falls, only where the control points do. With `increasing`, the control points must rise, and so F increases.
///
/// Source: F. N. Fritsch, J. Butland, *A method for constructing local monotone piecewise cubic interpolants*, SIAM J.
/// Sci. Stat. Comput. 5 (1984).
public record DrawnCurve(Box domain, List<Node> nodes, boolean increasing) implements LineMap {
    /// The most control points.
    public static final int MOST_NODES = 65;

    /// A control point: F(x) = y.
    public record Node(double x, double y) {
        public Node {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a control point must be finite: (" + x + ", " + y + ")");
            }
        }
    }

    /// Throws: `IllegalArgumentException` that names what is wrong: fewer than two or too many control points, two
    /// at
    /// one x or out of order, or one that falls though the curve is to increase.
    public DrawnCurve {
        nodes = List.copyOf(nodes);
        if (nodes.size() < 2 || nodes.size() > MOST_NODES) {
            throw new IllegalArgumentException("a curve has 2 … " + MOST_NODES + " control points: " + nodes.size());
        }
        for (int k = 1; k < nodes.size(); k++) {
            if (!(nodes.get(k).x() > nodes.get(k - 1).x())) {
                throw new IllegalArgumentException("control points must go from left to right: "
                        + nodes.get(k - 1).x() + ", " + nodes.get(k).x());
            }
            if (increasing && nodes.get(k).y() < nodes.get(k - 1).y()) {
                throw new IllegalArgumentException("the control points of an increasing curve must rise: "
                        + nodes.get(k - 1).y() + ", " + nodes.get(k).y());
            }
        }
    }

    /// The diagonal y = x with control points at equal distances, ready to be drawn upon.
    public static DrawnCurve blank(Box domain, int nodes) {
        var diagonal = new Node[nodes];
        Arrays.setAll(diagonal, k -> {
            double x = domain.at(k / (nodes - 1.0));
            return new Node(x, x);
        });
        return new DrawnCurve(domain, List.of(diagonal), false);
    }

    @Override
    public String title() {
        return "Drawn by hand";
    }

    @Override
    public Box home() {
        return domain;
    }

    @Override
    public double at(double x) {
        int k = piece(x);
        if (x < nodes.getFirst().x() || x > nodes.getLast().x()) {
            int end = x < nodes.getFirst().x() ? 0 : nodes.size() - 1;
            return nodes.get(end).y() + tangent(end) * (x - nodes.get(end).x());
        }
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        double h = b.x() - a.x();
        double s = (x - a.x()) / h;
        double u = 1 - s;
        return a.y() * u * u * (1 + 2 * s)
                + b.y() * s * s * (1 + 2 * u)
                + h * s * u * (tangent(k) * u - tangent(k + 1) * s);
    }

    @Override
    public double slope(double x) {
        if (x < nodes.getFirst().x()) {
            return tangent(0);
        }
        if (x > nodes.getLast().x()) {
            return tangent(nodes.size() - 1);
        }
        int k = piece(x);
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        double h = b.x() - a.x();
        double s = (x - a.x()) / h;
        double u = 1 - s;
        return 6 * s * u * (b.y() - a.y()) / h + tangent(k) * u * (u - 2 * s) + tangent(k + 1) * s * (s - 2 * u);
    }

    /// The index of the piece that holds x, of the nearest one beyond the ends.
    private int piece(double x) {
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
    private double tangent(int k) {
        if (k == 0) {
            return secant(0);
        }
        if (k == nodes.size() - 1) {
            return secant(k - 1);
        }
        double before = secant(k - 1);
        double after = secant(k);
        if (before * after <= 0) {
            return 0;
        }
        double left = nodes.get(k).x() - nodes.get(k - 1).x();
        double right = nodes.get(k + 1).x() - nodes.get(k).x();
        double weight = (left + 2 * right) / (3 * (left + right));
        return before * after / (weight * after + (1 - weight) * before);
    }

    private double secant(int k) {
        var a = nodes.get(k);
        var b = nodes.get(k + 1);
        return (b.y() - a.y()) / (b.x() - a.x());
    }
}
