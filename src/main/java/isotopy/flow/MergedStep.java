package isotopy.flow;

import isotopy.control.Control;
import isotopy.control.VectorField;
import isotopy.math.Cloud;
import java.util.Arrays;

/// Steps of a Runge–Kutta scheme that may reach over the edges of layers: such a step takes the mean of the fields that
/// act while it lasts, Σ wₖ f(z; θₖ) with wₖ the share of its time that falls into layer k. Mutable, for one thread.
final class MergedStep {
    private final Control control;
    private final Tableau tableau;
    private final VectorField field;
    private final double[] theta;
    private final double[] edges;
    private final Cloud[] slopes;
    private final Cloud stage;
    private final Cloud part;

    MergedStep(Control control, Tableau tableau, int capacity) {
        this.control = control;
        this.tableau = tableau;
        field = control.family().field(control.dimension(), control.width(), capacity);
        theta = control.theta();
        edges = control.edges();
        slopes = new Cloud[tableau.stages()];
        Arrays.setAll(slopes, i -> new Cloud(control.dimension(), capacity));
        stage = new Cloud(control.dimension(), capacity);
        part = new Cloud(control.dimension(), capacity);
    }

    /// Carries the cloud from 0 to T, in place, by steps that reach over `layers` layers each, a number that need
    /// not be whole; the last one ends at T.
    ///
    /// Returns the number of steps.
    int carry(double layers, Cloud cloud) {
        int depth = control.depth();
        int steps = 0;
        double from = 0;
        while (from < depth) {
            // counted from the start, so that roundings do not add up
            double to = Math.min(depth, ++steps * layers);
            to = to > depth - 1e-9 ? depth : to;
            step(from, to, cloud);
            from = to;
        }
        return steps;
    }

    /// The time at which a number of layers has passed.
    private double time(double layers) {
        int k = (int) Math.min(control.depth() - 1, Math.floor(layers));
        return edges[k] + (layers - k) * (edges[k + 1] - edges[k]);
    }

    private void step(double from, double to, Cloud cloud) {
        double start = time(from);
        double end = time(to);
        double h = end - start;
        for (int i = 0; i < tableau.stages(); i++) {
            stage.set(cloud);
            for (int j = 0; j < i; j++) {
                if (tableau.a(i, j) != 0) {
                    stage.add(h * tableau.a(i, j), slopes[j]);
                }
            }
            mean(start, end, slopes[i]);
        }
        for (int i = 0; i < tableau.stages(); i++) {
            if (tableau.b(i) != 0) {
                cloud.add(h * tableau.b(i), slopes[i]);
            }
        }
    }

    /// Overwrites into ← the mean of f at the stage over the layers from `start` to `end`.
    private void mean(double start, double end, Cloud into) {
        into.resize(stage.size());
        into.clear();
        int p = control.parametersPerLayer();
        for (int k = 0; k < control.depth(); k++) {
            double share = (Math.min(end, edges[k + 1]) - Math.max(start, edges[k])) / (end - start);
            if (share > 1e-9) {
                field.velocity(theta, k * p, stage, part);
                into.add(share, part);
            }
        }
    }
}
