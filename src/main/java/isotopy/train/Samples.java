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
/// `split` says which of the examples they are: of given ones by their place in the target, of drawn ones in the order
/// in which they were drawn.
///
/// Shapes: an `X` is d × n, its `Y` d × n or m × n with m classes.
public record Samples(Points trainX, Points trainY, Points testX, Points testY, Split split) {
    /// Examples in the order in which they are given, those that train first.
    public Samples(Points trainX, Points trainY, Points testX, Points testY) {
        this(trainX, trainY, testX, testY, Split.inOrder(trainX.size(), testX.size()));
    }

    /// Draws the examples: uniform in the domain for maps and functions, the given ones for pairs and classes.
    /// Noise is added to where training points should go; to points with classes, whose classes cannot be a little
    /// off, it is added themselves, in training and test alike.
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
        boolean classes = experiment.target() instanceof Labels;
        var all = classes ? noisy(x, experiment) : x;
        var trainY = y.select(trainIndices);
        return new Samples(
                all.select(trainIndices),
                classes ? trainY : noisy(trainY, experiment),
                all.select(testIndices),
                y.select(testIndices),
                new Split(trainIndices, testIndices));
    }

    /// Independent normal numbers added to every coordinate.
    private static Points noisy(Points points, Experiment experiment) {
        double noise = experiment.sampling().noise();
        if (noise == 0) {
            return points;
        }
        var random = experiment.random(Experiment.Purpose.NOISE, 0);
        var rows = new double[points.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = points.row(i);
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] += noise * random.nextGaussian();
            }
        }
        return Points.of(rows);
    }

    /// The examples that train, by their place in the target where it gives them.
    public int[] trainIndices() {
        return split.trainIndices();
    }

    /// The examples that test.
    public int[] testIndices() {
        return split.testIndices();
    }

    /// How many of the examples are kept for the test; at least one is left to train on, and few examples may leave
    /// none for the test.
    public static int testSize(Experiment experiment) {
        int n = count(experiment);
        return Math.min((int) Math.round(n * experiment.sampling().testFraction()), n - 1);
    }

    /// How many examples there are in all.
    static int count(Experiment experiment) {
        return switch (experiment.target()) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> experiment.sampling().samples();
            case Correspondence pairs -> pairs.x().size();
            case Labels labels -> labels.x().size();
        };
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
