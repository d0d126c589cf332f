package isotopy.flow;

import isotopy.control.Control;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;

/// The map φ that a control makes of space, computed by the steps of a scheme: `substeps` equal steps a layer.
///
/// With Euler and one step a layer this is the residual network z ← z + h f(z; θₖ) itself. Immutable; every call works
/// with its own clouds, tile by tile, so that memory is bounded whatever the number of points.
public record FlowMap(Control control, Integrator integrator, int substeps) {
    private static final int TILE = 256;

    /// Throws: `IllegalArgumentException` when there is less than one step a layer.
    public FlowMap {
        if (substeps < 1) {
            throw new IllegalArgumentException("substeps must be ≥ 1: " + substeps);
        }
    }

    /// Where the points are at t = T.
    public Points apply(Points x) {
        return at(x, control.horizon());
    }

    /// Where the points are at time t; inside a layer the last step is one of the same scheme with the shorter h.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public Points at(Points x, double t) {
        var steps = stepsUntil(t);
        var rows = new double[control.dimension()][x.size()];
        var walk = new Walk(TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            int count = Math.min(TILE, x.size() - from);
            walk.cloud.load(x, from, count);
            walk.through(steps);
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(walk.cloud.row(i), 0, rows[i], from, count);
            }
        }
        return Points.of(rows);
    }

    /// The paths of the points, kept at `perLayer` equally spaced times a layer, its end included.
    ///
    /// Throws: `IllegalArgumentException` when `perLayer` < 1.
    public Trajectory trajectory(Points x, int perLayer) {
        var times = sampleTimes(perLayer);
        var positions = new double[times.length][control.dimension()][x.size()];
        var walk = new Walk(TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            int count = Math.min(TILE, x.size() - from);
            walk.cloud.load(x, from, count);
            walk.record(perLayer, from, positions);
        }
        return new Trajectory(times, positions);
    }

    /// The times at which [#trajectory(Points, int)] keeps positions, 0 and T included.
    double[] sampleTimes(int perLayer) {
        if (perLayer < 1) {
            throw new IllegalArgumentException("samples a layer must be ≥ 1: " + perLayer);
        }
        var edges = control.edges();
        var times = new double[control.depth() * perLayer + 1];
        for (int k = 0; k < control.depth(); k++) {
            for (int s = 1; s <= perLayer; s++) {
                double share = s / (double) perLayer;
                times[k * perLayer + s] = edges[k] + share * (edges[k + 1] - edges[k]);
            }
            times[(k + 1) * perLayer] = edges[k + 1];
        }
        return times;
    }

    /// The points that the map carries to `y`, found by undoing step after step.
    public Inversion inverse(Points y) {
        return inverse(y, control.horizon());
    }

    /// The points that are at `y` at time t.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public Inversion inverse(Points y, double t) {
        var steps = stepsUntil(t);
        var rows = new double[control.dimension()][y.size()];
        var solver = new StepInverter(this, TILE);
        var cloud = new Cloud(control.dimension(), TILE);
        int failedLayer = -1;
        int missed = 0;
        for (int from = 0; from < y.size(); from += TILE) {
            int count = Math.min(TILE, y.size() - from);
            cloud.load(y, from, count);
            for (int s = steps.size() - 1; s >= 0 && cloud.size() > 0; s--) {
                // points without a preimage leave the cloud, so that all of them are counted
                int here = solver.undo(steps.get(s), cloud);
                if (here > 0) {
                    missed += here;
                    failedLayer = Math.max(failedLayer, steps.get(s).layer());
                }
            }
            for (int i = 0; i < rows.length && missed == 0; i++) {
                System.arraycopy(cloud.row(i), 0, rows[i], from, count);
            }
        }
        return missed > 0 ? new Inversion.Missing(failedLayer, missed) : new Inversion.Found(Points.of(rows));
    }

    /// det Dφₜ at each point: how area changes around it, negative where the map turns space over.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public double[] determinant(Points x, double t) {
        var steps = stepsUntil(t);
        var determinants = new double[x.size()];
        var tangents = new Tangents(this, Math.min(TILE, x.size()));
        for (int from = 0; from < x.size(); from += TILE) {
            int count = Math.min(TILE, x.size() - from);
            tangents.load(x, from, count);
            for (var step : steps) {
                tangents.carry(step);
            }
            tangents.determinants(from, determinants);
        }
        return determinants;
    }

    /// One step of the scheme: in which layer, and how long.
    record Step(int layer, double h) {}

    /// The steps from 0 to t, the last one cut short where t falls inside it.
    ///
    /// A whole step has the length that training takes, the layer's duration by the number of sub-steps, to the
    /// last bit.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    List<Step> stepsUntil(double t) {
        var edges = control.edges();
        double horizon = edges[control.depth()];
        double slack = 1e-12 * horizon;
        if (!(t >= 0 && t <= horizon + slack)) {
            throw new IllegalArgumentException("t must be in [0, T] = [0, " + horizon + "]: " + t);
        }
        var steps = new ArrayList<Step>();
        for (int s = 0; s < control.depth() * substeps; s++) {
            int layer = s / substeps;
            double h = control.layers().get(layer).duration() / substeps;
            double start = edges[layer] + (s % substeps) * h;
            if (t > start && t >= start + h - slack || t >= horizon - slack) {
                steps.add(new Step(layer, h));
            } else if (t > start + slack) {
                steps.add(new Step(layer, t - start));
            }
        }
        return steps;
    }

    /// A stepper of this map's scheme with room for `capacity` particles.
    public Stepper stepper(int capacity) {
        return Stepper.of(integrator, control.family(), control.dimension(), control.width(), capacity);
    }

    /// The steps from 0 to T, as training takes them.
    public Plan plan() {
        var steps = stepsUntil(control.horizon());
        return new Plan(
                steps.stream().mapToInt(Step::layer).toArray(),
                steps.stream().mapToDouble(Step::h).toArray());
    }

    /// One tile on its way through the layers.
    private final class Walk {
        private final double[] theta = control.theta();
        private final int p = control.parametersPerLayer();
        private final Cloud cloud;
        private final Cloud between;
        private final Stepper stepper;

        Walk(int capacity) {
            cloud = new Cloud(control.dimension(), capacity);
            between = new Cloud(control.dimension(), capacity);
            stepper = stepper(capacity);
        }

        void through(List<Step> steps) {
            for (var step : steps) {
                stepper.step(theta, step.layer() * p, step.h(), cloud, cloud);
            }
        }

        void record(int perLayer, int from, double[][][] positions) {
            keep(cloud, from, positions[0]);
            for (int k = 0; k < control.depth(); k++) {
                double h = control.layers().get(k).duration() / substeps;
                int done = 0;
                for (int s = 1; s <= perLayer; s++) {
                    double wanted = s * (double) substeps / perLayer;
                    for (; done + 1 <= wanted + 1e-9; done++) {
                        stepper.step(theta, k * p, h, cloud, cloud);
                    }
                    double rest = wanted - done;
                    var kept = cloud;
                    if (rest > 1e-9) {
                        stepper.step(theta, k * p, rest * h, cloud, between);
                        kept = between;
                    }
                    keep(kept, from, positions[k * perLayer + s]);
                }
            }
        }

        private static void keep(Cloud cloud, int from, double[][] into) {
            for (int i = 0; i < into.length; i++) {
                System.arraycopy(cloud.row(i), 0, into[i], from, cloud.size());
            }
        }
    }
}
