package isotopy.control;

import isotopy.math.Cloud;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Evaluates V σ(W z + b) hidden unit by hidden unit, each a few plain loops over the particles.
///
/// The loops are short and have no branch and no call inside, so that the compiler turns them into vector instructions;
/// in the plane, where most of the work is done, those that read the same arrays are one loop ([PlaneLoops]).
final class PerceptronField implements VectorField {
    private final Nonlinearity activation;
    private final int dimension;
    private final int width;
    private final int unit;
    private final int capacity;
    private final double[] u;
    private final double[] g;
    private final double[][] scratch;
    private @Nullable SquaredJacobian jacobian;

    PerceptronField(Nonlinearity activation, int dimension, int width, int capacity) {
        this.activation = activation;
        this.dimension = dimension;
        this.width = width;
        this.unit = 2 * dimension + 1;
        this.capacity = capacity;
        u = new double[capacity];
        g = new double[capacity];
        scratch = new double[2 * width][];
        Arrays.fill(scratch, 0, width, new double[capacity]);
        Arrays.fill(scratch, width, 2 * width, new double[capacity]);
    }

    @Override
    public int parameters() {
        return width * unit;
    }

    @Override
    public int notes() {
        return 2 * width;
    }

    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into) {
        velocity(theta, at, x, into, scratch);
    }

    /// Row j of the notes is σ(u) of hidden unit j, row q + j is σ′(u).
    @Override
    public void velocity(double[] theta, int at, Cloud x, Cloud into, double[][] notes) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n, notes[j], notes[width + j]);
            spread(theta, w + dimension + 1, notes[j], n, into);
        }
    }

    @Override
    public void differential(double[] theta, int at, Cloud x, Cloud dx, Cloud into) {
        int n = x.size();
        into.resize(n);
        into.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n, scratch[j], scratch[width + j]);
            weigh(theta, w, dx, n, scratch[width + j]);
            spread(theta, w + dimension + 1, g, n, into);
        }
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta) {
        int n = x.size();
        dx.resize(n);
        dx.clear();
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n, scratch[j], scratch[width + j]);
            pullback(theta, w, x, costate, dx, dTheta, scratch[j], scratch[width + j]);
        }
    }

    @Override
    public void pullback(double[] theta, int at, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[][] notes) {
        dx.resize(x.size());
        dx.clear();
        for (int j = 0; j < width; j++) {
            pullback(theta, at + j * unit, x, costate, dx, dTheta, notes[j], notes[width + j]);
        }
    }

    /// Adds the part of one hidden unit, whose parameters start at `w`, to dx and dTheta.
    private void pullback(
            double[] theta, int w, Cloud x, Cloud costate, Cloud dx, double[] dTheta, double[] s, double[] slope) {
        int n = x.size();
        int v = w + dimension + 1;
        weigh(theta, v, costate, n, slope);
        spread(theta, w, g, n, dx);
        if (dimension == 2) {
            PlaneLoops.addProducts(g, x.row(0), x.row(1), s, costate.row(0), costate.row(1), n, dTheta, w);
            return;
        }
        for (int i = 0; i < dimension; i++) {
            dTheta[w + i] += Loops.dot(g, x.row(i), n);
            dTheta[v + i] += Loops.dot(s, costate.row(i), n);
        }
        dTheta[w + dimension] += Loops.sum(g, n);
    }

    /// Overwrites s ← σ(w·x + b) and slope ← σ′(w·x + b) of the unit whose parameters start at `w`.
    private void activate(double[] theta, int w, Cloud x, int n, double[] s, double[] slope) {
        double b = theta[w + dimension];
        if (dimension == 2) {
            PlaneLoops.combine(theta[w], theta[w + 1], b, x.row(0), x.row(1), n, u);
        } else {
            Arrays.fill(u, 0, n, b);
            for (int i = 0; i < dimension; i++) {
                Loops.add(theta[w + i], x.row(i), n, u);
            }
        }
        activation.evaluate(u, n, s, slope);
    }

    /// Overwrites g ← slope · Σᵢ theta[at + i] xᵢ.
    private void weigh(double[] theta, int at, Cloud x, int n, double[] slope) {
        if (dimension == 2) {
            PlaneLoops.weigh(theta[at], theta[at + 1], x.row(0), x.row(1), slope, n, g);
            return;
        }
        Arrays.fill(g, 0, n, 0);
        for (int i = 0; i < dimension; i++) {
            Loops.add(theta[at + i], x.row(i), n, g);
        }
        Loops.multiply(slope, n, g);
    }

    /// Adds theta[at + i] · values to each row i of `into`.
    private void spread(double[] theta, int at, double[] values, int n, Cloud into) {
        if (dimension == 2) {
            PlaneLoops.spread(theta[at], theta[at + 1], values, n, into.row(0), into.row(1));
            return;
        }
        for (int i = 0; i < dimension; i++) {
            Loops.add(theta[at + i], values, n, into.row(i));
        }
    }

    /// With s′ = σ′(u): Df = Σⱼ s′ v wᵀ, and ∂(s′ vᵀ G w)/∂u = σ″(u) vᵀ G w.
    @Override
    public double jacobian(double[] theta, int at, Cloud x, double weight, Cloud dx, double[] dTheta) {
        int n = x.size();
        var space = jacobian();
        space.clear(n);
        var slope = scratch[width];
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n, scratch[0], slope);
            space.add(theta, w + dimension + 1, w, slope, n);
        }
        double sum = space.weigh(weight, n);
        for (int j = 0; j < width; j++) {
            int w = at + j * unit;
            activate(theta, w, x, n, scratch[0], slope);
            space.addGradients(theta, w + dimension + 1, w, slope, n, dTheta);
            space.project(theta, w + dimension + 1, w, n, g);
            for (int k = 0; k < n; k++) {
                g[k] *= activation.curvature(u[k]);
            }
            spread(theta, w, g, n, dx);
            for (int i = 0; i < dimension; i++) {
                dTheta[w + i] += Loops.dot(g, x.row(i), n);
            }
            dTheta[w + dimension] += Loops.sum(g, n);
        }
        return sum;
    }

    private SquaredJacobian jacobian() {
        var space = jacobian;
        if (space == null) {
            space = new SquaredJacobian(dimension, capacity);
            jacobian = space;
        }
        return space;
    }
}
