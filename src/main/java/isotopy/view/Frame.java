package isotopy.view;

import isotopy.math.Box;

/// Where the graph of a function of one variable lies in a small picture: as wide as the interval, as high as its
/// values, with a little room.
///
/// Units: `low` and `high` are the values at the lower and the upper edge.
record Frame(Box domain, double low, double high, double width, double height) {
    private static final double ROOM = 0.06;

    /// The frame around values, of which those that are not finite do not count.
    static Frame of(Box domain, double[] values, double width, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Double.isFinite(value) ? Math.min(low, value) : low;
            high = Double.isFinite(value) ? Math.max(high, value) : high;
        }
        if (!(high > low)) {
            double middle = Double.isFinite(low) ? low : 0;
            return new Frame(domain, middle - 1, middle + 1, width, height);
        }
        double room = ROOM * (high - low);
        return new Frame(domain, low - room, high + room, width, height);
    }

    double x(double at) {
        return width * (ROOM + (1 - 2 * ROOM) * domain.share(at));
    }

    double y(double at) {
        return height * (high - at) / (high - low);
    }
}
