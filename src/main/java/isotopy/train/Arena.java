package isotopy.train;

import isotopy.math.Kernel;
import java.util.Arrays;

/// The one array in which a worker of [FloatGradient] keeps its tiles, activations and lanes, and where each of them
/// begins. Every part begins on a multiple of sixteen floats from the first, so that, where the array itself lies well,
/// no register is loaded across two cache lines.
///
/// Shapes: a tile is d × `tile`, coordinate after coordinate. Mutable in its contents only.
final class Arena {
    /// Java arrays have a head of 16 bytes: float 12 is the first on a cache line, where the array begins on one,
    /// as large arrays do.
    private static final int FIRST = 12;
    /// From this size on an array is on its own in the heap, begins on a cache line and is never moved (G1 with its
    /// usual regions; elsewhere it is only a little slower).
    private static final int LARGE = 1 << 18;

    final float[] m;
    private final int tileSize;
    private final int activations;
    private final int stages;
    private final int costate;
    private final int states;
    private final int kept;
    private final int slopes;
    private final int lanes;

    /// Room for so many steps of `stages` stages each; `activations` numbers are left behind by each stage, and
    /// slopes are kept for all steps or for one.
    Arena(int dimension, int tile, int steps, int stages, int activations, boolean keepsSlopes, int effective) {
        this.stages = stages;
        this.activations = activations;
        tileSize = dimension * tile;
        costate = FIRST + tileSize; // first a tile of zeros
        int pulled = costate + 2 * tileSize;
        states = pulled + stages * tileSize;
        slopes = states + (steps * stages + 1) * tileSize;
        kept = slopes + (keepsSlopes ? steps : 1) * stages * tileSize;
        lanes = kept + steps * stages * activations;
        m = new float[Math.max(LARGE, lanes + effective * Kernel.LANES)];
    }

    /// The floats that such an arena takes.
    static long size(
            int dimension, int tile, long steps, int stages, long activations, boolean keepsSlopes, long effective) {
        long tiles = 4 + stages + steps * stages + 1 + (keepsSlopes ? steps : 1) * stages;
        return tiles * dimension * tile + steps * stages * activations + effective * Kernel.LANES + LARGE;
    }

    /// A tile of zeros.
    int zero() {
        return FIRST;
    }

    int costate() {
        return costate;
    }

    /// The weighted costate that enters a stage.
    int kappa() {
        return costate + tileSize;
    }

    /// What comes out of stage i on the way back.
    int pulled(int i) {
        return costate + (2 + i) * tileSize;
    }

    /// The state that stage i of step s looks at; stage 0 of the step after the last is where particles arrive.
    int state(int s, int i) {
        return states + (s * stages + i) * tileSize;
    }

    /// The slope at stage i of step s, where slopes are kept for all steps; else `s` is 0.
    int slope(int s, int i) {
        return slopes + (s * stages + i) * tileSize;
    }

    /// What stage i of step s left behind.
    int kept(int s, int i) {
        return kept + (s * stages + i) * activations;
    }

    /// The lanes of effective parameter i.
    int lanes(int i) {
        return lanes + i * Kernel.LANES;
    }

    /// Overwrites the lanes of the first `n` effective parameters by zero.
    void clearLanes(int n) {
        Arrays.fill(m, lanes, lanes + n * Kernel.LANES, 0);
    }

    /// Overwrites `into` by the sums of the lanes of each effective parameter, in pairs, always the same ones.
    void sumLanes(double[] into) {
        for (int i = 0; i < into.length; i++) {
            int a = lanes + i * Kernel.LANES;
            float low =
                    ((m[a] + m[a + 8]) + (m[a + 4] + m[a + 12])) + ((m[a + 2] + m[a + 10]) + (m[a + 6] + m[a + 14]));
            float high = ((m[a + 1] + m[a + 9]) + (m[a + 5] + m[a + 13]))
                    + ((m[a + 3] + m[a + 11]) + (m[a + 7] + m[a + 15]));
            into[i] = (double) low + high;
        }
    }
}
