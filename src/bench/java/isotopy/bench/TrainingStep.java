package isotopy.bench;

import isotopy.train.Trainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One full training step: forward, exact gradient, Adam.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TrainingStep {
    @Param("T1")
    public String work;

    @Param("1")
    public int threads;

    private Trainer trainer;

    @Setup(Level.Trial)
    public void start() {
        trainer = new Trainer(Work.named(work).experiment(), threads);
    }

    @Benchmark
    public long step() {
        trainer.advance().ifPresent(end -> {
            throw new IllegalStateException("training must not diverge while it is measured: " + end);
        });
        return trainer.step();
    }

    @TearDown(Level.Trial)
    public void stop() {
        trainer.close();
    }
}
