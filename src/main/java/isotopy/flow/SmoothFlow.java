package isotopy.flow;

import isotopy.math.Nonlinearity;

/// The flow of a smooth σ with a closed form.
record SmoothFlow(Nonlinearity sigma, ClosedForm form) implements ScalarFlow {
    /// Below this |τ| a difference of speeds, divided by τ, has lost three digits more than the integral.
    private static final double SHORT = 1e-3;

    @Override
    public double mean(double u, double tau) {
        return form.mean(u, tau);
    }

    @Override
    public double logStretch(double u, double tau, double mean) {
        return Math.abs(tau) < SHORT ? tau * ShortWay.meanSlope(sigma, u, tau) : form.logStretch(u, tau, mean);
    }

    @Override
    public double meanByStart(double u, double tau, double mean) {
        if (Math.abs(tau) < SHORT) {
            double slope = ShortWay.meanSlope(sigma, u, tau);
            return Exponentials.growth(slope, tau * slope);
        }
        return Math.expm1(form.logStretch(u, tau, mean)) / tau;
    }

    @Override
    public double meanByTime(double u, double tau, double mean) {
        if (Math.abs(tau) < SHORT) {
            return ShortWay.meanByTime(sigma, u, tau);
        }
        return (sigma.value(u + tau * mean) - mean) / tau;
    }
}
