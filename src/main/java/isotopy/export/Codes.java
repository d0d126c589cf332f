package isotopy.export;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import java.util.Arrays;

/// Numbers in 16 bits: code c stands for low + (c − 1) · step, and 0 for what is not finite.
record Codes(double low, double step) {
    private static final int MOST = 0xFFFF;

    /// The finest codes that reach from the least to the largest of these numbers, but not beyond `least` and
    /// `largest`, farther than which nothing is seen.
    static Codes of(Range found, double least, double largest) {
        double low = Math.max(found.low(), least);
        double high = Math.min(found.high(), largest);
        return high > low ? new Codes(low, (high - low) / (MOST - 1)) : new Codes(found.empty() ? 0 : low, 1);
    }

    int code(double value) {
        return Double.isFinite(value) ? Math.clamp(Math.round((value - low) / step) + 1, 1, MOST) : 0;
    }

    double value(int code) {
        return code == 0 ? Double.NaN : low + (code - 1) * step;
    }

    /// From the least to the largest finite number.
    record Range(double low, double high) {
        static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        boolean empty() {
            return low > high;
        }

        Range and(double... values) {
            var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
            return new Range(Math.min(low, finite.getMin()), Math.max(high, finite.getMax()));
        }

        Range and(Points points) {
            var range = this;
            for (int i = 0; i < points.dimension(); i++) {
                range = range.and(points.row(i));
            }
            return range;
        }

        Range and(Trajectory paths) {
            var range = this;
            for (int k = 0; k < paths.samples(); k++) {
                range = range.and(paths.points(paths.time(k)));
            }
            return range;
        }
    }
}
