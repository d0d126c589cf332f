package isotopy.figure;

import isotopy.math.Points;

/// Which class the network gives each start of the square, and how sure it is: finer than the lattice, by smooth curves
/// through its scores. Immutable.
///
/// Shapes: [#SIDE]² entries, row by row from the top; nobody changes the arrays.
///
/// @param winner the class with the highest score
/// @param sureness its share by softmax in 0 … 255, where 0 is no better than chance
public record Regions(byte[] winner, byte[] sureness) {
    /// Points between two of the lattice, and points a side.
    static final int FINE = 6;

    static final int SIDE = (Scene.LATTICE - 1) * FINE + 1;

    /// From the scores at the points of the lattice.
    ///
    /// Shapes: m × [Scene#LATTICE]².
    static Regions of(Points scores) {
        var winner = new byte[SIDE * SIDE];
        var sureness = new byte[SIDE * SIDE];
        int m = scores.dimension();
        var fine = new float[m][];
        for (int i = 0; i < m; i++) {
            fine[i] = finer(scores.row(i));
        }
        for (int k = 0; k < winner.length; k++) {
            int best = 0;
            for (int i = 1; i < m; i++) {
                best = fine[i][k] > fine[best][k] ? i : best;
            }
            double sum = 0;
            for (int i = 0; i < m; i++) {
                sum += Math.exp(fine[i][k] - fine[best][k]);
            }
            int row = SIDE - 1 - k / SIDE;
            winner[row * SIDE + k % SIDE] = (byte) best;
            sureness[row * SIDE + k % SIDE] = (byte) Math.round(255 * Math.clamp((1 / sum - 1.0 / m) / (1 - 1.0 / m), 0, 1));
        }
        return new Regions(winner, sureness);
    }

    /// Catmull–Rom curves through the values, first along rows, then along columns.
    private static float[] finer(double[] values) {
        int n = Scene.LATTICE;
        var rows = new float[n * SIDE];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < SIDE; i++) {
                rows[j * SIDE + i] = (float) between(values, j * n, 1, i);
            }
        }
        var into = new float[SIDE * SIDE];
        var column = new double[n];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < n; j++) {
                column[j] = rows[j * SIDE + i];
            }
            for (int j = 0; j < SIDE; j++) {
                into[j * SIDE + i] = (float) between(column, 0, 1, j);
            }
        }
        return into;
    }

    /// The value at a fine place of n values `from, from + step, …`.
    private static double between(double[] values, int from, int step, int place) {
        int n = Scene.LATTICE;
        int k = Math.min(n - 2, place / FINE);
        double u = (place - k * FINE) / (double) FINE;
        double p1 = values[from + k * step];
        double p2 = values[from + (k + 1) * step];
        double p0 = k > 0 ? values[from + (k - 1) * step] : 2 * p1 - p2;
        double p3 = k < n - 2 ? values[from + (k + 2) * step] : 2 * p2 - p1;
        return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
    }
}
