package isotopy.flow;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// The layers of a residual network that fold space: somewhere among the states the determinant of a step of the layer
/// is ≤ 0, so that the layer is no slice of any flow.
///
/// Every step is looked at alone, because two steps that both turn space over keep its orientation between them.
///
/// Looked for at the given particles, carried along from layer to layer. With extra coordinates the determinant is that
/// of all coordinates of the state.
public record Folds(List<Fold> layers) {
    /// How many places a fold keeps to be marked.
    private static final int PLACES = 400;

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

    /// Looks at every layer of the flow, at the states that start in `probes`.
    ///
    /// A map that is a bijection whatever its layers are, such as the flow itself, has none.
    public static Folds of(FlowMap flow, Points probes) {
        if (flow.integrator().bijective()) {
            return NONE;
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

    private static void examine(
            int layer, Points entry, double[] determinants, List<Fold> into, UnaryOperator<Points> look) {
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
