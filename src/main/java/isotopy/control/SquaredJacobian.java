package isotopy.control;

import java.util.Arrays;

/// Workspace for ‖Df‖² and its derivatives: the matrix Df = Σⱼ slopeⱼ vⱼ wⱼᵀ of each particle, then G = ∂(weight
/// ‖Df‖²)/∂Df.
///
/// Shapes: entry (a, b) of all matrices is row a · d + b, one number for each particle.
final class SquaredJacobian {
    private final int dimension;
    private final double[][] matrices;

    SquaredJacobian(int dimension, int capacity) {
        this.dimension = dimension;
        matrices = new double[dimension * dimension][capacity];
    }

    void clear(int n) {
        for (var row : matrices) {
            Arrays.fill(row, 0, n, 0);
        }
    }

    /// The entries (a, b) of all particles.
    double[] entries(int a, int b) {
        return matrices[a * dimension + b];
    }

    /// Adds slope · v wᵀ, where v and w stand in `theta`.
    void add(double[] theta, int v, int w, double[] slope, int n) {
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                Loops.add(theta[v + a] * theta[w + b], slope, n, entries(a, b));
            }
        }
    }

    /// Turns Df into G = 2 · weight · Df; returns Σ ‖Df‖² over the particles.
    double weigh(double weight, int n) {
        double sum = 0;
        for (var row : matrices) {
            sum += Loops.dot(row, row, n);
            for (int k = 0; k < n; k++) {
                row[k] *= 2 * weight;
            }
        }
        return sum;
    }

    /// Overwrites into ← vᵀ G w.
    void project(double[] theta, int v, int w, int n, double[] into) {
        Arrays.fill(into, 0, n, 0);
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                Loops.add(theta[v + a] * theta[w + b], entries(a, b), n, into);
            }
        }
    }

    /// Adds what slope · vᵀ G w gives for v and w themselves: Σ slope G w to `dTheta[v …]` and Σ slope Gᵀ v to
    /// `dTheta[w …]`, summed over the particles.
    void addGradients(double[] theta, int v, int w, double[] slope, int n, double[] dTheta) {
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b < dimension; b++) {
                double sum = Loops.dot(slope, entries(a, b), n);
                dTheta[v + a] += sum * theta[w + b];
                dTheta[w + b] += sum * theta[v + a];
            }
        }
    }
}
