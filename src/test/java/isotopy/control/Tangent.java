package isotopy.control;

import isotopy.math.Nonlinearity;

/// A number with its derivative along one direction: forward differentiation, by which the tests derive formulas a
/// second way.
record Tangent(double value, double slope) {
    static Tangent constant(double value) {
        return new Tangent(value, 0);
    }

    Tangent plus(Tangent other) {
        return new Tangent(value + other.value, slope + other.slope);
    }

    Tangent minus(Tangent other) {
        return plus(other.times(constant(-1)));
    }

    Tangent times(Tangent other) {
        return new Tangent(value * other.value, slope * other.value + value * other.slope);
    }

    Tangent exp() {
        double e = Math.exp(value);
        return new Tangent(e, e * slope);
    }

    Tangent through(Nonlinearity sigma) {
        return new Tangent(sigma.value(value), sigma.derivative(value) * slope);
    }
}
