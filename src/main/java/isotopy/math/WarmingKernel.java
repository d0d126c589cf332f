package isotopy.math;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// A kernel that begins as its scalar twin and becomes the vector kernel once that is compiled, which changes the speed
/// and not one bit.
///
/// Until the compiler has seen to it, every operation of the Vector API is a call that makes an object, a thousand
/// times slower than the instruction that it will be: a large step would take seconds. So a thread of its own runs the
/// vector kernel on a few particles until it makes no objects any more. Where that does not come about within
/// [#PATIENCE], the twin goes on.
final class WarmingKernel extends Kernel {
    private static final long PATIENCE = 60_000_000_000L; // ns
    private static final int UNITS = 4;
    private static final int CALLS = 20;
    private static final Object ONE_AT_A_TIME = new Object();

    private final KernelShape shape;
    private volatile Kernel current;

    /// Starts as `plain`, and with the thread that makes it `wide`.
    WarmingKernel(KernelShape shape, Kernel plain, Kernel wide) {
        this.shape = shape;
        current = plain;
        Thread.ofPlatform().daemon().name("isotopy-kernels").start(() -> {
            synchronized (ONE_AT_A_TIME) {
                if (warm(wide)) {
                    current = wide;
                }
            }
        });
    }

    /// Runs the kernel until two rounds of calls have allocated nothing; false when patience ends.
    private boolean warm(Kernel kernel) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            return true;
        }
        int tile = shape.tile() * shape.dimension();
        int kept = 4 * tile;
        int sums = kept + shape.kept() * UNITS * shape.tile();
        var m = new float[sums + UNITS * shape.unit() * LANES];
        var p = new float[UNITS * shape.unit()];
        var weights = new float[] {1, 1};
        var places = new int[] {0, tile};
        long start = System.nanoTime();
        for (int quiet = 0; quiet < 2; ) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                kernel.evaluate(p, 0, UNITS, m, 0, tile, 1, 2 * tile, kept);
                kernel.pullback(p, 0, UNITS, m, 0, tile, 1, 2 * tile, 3 * tile, kept, sums);
                kernel.combine(m, 0, weights, places, 2, 2 * tile);
            }
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
            if (System.nanoTime() - start > PATIENCE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int kept() {
        return shape.kept();
    }

    @Override
    public void evaluate(float[] p, int at, int units, float[] m, int z, int base, float scale, int into, int kept) {
        current.evaluate(p, at, units, m, z, base, scale, into, kept);
    }

    @Override
    public void pullback(
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
            int sums) {
        current.pullback(p, at, units, m, z, costate, scale, base, into, kept, sums);
    }

    @Override
    public void combine(float[] m, int base, float[] weights, int[] places, int n, int into) {
        current.combine(m, base, weights, places, n, into);
    }
}
