package isotopy.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The most that one core does in single precision: ten chains of fused multiply-adds, which wait for nothing but each
/// its own last result, in the widest vectors there are.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Peak {
    private static final int ROUNDS = 10_000;

    /// Fused multiply-adds of one call, for each lane of a vector.
    private static final int CHAINS = 10;

    @Param("0.5")
    public float factor;

    /// The number of lanes, by which the measured rate is to be multiplied.
    static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS * CHAINS)
    public float multiplyAdd() {
        var f = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, factor);
        var c = FloatVector.broadcast(FloatVector.SPECIES_PREFERRED, 1 - factor);
        var a0 = f;
        var a1 = f;
        var a2 = f;
        var a3 = f;
        var a4 = f;
        var a5 = f;
        var a6 = f;
        var a7 = f;
        var a8 = f;
        var a9 = f;
        for (int k = 0; k < ROUNDS; k++) {
            a0 = a0.fma(f, c);
            a1 = a1.fma(f, c);
            a2 = a2.fma(f, c);
            a3 = a3.fma(f, c);
            a4 = a4.fma(f, c);
            a5 = a5.fma(f, c);
            a6 = a6.fma(f, c);
            a7 = a7.fma(f, c);
            a8 = a8.fma(f, c);
            a9 = a9.fma(f, c);
        }
        var sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5).add(a6).add(a7).add(a8).add(a9);
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
