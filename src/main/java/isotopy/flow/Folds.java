package isotopy.flow;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The layers of a residual network that fold space: somewhere among the states the determinant of a step of the layer
/// is ≤ 0, so that the layer is no slice of any flow.
///
/// Every step is looked at alone, because two steps that both turn space over keep its orientation between them.
///
/// Looked for at the given particles, carried along from layer to layer. States on the line are also looked at on a
/// dense lattice over where the particles are, and for neighbours that change their order. With extra coordinates the
/// determinant is that of all coordinates of the state.
public record Folds(List<Fold> layers) {
    /// How many places a fold keeps to be marked.
    private static final int PLACES = 400;

    /// The lattice of probes has so many points a side,
    private static final int PER_SIDE = 41;

    /// and of many particles these are enough; they come in a random order.
    private static final int PARTICLES = 2000;

    /// No layer folds.
    public static final Folds NONE = new Folds(List.of());

    /// One folding layer, counted from 0: the smallest determinant of a step of it, and where the states are
    /// seen on entry from which one is ≤ 0.
    public record Fold(int layer, double determinant, Points where) {}

    /// Copies the list.
    public Folds {
        layers = List.copyOf(layers);
    }

    /// The indices of the folding layers.
    public List<Integer> indices() {
        return layers.stream().map(Fold::layer).toList();
    }

    /// Whether that layer folds.
    public boolean contains(int layer) {
        return layers.stream().anyMatch(fold -> fold.layer() == layer);
    }

    /// Where to look: a lattice over the domain, and the first few thousand of the particles.
    ///
    /// Shapes: d × n like the particles, with d = 1 or 2.
    public static Points probes(Box domain, Points particles) {
        var some = particles.select(
                IntStream.range(0, Math.min(PARTICLES, particles.size())).toArray());
        if (particles.dimension() > 1) {
            return domain.lattice(PER_SIDE).followedBy(some);
        }
        var line = new double[PER_SIDE * PER_SIDE];
        Arrays.setAll(line, k -> domain.at(k / (line.length - 1.0)));
        return Points.of(new double[][] {line}).followedBy(some);
    }

    /// Looks at every layer of the flow, at the states that start in `probes`.
    ///
    /// A map that is a bijection whatever its layers are, such as the flow itself, has none.
    public static Folds of(FlowMap flow, Points probes) {
        if (flow.integrator().bijective()) {
            return NONE;
        }
        if (flow.control().dimension() == 1) {
            return LineFolds.of(flow, probes);
        }
        var sight = Sight.of(flow.control());
        var edges = flow.control().edges();
        var tangents = new Tangents(flow, probes.size());
        var entry = sight.lifted(probes);
        tangents.load(entry, 0, probes.size());
        var folds = new ArrayList<Fold>();
        var least = new double[probes.size()];
        var determinants = new double[probes.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int done = 0;
        for (var step : flow.stepsUntil(flow.control().horizon())) {
            tangents.reset();
            tangents.carry(step);
            tangents.determinants(0, determinants);
            Arrays.setAll(least, k -> Math.min(least[k], determinants[k]));
            if (++done % flow.substeps() == 0) {
                double share = flow.share(edges[step.layer()]);
                examine(step.layer(), entry, least, folds, states -> sight.seen(states, share));
                entry = tangents.particles().points();
                Arrays.fill(least, Double.POSITIVE_INFINITY);
            }
        }
        return folds.isEmpty() ? NONE : new Folds(folds);
    }

    /// Adds a fold where a determinant is ≤ 0, told with the states on entry.
    static void examine(int layer, Points entry, double[] determinants, List<Fold> into, UnaryOperator<Points> look) {
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        for (double det : determinants) {
            if (det <= 0) {
                least = Math.min(least, det);
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        var places = new int[Math.min(count, PLACES)];
        int seen = 0;
        int kept = 0;
        for (int k = 0; k < determinants.length && kept < places.length; k++) {
            if (determinants[k] <= 0) {
                if ((long) seen * places.length / count >= kept) {
                    places[kept++] = k;
                }
                seen++;
            }
        }
        into.add(new Fold(layer, least, look.apply(entry.select(places))));
    }
}
