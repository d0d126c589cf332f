package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

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

    /// Control points keep this share of the side between them.
    private static final double NEAREST = 1e-3;

    /// A control point: F(x) = y.
    public record Node(double x, double y) {
        public Node {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a control point must be finite: (" + x + ", " + y + ")");
            }
        }
    }

    /// Throws: `IllegalArgumentException` that names what is wrong: fewer than two or too many control points, two
    /// at one x or out of order, or one that falls though the curve is to increase.
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

    /// A curve of few control points that follows a freehand stroke, smoothed to the eye.
    ///
    /// With `increasing` it is the nearest rising curve. A stroke that spans no width gives the diagonal.
    ///
    /// Shapes: the stroke is 2 × n, points in the order in which they were drawn.
    public static DrawnCurve sketched(Box domain, Points stroke, boolean increasing) {
        return Sketch.nodes(domain, stroke, increasing)
                .map(nodes -> new DrawnCurve(domain, nodes, increasing))
                .orElseGet(() -> blank(domain, 5).withIncreasing(increasing));
    }

    /// A random increasing curve from the lower left corner of the square to the upper right one.
    public static DrawnCurve surprise(Box domain, long seed) {
        var random = new SplittableRandom(seed);
        int pieces = 5 + random.nextInt(3);
        var rise = new double[pieces];
        Arrays.setAll(rise, k -> Math.exp(0.9 * random.nextGaussian()));
        double all = Arrays.stream(rise).sum();
        var nodes = new ArrayList<Node>();
        double height = 0;
        for (int k = 0; k <= pieces; k++) {
            nodes.add(new Node(domain.at((double) k / pieces), domain.at(Math.min(1, height / all))));
            height += k < pieces ? rise[k] : 0;
        }
        return new DrawnCurve(domain, nodes, true);
    }

    /// The same curve with the part above the stroke drawn anew; control points left and right of it stay. Where
    /// they would be too many, the new part gets as many as there is room for, and the others that say least go.
    ///
    /// Shapes: the stroke is 2 × n, points in the order in which they were drawn.
    public DrawnCurve redrawn(Points stroke) {
        var drawn = Sketch.nodes(domain, stroke, increasing);
        if (drawn.isEmpty()) {
            return this;
        }
        double gap = NEAREST * domain.side();
        double from = drawn.get().getFirst().x() - gap;
        double to = drawn.get().getLast().x() + gap;
        var all = new ArrayList<Node>();
        nodes.stream().filter(node -> node.x() < from || node.x() > to).forEach(all::add);
        thin(all, MOST_NODES - Sketch.FEW);
        int room = MOST_NODES - all.size();
        all.addAll(
                drawn.get().size() <= room
                        ? drawn.get()
                        : Sketch.nodes(domain, stroke, increasing, room).orElseThrow());
        all.sort(Comparator.comparingDouble(Node::x));
        return risen(domain, all, increasing);
    }

    /// Takes away control points that lie nearest to the line between their neighbours, until no more than `most`
    /// are left.
    private static void thin(List<Node> nodes, int most) {
        while (nodes.size() > most) {
            int flattest = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 1; k < nodes.size() - 1; k++) {
                var left = nodes.get(k - 1);
                var right = nodes.get(k + 1);
                double share = (nodes.get(k).x() - left.x()) / (right.x() - left.x());
                double off = Math.abs(nodes.get(k).y() - left.y() - share * (right.y() - left.y()));
                if (off < least) {
                    least = off;
                    flattest = k;
                }
            }
            nodes.remove(flattest);
        }
    }

    /// The curve with control point k moved, no further than keeps the control points from left to right, and
    /// rising where the curve is to increase.
    ///
    /// Throws: `IllegalArgumentException` when there is no such control point or the place is not finite.
    public DrawnCurve withNode(int k, double x, double y) {
        requireNode(k);
        double gap = NEAREST * domain.side();
        double left = k == 0
                ? Math.min(domain.low(), nodes.getFirst().x())
                : nodes.get(k - 1).x() + gap;
        double right = k == nodes.size() - 1
                ? Math.max(domain.high(), nodes.getLast().x())
                : nodes.get(k + 1).x() - gap;
        double low = increasing && k > 0 ? nodes.get(k - 1).y() : Double.NEGATIVE_INFINITY;
        double high = increasing && k < nodes.size() - 1 ? nodes.get(k + 1).y() : Double.POSITIVE_INFINITY;
        var moved = new ArrayList<>(nodes);
        double place = left > right ? nodes.get(k).x() : Math.min(Math.max(x, left), right);
        moved.set(k, new Node(place, Math.min(Math.max(y, low), high)));
        return new DrawnCurve(domain, moved, increasing);
    }

    /// The curve with one more control point on it at x, or this one where it has enough, or one so near that both
    /// would be one.
    public DrawnCurve withNodeAt(double x) {
        double gap = NEAREST * domain.side();
        if (nodes.size() == MOST_NODES || nodes.stream().anyMatch(node -> !(Math.abs(node.x() - x) >= gap))) {
            return this;
        }
        var more = new ArrayList<>(nodes);
        more.add(new Node(x, at(x)));
        more.sort(Comparator.comparingDouble(Node::x));
        return risen(domain, more, increasing);
    }

    /// The curve without control point k, or this one where it has but two.
    ///
    /// Throws: `IllegalArgumentException` when there is no such control point.
    public DrawnCurve withoutNode(int k) {
        requireNode(k);
        if (nodes.size() == 2) {
            return this;
        }
        var fewer = new ArrayList<>(nodes);
        fewer.remove(k);
        return new DrawnCurve(domain, fewer, increasing);
    }

    /// The curve made to increase, its control points moved as little as that needs, or freed from having to.
    public DrawnCurve withIncreasing(boolean wanted) {
        return risen(domain, nodes, wanted);
    }

    private static DrawnCurve risen(Box domain, List<Node> nodes, boolean increasing) {
        var y = nodes.stream().mapToDouble(Node::y).toArray();
        var risen = increasing ? Isotone.fit(y) : y;
        var moved = new ArrayList<Node>();
        for (int k = 0; k < risen.length; k++) {
            moved.add(new Node(nodes.get(k).x(), risen[k]));
        }
        return new DrawnCurve(domain, moved, increasing);
    }

    private void requireNode(int k) {
        if (k < 0 || k >= nodes.size()) {
            throw new IllegalArgumentException("control point must be in 0 … " + (nodes.size() - 1) + ": " + k);
        }
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
        return MonotoneCubic.at(nodes, x);
    }

    @Override
    public double slope(double x) {
        return MonotoneCubic.slope(nodes, x);
    }
}
