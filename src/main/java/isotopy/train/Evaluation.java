package isotopy.train;

import isotopy.flow.FlowMap;
import isotopy.math.Points;

/// How far a flow misses its target on given points, in double precision.
///
/// `meanSquare` is the mean over the points of the squared Euclidean distance, `mean` the mean distance, `supremum` the
/// largest.
///
/// Units: the user's coordinates (squared for `meanSquare`). All are 0 when there is no point.
public record Evaluation(double meanSquare, double mean, double supremum) {
    /// Compares φ_T(x) with y, column by column.
    public static Evaluation of(FlowMap flow, Points x, Points y) {
        return between(flow.apply(x), y);
    }

    /// Compares two sets of points, column by column.
    ///
    /// Throws: `IllegalArgumentException` when they differ in shape.
    public static Evaluation between(Points found, Points wanted) {
        if (found.size() != wanted.size() || found.dimension() != wanted.dimension()) {
            throw new IllegalArgumentException("cannot compare " + found + " with " + wanted);
        }
        double squares = 0;
        double distances = 0;
        double largest = 0;
        for (int k = 0; k < found.size(); k++) {
            double square = 0;
            for (int i = 0; i < found.dimension(); i++) {
                double difference = found.at(i, k) - wanted.at(i, k);
                square += difference * difference;
            }
            double distance = Math.sqrt(square);
            squares += square;
            distances += distance;
            largest = Math.max(largest, distance);
        }
        int n = Math.max(1, found.size());
        return new Evaluation(squares / n, distances / n, largest);
    }
}
