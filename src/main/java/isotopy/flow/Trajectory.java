package isotopy.flow;

import isotopy.math.Points;
import java.util.Arrays;

/// The paths of n particles through fictitious time, kept at the times t₀ = 0 < … < t_m = T. Immutable.
///
/// Between two kept times a path is a straight line; for Euler with one step a layer, kept at the edges of layers, that
/// is the exact path of the residual network.
///
/// Positions are kept in double, or for very many particles that are only looked at in float.
///
/// Shapes: m + 1 times; positions (m + 1) × d × n.
public final class Trajectory {
    private final double[] times;
    private final Kept kept;

    /// Takes the arrays over: the caller must not change them afterwards.
    ///
    /// Throws: `IllegalArgumentException` when there are fewer than two times or they do not belong to the
    /// positions.
    public Trajectory(double[] times, double[][][] positions) {
        this(times, new Doubles(positions), positions.length);
    }

    /// The same with positions in float.
    ///
    /// Throws: `IllegalArgumentException` as for those in double.
    public Trajectory(double[] times, float[][][] positions) {
        this(times, new Floats(positions), positions.length);
    }

    private Trajectory(double[] times, Kept kept, int samples) {
        if (times.length < 2 || samples != times.length) {
            throw new IllegalArgumentException(
                    "a trajectory needs two times or more, each with positions: " + times.length + ", " + samples);
        }
        this.times = times;
        this.kept = kept;
    }

    /// The number of particles n.
    public int size() {
        return kept.size();
    }

    /// The number of coordinates d.
    public int dimension() {
        return kept.dimension();
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
        return kept.at(k, i, j);
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
        return between(kept.at(k, i, j), kept.at(k + 1, i, j), share(t, k));
    }

    /// Overwrites into ← coordinate i of all particles at time t.
    public void copyRow(double t, int i, double[] into) {
        int k = piece(t);
        kept.copyRow(k, i, share(t, k), into);
    }

    /// What a plane picture shows of the particles j = from … to − 1: overwrites
    /// into[offset + j] ← c + a · x₁ + b · x₂ at time t.
    public void project(double t, double c, double a, double b, int from, int to, float[] into, int offset) {
        int k = piece(t);
        kept.project(k, share(t, k), new double[] {c, a, b}, from, to, into, offset);
    }

    /// The paths of the first coordinates alone; shares the memory.
    ///
    /// Throws: `IllegalArgumentException` when there are fewer.
    public Trajectory first(int coordinates) {
        if (coordinates < 1 || coordinates > dimension()) {
            throw new IllegalArgumentException("paths have " + dimension() + " coordinates: " + coordinates);
        }
        return coordinates == dimension() ? this : new Trajectory(times, kept.first(coordinates), times.length);
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

    /// Positions in one precision.
    private sealed interface Kept {
        int size();

        int dimension();

        double at(int k, int i, int j);

        void copyRow(int k, int i, double share, double[] into);

        void project(int k, double share, double[] map, int from, int to, float[] into, int offset);

        Kept first(int coordinates);
    }

    private record Doubles(double[][][] positions) implements Kept {
        @Override
        public int size() {
            return positions[0][0].length;
        }

        @Override
        public int dimension() {
            return positions[0].length;
        }

        @Override
        public double at(int k, int i, int j) {
            return positions[k][i][j];
        }

        @Override
        public void copyRow(int k, int i, double share, double[] into) {
            var a = positions[k][i];
            var b = positions[k + 1][i];
            for (int j = 0; j < a.length; j++) {
                into[j] = between(a[j], b[j], share);
            }
        }

        @Override
        public void project(int k, double share, double[] map, int from, int to, float[] into, int offset) {
            double c = map[0];
            double a = map[1];
            double b = map[2];
            var x0 = positions[k][0];
            var x1 = positions[k + 1][0];
            var y0 = positions[k][1];
            var y1 = positions[k + 1][1];
            for (int j = from; j < to; j++) {
                into[offset + j] = (float) (c + a * between(x0[j], x1[j], share) + b * between(y0[j], y1[j], share));
            }
        }

        @Override
        public Kept first(int coordinates) {
            var first = new double[positions.length][][];
            Arrays.setAll(first, k -> Arrays.copyOf(positions[k], coordinates));
            return new Doubles(first);
        }
    }

    private record Floats(float[][][] positions) implements Kept {
        @Override
        public int size() {
            return positions[0][0].length;
        }

        @Override
        public int dimension() {
            return positions[0].length;
        }

        @Override
        public double at(int k, int i, int j) {
            return positions[k][i][j];
        }

        @Override
        public void copyRow(int k, int i, double share, double[] into) {
            var a = positions[k][i];
            var b = positions[k + 1][i];
            for (int j = 0; j < a.length; j++) {
                into[j] = between(a[j], b[j], share);
            }
        }

        @Override
        public void project(int k, double share, double[] map, int from, int to, float[] into, int offset) {
            float c = (float) map[0];
            float a0 = (float) (map[1] * (1 - share));
            float a1 = (float) (map[1] * share);
            float b0 = (float) (map[2] * (1 - share));
            float b1 = (float) (map[2] * share);
            var x0 = positions[k][0];
            var x1 = positions[k + 1][0];
            var y0 = positions[k][1];
            var y1 = positions[k + 1][1];
            for (int j = from; j < to; j++) {
                into[offset + j] = c + (a0 * x0[j] + a1 * x1[j]) + (b0 * y0[j] + b1 * y1[j]);
            }
        }

        @Override
        public Kept first(int coordinates) {
            var first = new float[positions.length][][];
            Arrays.setAll(first, k -> Arrays.copyOf(positions[k], coordinates));
            return new Floats(first);
        }
    }
}
