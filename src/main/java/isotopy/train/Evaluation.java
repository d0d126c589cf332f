package isotopy.train;

import isotopy.flow.FlowMap;
import isotopy.math.Points;
import java.util.Optional;

/// How far a flow misses its target on given points, in double precision.
///
/// `meanSquare` is the mean over the points of the squared Euclidean distance, `mean` the mean distance, `supremum` the
/// largest. For points with classes these distances are between the probabilities that the network gives, softmax of
/// its scores, and the certainty of the right class, so that `meanSquare` is Brier's score; and `accuracy` is the share
/// of the points whose right class has the largest score. It is NaN where there are no classes.
/// `confusion` tells which classes are taken for which; it is there whenever the network gives scores of classes.
///
/// Units: the user's coordinates (squared for `meanSquare`), or probabilities. All are 0 when there is no point,
/// but for the accuracy, which is NaN then.
public record Evaluation(
        double meanSquare, double mean, double supremum, double accuracy, Optional<Confusion> confusion) {
    /// Without classes.
    public Evaluation(double meanSquare, double mean, double supremum) {
        this(meanSquare, mean, supremum, Double.NaN, Optional.empty());
    }

    /// With the share of the points whose class is right, and no table of the others.
    public Evaluation(double meanSquare, double mean, double supremum, double accuracy) {
        this(meanSquare, mean, supremum, accuracy, Optional.empty());
    }

    /// The same in other units, of which `unit` make one of the present: distances times `unit`, their squares
    /// times unit².
    public Evaluation times(double unit) {
        return unit == 1
                ? this
                : new Evaluation(unit * unit * meanSquare, unit * mean, unit * supremum, accuracy, confusion);
    }

    /// Compares what the flow makes of x with y, column by column.
    public static Evaluation of(FlowMap flow, Points x, Points y) {
        var found = flow.apply(x);
        var readout = flow.control().readout();
        return readout.isPresent() && readout.get().scores() ? ofScores(found, y) : between(found, y);
    }

    /// Compares scores of classes with the right ones.
    private static Evaluation ofScores(Points scores, Points right) {
        requireAlike(scores, right);
        int n = scores.size();
        int classes = scores.dimension();
        var shares = new double[classes][n];
        var counts = new int[classes][classes];
        for (int k = 0; k < n; k++) {
            int best = 0;
            for (int i = 1; i < classes; i++) {
                best = scores.at(i, k) > scores.at(best, k) ? i : best;
            }
            double total = 0;
            for (int i = 0; i < classes; i++) {
                shares[i][k] = Math.exp(scores.at(i, k) - scores.at(best, k));
                total += shares[i][k];
            }
            for (int i = 0; i < classes; i++) {
                shares[i][k] /= total;
            }
            for (int i = 0; i < classes; i++) {
                counts[i][best] += right.at(i, k) == 1 ? 1 : 0;
            }
        }
        var distances = between(Points.of(shares), right);
        var confusion = new Confusion(counts);
        return new Evaluation(
                distances.meanSquare,
                distances.mean,
                distances.supremum,
                n == 0 ? Double.NaN : confusion.right() / (double) n,
                Optional.of(confusion));
    }

    /// Compares two sets of points, column by column.
    ///
    /// Throws: `IllegalArgumentException` when they differ in shape.
    public static Evaluation between(Points found, Points wanted) {
        requireAlike(found, wanted);
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

    private static void requireAlike(Points found, Points wanted) {
        if (found.size() != wanted.size() || found.dimension() != wanted.dimension()) {
            throw new IllegalArgumentException("cannot compare " + found + " with " + wanted);
        }
    }
}
