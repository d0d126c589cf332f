package isotopy.math;

/// One layer's velocity and its pullback over a tile of particles, in single precision.
///
/// A layer is a sum over hidden units of v σ(w·z + b) or v exp(β |z − c|²) ([Form]), whose 2d + 1 parameters stand one
/// unit after the other in `p`, from `at`. All else stands in one array `m`, known by where it begins: tiles of
/// particles, coordinate i at offset i·tile; what the way forward leaves for the way back; and the lanes in which
/// gradients are summed, sixteen for each parameter.
///
/// Kernels are generated when they are first asked for, one class for each form, σ, dimension and tile (decision 0008);
/// in the first moments a twin in plain Java does their work.
/// Every result has the same bits on every machine, whatever its registers hold. Nothing is allocated. Where an offset
/// lies outside the arrays, an exception comes, as with any array.
public abstract class Kernel {
    /// Logical lanes: particle k of a tile is summed in lane k mod 16, in the order of the particles.
    public static final int LANES = 16;

    /// The largest dimension for which there are kernels.
    public static final int LARGEST_DIMENSION = 8;

    /// The kernel for tiles of so many particles, a multiple of 64. One that is `stored` leaves activations
    /// behind on the way forward, the other computes them again on the way back; the results are the same.
    public static Kernel of(Form form, Nonlinearity activation, int dimension, int tile, boolean stored) {
        return Kernels.warming(form, activation, dimension, tile, stored);
    }

    /// The kernel that works with registers of so many lanes, 16, 8 or 4, or 1 in plain Java: to compare them.
    public static Kernel ofLanes(Form form, Nonlinearity activation, int dimension, int tile, int lanes) {
        return Kernels.of(form, activation, dimension, tile, true, lanes);
    }

    /// The lanes of the registers that kernels use on this machine, 1 where there is no vector unit to be used.
    public static int lanes() {
        return VectorUnit.LANES;
    }

    /// The numbers that a stored kernel leaves behind for each particle and hidden unit.
    public static int kept(Form form, Nonlinearity activation) {
        return KernelProgram.of(form, activation).kept();
    }

    /// Whether kernels are quick on this machine: with a vector unit, or where a fused multiply-add is one
    /// instruction.
    public static boolean quick() {
        return VectorUnit.LANES > 1 || VectorUnit.fuses();
    }

    /// Whether nobody has begun to [#warm] a kernel that is not yet as quick as it will be.
    public boolean cold() {
        return false;
    }

    /// Works until the kernel is as quick as it will be, some tenths of a second: to be called by a thread of its
    /// own, while others use the kernel already. A second call does nothing.
    public void warm() {}

    /// The numbers that are left behind for each particle and hidden unit.
    public abstract int kept();

    /// Overwrites the tile at `into` ← base + scale · f(z), and what is left behind at `kept`; `into` may be
    /// `base`.
    public abstract void evaluate(
            float[] p, int at, int units, float[] m, int z, int base, float scale, int into, int kept);

    /// Overwrites the tile at `into` ← base + (∂f/∂z)ᵀκ and adds (∂f/∂θ)ᵀκ to the lanes at `sums`, where κ is
    /// `scale` times the tile at `costate`; the tiles may be one.
    public abstract void pullback(
            float[] p,
            int at,
            int units,
            float[] m,
            int z,
            int costate,
            float scale,
            int base,
            int into,
            int kept,
            int sums);

    /// Overwrites the tile at `into` ← base + Σ weights[i] · the tile at places[i], i < n, in that order.
    public abstract void combine(float[] m, int base, float[] weights, int[] places, int n, int into);
}
