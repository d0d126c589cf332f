package isotopy.train;

import isotopy.control.Reshaping;

/// Gradient descent with momentum: m ← 0.9 m + g, θ ← θ − η m. Mutable.
///
/// Source: Polyak, *Some methods of speeding up the convergence of iteration methods* (1964), in the form PyTorch has.
final class Sgd implements Optimizer {
    private static final double MOMENTUM = 0.9;

    private double[] m;

    /// An empty memory.
    Sgd(int parameters) {
        m = new double[parameters];
    }

    @Override
    public void update(double learningRate, double value, Landscape landscape, double[] theta) {
        var gradient = landscape.slope();
        for (int i = 0; i < theta.length; i++) {
            m[i] = MOMENTUM * m[i] + gradient[i];
            theta[i] -= learningRate * m[i];
        }
    }

    @Override
    public void reshape(Reshaping reshaping) {
        var moved = new double[reshaping.origin().length];
        for (int i = 0; i < moved.length; i++) {
            int from = reshaping.origin()[i];
            moved[i] = from < 0 ? 0 : m[from] / reshaping.factor()[i];
        }
        m = moved;
    }
}
