package isotopy.flow;

import isotopy.math.Activation;

/// The flow of a σ made of straight pieces: exponentials, and for the truncated ReLU one crossing of its upper corner.
/// Zeros of σ are never crossed.
record PiecewiseFlow(Activation sigma) implements ScalarFlow {
    /// The slope of σ at u and, unless σ(u) is capped, all along the way.
    private double slope(double u) {
        return switch (sigma) {
            case IDENTITY -> 1;
            case LEAKY_RELU -> u > 0 ? 1 : 0.1;
            default -> u > 0 ? 1 : 0;
        };
    }

    /// Whether the way meets u = 1, where σ stops growing, or begins beyond it.
    private boolean capped(double u, double tau) {
        return sigma == Activation.TRUNCATED_RELU && (u > 1 || u > 0 && tau > 0 && tau > -Math.log(u));
    }

    @Override
    public double mean(double u, double tau) {
        if (!capped(u, tau)) {
            double slope = slope(u);
            return slope * Exponentials.growth(u, slope * tau);
        }
        if (u <= 1) {
            return ((1 - u) + (tau + Math.log(u))) / tau;
        }
        double below = tau + (u - 1);
        return below >= 0 ? 1 : (Math.expm1(below) - (u - 1)) / tau;
    }

    @Override
    public double logStretch(double u, double tau, double mean) {
        if (!capped(u, tau)) {
            return slope(u) * tau;
        }
        return u <= 1 ? -Math.log(u) : Math.min(0, tau + (u - 1));
    }

    @Override
    public double meanByStart(double u, double tau, double mean) {
        if (!capped(u, tau)) {
            double slope = slope(u);
            return slope * Exponentials.growth(1, slope * tau);
        }
        return Math.expm1(logStretch(u, tau, mean)) / (tau == 0 ? 1 : tau);
    }

    @Override
    public double meanByTime(double u, double tau, double mean) {
        if (!capped(u, tau)) {
            double slope = slope(u);
            return slope * slope * Exponentials.growthRate(u, slope * tau);
        }
        if (u <= 1) {
            return Exponentials.logExcess(u) / tau / tau;
        }
        double below = tau + (u - 1);
        if (below >= 0) {
            return 0;
        }
        double share = below / tau;
        return Math.expm1(below) / tau - Exponentials.secondRemainder(below) * share * share;
    }
}
