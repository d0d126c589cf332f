package isotopy.flow;

import isotopy.control.OneNeuron;
import isotopy.math.Cloud;

/// The flow of a one-neuron layer ẋ = w σ(a·x + b) itself, in closed form where σ has one.
///
/// With u = a·x + b the layer is u′ = (a·w) σ(u), so that x(h) = x + w h m, m = m(u, τ) the mean speed of the
/// [ScalarFlow] in the time τ = (a·w) h, which has no limit a·w → 0 to fear. det Dφ = ∂u(τ)/∂u = σ(u(τ))/σ(u) > 0. One
/// object serves one thread; nothing is allocated by its methods.
///
/// Shapes: θ of a layer is a₁ … a_d, b, w₁ … w_d; all clouds are d × n, n up to the capacity.
public final class ExactStep implements Stepper {
    private static final int MEAN = 0;
    private static final int BY_START = 1;
    private static final int BY_TIME = 2;
    private static final int NOTES = 3;

    private final int dimension;
    private final ScalarFlow flow;
    private final double[] u;
    private final double[][] scratch;

    /// A stepper for clouds of up to `capacity` particles of dimension `dimension`.
    public ExactStep(OneNeuron family, int dimension, int capacity) {
        this.dimension = dimension;
        flow = ScalarFlow.of(family.activation());
        u = new double[capacity];
        scratch = new double[NOTES][capacity];
    }

    @Override
    public boolean reverses() {
        return true;
    }

    @Override
    public void step(double[] theta, int at, double h, Cloud x, Cloud into) {
        int n = look(theta, at, x);
        double tau = h * strength(theta, at);
        for (int k = 0; k < n; k++) {
            u[k] = flow.mean(u[k], tau);
        }
        move(theta, at, h, u, x, into);
    }

    @Override
    public int memory(int dimension) {
        return dimension + NOTES;
    }

    @Override
    public StepMemory remember(int dimension, int capacity) {
        return new StepMemory(1, dimension, NOTES, capacity);
    }

    @Override
    public void step(double[] theta, int at, double h, Cloud x, StepMemory memory) {
        memory.stage(0).set(x);
        solve(theta, at, h, x, memory.notes(0));
        move(theta, at, h, memory.notes(0)[MEAN], x, x);
    }

    @Override
    public void differential(double[] theta, int at, double h, Cloud x, Cloud dx, Cloud into) {
        int n = look(theta, at, x);
        double tau = h * strength(theta, at);
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < dimension; i++) {
                along += theta[at + i] * dx.row(i)[k];
            }
            u[k] = flow.meanByStart(u[k], tau, flow.mean(u[k], tau)) * along;
        }
        move(theta, at, h, u, dx, into);
    }

    /// With g = h m, x(h) = x + g w, so that λ·x(h) moves by (λ·w) dg + g λ·dw, where dg = h m_u (a·dx + x·da +
    /// db) + h² m_τ (a·dw + w·da).
    @Override
    public void pullback(double[] theta, int at, double h, Cloud x, Cloud costate, double[] dTheta) {
        solve(theta, at, h, x, scratch);
        pull(theta, at, h, x, costate, dTheta, scratch);
    }

    @Override
    public void pullback(double[] theta, int at, double h, StepMemory memory, Cloud costate, double[] dTheta) {
        pull(theta, at, h, memory.stage(0), costate, dTheta, memory.notes(0));
    }

    private void pull(double[] theta, int at, double h, Cloud x, Cloud costate, double[] dTheta, double[][] notes) {
        int w = at + dimension + 1;
        double byStart = 0;
        double byStrength = 0;
        for (int k = 0; k < x.size(); k++) {
            double pushed = 0;
            for (int i = 0; i < dimension; i++) {
                pushed += theta[w + i] * costate.row(i)[k];
            }
            u[k] = h * notes[BY_START][k] * pushed;
            byStart += u[k];
            byStrength += h * h * notes[BY_TIME][k] * pushed;
        }
        dTheta[at + dimension] += byStart;
        for (int i = 0; i < dimension; i++) {
            var lambda = costate.row(i);
            var position = x.row(i);
            double byA = 0;
            double byW = 0;
            for (int k = 0; k < x.size(); k++) {
                byA += u[k] * position[k];
                byW += h * notes[MEAN][k] * lambda[k];
                lambda[k] += theta[at + i] * u[k];
            }
            dTheta[at + i] += byA + byStrength * theta[w + i];
            dTheta[w + i] += byW + byStrength * theta[at + i];
        }
    }

    /// Adds ln det Dφ of the step at x to `into[from …]`.
    void addLogDeterminant(double[] theta, int at, double h, Cloud x, int from, double[] into) {
        int n = look(theta, at, x);
        double tau = h * strength(theta, at);
        for (int k = 0; k < n; k++) {
            into[from + k] += flow.logStretch(u[k], tau, flow.mean(u[k], tau));
        }
    }

    /// Overwrites the notes by m and its derivatives.
    private void solve(double[] theta, int at, double h, Cloud x, double[][] notes) {
        int n = look(theta, at, x);
        double tau = h * strength(theta, at);
        for (int k = 0; k < n; k++) {
            double mean = flow.mean(u[k], tau);
            notes[MEAN][k] = mean;
            notes[BY_START][k] = flow.meanByStart(u[k], tau, mean);
            notes[BY_TIME][k] = flow.meanByTime(u[k], tau, mean);
        }
    }

    /// Overwrites u ← a·x + b and returns their number.
    private int look(double[] theta, int at, Cloud x) {
        int n = x.size();
        for (int k = 0; k < n; k++) {
            double sum = theta[at + dimension];
            for (int i = 0; i < dimension; i++) {
                sum += theta[at + i] * x.row(i)[k];
            }
            u[k] = sum;
        }
        return n;
    }

    /// a·w.
    private double strength(double[] theta, int at) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += theta[at + i] * theta[at + dimension + 1 + i];
        }
        return sum;
    }

    /// Overwrites into ← x + h w m; the two may be one cloud.
    private void move(double[] theta, int at, double h, double[] mean, Cloud x, Cloud into) {
        into.resize(x.size());
        for (int i = 0; i < dimension; i++) {
            double factor = h * theta[at + dimension + 1 + i];
            var from = x.row(i);
            var to = into.row(i);
            for (int k = 0; k < x.size(); k++) {
                // a layer that does not move along this coordinate leaves it, however large m is
                to[k] = factor == 0 ? from[k] : from[k] + factor * mean[k];
            }
        }
    }
}
