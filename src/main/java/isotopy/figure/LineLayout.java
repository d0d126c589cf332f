package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LineMap;
import isotopy.target.TargetMap;

/// Where the two pictures of a map of the line lie on a page: the graph, and space-time (t to the right, x up), beside
/// each other or, on a page that is higher than wide, one below the other. Both have one vertical scale, so that beside
/// each other a point of the graph and the particle that it belongs to lie at one height. While the target is drawn,
/// the graph has the page to itself.
///
/// Between `timeRight` and `readRight` is the strip in which the read-out turns the last states to what the network
/// says; it has no width where nothing is read off.
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
        double timeRight,
        double timeTop,
        double timeBottom,
        double readRight) {
    /// Text of this size is laid out where nobody says another.
    private static final double TEXT = 12;

    /// Room for the bars of the stage above and below, in logical pixels, and as a share of the page where that
    /// is less: a page so low is no stage.
    private static final double BARS = 50;

    private static final double LOW_BARS = 0.1;

    /// The width of the strip of the read-out in text sizes, and as a share of space-time where that is less.
    private static final double STRIP = 7.5;

    /// Lower pictures are not explained.
    private static final double LEAST = 90;

    private static final double NARROW_STRIP = 0.32;

    /// A page so many times as high as wide has the pictures one below the other.
    private static final double PORTRAIT = 1.15;

    /// The layout for a target on a page of that size.
    public static LineLayout of(TargetMap target, Box domain, double width, double height, boolean drawing) {
        return of(target, domain, width, height, drawing, TEXT);
    }

    /// The same with text of another size beside the axes.
    ///
    /// Units: `text` in logical pixels.
    public static LineLayout of(
            TargetMap target, Box domain, double width, double height, boolean drawing, double text) {
        double bars = Math.min(BARS, LOW_BARS * height);
        double below = drawing ? 1.9 * text : 3.5 * text;
        return of(target, domain, width, height, drawing, text, bars, below);
    }

    /// The layout in a picture whose keys stand around it: nothing but the axes needs room.
    static LineLayout bare(TargetMap target, Box domain, double width, double height, double text) {
        return of(target, domain, width, height, false, text, 0, 1.9 * text);
    }

    private static LineLayout of(
            TargetMap target,
            Box domain,
            double width,
            double height,
            boolean drawing,
            double text,
            double bars,
            double below) {
        double low = domain.low();
        double high = domain.high();
        for (double y : heights(target, domain)) {
            low = Double.isFinite(y) ? Math.min(low, y) : low;
            high = Double.isFinite(y) ? Math.max(high, y) : high;
        }
        double room = 0.08 * (high - low);
        low -= room;
        high += room;
        double axis = 3.8 * text;
        double left = drawing ? Math.max(axis, 64) : axis;
        double end = Math.max(left + 20, width - 1.6 * text);
        double top = bars + 1.9 * text;
        double bottom = Math.max(top + 20, height - bars - below);
        if (drawing) {
            return new LineLayout(domain, low, high, left, end, top, bottom, end, end, top, bottom, end);
        }
        if (height > PORTRAIT * width) {
            double middle = (top + bottom) / 2;
            double graphBottom = middle - 2.5 * text;
            return new LineLayout(
                    domain, low, high, left, end, top, graphBottom, left, end, middle + 2.5 * text, bottom, end);
        }
        double middle = (left + end) / 2;
        return new LineLayout(
                domain,
                low,
                high,
                left,
                middle - 0.6 * text,
                top,
                bottom,
                middle + axis - 0.6 * text,
                end,
                top,
                bottom,
                end);
    }

    /// With other heights.
    LineLayout withHeights(double changedLow, double changedHigh) {
        return new LineLayout(
                domain,
                changedLow,
                changedHigh,
                left,
                right,
                top,
                bottom,
                timeLeft,
                timeRight,
                timeTop,
                timeBottom,
                readRight);
    }

    /// Whether a line of words has room below the pictures.
    boolean explains() {
        return Math.max(bottom, timeBottom) - top >= LEAST;
    }

    /// With a strip for the read-out behind space-time, for text of that size.
    LineLayout withStrip(double text) {
        double strip = Math.min(STRIP * text, NARROW_STRIP * (timeRight - timeLeft));
        return new LineLayout(
                domain,
                low,
                high,
                left,
                right,
                top,
                bottom,
                timeLeft,
                timeRight - strip,
                timeTop,
                timeBottom,
                timeRight);
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

    /// Page y of a height in the graph.
    public double heightY(double y) {
        return bottom - (y - low) / (high - low) * (bottom - top);
    }

    /// Page x of a share t/T in space-time; at T, where the network speaks, the end of the read-out's strip.
    public double timeX(double share) {
        return share >= 1 ? readRight : timeLeft + share * (timeRight - timeLeft);
    }

    /// Page y of a height in space-time.
    public double timeY(double y) {
        return timeBottom - (y - low) / (high - low) * (timeBottom - timeTop);
    }

    /// The start at a page x of the graph.
    public double worldX(double pageX) {
        return domain.at((pageX - left) / (right - left));
    }

    /// The height at a page y of the graph.
    public double worldY(double pageY) {
        return low + (bottom - pageY) / (bottom - top) * (high - low);
    }

    /// The share t/T at a page x of space-time.
    public double share(double pageX) {
        return (pageX - timeLeft) / (timeRight - timeLeft);
    }

    /// Whether the two pictures stand beside each other, so that heights can be compared across.
    public boolean beside() {
        return timeLeft > right;
    }

    /// The rectangle of the graph, over x.
    Plot graph() {
        return new Plot(domain, low, high, left, right, top, bottom);
    }

    /// Whether there is a strip of the read-out.
    boolean reads() {
        return readRight > timeRight;
    }

    /// The strip of the read-out, from 0 where states end to 1 where the network speaks.
    Plot strip() {
        return new Plot(new Box(0, 1), low, high, timeRight, readRight, timeTop, timeBottom);
    }

    /// The rectangle of space-time and of the strip behind it.
    Plot flowAndStrip() {
        return new Plot(new Box(0, 1), low, high, timeLeft, readRight, timeTop, timeBottom);
    }

    /// The rectangle of space-time, over the share t/T.
    Plot spaceTime() {
        return new Plot(new Box(0, 1), low, high, timeLeft, timeRight, timeTop, timeBottom);
    }
}
