package isotopy.flow;

import isotopy.math.Nonlinearity;

/// The flow of a σ without a closed form: u′ = σ(u) and the logarithm of its stretch, ℓ′ = σ′(u), solved to 1e−13 by
/// extrapolated midpoint steps. Mutable, for one thread: the last solution is kept, because its derivatives are asked
/// for next.
///
/// Each step is refined with 2, 4, 6, … midpoint steps and extrapolated until the last two values agree to roundings of
/// the way; where they do not, it is shortened. At a corner of σ steps become so short that it cannot matter.
///
/// Source: Gragg, *On extrapolation algorithms for ordinary initial value problems* (1965); Hairer, Nørsett, Wanner,
/// *Solving Ordinary Differential Equations I* (1993), §II.9.
final class SolvedFlow implements ScalarFlow {
    private static final int COLUMNS = 9;
    private static final double TOLERANCE = 1e-14;
    private static final double END_TOLERANCE = 1e-11;
    /// Steps so much shorter than the whole are taken as they are.
    private static final double SHORTEST = 1e-12;
    /// Attempts after which the solution is given up.
    private static final int ATTEMPTS = 20_000;
    /// Times in which no speed changes by a rounding.
    private static final double TINY = 1e-17;
    /// Where the speed stays below this, σ is a straight line along the way.
    private static final double SLOW = 1e-100;
    /// Where τ times the slope is below this, a difference of speeds would cancel.
    private static final double SHORT = 1e-3;

    private final Nonlinearity sigma;
    private final double[] way = new double[COLUMNS];
    private final double[] log = new double[COLUMNS];
    private final double[] end = new double[COLUMNS];
    private double start = Double.NaN;
    private double time = Double.NaN;
    private double distance;
    private double logStretch;

    SolvedFlow(Nonlinearity sigma) {
        this.sigma = sigma;
    }

    @Override
    public double mean(double u, double tau) {
        if (Math.abs(tau) < TINY) {
            return sigma.value(u);
        }
        if (straight(u, tau)) {
            return Exponentials.growth(sigma.value(u), tau * sigma.derivative(u));
        }
        solve(u, tau);
        return distance / tau;
    }

    @Override
    public double logStretch(double u, double tau, double mean) {
        if (Math.abs(tau) < TINY || straight(u, tau)) {
            return tau * sigma.derivative(u);
        }
        solve(u, tau);
        return logStretch;
    }

    @Override
    public double meanByStart(double u, double tau, double mean) {
        return Math.abs(tau) < TINY ? sigma.derivative(u) : Math.expm1(logStretch(u, tau, mean)) / tau;
    }

    @Override
    public double meanByTime(double u, double tau, double mean) {
        double speed = sigma.value(u);
        double steepness = Math.abs(sigma.derivative(u)) + Math.sqrt(Math.abs(speed * sigma.curvature(u)));
        if (Math.abs(tau) * Math.max(1, steepness) < SHORT) {
            return ShortWay.meanByTime(sigma, u, tau);
        }
        return (sigma.value(u + tau * mean) - mean) / tau;
    }

    /// Whether u is so near a zero of σ that the way cannot leave its neighbourhood.
    private boolean straight(double u, double tau) {
        double speed = Math.abs(sigma.value(u));
        return speed < SLOW && speed * Math.exp(Math.abs(tau * sigma.derivative(u))) < SLOW;
    }

    /// Overwrites the distance and the logarithm of the stretch; NaN where they cannot be found.
    private void solve(double u, double tau) {
        if (u == start && tau == time) {
            return;
        }
        start = u;
        time = tau;
        distance = 0;
        logStretch = 0;
        double whole = Math.abs(tau);
        double done = 0;
        double length = 1;
        for (int attempt = 0; done < whole && attempt < ATTEMPTS; attempt++) {
            boolean last = length >= whole - done;
            double h = last ? whole - done : length;
            int column = extrapolate(u + distance, Math.copySign(h, tau), h <= SHORTEST * whole);
            if (column == 0) {
                if (h <= SHORTEST * whole) {
                    break;
                }
                length = h / 4;
                continue;
            }
            distance += way[0];
            logStretch += log[0];
            done = last ? whole : done + h;
            length = h * (column <= 5 ? 2 : column <= 7 ? 1.2 : 0.7);
        }
        if (!(done >= whole)) {
            distance = Double.NaN;
            logStretch = Double.NaN;
        }
    }

    /// Overwrites `way[0]` and `log[0]` by what a step of length h adds; returns the number of refinements after
    /// which two values agreed, 0 where none did.
    private int extrapolate(double from, double h, boolean anyway) {
        // no more can be asked for than the rounding of u leaves of σ(u)
        double size =
                Math.abs(distance) + Math.abs(h * sigma.value(from)) + Math.abs(h * from * sigma.derivative(from));
        for (int j = 0; j < COLUMNS; j++) {
            double before = way[0];
            double logBefore = log[0];
            midpoint(from, h, 2 * (j + 1), j);
            // Neville's scheme in h²: entry i is what the rows from i on extrapolate to
            for (int i = j - 1; i >= 0; i--) {
                double ratio = (j + 1.0) / (i + 1);
                double weight = 1 / (ratio * ratio - 1);
                way[i] = way[i + 1] + (way[i + 1] - way[i]) * weight;
                log[i] = log[i + 1] + (log[i + 1] - log[i]) * weight;
                end[i] = end[i + 1] + (end[i + 1] - end[i]) * weight;
            }
            double change = Math.abs(way[0] - before) / (size + Math.abs(way[0]));
            double logChange = Math.abs(log[0] - logBefore) / (Math.abs(0.1 * h) + Math.abs(log[0]));
            boolean agree = way[0] == before || change <= TOLERANCE && logChange <= TOLERANCE;
            if (j > 1 && (agree || anyway && Double.isFinite(way[0] + log[0]))) {
                // a corner of σ just before the end may lie beyond where the single refinements end
                double surprise = Math.abs(end[0] - sigma.value(from + way[0]));
                return anyway || surprise <= END_TOLERANCE * (size / Math.abs(h)) ? j : 0;
            }
        }
        return 0;
    }

    /// Overwrites entry j of the way, of the logarithm and of the speed at the end by those of an even number of
    /// midpoint steps.
    private void midpoint(double from, double whole, int count, int j) {
        double h = whole / count;
        double old = 0;
        double oldLog = 0;
        double now = h * sigma.value(from);
        double nowLog = h * sigma.derivative(from);
        for (int k = 1; k < count; k++) {
            double next = old + 2 * h * sigma.value(from + now);
            double nextLog = oldLog + 2 * h * sigma.derivative(from + now);
            old = now;
            oldLog = nowLog;
            now = next;
            nowLog = nextLog;
        }
        end[j] = sigma.value(from + now);
        // Gragg's mean, which looks at the end too
        way[j] = 0.5 * (now + old + h * end[j]);
        log[j] = 0.5 * (nowLog + oldLog + h * sigma.derivative(from + now));
    }
}
