package isotopy.train;

import isotopy.control.Reshaping;

/// The quasi-Newton method L-BFGS: θ ← θ − t H g, H the inverse Hessian as the last ten steps know it, t found by a
/// [LineSearch]. Mutable.
///
/// A training step is one such step, with as many further evaluations of the loss and its gradient as the search needs,
/// mostly one. With all points in the batch the objective never rises. With small batches each step works on its own
/// batch: both gradients of a pair are of the same examples.
///
/// The learning rate is how far the largest parameter moves at first, while nothing is known of the scale; later the
/// first trial is t = 1. A trial at which the objective or its gradient is not finite counts as too far. Where nothing
/// better is found θ stays, the memory is emptied, and the next step tries the gradient.
///
/// Source: Liu, Nocedal, *On the limited memory BFGS method for large scale optimization* (1989); Nocedal, Wright,
/// *Numerical Optimization* (2006), algorithms 7.4 and 7.5.
final class Lbfgs implements Optimizer {
    private static final int MEMORY = 10;

    private final LineSearch search = new LineSearch();
    private final double[] rho = new double[MEMORY];
    private final double[] alpha = new double[MEMORY];
    private double[][] s;
    private double[][] y;
    private int pairs;
    private int searches;
    private double reached = Double.NaN;
    private int next; // where the next pair goes
    private double[] direction;
    private double[] start;
    private double[] startSlope;

    /// An empty memory.
    Lbfgs(int parameters) {
        s = new double[MEMORY][parameters];
        y = new double[MEMORY][parameters];
        direction = new double[parameters];
        start = new double[parameters];
        startSlope = new double[parameters];
    }

    @Override
    public boolean clips() {
        return false; // its steps are bounded by the search
    }

    @Override
    public double reached() {
        return reached;
    }

    @Override
    public int extraEvaluations() {
        return searches;
    }

    @Override
    public void update(double learningRate, double value, Landscape landscape, double[] theta) {
        searches = 0;
        reached = Double.NaN;
        System.arraycopy(theta, 0, start, 0, theta.length);
        System.arraycopy(landscape.slope(), 0, startSlope, 0, theta.length);
        double slope = aim();
        if (!(slope < 0)) {
            pairs = 0;
            slope = aim();
        }
        if (!(slope < 0)) {
            return; // the gradient is zero: nothing near is better
        }
        double first = pairs == 0 ? learningRate / largest(direction) : 1;
        double t = search.run(landscape, start, direction, value, slope, first, theta);
        searches = search.evaluations();
        if (t == 0) {
            System.arraycopy(start, 0, theta, 0, theta.length);
            pairs = 0;
        } else {
            reached = search.value();
            remember(landscape.slope(), theta);
        }
    }

    /// Overwrites the direction by −H g and returns the slope along it.
    private double aim() {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -startSlope[i];
        }
        for (int k = 1; k <= pairs; k++) {
            int j = Math.floorMod(next - k, MEMORY);
            alpha[j] = rho[j] * dot(s[j], direction);
            add(-alpha[j], y[j], direction);
        }
        if (pairs > 0) {
            int last = Math.floorMod(next - 1, MEMORY);
            double scale = 1 / (rho[last] * dot(y[last], y[last]));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (int k = pairs; k >= 1; k--) {
            int j = Math.floorMod(next - k, MEMORY);
            add(alpha[j] - rho[j] * dot(y[j], direction), s[j], direction);
        }
        return dot(startSlope, direction);
    }

    /// Keeps the step that was taken and how the gradient changed on it, where that tells a curvature.
    private void remember(double[] slope, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            s[next][i] = theta[i] - start[i];
            y[next][i] = slope[i] - startSlope[i];
        }
        if (keeps(next)) {
            next = (next + 1) % MEMORY;
            pairs = Math.min(pairs + 1, MEMORY);
        }
    }

    /// Computes ρ = 1/sᵀy of a pair; false where sᵀy is not positive enough to be trusted.
    private boolean keeps(int j) {
        double product = dot(s[j], y[j]);
        rho[j] = 1 / product;
        return product > 1e-12 * Math.sqrt(dot(s[j], s[j]) * dot(y[j], y[j])) && Double.isFinite(rho[j]);
    }

    /// New parameters have not moved yet. What is left of the pairs stays while it tells a curvature; from the
    /// newest that does not on, older ones are forgotten.
    @Override
    public void reshape(Reshaping reshaping) {
        int n = reshaping.origin().length;
        for (int j = 0; j < MEMORY; j++) {
            var movedS = new double[n];
            var movedY = new double[n];
            for (int i = 0; i < n; i++) {
                int from = reshaping.origin()[i];
                if (from >= 0) {
                    movedS[i] = s[j][from] * reshaping.factor()[i];
                    movedY[i] = y[j][from] / reshaping.factor()[i];
                }
            }
            s[j] = movedS;
            y[j] = movedY;
        }
        int kept = 0;
        while (kept < pairs && keeps(Math.floorMod(next - 1 - kept, MEMORY))) {
            kept++;
        }
        pairs = kept;
        direction = new double[n];
        start = new double[n];
        startSlope = new double[n];
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double factor, double[] x, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * x[i];
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
