package isotopy.math;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/// A kernel that begins as its scalar twin and becomes the vector kernel once that is compiled, which changes the speed
/// and not one bit: what one leaves behind on the way forward, the other finds on the way back.
///
/// Until the compiler has seen to it, every operation of the Vector API is a call that makes an object, a thousand
/// times slower than the instruction that it will be: a large step would take seconds. So [#warm] runs the vector
/// kernel on a few particles until it makes no objects any more. Where that does not come about within [#ROUNDS], the
/// twin goes on.
final class WarmingKernel extends Kernel {
    private static final int ROUNDS = 4000;
    private static final int CALLS = 20;
    private static final int UNITS = 4;
    private static final Object ONE_AT_A_TIME = new Object();

    private final KernelShape shape;
    private final Kernel wide;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Kernel current;

    /// Starts as `plain` and becomes `wide`.
    WarmingKernel(KernelShape shape, Kernel plain, Kernel wide) {
        this.shape = shape;
        this.wide = wide;
        current = plain;
    }

    @Override
    public boolean cold() {
        return !begun.get();
    }

    @Override
    public void warm() {
        if (begun.compareAndSet(false, true)) {
            synchronized (ONE_AT_A_TIME) {
                if (compiles(wide)) {
                    current = wide;
                }
            }
        }
    }

    /// Runs the kernel until two rounds of calls have allocated nothing; false when that does not happen.
    private boolean compiles(Kernel kernel) {
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
        int quiet = 0;
        for (int round = 0; round < ROUNDS && quiet < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                kernel.evaluate(p, 0, UNITS, m, 0, tile, 1, 2 * tile, kept);
                kernel.pullback(p, 0, UNITS, m, 0, tile, 1, 2 * tile, 3 * tile, kept, sums);
                kernel.combine(m, 0, weights, places, 2, 2 * tile);
            }
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }
        return quiet == 2;
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
