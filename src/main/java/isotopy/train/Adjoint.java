package isotopy.train;

import isotopy.flow.FlowMap;
import isotopy.flow.StepMemory;
import isotopy.flow.Stepper;
import isotopy.math.Cloud;
import java.util.Arrays;

/// The loss of a discrete flow on some examples, and its exact gradient by the discrete adjoint, tile by tile.
///
/// A tile of particles goes forward through all layers; the costate λ = 2(φ(x) − y)/n starts at the end and is pulled
/// back step by step. Each step leaves its activations for the way back while they fit into [#MEMORY]; of larger
/// networks only the state before each step is kept, and the way back computes the rest again, to the same bits. One
/// object serves one thread; nothing is allocated by [#add].
///
/// Source: discrete adjoint (reverse accumulation through the scheme); Kidger, *On Neural Differential Equations*
/// (2022), ch. 5.
final class Adjoint {
    /// Particles a tile: fewer would spend more time at the ends of loops, more would leave the caches.
    static final int TILE = 256;
    /// The bytes of activations that are kept for a tile; from main memory they would come no quicker than they are
    /// computed again.
    private static final long MEMORY = 16L << 20;

    private final FlowMap flow;
    private final int p;
    private final int steps;
    private final double[] h;
    private final StepMemory[] memories;
    private final Cloud[] states;
    private final Cloud state;
    private final Cloud costate;
    private final Stepper stepper;

    /// A workspace for flows of this shape; the parameters are given with each call.
    Adjoint(FlowMap flow) {
        this(flow, MEMORY);
    }

    /// One that keeps activations while they fit into so many bytes.
    Adjoint(FlowMap flow, long memory) {
        this.flow = flow;
        var control = flow.control();
        int d = control.dimension();
        p = control.parametersPerLayer();
        steps = control.depth() * flow.substeps();
        h = new double[steps];
        Arrays.setAll(h, s -> control.layers().get(layer(s)).duration() / flow.substeps());
        stepper = flow.stepper(TILE);
        boolean fits = (long) steps * stepper.memory(d) * TILE * Double.BYTES <= memory;
        memories = new StepMemory[fits ? steps : 0];
        states = new Cloud[fits ? 0 : steps];
        Arrays.setAll(memories, s -> stepper.remember(d, TILE));
        Arrays.setAll(states, s -> new Cloud(d, TILE));
        state = new Cloud(d, TILE);
        costate = new Cloud(d, TILE);
    }

    private int layer(int step) {
        return step / flow.substeps();
    }

    /// Carries the examples `from … from + count − 1` of a batch (at most a tile) forward and their costates back:
    /// adds `weight` times the gradient of Σ |φ(x) − y|² to `gradient`, and returns Σ |φ(x) − y|².
    double add(double[] theta, Batches batch, int from, int count, double weight, double[] gradient) {
        batch.loadStarts(from, count, state);
        for (int s = 0; s < steps; s++) {
            forward(theta, s);
        }
        double squares = 0;
        batch.loadGoals(from, count, costate);
        for (int i = 0; i < state.dimension(); i++) {
            var lambda = costate.row(i);
            var found = state.row(i);
            for (int k = 0; k < count; k++) {
                double difference = found[k] - lambda[k];
                squares += difference * difference;
                lambda[k] = 2 * weight * difference;
            }
        }
        for (int s = steps - 1; s >= 0; s--) {
            back(theta, s, gradient);
        }
        return squares;
    }

    private void forward(double[] theta, int s) {
        if (memories.length > 0) {
            stepper.step(theta, layer(s) * p, h[s], state, memories[s]);
        } else {
            states[s].set(state);
            stepper.step(theta, layer(s) * p, h[s], state, state);
        }
    }

    private void back(double[] theta, int s, double[] gradient) {
        if (memories.length > 0) {
            stepper.pullback(theta, layer(s) * p, h[s], memories[s], costate, gradient);
        } else {
            stepper.pullback(theta, layer(s) * p, h[s], states[s], costate, gradient);
        }
    }

    /// The first layer after which a state of these examples is not finite, or the last layer when all states are.
    int layerOfDivergence(double[] theta, Batches batch) {
        int first = steps - 1;
        for (int from = 0; from < batch.size(); from += TILE) {
            batch.loadStarts(from, Math.min(TILE, batch.size() - from), state);
            for (int s = 0; s < first; s++) {
                forward(theta, s);
                first = state.finite() ? first : s;
            }
        }
        return layer(first);
    }
}
