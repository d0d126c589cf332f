package isotopy.control;

import java.util.Arrays;

/// The affine map A z + c that reads the output off the last state. Immutable.
///
/// With `scores` the output is one score for each class; without, it is a point, such as where a particle should be.
///
/// Shapes: A is m × D with D coordinates of the state, c has length m.
public final class Readout {
    private final double[][] a;
    private final double[] c;
    private final boolean scores;

    /// Copies the numbers.
    ///
    /// Throws: `IllegalArgumentException` when the shapes do not fit together or a number is not finite.
    public Readout(double[][] a, double[] c, boolean scores) {
        if (c.length == 0 || a.length != c.length) {
            throw new IllegalArgumentException("A has " + a.length + " rows, c has " + c.length + " numbers");
        }
        this.a = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            if (a[i].length != a[0].length) {
                throw new IllegalArgumentException("the rows of A must have one length: " + a[i].length);
            }
            this.a[i] = a[i].clone();
            requireFinite(a[i]);
        }
        requireFinite(c);
        this.c = c.clone();
        this.scores = scores;
    }

    private static void requireFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a read-out must hold finite numbers: " + value);
            }
        }
    }

    /// The read-out that forgets all but the first `outputs` of `dimension` coordinates.
    public static Readout projection(int outputs, int dimension) {
        var a = new double[outputs][dimension];
        for (int i = 0; i < Math.min(outputs, dimension); i++) {
            a[i][i] = 1;
        }
        return new Readout(a, new double[outputs], false);
    }

    /// The number m of outputs.
    public int outputs() {
        return c.length;
    }

    /// The number D of coordinates that are read.
    public int dimension() {
        return a[0].length;
    }

    /// Whether the outputs are scores of classes.
    public boolean scores() {
        return scores;
    }

    /// The entry A_ij.
    public double a(int i, int j) {
        return a[i][j];
    }

    /// The entry c_i.
    public double c(int i) {
        return c[i];
    }

    /// A copy of A.
    public double[][] a() {
        return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    }

    /// A copy of c.
    public double[] c() {
        return c.clone();
    }

    /// The number of parameters, m(D + 1).
    public int parameters() {
        return outputs() * (dimension() + 1);
    }

    /// Overwrites `into[at …]` by the rows of A, each followed by its entry of c.
    public void copyTo(double[] into, int at) {
        for (int i = 0; i < outputs(); i++) {
            int row = at + i * (dimension() + 1);
            System.arraycopy(a[i], 0, into, row, dimension());
            into[row + dimension()] = c[i];
        }
    }

    /// The same shape with the parameters `theta[at …]`, listed as [#copyTo] does.
    public Readout with(double[] theta, int at) {
        var newA = new double[outputs()][dimension()];
        var newC = new double[outputs()];
        for (int i = 0; i < outputs(); i++) {
            int row = at + i * (dimension() + 1);
            System.arraycopy(theta, row, newA[i], 0, dimension());
            newC[i] = theta[row + dimension()];
        }
        return new Readout(newA, newC, scores);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readout readout
                && scores == readout.scores
                && Arrays.deepEquals(a, readout.a)
                && Arrays.equals(c, readout.c);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(a) + Arrays.hashCode(c);
    }

    @Override
    public String toString() {
        return "Readout[" + outputs() + " × " + dimension() + (scores ? ", scores]" : "]");
    }
}
