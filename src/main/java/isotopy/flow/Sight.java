package isotopy.flow;

import isotopy.control.Control;
import isotopy.control.Readout;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/// How a flow of states is entered and looked at: points are lifted by zeros to the coordinates of the state, and what
/// is seen of a state is a point again.
///
/// Where the read-out is a position, the view turns from the first d coordinates, which it shows at t = 0, to the
/// read-out A z + c, which it shows at t = T: the point (1 − s)·(z₁ … z_d) + s·(A z + c) at the share s = t/T.
/// Without a read-out, or with one that gives scores, it shows the first d coordinates.
record Sight(int inputs, int dimension, Optional<Readout> readout) {
    static Sight of(Control control) {
        return new Sight(control.inputs(), control.dimension(), control.readout());
    }

    /// Whether the read-out is a position in the space of the points.
    private boolean turns() {
        return readout.isPresent() && !readout.get().scores() && readout.get().outputs() == inputs;
    }

    /// Whether a state is what is seen of it.
    boolean plain() {
        return inputs == dimension && !turns();
    }

    /// Overwrites `into` by the points `from … from + count − 1` with zeros for the extra coordinates.
    ///
    /// Throws: `IllegalArgumentException` when the points have another dimension.
    void lift(Points x, int from, int count, Cloud into) {
        require(x);
        into.resize(count);
        for (int i = 0; i < inputs; i++) {
            x.copyRow(i, from, count, into.row(i));
        }
        for (int i = inputs; i < dimension; i++) {
            Arrays.fill(into.row(i), 0, count, 0);
        }
    }

    /// The states at which points start.
    Points lifted(Points x) {
        require(x);
        if (inputs == dimension) {
            return x;
        }
        var rows = new double[dimension][x.size()];
        for (int i = 0; i < inputs; i++) {
            x.copyRow(i, 0, x.size(), rows[i]);
        }
        return Points.of(rows);
    }

    void require(Points x) {
        if (x.dimension() != inputs) {
            throw new IllegalArgumentException("points must have dimension " + inputs + ": " + x.dimension());
        }
    }

    /// What the network says of last states: the read-out where there is one, else the states.
    Points output(Points states) {
        if (readout.isEmpty()) {
            return states;
        }
        var rows = new double[readout.get().outputs()][states.size()];
        read(rows(states), rows);
        return Points.of(rows);
    }

    /// What is seen of states at the share s = t/T.
    Points seen(Points states, double share) {
        return plain() ? states : Points.of(seen(rows(states), share));
    }

    /// The same for arrays, one for each coordinate; those that are shown as they are are not copied.
    double[][] seen(double[][] states, double share) {
        if (plain()) {
            return states;
        }
        var rows = new double[inputs][];
        System.arraycopy(states, 0, rows, 0, inputs);
        if (!turns() || share == 0) {
            return rows;
        }
        var read = new double[inputs][states[0].length];
        read(states, read);
        for (int i = 0; i < inputs && share != 1; i++) {
            for (int k = 0; k < read[i].length; k++) {
                read[i][k] = (1 - share) * states[i][k] + share * read[i][k];
            }
        }
        return read;
    }

    /// Overwrites into ← A z + c.
    private void read(double[][] states, double[][] into) {
        var map = readout.orElseThrow();
        for (int i = 0; i < into.length; i++) {
            for (int k = 0; k < into[i].length; k++) {
                double sum = map.c(i);
                for (int j = 0; j < dimension; j++) {
                    sum += map.a(i, j) * states[j][k];
                }
                into[i][k] = sum;
            }
        }
    }

    private static double[][] rows(Points points) {
        var rows = new double[points.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = points.row(i);
        }
        return rows;
    }

    /// Why states cannot be told from what is seen of them at the share s, in one sentence; empty where they can.
    Optional<String> blind(double share) {
        if (inputs < dimension) {
            return Optional.of("this flow has extra coordinates, which the read-out forgets: it has no inverse");
        }
        if (turns() && !new LUDecomposition(view(share)).getSolver().isNonSingular()) {
            return Optional.of("the read-out of this flow flattens space: it has no inverse");
        }
        return Optional.empty();
    }

    /// The states that are seen as `y` at the share s; only where nothing is [#blind].
    Points unseen(Points y, double share) {
        require(y);
        if (plain()) {
            return y;
        }
        var map = readout.orElseThrow();
        var rows = rows(y);
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] -= share * map.c(i);
            }
        }
        if (y.size() == 0) {
            return y;
        }
        var solved = new LUDecomposition(view(share)).getSolver().solve(new Array2DRowRealMatrix(rows, false));
        return Points.of(solved.getData());
    }

    /// (1 − s) I + s A.
    private Array2DRowRealMatrix view(double share) {
        var map = readout.orElseThrow();
        var matrix = new Array2DRowRealMatrix(inputs, inputs);
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < inputs; j++) {
                matrix.setEntry(i, j, share * map.a(i, j) + (i == j ? 1 - share : 0));
            }
        }
        return matrix;
    }
}
