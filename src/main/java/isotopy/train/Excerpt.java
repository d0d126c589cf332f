package isotopy.train;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Some rows of given examples, as the trainer sees them: with their noise, and split into those that train and those
/// that test. Immutable; nobody changes the array.
///
/// Of a large table only these rows are copied.
///
/// Shapes: x is d × n and y m × n for n rows; one entry of `rows` and of `held` for each.
///
/// @param rows which rows of the target they are, counted from 0
/// @param held whether each is kept for the test
public record Excerpt(int[] rows, Points x, Points y, List<Boolean> held) {
    /// The share whose multiples lie the most evenly in 0 … 1.
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    public Excerpt {
        held = List.copyOf(held);
    }

    /// The given rows of the experiment's target, which must be pairs or points with classes.
    public static Excerpt of(Experiment experiment, int[] rows) {
        var position = positions(experiment);
        int test = Samples.testSize(experiment);
        var held = Arrays.stream(rows).mapToObj(row -> position[row] < test).toList();
        return switch (experiment.target()) {
            case Correspondence pairs -> {
                // noise is drawn for the training points in their order
                var columns =
                        Arrays.stream(rows).map(row -> position[row] - test).toArray();
                int all = position.length - test;
                var y = noisy(pairs.y().select(rows), columns, all, experiment);
                yield new Excerpt(rows, pairs.x().select(rows), y, held);
            }
            case Labels labels -> {
                var x = noisy(labels.x().select(rows), rows, position.length, experiment);
                yield new Excerpt(rows, x, goals(labels, rows), held);
            }
            default ->
                throw new IllegalArgumentException(
                        "there are no given examples: " + experiment.target().title());
        };
    }

    /// At most `most` rows of `count`, evenly from the first to the last: one of each stretch, at a place that
    /// never repeats, lest of two classes that take turns only one is seen.
    public static int[] evenly(int count, int most) {
        var rows = new int[Math.min(count, most)];
        Arrays.setAll(rows, k -> {
            long from = (long) k * count / rows.length;
            long to = (k + 1L) * count / rows.length;
            return (int) (from + (long) (k * GOLDEN % 1 * (to - from)));
        });
        return rows;
    }

    /// The place of each row in the random order of which the first ones test.
    private static int[] positions(Experiment experiment) {
        var order = new int[Samples.count(experiment)];
        Samples.permute(order, experiment.random(Experiment.Purpose.SPLIT, 0));
        var position = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            position[order[k]] = k;
        }
        return position;
    }

    private static Points goals(Labels labels, int[] rows) {
        var goals = new double[labels.names().size()][rows.length];
        for (int k = 0; k < rows.length; k++) {
            goals[labels.classes().get(rows[k])][k] = 1;
        }
        return Points.of(goals);
    }

    /// Point k gets the noise of column `columns[k]` of `all`; a negative column has none.
    private static Points noisy(Points points, int[] columns, int all, Experiment experiment) {
        double noise = experiment.sampling().noise();
        if (noise == 0) {
            return points;
        }
        var order = IntStream.range(0, columns.length)
                .filter(k -> columns[k] >= 0)
                .boxed()
                .sorted(Comparator.comparingInt(k -> columns[k]))
                .mapToInt(k -> k)
                .toArray();
        var random = experiment.random(Experiment.Purpose.NOISE, 0);
        var moved = new double[points.dimension()][];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = points.row(i);
            int next = 0;
            for (int column = 0; column < all; column++) {
                double deviation = noise * random.nextGaussian();
                for (; next < order.length && columns[order[next]] == column; next++) {
                    moved[i][order[next]] += deviation;
                }
            }
        }
        return Points.of(moved);
    }

    /// These rows as examples of their own, those that train before those that test.
    public Samples samples() {
        var train = IntStream.range(0, rows.length).filter(k -> !held.get(k)).toArray();
        var test = IntStream.range(0, rows.length).filter(held::get).toArray();
        return new Samples(x.select(train), y.select(train), x.select(test), y.select(test));
    }
}
