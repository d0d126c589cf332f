package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Activation;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.train.SumStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// The charts of a run and of its flow. Pure.
public enum Charts {
    /// The error over the training steps.
    LOSS("loss"),
    /// What moving costs, layer by layer.
    ENERGY("energy"),
    /// Errors of sums and of compositions over the number of parameters.
    THEORY("theory");

    /// Errors below are rounding.
    private static final double ROUNDING = 1e-17;

    /// So many speeds are measured within a layer.
    private static final int PIECES = 4;

    private static final Chart.Line[] LINES = {Chart.Line.SOLID, Chart.Line.DASHED, Chart.Line.DOTTED};
    private static final Chart.Hue[] HUES = {Chart.Hue.GREEN, Chart.Hue.RED, Chart.Hue.PURPLE, Chart.Hue.YELLOW};

    private final String id;

    Charts(String id) {
        this.id = id;
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    /// The chart of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Charts named(String id) {
        return Arrays.stream(values())
                .filter(chart -> chart.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no chart '" + id + "'; choose loss, energy or theory"));
    }

    /// The mean square errors on training and test points over the steps of a run, in the user's units, with the
    /// floor of what is trained, where there is one.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, before the first training step.
    public static Chart loss(FlowSnapshot snapshot) {
        double unit = snapshot.experiment().unit();
        var history = snapshot.history().times(unit * unit);
        int known = history.size();
        if (snapshot.step() < 1) {
            throw new IllegalArgumentException("there is no loss before the first training step; train first");
        }
        boolean tested = snapshot.experiment().sampling().testFraction() > 0;
        boolean more = known == 0 || history.step(known - 1) < snapshot.step();
        var steps = new double[known + (more ? 1 : 0)];
        var train = new double[steps.length];
        var test = new double[steps.length];
        for (int k = 0; k < known; k++) {
            steps[k] = history.step(k);
            train[k] = history.train(k);
            test[k] = history.test(k);
        }
        if (more) {
            steps[known] = snapshot.step();
            train[known] = snapshot.train().times(unit).meanSquare();
            test[known] = tested ? snapshot.test().times(unit).meanSquare() : train[known];
        }
        var series = new ArrayList<Chart.Series>();
        series.add(new Chart.Series("training points", Chart.Line.SOLID, Chart.Hue.ACCENT, steps, train));
        if (tested) {
            series.add(new Chart.Series("test points", Chart.Line.DASHED, Chart.Hue.INK, steps, test));
        }
        var bounds = snapshot.floor()
                .map(floor -> floor.times(unit).meanSquare())
                .filter(floor -> floor > 0)
                .map(floor -> List.of(new Chart.Bound(floorName(snapshot), floor)))
                .orElse(List.of());
        return chart(
                new Chart.Axis("training step", false, 0, Math.max(1, snapshot.step())),
                snapshot.experiment().target() instanceof Labels ? "Brier score" : "mean squared error",
                series,
                bounds);
    }

    /// Whose floor that of a snapshot is.
    public static String floorName(FlowSnapshot snapshot) {
        var family = snapshot.experiment().network().family();
        boolean linear = family.activation() == Activation.IDENTITY;
        return snapshot.experiment().stateDimension() == 1 && !linear
                ? "floor of flows"
                : "floor of " + family.title() + " layers";
    }

    /// The mean over the particles of their squared speed, layer by layer, as a staircase over t, beside the
    /// least that its mean over t can be for particles that end where these end: straight paths at constant
    /// speed.
    ///
    /// Formula: E(t) = E‖ẋ(t)‖², ∫E dt ≥ E‖φ_T(x) − x‖²/T (Cauchy and Schwarz).
    public static Chart energy(Scene scene) {
        var paths = scene.room().map(Scene.Room::particles).orElse(scene.particles());
        var edges = scene.snapshot().control().edges();
        var t = new double[2 * (edges.length - 1)];
        var energy = new double[t.length];
        for (int k = 0; k + 1 < edges.length; k++) {
            t[2 * k] = edges[k];
            t[2 * k + 1] = edges[k + 1];
            energy[2 * k] = squaredSpeed(paths, edges[k], edges[k + 1], PIECES);
            energy[2 * k + 1] = energy[2 * k];
        }
        double horizon = paths.horizon();
        double least = squaredSpeed(paths, 0, horizon, 1);
        double highest = Math.max(least, Arrays.stream(energy).max().orElse(1));
        var series =
                List.of(new Chart.Series("mean squared speed ‖dx/dt‖²", Chart.Line.SOLID, Chart.Hue.ACCENT, t, energy));
        return new Chart(
                new Chart.Axis("t", false, 0, horizon),
                new Chart.Axis("kinetic energy", false, 0, highest > 0 ? 1.1 * highest : 1),
                series,
                least > 0 ? List.of(new Chart.Bound("straight paths at constant speed", least)) : List.of());
    }

    private static double squaredSpeed(Trajectory paths, double from, double to, int pieces) {
        double sum = 0;
        double step = (to - from) / pieces;
        for (int k = 0; k < pieces && step > 0; k++) {
            for (int i = 0; i < paths.dimension(); i++) {
                for (int j = 0; j < paths.size(); j++) {
                    double moved = paths.at(from + (k + 1) * step, i, j) - paths.at(from + k * step, i, j);
                    sum += moved * moved / (step * step);
                }
            }
        }
        return sum / pieces / Math.max(1, paths.size());
    }

    /// What sums and compositions with so many parameters miss, and the present network.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when nothing was measured.
    public static Chart theory(FlowSnapshot snapshot, SumStudy measured) {
        double unit = snapshot.experiment().unit();
        var study = measured.times(unit);
        var series = new ArrayList<Chart.Series>();
        for (var sums : study.sums()) {
            int k = sums.basis().ordinal();
            series.add(series(sums.basis().title(), LINES[k % LINES.length], HUES[k % HUES.length], sums.misses()));
        }
        if (!study.composed().isEmpty()) {
            var misses = study.composed().stream().map(SumStudy.Composed::miss).toList();
            series.add(series("network, as its depth grows", Chart.Line.THICK, Chart.Hue.ACCENT, misses));
        }
        var evaluation = snapshot.experiment().sampling().testFraction() > 0 ? snapshot.test() : snapshot.train();
        var present =
                new SumStudy.Miss(snapshot.control().parameters(), evaluation.meanSquare(), evaluation.supremum());
        series.add(series("this network", Chart.Line.RINGS, Chart.Hue.ACCENT, List.of(present.times(unit))));
        if (series.size() < 2) {
            throw new IllegalArgumentException("nothing was measured that could be compared");
        }
        var counts =
                series.stream().flatMapToDouble(each -> Arrays.stream(each.x())).summaryStatistics();
        return chart(
                new Chart.Axis("parameters", true, counts.getMin() / 1.3, counts.getMax() * 1.3),
                snapshot.experiment().target() instanceof Labels
                        ? "root of the Brier score"
                        : "root mean squared error",
                series,
                List.of());
    }

    private static Chart.Series series(String name, Chart.Line line, Chart.Hue hue, List<SumStudy.Miss> misses) {
        return new Chart.Series(
                name,
                line,
                hue,
                misses.stream().mapToDouble(SumStudy.Miss::parameters).toArray(),
                misses.stream().mapToDouble(SumStudy.Miss::root).toArray());
    }

    /// With a logarithmic axis of errors that shows all of them, from whole powers of ten on.
    private static Chart chart(Chart.Axis x, String errors, List<Chart.Series> series, List<Chart.Bound> bounds) {
        var all = DoubleStream.concat(
                        series.stream().flatMapToDouble(each -> Arrays.stream(each.y())),
                        bounds.stream().mapToDouble(Chart.Bound::y))
                .filter(error -> error > ROUNDING && Double.isFinite(error))
                .summaryStatistics();
        double low = all.getCount() > 0 ? Math.pow(10, Math.floor(Math.log10(all.getMin()))) : 1e-3;
        double high = all.getCount() > 0 ? Math.pow(10, Math.ceil(Math.log10(all.getMax()) + 1e-9)) : 1;
        return new Chart(x, new Chart.Axis(errors, true, low, Math.max(high, 10 * low)), series, bounds);
    }
}
