package isotopy.train;

import isotopy.flow.FlowMap;
import isotopy.flow.Plan;
import isotopy.flow.StepMemory;
import isotopy.flow.Stepper;
import isotopy.math.Cloud;
import java.util.Arrays;

/// The objective of a discrete flow on some examples, and its exact gradient by the discrete adjoint, tile by tile.
///
/// A tile of particles goes forward through all steps of the plan; the costate λ = ∂ℓ/∂z starts at the end and is
/// pulled back step by step, taking up what the way itself costs. Each step leaves its activations for the way back
/// while they fit into [#MEMORY]; of larger networks only the state before each step is kept, and the way back computes
/// the rest again, to the same bits. One object serves one thread; nothing is allocated by [#add].
///
/// Source: discrete adjoint (reverse accumulation through the scheme); Kidger, *On Neural Differential Equations*
/// (2022), ch. 5.
final class Adjoint {
    /// Particles a tile: fewer would spend more time at the ends of loops, more would leave the caches.
    static final int TILE = 256;
    /// The bytes of activations that are kept for a tile; from main memory they would come no quicker than they are
    /// computed again.
    static final long MEMORY = 16L << 20;

    private final FlowMap flow;
    private final int p;
    private final double trackedWeight;
    private final long memory;
    private final boolean costly;
    private final Cost cost;
    private final RunningCosts running;
    private final Stepper stepper;
    private final Cloud state;
    private final Cloud costate;
    private Plan plan;
    private StepMemory[] memories = {};
    private Cloud[] states = {};
    private boolean keepsActivations;

    /// A workspace for flows of this shape; the parameters are given with each call.
    Adjoint(Objective objective) {
        this(objective, MEMORY);
    }

    /// One that keeps activations while they fit into so many bytes.
    Adjoint(Objective objective, long memory) {
        this.memory = memory;
        flow = objective.flow();
        p = flow.control().parametersPerLayer();
        trackedWeight = objective.penalties().tracked();
        costly = objective.hasRunningCosts();
        cost = new Cost(objective, TILE);
        stepper = flow.stepper(TILE);
        running = new RunningCosts(objective, stepper, TILE);
        state = new Cloud(flow.control().dimension(), TILE);
        costate = new Cloud(flow.control().dimension(), TILE);
        plan = flow.plan();
        reserve();
    }

    /// Takes the steps of that plan from now on.
    void follow(Plan next) {
        if (next != plan) {
            plan = next;
            reserve();
        }
    }

    /// Makes room for the steps of the plan; what is there already stays.
    private void reserve() {
        int d = flow.control().dimension();
        int steps = plan.steps();
        keepsActivations = !costly && (long) steps * stepper.memory(d) * TILE * Double.BYTES <= memory;
        if (keepsActivations && memories.length < steps) {
            int had = memories.length;
            memories = Arrays.copyOf(memories, steps);
            for (int s = had; s < steps; s++) {
                memories[s] = stepper.remember(d, TILE);
            }
        }
        if ((!keepsActivations || trackedWeight > 0) && states.length < steps) {
            int had = states.length;
            states = Arrays.copyOf(states, steps);
            for (int s = had; s < steps; s++) {
                states[s] = new Cloud(d, TILE);
            }
        }
    }

    /// Carries the examples `from … from + count − 1` of a batch (at most a tile) forward and their costates
    /// back: adds `weight` times the gradient of their summed objective to `gradient`, and its parts, without any
    /// weight, to `tally`.
    void add(double[] theta, Batches batch, int from, int count, double weight, double[] gradient, Tally tally) {
        finish(theta, batch, from, count, weight, gradient, tally);
        for (int s = plan.steps() - 1; s >= 0; s--) {
            back(theta, s, weight, gradient, tally);
        }
    }

    /// The way forward: afterwards [#costate()] is that at t = T.
    void finish(double[] theta, Batches batch, int from, int count, double weight, double[] gradient, Tally tally) {
        batch.loadStarts(from, count, state);
        for (int s = 0; s < plan.steps(); s++) {
            forward(theta, s);
        }
        cost.load(batch, from, count);
        double share = trackedWeight > 0 ? plan.h()[plan.steps() - 1] / 2 : 0;
        double sum = cost.overwrite(theta, state, weight * (1 + trackedWeight * share), costate, gradient);
        tally.loss += sum;
        tally.tracked += share * sum;
    }

    private void forward(double[] theta, int s) {
        int at = plan.layer()[s] * p;
        if (!keepsActivations || trackedWeight > 0) {
            states[s].set(state);
        }
        if (keepsActivations) {
            stepper.step(theta, at, plan.h()[s], state, memories[s]);
        } else {
            stepper.step(theta, at, plan.h()[s], state, state);
        }
    }

    /// Pulls the costates back through step `s`: afterwards [#costate()] is that before it.
    void back(double[] theta, int s, double weight, double[] gradient, Tally tally) {
        int at = plan.layer()[s] * p;
        double h = plan.h()[s];
        if (costly) {
            running.pullback(theta, at, h, states[s], weight, costate, gradient, tally);
        } else if (keepsActivations) {
            stepper.pullback(theta, at, h, memories[s], costate, gradient);
        } else {
            stepper.pullback(theta, at, h, states[s], costate, gradient);
        }
        if (trackedWeight > 0) {
            double share = (h + (s > 0 ? plan.h()[s - 1] : 0)) / 2;
            tally.tracked += share * cost.add(theta, states[s], weight * trackedWeight * share, costate, gradient);
        }
    }

    /// The costates of the tile, where the way back has come to. Its array is reused.
    Cloud costate() {
        return costate;
    }

    /// The first layer after which a state of these examples is not finite, or the last layer when all states are.
    int layerOfDivergence(double[] theta, Batches batch) {
        int first = plan.steps() - 1;
        for (int from = 0; from < batch.size(); from += TILE) {
            batch.loadStarts(from, Math.min(TILE, batch.size() - from), state);
            for (int s = 0; s < first; s++) {
                forward(theta, s);
                first = state.finite() ? first : s;
            }
        }
        return plan.layer()[first];
    }
}
