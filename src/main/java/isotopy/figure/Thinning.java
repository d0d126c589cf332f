package isotopy.figure;

import java.util.Arrays;

/// Which particles stand for all where there are too many to draw something for each.
final class Thinning {
    private Thinning() {}

    /// At most `most` of the indices 0 … count − 1, evenly over the square and the same ones at every t.
    ///
    /// The first points of a quasi-random sequence are already even; a lattice, or rows of a file, are jumped through
    /// by the golden section.
    static int[] of(Arrangement arrangement, int count, int most) {
        var chosen = new int[Math.min(count, most)];
        boolean all = count <= most;
        switch (arrangement) {
            case RANDOM, DISC -> Arrays.setAll(chosen, k -> k);
            case GRID -> Arrays.setAll(chosen, k -> all ? k : (int) (count * (k * 0.6180339887498949 % 1)));
        }
        return chosen;
    }
}
