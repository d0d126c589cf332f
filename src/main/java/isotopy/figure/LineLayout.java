package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LineMap;
import isotopy.target.TargetMap;

/// Where the two pictures of a map of the line lie on a page: on the left the graph, on the right space-time (t to the
/// right, x up). Both have one vertical scale, so that a point of the graph and the particle that it belongs to lie at
/// one height. While the target is drawn, the graph has the page to itself.
///
/// Units: page coordinates are logical pixels, y down; `low` and `high` are the heights that are shown.
public record LineLayout(
        Box domain,
        double low,
        double high,
        double left,
        double right,
        double top,
        double bottom,
        double timeLeft,
        double timeRight) {
    private static final double MARGIN = 56;

    /// The layout for a target on a page of that size.
    public static LineLayout of(TargetMap target, Box domain, double width, double height, boolean drawing) {
        double low = domain.low();
        double high = domain.high();
        for (double y : heights(target, domain)) {
            low = Double.isFinite(y) ? Math.min(low, y) : low;
            high = Double.isFinite(y) ? Math.max(high, y) : high;
        }
        double room = 0.08 * (high - low);
        double top = MARGIN;
        double bottom = Math.max(top + 10, height - MARGIN);
        double left = MARGIN;
        double end = Math.max(left + 20, width - 0.4 * MARGIN);
        double middle = (left + end) / 2;
        double right = drawing ? end : middle - MARGIN / 2;
        return new LineLayout(
                domain, low - room, high + room, left, right, top, bottom, drawing ? end : middle + MARGIN / 2, end);
    }

    private static double[] heights(TargetMap target, Box domain) {
        return switch (target) {
            case LineMap map -> {
                var x = new double[257];
                for (int k = 0; k < x.length; k++) {
                    x[k] = domain.at(k / (x.length - 1.0));
                }
                yield map.apply(Points.of(new double[][] {x})).row(0);
            }
            case Correspondence pairs -> pairs.y().row(0);
            default -> new double[0];
        };
    }

    /// Page x of a start in the graph.
    public double graphX(double x) {
        return left + domain.share(x) * (right - left);
    }

    /// Page y of a height, in both pictures.
    public double heightY(double y) {
        return bottom - (y - low) / (high - low) * (bottom - top);
    }

    /// Page x of a share t/T in space-time.
    public double timeX(double share) {
        return timeLeft + share * (timeRight - timeLeft);
    }

    /// The start at a page x of the graph.
    public double worldX(double pageX) {
        return domain.at((pageX - left) / (right - left));
    }

    /// The height at a page y.
    public double worldY(double pageY) {
        return low + (bottom - pageY) / (bottom - top) * (high - low);
    }

    /// The share t/T at a page x of space-time.
    public double share(double pageX) {
        return (pageX - timeLeft) / (timeRight - timeLeft);
    }
}
