package isotopy.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The most fused multiply-adds of single precision that one core does in a nanosecond: a loop that the compiler makes
/// into vectors, sixteen of them for each value that is loaded.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Peak {
    private static final int SIZE = 1024;

    @Param("0.5")
    public float factor;

    private final float[] values = new float[SIZE];

    @Benchmark
    @OperationsPerInvocation(16 * SIZE)
    public float[] multiplyAdd() {
        float f = factor;
        float c = 1 - f;
        var v = values;
        for (int k = 0; k < SIZE; k++) {
            float a = v[k];
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            a = Math.fma(a, f, c);
            v[k] = a;
        }
        return v;
    }
}
