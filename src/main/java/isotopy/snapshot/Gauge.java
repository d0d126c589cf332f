package isotopy.snapshot;

import isotopy.target.Kind;
import isotopy.theory.Floor;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What misses are compared with: the length that counts as whole, and the floor. It belongs to the examples, and is
/// found once for them.
///
/// Units: `extent` as the goals; > 0.
public record Gauge(double extent, Optional<Floor> floor) {
    /// Throws: `IllegalArgumentException` when the extent is not positive.
    public Gauge {
        if (!(extent > 0)) {
            throw new IllegalArgumentException("an extent must be positive: " + extent);
        }
    }

    /// The side of the domain, and no floor.
    static Gauge plain(Experiment experiment) {
        return new Gauge(experiment.sampling().domain().side(), Optional.empty());
    }

    /// The range of the values of a function, else the side of the domain; and the floor, where it is known.
    public static Gauge of(Experiment experiment, Samples samples) {
        double side = experiment.sampling().domain().side();
        double extent = experiment.target().kind() == Kind.FUNCTION ? range(samples, side) : side;
        return new Gauge(extent, experiment.floor(samples));
    }

    /// The range of all values; where there is none, what is given.
    private static double range(Samples samples, double otherwise) {
        var all = Stream.of(samples.trainY(), samples.testY())
                .flatMapToDouble(y -> Arrays.stream(y.row(0)))
                .summaryStatistics();
        double range = all.getMax() - all.getMin();
        return range > 0 ? range : otherwise;
    }
}
