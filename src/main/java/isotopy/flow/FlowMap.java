package isotopy.flow;

import isotopy.control.Control;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The map φ that a control makes of space, computed by the steps of a scheme: `substeps` equal steps a layer. An
/// adaptive integrator follows the flow instead, each particle with steps of its own, whatever `substeps` is.
///
/// With Euler and one step a layer this is the residual network z ← z + h f(z; θₖ) itself. Points have d coordinates;
/// the state has D, of which the extra ones start at 0, and the output is read off the last state where the control has
/// a read-out. Immutable; every call works with its own clouds, tile by tile, so that memory is bounded whatever the
/// number of points.
public record FlowMap(Control control, Integrator integrator, int substeps) {
    static final int TILE = 256;
    /// Times that differ by this share of T are one.
    static final double SLACK = 1e-12;

    /// Throws: `IllegalArgumentException` when there is less than one step a layer.
    public FlowMap {
        if (substeps < 1) {
            throw new IllegalArgumentException("substeps must be ≥ 1: " + substeps);
        }
    }

    /// What the network says of the points: the read-out of the state at t = T (a point, or scores of classes)
    /// where there is one, else that state.
    public Points apply(Points x) {
        return Sight.of(control).output(states(x, control.horizon()));
    }

    /// Where the points are seen at time t; inside a layer the last step is one of the same scheme with the shorter
    /// h.
    ///
    /// Where the output is a position, the view turns from the first d coordinates to the read-out: it shows (1 −
    /// t/T)· (z₁ … z_d) + (t/T)·(A z + c), so that at T it is what [#apply] gives. Else it shows the first d
    /// coordinates.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public Points at(Points x, double t) {
        return Sight.of(control).seen(states(x, t), share(t));
    }

    /// The states z ∈ Rᴰ at time t.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public Points states(Points x, double t) {
        var rows = new double[control.dimension()][x.size()];
        var sight = Sight.of(control);
        requireTime(t);
        sight.require(x);
        var walk = walk(TILE);
        var cloud = new Cloud(control.dimension(), TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            sight.lift(x, from, Math.min(TILE, x.size() - from), cloud);
            walk.until(t, cloud);
            Walk.keep(cloud, from, rows);
        }
        return Points.of(rows);
    }

    /// The paths of the points as they are seen, kept at `perLayer` equally spaced times a layer, its end included.
    ///
    /// Throws: `IllegalArgumentException` when `perLayer` < 1.
    public Trajectory trajectory(Points x, int perLayer) {
        var times = sampleTimes(perLayer);
        return seen(times, record(x, perLayer, times.length));
    }

    /// What is seen of states at the kept times; takes the arrays over.
    Trajectory seen(double[] times, double[][][] positions) {
        var sight = Sight.of(control);
        for (int s = 0; s < times.length; s++) {
            positions[s] = sight.seen(positions[s], share(times[s]));
        }
        return new Trajectory(times, positions);
    }

    /// The paths of the states in Rᴰ, kept at the same times.
    ///
    /// Throws: `IllegalArgumentException` when `perLayer` < 1.
    public Trajectory stateTrajectory(Points x, int perLayer) {
        var times = sampleTimes(perLayer);
        return new Trajectory(times, record(x, perLayer, times.length));
    }

    private double[][][] record(Points x, int perLayer, int samples) {
        var positions = new double[samples][control.dimension()][x.size()];
        var sight = Sight.of(control);
        sight.require(x);
        var walk = walk(TILE);
        var cloud = new Cloud(control.dimension(), TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            sight.lift(x, from, Math.min(TILE, x.size() - from), cloud);
            walk.record(perLayer, cloud, from, positions);
        }
        return positions;
    }

    private Walk walk(int capacity) {
        return integrator.adaptive() ? new AdaptiveWalk(this, capacity) : new FixedWalk(this, capacity);
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

    /// The share t/T, exactly 1 at T.
    double share(double t) {
        double horizon = control.horizon();
        return t >= horizon * (1 - SLACK) ? 1 : t / horizon;
    }

    /// The points that are seen at `y` at t = T.
    public Inversion inverse(Points y) {
        return inverse(y, control.horizon());
    }

    /// The points that are seen at `y` at time t: the way back of [#at(Points, double)].
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public Inversion inverse(Points y, double t) {
        requireTime(t);
        var sight = Sight.of(control);
        var blind = sight.blind(share(t));
        return blind.isPresent()
                ? new Inversion.Blind(blind.get())
                : WayBack.of(this, sight.unseen(y, share(t)), t, TILE);
    }

    /// det Dφₜ of the states at each point: how volume changes around it in Rᴰ, negative where the map turns space
    /// over.
    ///
    /// Without extra coordinates that is how area changes around the point. With them it is the volume of all D
    /// coordinates at the lifted point (x, 0); it says nothing of the area that is seen.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public double[] determinant(Points x, double t) {
        if (integrator.adaptive() || integrator == Integrator.EXACT) {
            return Arrays.stream(logDeterminant(x, t)).map(Math::exp).toArray();
        }
        var steps = stepsUntil(t);
        var states = Sight.of(control).lifted(x);
        var determinants = new double[x.size()];
        var tangents = new Tangents(this, Math.min(TILE, x.size()));
        for (int from = 0; from < x.size(); from += TILE) {
            int count = Math.min(TILE, x.size() - from);
            tangents.load(states, from, count);
            for (var step : steps) {
                tangents.carry(step);
            }
            tangents.determinants(from, determinants);
        }
        return determinants;
    }

    /// ln |det Dφₜ| of the states at each point, −∞ where the map flattens space: a density ρ₀ is pushed forward
    /// to ρ₀ e^(−ln |det Dφₜ|) at the moved point.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    public double[] logDeterminant(Points x, double t) {
        requireTime(t);
        var states = Sight.of(control).lifted(x);
        var logarithms = new double[x.size()];
        var walk = VolumeWalk.of(this, TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            walk.until(t, states, from, Math.min(TILE, x.size() - from), logarithms);
        }
        return logarithms;
    }

    /// The same at all the times that [#trajectory(Points, int)] keeps, with little more work than once.
    ///
    /// Shapes: one row for each kept time, one column for each point.
    /// Throws: `IllegalArgumentException` when `perLayer` < 1.
    public double[][] logDeterminants(Points x, int perLayer) {
        var states = Sight.of(control).lifted(x);
        var logarithms = new double[sampleTimes(perLayer).length][x.size()];
        var walk = VolumeWalk.of(this, TILE);
        for (int from = 0; from < x.size(); from += TILE) {
            walk.record(perLayer, states, from, Math.min(TILE, x.size() - from), logarithms);
        }
        return logarithms;
    }

    /// How many steps a layer is cut into: one, where particles choose their own.
    int stepsPerLayer() {
        return integrator.adaptive() ? 1 : substeps;
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
        requireTime(t);
        var edges = control.edges();
        double horizon = edges[control.depth()];
        double slack = SLACK * horizon;
        var steps = new ArrayList<Step>();
        int m = stepsPerLayer();
        for (int s = 0; s < control.depth() * m; s++) {
            int layer = s / m;
            double h = control.layers().get(layer).duration() / m;
            double start = edges[layer] + (s % m) * h;
            if (t > start && t >= start + h - slack || t >= horizon - slack) {
                steps.add(new Step(layer, h));
            } else if (t > start + slack) {
                steps.add(new Step(layer, t - start));
            }
        }
        return steps;
    }

    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    private void requireTime(double t) {
        double horizon = control.horizon();
        if (!(t >= 0 && t <= horizon * (1 + SLACK))) {
            throw new IllegalArgumentException("t must be in [0, T] = [0, " + horizon + "]: " + t);
        }
    }

    /// A stepper of this map's scheme with room for `capacity` particles.
    public Stepper stepper(int capacity) {
        return Stepper.of(integrator, control.family(), control.dimension(), control.width(), capacity);
    }

    /// The steps from 0 to T, as training takes them; for an adaptive flow one a layer, see [Plan#frozen].
    public Plan plan() {
        var steps = stepsUntil(control.horizon());
        return new Plan(
                steps.stream().mapToInt(Step::layer).toArray(),
                steps.stream().mapToDouble(Step::h).toArray());
    }
}
