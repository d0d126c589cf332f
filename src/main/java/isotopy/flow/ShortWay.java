package isotopy.flow;

import isotopy.math.Nonlinearity;

/// The derivatives of the mean speed of u′ = σ(u) in short times, as integrals along the way: there differences of
/// speeds would cancel.
final class ShortWay {
    /// Gauss' points on [0, 1]: exact for polynomials of degree 5.
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] WEIGHTS = {5 / 18.0, 8 / 18.0, 5 / 18.0};

    private ShortWay() {}

    /// The mean of σ′ along the way from u in time τ, whose product with τ is the logarithm of the stretch.
    static double meanSlope(Nonlinearity sigma, double u, double tau) {
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            sum += WEIGHTS[i] * sigma.derivative(near(sigma, u, POINTS[i] * tau));
        }
        return sum;
    }

    /// (σ(u(τ)) − m)/τ, which is the mean of s σ′σ over the way with s from 0 to 1.
    static double meanByTime(Nonlinearity sigma, double u, double tau) {
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double there = near(sigma, u, POINTS[i] * tau);
            sum += WEIGHTS[i] * POINTS[i] * sigma.value(there) * sigma.derivative(there);
        }
        return sum;
    }

    /// u(s) by its Taylor polynomial of order 3.
    private static double near(Nonlinearity sigma, double u, double s) {
        double speed = sigma.value(u);
        double slope = sigma.derivative(u);
        double third = slope * slope + speed * sigma.curvature(u);
        return u + s * speed * (1 + s / 2 * slope + s * s / 6 * third);
    }
}
