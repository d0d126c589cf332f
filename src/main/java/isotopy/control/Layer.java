package isotopy.control;

import java.util.Arrays;

/// One piece of a piecewise constant control: the parameters θₖ that hold for a while, and how long. Immutable.
///
/// Units: the duration is in fictitious time t.
public final class Layer {
    private final double[] theta;
    private final double duration;

    /// Copies the parameters.
    ///
    /// Throws: `IllegalArgumentException` unless all numbers are finite and the duration is positive.
    public Layer(double[] theta, double duration) {
        if (!(duration > 0) || !Double.isFinite(duration)) {
            throw new IllegalArgumentException("a layer's duration must be positive: " + duration);
        }
        for (double value : theta) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a layer's parameters must be finite: " + value);
            }
        }
        this.theta = theta.clone();
        this.duration = duration;
    }

    /// A copy of the parameters θₖ.
    public double[] theta() {
        return theta.clone();
    }

    /// Copies the parameters to `into[at …]`; overwrites.
    public void copyTheta(double[] into, int at) {
        System.arraycopy(theta, 0, into, at, theta.length);
    }

    /// The number of parameters.
    public int parameters() {
        return theta.length;
    }

    /// How long the layer acts.
    public double duration() {
        return duration;
    }

    /// The size of the parameters, ‖θₖ‖₂.
    public double norm() {
        double squares = 0;
        for (double value : theta) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layer layer
                && Double.compare(duration, layer.duration) == 0
                && Arrays.equals(theta, layer.theta);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(theta) + Double.hashCode(duration);
    }

    @Override
    public String toString() {
        return "Layer[" + theta.length + " parameters for " + duration + "]";
    }
}
