package isotopy.figure;

import isotopy.math.Points;
import java.util.Optional;

/// Which class the network gives each start of the square, and how sure it is: finer than the lattice, by smooth curves
/// through its scores. Immutable.
///
/// Shapes: [#SIDE]² entries, row by row from the top; nobody changes the arrays.
///
/// @param winner the class with the highest score
/// @param sureness its share by softmax in 0 … 255, where 0 is no better than chance
/// @param boundary the lines between the regions, carried
public record Regions(byte[] winner, byte[] sureness, Optional<Boundary> boundary) {
    /// Points between two of the lattice, and points a side.
    static final int FINE = 6;

    static final int SIDE = (Scene.LATTICE - 1) * FINE + 1;

    /// From the scores at the points of the lattice.
    ///
    /// Shapes: m × [Scene#LATTICE]².
    static Regions of(Points scores, Optional<Boundary> boundary) {
        var winner = new byte[SIDE * SIDE];
        var sureness = new byte[SIDE * SIDE];
        int m = scores.dimension();
        var fine = new double[m][];
        for (int i = 0; i < m; i++) {
            fine[i] = Finer.of(scores.row(i), FINE);
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
            sureness[row * SIDE + k % SIDE] =
                    (byte) Math.round(255 * Math.clamp((1 / sum - 1.0 / m) / (1 - 1.0 / m), 0, 1));
        }
        return new Regions(winner, sureness, boundary);
    }
}
