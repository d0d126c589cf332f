package isotopy.train;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// The examples of an experiment: points and what the network should make of them, split into those that train and
/// those that test.
///
/// Column k of a `Y` belongs to column k of its `X`: it is where the point should go, or, for points with classes, 1 in
/// the row of its class and 0 in the others.
///
/// Shapes: an `X` is d × n, its `Y` d × n or m × n with m classes.
public record Samples(Points trainX, Points trainY, Points testX, Points testY) {
    /// Draws the examples: uniform in the domain for maps and functions, the given ones for pairs and classes.
    /// Noise is added to where training points should go, and to nothing else.
    public static Samples draw(Experiment experiment) {
        return switch (experiment.target()) {
            case PlaneMap map -> drawn(experiment, map::apply);
            case LineMap map -> drawn(experiment, map::apply);
            case PlaneFunction function -> drawn(experiment, function::apply);
            case Correspondence pairs -> split(experiment, pairs.x(), pairs.y());
            case Labels labels -> split(experiment, labels.x(), labels.goals());
        };
    }

    private static Samples drawn(Experiment experiment, UnaryOperator<Points> map) {
        var random = experiment.random(Experiment.Purpose.POINTS, 0);
        var domain = experiment.sampling().domain();
        var rows = new double[experiment.target().dimension()]
                [experiment.sampling().samples()];
        for (int k = 0; k < rows[0].length; k++) {
            for (var row : rows) {
                row[k] = domain.at(random.nextDouble());
            }
        }
        var x = Points.of(rows);
        return split(experiment, x, map.apply(x));
    }

    private static Samples split(Experiment experiment, Points x, Points y) {
        int n = x.size();
        int test = testSize(experiment);
        var order = new int[n];
        permute(order, experiment.random(Experiment.Purpose.SPLIT, 0));
        var testIndices = Arrays.copyOf(order, test);
        var trainIndices = Arrays.copyOfRange(order, test, n);
        var trainY = experiment.target() instanceof Labels
                ? y.select(trainIndices)
                : noisy(y.select(trainIndices), experiment);
        return new Samples(x.select(trainIndices), trainY, x.select(testIndices), y.select(testIndices));
    }

    private static Points noisy(Points y, Experiment experiment) {
        double noise = experiment.sampling().noise();
        if (noise == 0) {
            return y;
        }
        var random = experiment.random(Experiment.Purpose.NOISE, 0);
        var rows = new double[y.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = y.row(i);
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] += noise * random.nextGaussian();
            }
        }
        return Points.of(rows);
    }

    /// How many of the examples are kept for the test; at least one is left to train on, and few examples may leave
    /// none for the test.
    public static int testSize(Experiment experiment) {
        int n = switch (experiment.target()) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> experiment.sampling().samples();
            case Correspondence pairs -> pairs.x().size();
            case Labels labels -> labels.x().size();
        };
        return Math.min((int) Math.round(n * experiment.sampling().testFraction()), n - 1);
    }

    /// Overwrites `into` by 0 … n − 1 in a random order.
    static void permute(int[] into, RandomGenerator random) {
        Arrays.setAll(into, k -> k);
        for (int k = into.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = into[k];
            into[k] = into[other];
            into[other] = kept;
        }
    }
}
