package isotopy.flow;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds the layers that fold the line: a step of them has a slope ≤ 0 somewhere, or carries two states past each
/// other.
///
/// Looked at are the particles and, at the entry of every layer, a dense lattice over the interval on which they are:
/// particles that crowd in one place would leave the rest unseen. Mutable, for one thread.
final class LineFolds {
    private static final int LATTICE = 801;

    /// Neighbours nearer than this, and slopes between them that are negative by less, tell of rounding.
    private static final double ROUNDING = 1e-9;

    private final FlowMap flow;
    private final Sight sight;
    private final Tangents tangents;
    private final double[] least;

    private LineFolds(FlowMap flow, int probes) {
        this.flow = flow;
        sight = Sight.of(flow.control());
        tangents = new Tangents(flow, probes + LATTICE);
        least = new double[probes + LATTICE];
    }

    /// Only for states with one coordinate.
    static Folds of(FlowMap flow, Points probes) {
        return probes.size() == 0 ? Folds.NONE : new LineFolds(flow, probes.size()).look(probes);
    }

    private Folds look(Points probes) {
        var folds = new ArrayList<Folds.Fold>();
        var edges = flow.control().edges();
        var particles = IntStream.range(0, probes.size()).toArray();
        var entry = dense(probes);
        tangents.load(entry, 0, entry.size());
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int done = 0;
        for (var step : flow.stepsUntil(flow.control().horizon())) {
            carry(step);
            if (++done % flow.substeps() == 0) {
                double share = flow.share(edges[step.layer()]);
                Folds.examine(step.layer(), entry, least, folds, states -> sight.seen(states, share));
                entry = dense(tangents.particles().points().select(particles));
                tangents.load(entry, 0, entry.size());
                Arrays.fill(least, Double.POSITIVE_INFINITY);
            }
        }
        return folds.isEmpty() ? Folds.NONE : new Folds(folds);
    }

    /// The states followed by a lattice over them.
    private static Points dense(Points states) {
        var range = Arrays.stream(states.row(0)).summaryStatistics();
        var line = new double[LATTICE];
        double side = range.getMax() - range.getMin();
        Arrays.setAll(line, k -> range.getMin() + side * k / (LATTICE - 1));
        return states.followedBy(Points.of(new double[][] {line}));
    }

    /// Takes one step and notes the least slopes, also those between neighbours.
    private void carry(FlowMap.Step step) {
        var before = tangents.particles().points().row(0);
        var slopes = new double[before.length];
        tangents.reset();
        tangents.carry(step);
        tangents.determinants(0, slopes);
        Arrays.setAll(least, k -> Math.min(least[k], slopes[k]));
        var after = tangents.particles().points().row(0);
        var order = IntStream.range(0, before.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> before[k]))
                .mapToInt(k -> k)
                .toArray();
        double size = Math.max(Math.abs(before[order[0]]), Math.abs(before[order[order.length - 1]]));
        for (int k = 1; k < order.length; k++) {
            int left = order[k - 1];
            int right = order[k];
            double slope = (after[right] - after[left]) / (before[right] - before[left]);
            if (slope < -ROUNDING && before[right] - before[left] > ROUNDING * (1 + size)) {
                least[left] = Math.min(least[left], slope);
                least[right] = Math.min(least[right], slope);
            }
        }
    }
}
