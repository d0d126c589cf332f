package isotopy.train;

import isotopy.flow.Plan;
import isotopy.flow.Tableau;
import isotopy.math.Cloud;
import isotopy.math.Kernel;
import java.util.Arrays;

/// The objective of a discrete flow on some examples, and its exact gradient by the discrete adjoint, tile by tile, in
/// single precision. Mutable, for one thread; nothing is allocated but when a plan has more steps than any before.
///
/// A tile goes forward through all steps and its costates go back, while all of it stays in the cache. For a scheme
/// with weights aᵢⱼ and bᵢ, and gᵢ = Df(zᵢ)ᵀ κᵢ,
///
/// ```
/// zᵢ = z + h Σ_{j<i} aᵢⱼ fⱼ,  fᵢ = f(zᵢ),  z ← z + h Σ bᵢ fᵢ
/// κᵢ = h bᵢ λ + h Σ_{j>i} aⱼᵢ gⱼ + 2κ w h bᵢ fᵢ,  λ ← λ + Σ gᵢ
/// ```
///
/// with the last term where kinetic energy costs κ and w = 1/n. What an end state costs is computed in double
/// ([Cost]).
///
/// Source: discrete adjoint (reverse accumulation through the scheme); Kidger, *On Neural Differential Equations*
/// (2022), ch. 5; with a running cost: Hager, Numer. Math. 87 (2000).
final class FloatAdjoint {
    private final FloatShape shape;
    private final Kernel kernel;
    private final Tableau tableau;
    private final double kinetic;
    private final double trackedWeight;
    private final Cost cost;
    private final Cloud state;
    private final Cloud costate;
    private final float[] weights;
    private final int[] places;
    private Arena arena;
    private int room;

    FloatAdjoint(Objective objective, FloatShape shape) {
        this.shape = shape;
        kernel = shape.kernel();
        tableau = shape.tableau();
        kinetic = objective.penalties().kinetic();
        trackedWeight = objective.penalties().tracked();
        cost = new Cost(objective, shape.tile());
        state = new Cloud(shape.dimension(), shape.tile());
        costate = new Cloud(shape.dimension(), shape.tile());
        weights = new float[shape.stages() + 1];
        places = new int[shape.stages() + 1];
        room = shape.steps();
        arena = shape.arena(room);
    }

    /// Makes room for the steps of a plan.
    void reserve(int steps) {
        if (steps > room) {
            room = steps;
            arena = shape.arena(steps);
        }
    }

    /// Forgets the gradient of the layers.
    void clear() {
        arena.clearLanes(shape.effective());
    }

    /// Overwrites `into` by the gradient with respect to the effective parameters of all layers.
    void gradient(double[] into) {
        arena.sumLanes(into);
    }

    /// Carries the examples `from … from + count − 1` of a batch (at most a tile) forward and their costates back:
    /// adds `weight` times the gradient of their summed objective, that of the layers to the lanes, that of the
    /// read-out to `gradient`, and its parts without any weight to `tally`.
    void add(
            double[] theta,
            float[] p,
            Plan plan,
            Batches batch,
            int from,
            int count,
            double weight,
            double[] gradient,
            Tally tally) {
        load(batch, from, count);
        for (int s = 0; s < plan.steps(); s++) {
            forward(p, plan, s);
        }
        cost.load(batch, from, count);
        take(arena.state(plan.steps(), 0), state, count);
        double share = trackedWeight > 0 ? plan.h()[plan.steps() - 1] / 2 : 0;
        double sum = cost.overwrite(theta, state, weight * (1 + trackedWeight * share), costate, gradient);
        tally.loss += sum;
        tally.tracked += share * sum;
        putCostate(count);
        for (int s = plan.steps() - 1; s >= 0; s--) {
            back(p, plan, s, count, weight, tally);
            if (trackedWeight > 0) {
                track(theta, plan, s, count, weight, gradient, tally);
            }
        }
    }

    /// The first particles of a tile are the examples, the others copies of the last one, which cost nothing.
    private void load(Batches batch, int from, int count) {
        batch.loadStarts(from, count, state);
        int tile = shape.tile();
        for (int i = 0; i < shape.dimension(); i++) {
            int at = arena.state(0, 0) + i * tile;
            var row = state.row(i);
            for (int k = 0; k < count; k++) {
                arena.m[at + k] = (float) row[k];
            }
            Arrays.fill(arena.m, at + count, at + tile, arena.m[at + count - 1]);
        }
    }

    /// Overwrites a cloud by the first particles of a tile.
    private void take(int at, Cloud into, int count) {
        into.resize(count);
        for (int i = 0; i < shape.dimension(); i++) {
            var row = into.row(i);
            int first = at + i * shape.tile();
            for (int k = 0; k < count; k++) {
                row[k] = arena.m[first + k];
            }
        }
    }

    private void putCostate(int count) {
        for (int i = 0; i < shape.dimension(); i++) {
            int at = arena.costate() + i * shape.tile();
            var row = costate.row(i);
            for (int k = 0; k < count; k++) {
                arena.m[at + k] = (float) row[k];
            }
        }
        silence(arena.costate(), count);
    }

    /// Overwrites the costates behind the examples by zero: what fills the tile up must not count.
    private void silence(int tile, int count) {
        for (int i = 0; i < shape.dimension(); i++) {
            int at = tile + i * shape.tile();
            Arrays.fill(arena.m, at + count, at + shape.tile(), 0);
        }
    }

    private void forward(float[] p, Plan plan, int s) {
        int at = plan.layer()[s] * shape.unitParameters();
        double h = plan.h()[s];
        int x = arena.state(s, 0);
        int next = arena.state(s + 1, 0);
        if (shape.stages() == 1 && kinetic == 0) {
            kernel.evaluate(p, at, shape.units(), arena.m, x, x, (float) h, next, arena.kept(s, 0));
            return;
        }
        int slot = shape.keepsSlopes() ? s : 0;
        for (int i = 0; i < shape.stages(); i++) {
            int z = arena.state(s, i);
            for (int j = 0; j < i; j++) {
                weights[j] = (float) (h * tableau.a(i, j));
                places[j] = arena.slope(slot, j);
            }
            if (i > 0) {
                kernel.combine(arena.m, x, weights, places, i, z);
            }
            kernel.evaluate(p, at, shape.units(), arena.m, z, arena.zero(), 1, arena.slope(slot, i), arena.kept(s, i));
        }
        for (int i = 0; i < shape.stages(); i++) {
            weights[i] = (float) (h * tableau.b(i));
            places[i] = arena.slope(slot, i);
        }
        kernel.combine(arena.m, x, weights, places, shape.stages(), next);
    }

    private void back(float[] p, Plan plan, int s, int count, double weight, Tally tally) {
        int at = plan.layer()[s] * shape.unitParameters();
        int sums = arena.lanes(at);
        double h = plan.h()[s];
        int lambda = arena.costate();
        if (shape.stages() == 1 && kinetic == 0) {
            pullback(p, at, s, 0, lambda, (float) h, lambda, lambda, sums);
            return;
        }
        for (int i = shape.stages() - 1; i >= 0; i--) {
            int n = kappa(s, i, h, weight, count, tally);
            kernel.combine(arena.m, arena.zero(), weights, places, n, arena.kappa());
            silence(arena.kappa(), count);
            if (i == 0) {
                for (int j = 1; j < shape.stages(); j++) {
                    weights[j - 1] = 1;
                    places[j - 1] = arena.pulled(j);
                }
                kernel.combine(arena.m, lambda, weights, places, shape.stages() - 1, lambda);
            }
            int base = i == 0 ? lambda : arena.zero();
            pullback(p, at, s, i, arena.kappa(), 1, base, i == 0 ? lambda : arena.pulled(i), sums);
        }
    }

    private void pullback(float[] p, int at, int s, int i, int costate, float scale, int base, int into, int sums) {
        int kept = arena.kept(s, i);
        kernel.pullback(p, at, shape.units(), arena.m, arena.state(s, i), costate, scale, base, into, kept, sums);
    }

    /// The terms of κᵢ; returns their number.
    private int kappa(int s, int i, double h, double weight, int count, Tally tally) {
        double share = h * tableau.b(i);
        int n = 0;
        weights[n] = (float) share;
        places[n++] = arena.costate();
        for (int j = i + 1; j < shape.stages(); j++) {
            weights[n] = (float) (h * tableau.a(j, i));
            places[n++] = arena.pulled(j);
        }
        if (kinetic > 0 && share != 0) {
            weights[n] = (float) (2 * kinetic * weight * share);
            places[n++] = arena.slope(s, i);
            take(arena.slope(s, i), state, count);
            tally.kinetic += share * squares();
        }
        return n;
    }

    private double squares() {
        double sum = 0;
        for (int i = 0; i < state.dimension(); i++) {
            var row = state.row(i);
            for (int k = 0; k < state.size(); k++) {
                sum += row[k] * row[k];
            }
        }
        return sum;
    }

    /// What the state before step s costs on the way.
    private void track(double[] theta, Plan plan, int s, int count, double weight, double[] gradient, Tally tally) {
        double share = (plan.h()[s] + (s > 0 ? plan.h()[s - 1] : 0)) / 2;
        take(arena.state(s, 0), state, count);
        take(arena.costate(), costate, count);
        tally.tracked += share * cost.add(theta, state, weight * trackedWeight * share, costate, gradient);
        putCostate(count);
    }

    /// The first step after which a state of these examples is not finite, or `least` where that comes earlier.
    int stepOfDivergence(float[] p, Plan plan, Batches batch, int from, int count, int least) {
        load(batch, from, count);
        for (int s = 0; s < least; s++) {
            forward(p, plan, s);
            take(arena.state(s + 1, 0), state, count);
            if (!state.finite()) {
                return s;
            }
        }
        return least;
    }
}
