package isotopy.train;

/// Looks along a line for a point at which a landscape has come down enough and become flat enough: the strong Wolfe
/// conditions. Mutable, for one thread; it allocates nothing.
///
/// A bracket is kept: at its near end the way still goes down steeply enough, at its far end the landscape is too high,
/// rises, or is no finite number. While there is no far end the step doubles; then it is the lowest point of the cubic
/// through both ends, kept away from them by a tenth, or the middle.
///
/// Source: Nocedal, Wright, *Numerical Optimization* (2006), §3.5.
final class LineSearch {
    /// The most evaluations, but for one more where it goes back to the best.
    static final int EVALUATIONS = 20;

    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    private int evaluations;
    private double value;
    private double near;
    private double nearValue;
    private double nearSlope;
    private double far;
    private double farValue;
    private double farSlope;
    private double best;
    private double bestValue;

    /// The landscape's value at the t that was returned.
    double value() {
        return value;
    }

    /// How often the last search evaluated the landscape.
    int evaluations() {
        return evaluations;
    }

    /// Overwrites θ ← `from` + t `direction` and returns t, with the landscape evaluated there last; 0, and then
    /// `theta` and the landscape are anywhere, when nothing better was found.
    ///
    /// `start` and `slope` < 0 are value and slope at `from`, along the direction; `first` is the t that is tried
    /// first.
    double run(
            Landscape landscape,
            double[] from,
            double[] direction,
            double start,
            double slope,
            double first,
            double[] theta) {
        evaluations = 0;
        near = 0;
        nearValue = start;
        nearSlope = slope;
        far = Double.POSITIVE_INFINITY;
        best = 0;
        bestValue = start;
        double t = first;
        while (evaluations < EVALUATIONS && t > 0 && Double.isFinite(t)) {
            double found = evaluate(landscape, from, direction, t, theta);
            double rise = Lbfgs.dot(landscape.slope(), direction);
            boolean finite = Double.isFinite(found) && Double.isFinite(rise);
            if (finite && found < bestValue) {
                best = t;
                bestValue = found;
            }
            if (!finite || found > start + DECREASE * t * slope || near > 0 && found >= nearValue) {
                farEnd(t, finite ? found : Double.NaN, rise);
            } else if (Math.abs(rise) <= -CURVATURE * slope) {
                return t;
            } else if (rise >= 0) {
                farEnd(t, found, rise);
            } else {
                near = t;
                nearValue = found;
                nearSlope = rise;
            }
            t = Double.isFinite(far) ? between() : 2 * t;
        }
        if (best > 0) {
            evaluate(landscape, from, direction, best, theta);
        }
        return best;
    }

    private double evaluate(Landscape landscape, double[] from, double[] direction, double t, double[] theta) {
        evaluations++;
        for (int i = 0; i < theta.length; i++) {
            theta[i] = from[i] + t * direction[i];
        }
        value = landscape.evaluate(theta);
        return value;
    }

    private void farEnd(double t, double value, double slope) {
        far = t;
        farValue = value;
        farSlope = slope;
    }

    /// The next t inside the bracket.
    private double between() {
        double width = far - near;
        double middle = near + width / 2;
        double d1 = nearSlope + farSlope - 3 * (nearValue - farValue) / (near - far);
        double root = Math.sqrt(d1 * d1 - nearSlope * farSlope);
        double lowest = far - width * (farSlope + root - d1) / (farSlope - nearSlope + 2 * root);
        return lowest > near + 0.1 * width && lowest < far - 0.1 * width ? lowest : middle; // NaN is the middle, too
    }
}
