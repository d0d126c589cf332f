package isotopy.flow;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;

/// The layers of a residual network that fold space: somewhere among the states the determinant of the layer's own map is ≤ 0, so that
/// the layer is no slice of any flow.
///
/// Looked for at the given particles and at a dense lattice of the domain, both carried along from layer to layer.
public record Folds(List<Fold> layers) {
    /// How many places a fold keeps to be marked.
    private static final int PLACES = 400;

    /// No layer folds.
    public static final Folds NONE = new Folds(List.of());

    /// One folding layer, counted from 0: the smallest determinant of its map, and states on entry at which it is ≤ 0.
    public record Fold(int layer, double determinant, Points where) {}

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
    public static Folds of(FlowMap flow, Points probes) {
        if (flow.control().layers().isEmpty() || probes.size() == 0) {
            return NONE;
        }
        var steps = flow.stepsUntil(flow.control().horizon());
        var tangents = new Tangents(flow, probes);
        var folds = new ArrayList<Fold>();
        var entry = tangents.particles().points();
        for (int s = 0; s < steps.length; s++) {
            if (s % flow.substeps() == 0) {
                tangents.reset();
                entry = tangents.particles().points();
            }
            tangents.carry(steps[s]);
            if ((s + 1) % flow.substeps() == 0) {
                examine(steps[s].layer(), entry, tangents.determinants(), folds);
            }
        }
        return folds.isEmpty() ? NONE : new Folds(folds);
    }

    private static void examine(int layer, Points entry, double[] determinants, List<Fold> into) {
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        for (double det : determinants) {
            least = Math.min(least, det);
            count += det <= 0 ? 1 : 0;
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
        into.add(new Fold(layer, least, entry.select(places)));
    }
}
