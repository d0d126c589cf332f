package isotopy.flow;

import isotopy.math.Points;
import java.util.Arrays;

/// The paths of n particles through fictitious time, kept at the times t₀ = 0 < … < t_m = T. Immutable.
///
/// Between two kept times a path is a straight line; for Euler with one step a layer, kept at the edges of layers, that
/// is the exact path of the residual network.
///
/// Shapes: m + 1 times; positions (m + 1) × d × n.
public final class Trajectory {
    private final double[] times;
    private final double[][][] positions;

    /// Takes the arrays over: the caller must not change them afterwards.
    ///
    /// Throws: `IllegalArgumentException` when there are fewer than two times or they do not belong to the
    /// positions.
    public Trajectory(double[] times, double[][][] positions) {
        if (times.length < 2 || positions.length != times.length) {
            throw new IllegalArgumentException("a trajectory needs two times or more, each with positions: "
                    + times.length + ", " + positions.length);
        }
        this.times = times;
        this.positions = positions;
    }

    /// The number of particles n.
    public int size() {
        return positions[0][0].length;
    }

    /// The number of coordinates d.
    public int dimension() {
        return positions[0].length;
    }

    /// The number of kept times, m + 1.
    public int samples() {
        return times.length;
    }

    /// The kept time with index k.
    public double time(int k) {
        return times[k];
    }

    /// The last time T.
    public double horizon() {
        return times[times.length - 1];
    }

    /// Coordinate i of particle j at the kept time k.
    public double at(int k, int i, int j) {
        return positions[k][i][j];
    }

    /// The index k of the piece [t_k, t_{k+1}] that holds t, in 0 … m − 1; t is cut to [0, T].
    public int piece(double t) {
        int found = Arrays.binarySearch(times, t);
        int k = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(times.length - 2, k));
    }

    /// Coordinate i of particle j at time t.
    public double at(double t, int i, int j) {
        int k = piece(t);
        return between(positions[k][i][j], positions[k + 1][i][j], share(t, k));
    }

    /// Overwrites into ← coordinate i of all particles at time t.
    public void copyRow(double t, int i, double[] into) {
        int k = piece(t);
        double share = share(t, k);
        var a = positions[k][i];
        var b = positions[k + 1][i];
        for (int j = 0; j < a.length; j++) {
            into[j] = between(a[j], b[j], share);
        }
    }

    /// All particles at time t.
    public Points points(double t) {
        var rows = new double[dimension()][size()];
        for (int i = 0; i < rows.length; i++) {
            copyRow(t, i, rows[i]);
        }
        return Points.of(rows);
    }

    private double share(double t, int k) {
        return t <= times[k] ? 0 : t >= times[k + 1] ? 1 : (t - times[k]) / (times[k + 1] - times[k]);
    }

    /// Exactly a at share 0 and exactly b at share 1, whatever the roundings.
    private static double between(double a, double b, double share) {
        return share == 1 ? b : a + share * (b - a);
    }
}
