package isotopy.view;

import isotopy.math.Points;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnCurve.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a stroke into a curve of the line. Plain functions.
final class CurveParts {
    /// What a stroke must span to count, and over which length it runs into the rest, as shares of the domain.
    private static final double LEAST = 0.02;

    private static final double JOIN = 0.04;

    private CurveParts() {}

    /// The curve with that part of it replaced which the stroke spans; empty while the stroke spans too little.
    ///
    /// Shapes: the stroke is 2 × n, world points in drawing order.
    static Optional<DrawnCurve> drawn(DrawnCurve base, Points stroke, boolean increasing) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : stroke.row(0)) {
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        if (stroke.size() < 2 || high - low < LEAST * base.domain().side()) {
            return Optional.empty();
        }
        var part = DrawnCurve.sketched(base.domain(), stroke, false);
        var joined = new DrawnCurve(base.domain(), joined(base, part, low, high), false);
        return Optional.of(increasing ? joined.withIncreasing(true) : joined);
    }

    private static List<Node> joined(DrawnCurve base, DrawnCurve part, double low, double high) {
        double join = JOIN * base.domain().side();
        var before = outside(base, Double.NEGATIVE_INFINITY, low - join);
        var after = outside(base, high + join, Double.POSITIVE_INFINITY);
        var middle = new ArrayList<Node>();
        middle.add(new Node(low, part.at(low)));
        for (var node : part.nodes()) {
            if (node.x() > low + join / 4 && node.x() < high - join / 4) {
                middle.add(node);
            }
        }
        middle.add(new Node(high, part.at(high)));
        var rest = thinned(before, DrawnCurve.MOST_NODES / 4);
        var end = thinned(after, DrawnCurve.MOST_NODES / 4);
        var all = new ArrayList<>(rest);
        all.addAll(thinned(middle, DrawnCurve.MOST_NODES - rest.size() - end.size()));
        all.addAll(end);
        return all;
    }

    /// The control points of the curve between two places inside its domain, with one at a place where it is cut.
    private static List<Node> outside(DrawnCurve base, double from, double to) {
        var kept = new ArrayList<Node>();
        double join = JOIN / 2 * base.domain().side();
        if (base.domain().low() < from && from < base.domain().high()) {
            kept.add(new Node(from, base.at(from)));
        }
        for (var node : base.nodes()) {
            if (node.x() > from + join && node.x() < to - join || from == Double.NEGATIVE_INFINITY && node.x() < to - join) {
                kept.add(node);
            }
        }
        if (base.domain().low() < to && to < base.domain().high()) {
            kept.add(new Node(to, base.at(to)));
        }
        return kept;
    }

    /// At most so many of the points, evenly, with the first and the last.
    private static List<Node> thinned(List<Node> nodes, int most) {
        if (nodes.size() <= most) {
            return nodes;
        }
        var kept = new ArrayList<Node>();
        for (int k = 0; k < most; k++) {
            kept.add(nodes.get((int) Math.round(k * (nodes.size() - 1.0) / (most - 1.0))));
        }
        return kept;
    }

    /// The curve with one more control point at a place; empty where there is one already, or no room.
    static Optional<DrawnCurve> added(DrawnCurve curve, double x, double y) {
        var nodes = new ArrayList<>(curve.nodes());
        double least = 1e-3 * curve.domain().side();
        if (nodes.size() >= DrawnCurve.MOST_NODES
                || nodes.stream().anyMatch(node -> Math.abs(node.x() - x) < least)) {
            return Optional.empty();
        }
        int at = (int) nodes.stream().filter(node -> node.x() < x).count();
        nodes.add(at, new Node(x, y));
        var free = new DrawnCurve(curve.domain(), nodes, false);
        return Optional.of(curve.increasing() ? free.withIncreasing(true) : free);
    }

    /// The curve without one of its control points; empty where two are left.
    static Optional<DrawnCurve> removed(DrawnCurve curve, int node) {
        if (curve.nodes().size() <= 2) {
            return Optional.empty();
        }
        var nodes = new ArrayList<>(curve.nodes());
        nodes.remove(node);
        return Optional.of(new DrawnCurve(curve.domain(), nodes, curve.increasing()));
    }
}
