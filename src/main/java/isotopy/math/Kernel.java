package isotopy.math;

/// One layer's velocity and its pullback over a tile of particles, in single precision.
///
/// A layer is a sum over hidden units of v σ(w·z + b) or v σ(β |z − c|²), whose parameters stand one unit after the
/// other. Tiles stand in one array `m`, coordinate i of a tile that begins at `z` at z + i·tile.
public abstract class Kernel {
    /// Logical lanes: particle k of a tile is summed in lane k mod 16, whatever a register holds, so that sums have
    /// the same bits on every machine.
    public static final int LANES = 16;

    /// Overwrites the tile at `into` ← base + scale · f(z), and where activations are stored those at `kept`.
    public abstract void evaluate(
            float[] p, int at, int units, float[] m, int z, int base, float scale, int into, int kept);

    /// Adds (∂f/∂z)ᵀκ to the tile at `into` and (∂f/∂θ)ᵀκ to the lanes at `sums`, where κ is `scale` times the tile
    /// at `costate`.
    public abstract void pullback(
            float[] p,
            int at,
            int units,
            float[] m,
            int z,
            int costate,
            float scale,
            int into,
            int kept,
            float[] lanes,
            int sums);
}
