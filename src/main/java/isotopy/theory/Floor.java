package isotopy.theory;

import isotopy.math.Points;
import java.util.Arrays;

/// What no flow of some family goes below on given examples, however many layers it has and however long it is trained.
///
/// It is a claim about flows: a residual network whose layers fold is none, and may cross it. It is told in the mean
/// square and in the largest miss, whatever the loss of a run is. Under another loss the same flows are nearest or
/// nearly so, with another number: of the two points that change places, −1 ↦ 1 and 1 ↦ −1, both end at 0 at best,
/// which is 1 in the mean square and ½ under Huber's H(r) = r²/2 for |r| ≤ 1 (the loss huber counts 2H, hence 1).
///
/// Units: those of the goals, squared for `meanSquare`.
///
/// @param meanSquare the least mean of the squared Euclidean distance
/// @param supremum what the largest distance is at least
/// @param reason why, in one sentence
public record Floor(double meanSquare, double supremum, String reason) {
    /// Throws: `IllegalArgumentException` when a number is negative or not a number.
    public Floor {
        if (!(meanSquare >= 0) || !(supremum >= 0)) {
            throw new IllegalArgumentException("a floor is ≥ 0: " + meanSquare + ", " + supremum);
        }
    }

    /// The same in other units, of which `unit` make one of the present.
    public Floor times(double unit) {
        return new Floor(unit * unit * meanSquare, unit * supremum, reason);
    }

    /// The floor of every flow of the line: that of increasing functions.
    ///
    /// The mean square is the residual of isotonic regression, the supremum ½ max (y(a) − y(b))₊ over a ≤ b. Both
    /// are sharp: an increasing function is the limit of flows.
    ///
    /// Source: Li, Lin, Shen (2022) for the limit.
    public static Floor ofLine(double[] x, double[] y) {
        return new Floor(
                residual(x, y),
                supremum(x, y),
                "A flow of the line keeps the order of points, so that no flow comes nearer than the best increasing"
                        + " curve.");
    }

    /// The floor of flows of the line that are followed by an affine map of either sign: that of monotone
    /// functions.
    public static Floor ofMonotone(double[] x, double[] y) {
        var mirrored = Arrays.stream(y).map(value -> -value).toArray();
        return new Floor(
                Math.min(residual(x, y), residual(x, mirrored)),
                Math.min(supremum(x, y), supremum(x, mirrored)),
                "A flow of the line keeps the order of points, and an affine map keeps or turns it, so that no such"
                        + " network comes nearer than the best monotone curve.");
    }

    /// The floor of flows that move every coordinate by itself: each is an increasing function of its own start.
    ///
    /// Throws: `IllegalArgumentException` when starts and goals differ in shape.
    public static Floor ofCoordinates(Points x, Points y) {
        requireAsMany(x, y);
        if (x.dimension() != y.dimension()) {
            throw new IllegalArgumentException("starts and goals must have as many coordinates: " + x + ", " + y);
        }
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < x.dimension(); i++) {
            squares += residual(x.row(i), y.row(i));
            largest = Math.max(largest, supremum(x.row(i), y.row(i)));
        }
        return new Floor(
                squares,
                Math.max(largest, Math.sqrt(squares)),
                "These layers move every coordinate by itself and keep its order, so that no flow of theirs comes nearer"
                        + " than the best increasing function of each coordinate.");
    }

    /// The floor of flows of linear layers: that of affine maps A x + b with det A ≥ 0, or of all affine maps
    /// where the flow has extra coordinates or is followed by an affine map.
    ///
    /// The largest miss is bounded from below by the root of the mean square alone.
    ///
    /// Throws: `IllegalArgumentException` when starts and goals are not as many, or are to keep orientation and
    /// differ in their number of coordinates.
    public static Floor ofAffine(Points x, Points y, boolean keepsOrientation) {
        requireAsMany(x, y);
        double square = keepsOrientation ? AffineResidual.oriented(x, y) : AffineResidual.free(x, y);
        return new Floor(
                square,
                Math.sqrt(square),
                keepsOrientation
                        ? "Linear layers make affine maps that keep orientation and nothing else, so that none comes nearer"
                                + " than the best of these."
                        : "Linear layers make affine maps and nothing else, so that none comes nearer than the best of"
                                + " these.");
    }

    private static void requireAsMany(Points x, Points y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("starts and goals must be as many: " + x + ", " + y);
        }
    }

    private static double residual(double[] x, double[] y) {
        var fitted = Isotonic.fit(x, y);
        double squares = 0;
        for (int k = 0; k < y.length; k++) {
            squares += (fitted[k] - y[k]) * (fitted[k] - y[k]);
        }
        return squares / Math.max(1, y.length);
    }

    /// ½ max (y(a) − y(b))₊ over a ≤ b; of values at one place every two count.
    private static double supremum(double[] x, double[] y) {
        var order = Isotonic.order(x);
        double highest = Double.NEGATIVE_INFINITY;
        double drop = 0;
        for (int k = 0; k < order.length; ) {
            int from = k;
            for (; k < order.length && x[order[k]] == x[order[from]]; k++) {
                highest = Math.max(highest, y[order[k]]);
            }
            for (int other = from; other < k; other++) {
                drop = Math.max(drop, highest - y[order[other]]);
            }
        }
        return drop / 2;
    }
}
