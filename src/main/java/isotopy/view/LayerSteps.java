package isotopy.view;

import isotopy.control.Control;

/// Where the edges of layers lie, as shares of T, and how one gets from one to the next.
final class LayerSteps {
    /// Nearer than this to an edge counts as at it.
    private static final double AT = 1e-9;

    private LayerSteps() {}

    /// The shares t/T at which layers begin and end: 0 first, 1 last.
    static double[] edges(Control control) {
        var edges = control.edges();
        double horizon = edges[edges.length - 1];
        for (int k = 0; k < edges.length; k++) {
            edges[k] /= horizon;
        }
        edges[edges.length - 1] = 1;
        return edges;
    }

    /// The next edge behind a share; 1 at the end.
    static double next(Control control, double share) {
        for (double edge : edges(control)) {
            if (edge > share + AT) {
                return edge;
            }
        }
        return 1;
    }

    /// The last edge before a share; 0 at the start.
    static double previous(Control control, double share) {
        double found = 0;
        for (double edge : edges(control)) {
            if (edge < share - AT) {
                found = edge;
            }
        }
        return found;
    }

    /// The layer that acts at a share of T.
    static int layerAt(Control control, double share) {
        return control.layerAt(share * control.horizon());
    }
}
