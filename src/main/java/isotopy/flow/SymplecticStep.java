package isotopy.flow;

import isotopy.control.Hamiltonian;
import isotopy.math.Cloud;
import isotopy.math.Nonlinearity;
import java.util.Arrays;

/// One step of Strang's splitting of a Hamiltonian layer into its hidden units, each of which is a shear. One object
/// serves one thread; nothing is allocated by its methods.
///
/// The field of one unit, c σ(w·z + b) J w, leaves u = w·z + b as it is, because w·J w = 0: its flow is z + t v σ(u)
/// with v = c J w. The units act one after the other for h/2, the last one for h, and the others in the reverse order
/// for h/2. So the step has determinant 1, is of order 2, and the step of −h is its inverse.
///
/// Source: Strang, *On the construction and comparison of difference schemes*, SIAM J. Numer. Anal. 5 (1968); Hairer,
/// Lubich, Wanner, *Geometric Numerical Integration* (2006), §II.5 and VI.
public final class SymplecticStep implements Stepper {
    private final Hamiltonian family;
    private final Nonlinearity activation;
    private final int dimension;
    private final int width;
    private final int units;
    private final int unit;
    private final double[] effective;
    private final double[] gradient;
    private final double[] u;
    private final double[] g;
    private final Cloud state;
    private final StepMemory own;

    /// A stepper for clouds of up to `capacity` particles of dimension `dimension`.
    public SymplecticStep(Hamiltonian family, int dimension, int width, int capacity) {
        this.family = family;
        this.dimension = dimension;
        this.width = width;
        activation = family.activation();
        units = family.units(dimension, width);
        unit = 2 * dimension + 1;
        effective = new double[units * unit];
        gradient = new double[units * unit];
        u = new double[capacity];
        g = new double[capacity];
        state = new Cloud(dimension, capacity);
        own = remember(dimension, capacity);
    }

    @Override
    public boolean reverses() {
        return true;
    }

    /// The number of shears in a step.
    private int shears() {
        return 2 * units - 1;
    }

    /// Which unit shear s belongs to.
    private int unitOf(int s) {
        return s < units ? s : 2 * units - 2 - s;
    }

    /// How long shear s lasts in a step of length h.
    private double length(int s, double h) {
        return s == units - 1 ? h : h / 2;
    }

    @Override
    public void step(double[] theta, int at, double h, Cloud x, Cloud into) {
        into.set(x);
        forward(theta, at, h, into, own.notes(0));
    }

    @Override
    public int memory(int dimension) {
        return dimension + 2 * shears();
    }

    @Override
    public StepMemory remember(int dimension, int capacity) {
        return new StepMemory(1, dimension, 2 * shears(), capacity);
    }

    @Override
    public void step(double[] theta, int at, double h, Cloud x, StepMemory memory) {
        forward(theta, at, h, x, memory.notes(0));
        memory.stage(0).set(x);
    }

    /// Carries the cloud through all shears, in place; row s of the notes becomes σ(u) at shear s, the row so many
    /// later as there are shears σ′(u).
    private void forward(double[] theta, int at, double h, Cloud z, double[][] notes) {
        family.expand(dimension, width, theta, at, effective, 0);
        for (int s = 0; s < shears(); s++) {
            int w = unitOf(s) * unit;
            look(w, z);
            activation.evaluate(u, z.size(), notes[s], notes[s + shears()]);
            push(w, length(s, h), notes[s], z);
        }
    }

    /// Overwrites u ← w·z + b of the unit that starts at `w`.
    private void look(int w, Cloud z) {
        Arrays.fill(u, 0, z.size(), effective[w + dimension]);
        for (int i = 0; i < dimension; i++) {
            add(effective[w + i], z.row(i), z.size(), u);
        }
    }

    /// Adds length · v values to the cloud.
    private void push(int w, double length, double[] values, Cloud into) {
        for (int i = 0; i < dimension; i++) {
            add(length * effective[w + dimension + 1 + i], values, into.size(), into.row(i));
        }
    }

    @Override
    public void differential(double[] theta, int at, double h, Cloud x, Cloud dx, Cloud into) {
        state.set(x);
        into.set(dx);
        family.expand(dimension, width, theta, at, effective, 0);
        var value = own.notes(0)[0];
        var slope = own.notes(0)[shears()];
        int n = x.size();
        for (int s = 0; s < shears(); s++) {
            int w = unitOf(s) * unit;
            look(w, state);
            activation.evaluate(u, n, value, slope);
            push(w, length(s, h), value, state);
            Arrays.fill(g, 0, n, 0);
            for (int i = 0; i < dimension; i++) {
                add(effective[w + i], into.row(i), n, g);
            }
            multiply(slope, n, g);
            push(w, length(s, h), g, into);
        }
    }

    @Override
    public void pullback(double[] theta, int at, double h, Cloud x, Cloud costate, double[] dTheta) {
        state.set(x);
        forward(theta, at, h, state, own.notes(0));
        back(theta, at, h, state, own.notes(0), costate, dTheta);
    }

    @Override
    public void pullback(double[] theta, int at, double h, StepMemory memory, Cloud costate, double[] dTheta) {
        state.set(memory.stage(0));
        family.expand(dimension, width, theta, at, effective, 0);
        back(theta, at, h, state, memory.notes(0), costate, dTheta);
    }

    /// Undoes shear after shear, which gives the states before them again, and pulls the costate back through
    /// each: λ ← λ + t (λ·v) σ′(u) w.
    private void back(double[] theta, int at, double h, Cloud end, double[][] notes, Cloud costate, double[] dTheta) {
        Arrays.fill(gradient, 0);
        int n = end.size();
        for (int s = shears() - 1; s >= 0; s--) {
            int w = unitOf(s) * unit;
            int v = w + dimension + 1;
            double t = length(s, h);
            push(w, -t, notes[s], end);
            Arrays.fill(g, 0, n, 0);
            for (int i = 0; i < dimension; i++) {
                add(t * effective[v + i], costate.row(i), n, g);
                gradient[v + i] += t * dot(notes[s], costate.row(i), n);
            }
            multiply(notes[s + shears()], n, g);
            for (int i = 0; i < dimension; i++) {
                gradient[w + i] += dot(g, end.row(i), n);
                add(effective[w + i], g, n, costate.row(i));
            }
            gradient[w + dimension] += sum(g, n);
        }
        family.contract(dimension, width, theta, at, gradient, 0, dTheta);
    }

    private static void add(double factor, double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] += factor * x[k];
        }
    }

    private static void multiply(double[] x, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] *= x[k];
        }
    }

    /// Two sums at a time, because a single one would wait for each addition to finish.
    private static double dot(double[] x, double[] y, int n) {
        double even = 0;
        double odd = 0;
        for (int k = 0; k + 1 < n; k += 2) {
            even += x[k] * y[k];
            odd += x[k + 1] * y[k + 1];
        }
        return n % 2 == 0 ? even + odd : even + odd + x[n - 1] * y[n - 1];
    }

    private static double sum(double[] x, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[k];
        }
        return sum;
    }
}
