package isotopy.bench;

import isotopy.flow.FlowMap;
import isotopy.math.Points;
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

/// Particles carried through a trained flow in double precision, all by one call.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Carrying {
    @Param("T1")
    public String work;

    @Param("1000")
    public int particles;

    private FlowMap flow;
    private Points points;

    @Setup(Level.Trial)
    public void start() {
        flow = trained(Work.named(work));
        points = Work.square(particles);
    }

    /// The flow after a few steps of training, so that no weight is zero.
    static FlowMap trained(Work work) {
        try (var trainer = new Trainer(work.experiment(), 1)) {
            for (int step = 0; step < 10; step++) {
                trainer.advance();
            }
            return trainer.experiment().flow(trainer.control());
        }
    }

    @Benchmark
    public Points carry() {
        return flow.apply(points);
    }
}
