package isotopy.train;

import isotopy.control.Reshaping;

/// The optimiser Adam: θ ← θ − η m̂/(√v̂ + ε), with running means m of the gradient and v of its square. Mutable.
///
/// A run that goes on from a trained flow has lost this memory, and m̂/√v̂ is ±1 at first: all parameters would move by
/// η together, and the loss would jump a hundredfold. So its first hundred steps are shorter, η (k/100)² at step k.
///
/// Source: Kingma, Ba, *Adam: a method for stochastic optimization*, ICLR 2015, with its standard β₁ = 0.9, β₂ = 0.999,
/// ε = 1e−8.
final class Adam implements Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private static final double WARMING = 100;

    private final boolean goesOn;
    private double[] m;
    private double[] v;
    private long updates;

    /// An empty memory, for a run that begins or one that goes on.
    Adam(int parameters, boolean goesOn) {
        this.goesOn = goesOn;
        m = new double[parameters];
        v = new double[parameters];
    }

    /// The rate η of the next step, shortened where the run goes on.
    double nextRate(double learningRate) {
        double warmth = goesOn ? Math.min(1, (updates + 1) / WARMING) : 1;
        return warmth * warmth * learningRate;
    }

    @Override
    public void update(double learningRate, double value, Landscape landscape, double[] theta) {
        update(learningRate, landscape.slope(), theta);
    }

    /// Changes θ in place by one step against the gradient.
    void update(double learningRate, double[] gradient, double[] theta) {
        double rate = nextRate(learningRate);
        updates++;
        rate /= 1 - Math.pow(BETA1, updates);
        double correction = 1 / (1 - Math.pow(BETA2, updates));
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            m[i] = BETA1 * m[i] + (1 - BETA1) * g;
            v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
            theta[i] -= rate * m[i] / (Math.sqrt(v[i] * correction) + EPSILON);
        }
    }

    /// New parameters begin with the mean v of the others. With an empty one each would move by some η at once, all
    /// of them together, and a flow that was nearly right would jump.
    @Override
    public void reshape(Reshaping reshaping) {
        int n = reshaping.origin().length;
        var newM = new double[n];
        var newV = new double[n];
        double sum = 0;
        int carried = 0;
        for (int i = 0; i < n; i++) {
            int from = reshaping.origin()[i];
            if (from >= 0) {
                double factor = reshaping.factor()[i];
                newM[i] = m[from] / factor;
                newV[i] = v[from] / (factor * factor);
                sum += newV[i];
                carried++;
            }
        }
        for (int i = 0; i < n; i++) {
            if (reshaping.origin()[i] < 0) {
                newV[i] = sum / Math.max(1, carried);
            }
        }
        m = newM;
        v = newV;
    }
}
