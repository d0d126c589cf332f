package isotopy.flow;

/// Solutions u(τ) of u′ = σ(u) in closed form, for σ that are smooth along each of them.
///
/// Where u and τ are small, differences of nearly equal numbers are written as expm1 and log1p; where they are large,
/// exponentials are kept as their logarithms. So |τ| and |u| may be anything between 10⁻³⁰⁰ and 10³.
enum ClosedForm {
    /// e^(−u) − 1 grows like e^τ below 0, u itself above.
    ELU {
        @Override
        double mean(double u, double tau) {
            if (u > 0) {
                return Exponentials.growth(u, tau);
            }
            double speed = Math.expm1(u);
            double p = -speed * Math.expm1(tau);
            if (speed == 0 || tau <= LONG && p > -0.5) {
                return Exponentials.growth(speed, tau) * Exponentials.logQuotient(p);
            }
            double log = Math.log(-speed) + tau;
            double way =
                    tau > LONG ? Exponentials.softplus(log + Math.log1p(-Math.exp(-tau))) : Exponentials.logSum(u, log);
            return -way / tau;
        }

        @Override
        double logStretch(double u, double tau, double mean) {
            return u > 0 ? tau : tau + tau * mean;
        }
    },
    /// sinh u grows like e^τ.
    TANH {
        @Override
        double mean(double u, double tau) {
            double s = Math.abs(u);
            // sinh s, cosh s and 1, each divided by eˢ
            double sinh = -0.5 * Math.expm1(-2 * s);
            double cosh = 1 - sinh;
            double one = Math.exp(-s);
            if (sinh == 0) {
                return u;
            }
            double grown = Math.exp(tau) * sinh;
            double bend = 1 + (grown + sinh) / (Math.sqrt(grown * grown + one * one) + cosh);
            double p = Math.expm1(tau) * sinh * bend;
            if (tau <= LONG && p > -0.5) {
                return Math.copySign(Exponentials.growth(sinh, tau) * bend * Exponentials.logQuotient(p), u);
            }
            // asinh(e^τ sinh s) − s, from the logarithm of e^τ sinh s
            double log = tau + Math.log(sinh);
            double ratio = -s - log;
            double way =
                    ratio <= 0 ? log + Math.log1p(Math.sqrt(1 + Math.exp(2 * ratio))) : asinh(Math.exp(-ratio)) - s;
            return Math.copySign(1, u) * way / tau;
        }

        @Override
        double logStretch(double u, double tau, double mean) {
            return tau + Exponentials.logCosh(u) - Exponentials.logCosh(u + tau * mean);
        }
    },
    /// u − e^(−u) grows like τ: e^(−u) is Lambert's W of e^(e^(−u₀) − u₀ − τ), found by Newton's method on its
    /// equation.
    SIGMOID {
        @Override
        double mean(double u, double tau) {
            if (Math.abs(tau) < TINY) {
                return 1 / (1 + Math.exp(-u));
            }
            return way(u, tau) / tau;
        }

        /// The δ with δ + (1 − e^(−δ)) e^(−u) = τ, from the equation divided by its larger factor.
        private double way(double u, double tau) {
            double own = Math.exp(Math.min(u, 0));
            double delta = start(u, tau);
            for (int k = 0; k < 60; k++) {
                double slope = own + Math.exp(-Math.max(u, 0) - delta);
                double change = (own * (tau - delta) + drop(u, delta)) / slope;
                delta += change;
                if (!(Math.abs(change) > 1e-9 * Math.abs(delta))) {
                    // the next correction would be the square of this one
                    return delta + (own * (tau - delta) + drop(u, delta)) / slope;
                }
            }
            return delta;
        }

        /// (e^(−δ) − 1) e^(−max(u, 0)).
        private double drop(double u, double delta) {
            double log = -Math.max(u, 0);
            return Math.abs(delta) < 1 ? Math.exp(log) * Math.expm1(-delta) : Math.exp(log - delta) - Math.exp(log);
        }

        /// A guess that is near enough for Newton's method, by the shape of W.
        private double start(double u, double tau) {
            if (u < -30 || Math.abs(tau) < 1) {
                return 0;
            }
            double c = u - Math.exp(-u) + tau;
            return (c > 1 ? c : c < -1 ? -Math.log(-c - Math.log(-c) + 1e-3) : 0.567 + 0.638 * c) - u;
        }

        @Override
        double logStretch(double u, double tau, double mean) {
            double way = tau * mean;
            double p = Math.expm1(-way) / (1 + Math.exp(u));
            return way > -LONG && p > -0.5
                    ? -Math.log1p(p)
                    : -Exponentials.logSum(-Exponentials.softplus(-u), -Exponentials.softplus(u) - way);
        }
    },
    /// tan(u/2) grows like e^τ, between neighbouring zeros of the sine.
    SINE {
        @Override
        double mean(double u, double tau) {
            double half = Math.max(-LONGEST, Math.min(LONGEST, tau / 2));
            double sin = Math.sin(u / 2);
            double cos = Math.cos(u / 2);
            double spread = cos * (cos * Math.exp(-half)) + sin * (sin * Math.exp(half));
            double q = 2 * Math.sinh(half) * sin * cos / spread;
            double quotient = q == 0 ? 1 : Math.atan(q) / q;
            if (Math.abs(tau) > 1) {
                return q == 0 ? 0 : 2 * Math.atan(q) / tau;
            }
            return (half == 0 ? 1 : Math.sinh(half) / half) * 2 * sin * cos / spread * quotient;
        }

        @Override
        double logStretch(double u, double tau, double mean) {
            double half = Math.max(-LONGEST, Math.min(LONGEST, tau / 2));
            return -2 * Math.log(Math.hypot(Math.cos(u / 2) * Math.exp(-half), Math.sin(u / 2) * Math.exp(half)));
        }
    };

    /// Times from which on logarithms are kept instead of exponentials.
    private static final double LONG = 30;
    /// Times beyond twice this are infinite.
    private static final double LONGEST = 700;
    /// Times in which no speed changes by a rounding.
    private static final double TINY = 1e-17;

    /// The mean speed (u(τ) − u)/τ; σ(u) at τ = 0.
    abstract double mean(double u, double tau);

    /// ln ∂u(τ)/∂u = ln(σ(u(τ))/σ(u)), exact to some roundings of 1 + |τ| + |u|.
    abstract double logStretch(double u, double tau, double mean);

    private static double asinh(double x) {
        double a = Math.abs(x);
        return Math.copySign(Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))), x);
    }
}
