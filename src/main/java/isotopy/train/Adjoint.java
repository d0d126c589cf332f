package isotopy.train;

import isotopy.flow.FlowMap;
import isotopy.flow.RungeKuttaStep;
import isotopy.math.Cloud;

/// The loss of a discrete flow on some examples, and its exact gradient by the discrete adjoint, tile by tile.
///
/// A tile of particles goes forward through all layers, keeping the state before each step; the costate λ = 2(φ(x) − y)/n starts at the
/// end and is pulled back step by step. One object serves one thread; nothing is allocated by [#add].
///
/// Source: discrete adjoint (reverse accumulation through the scheme); Kidger, *On Neural Differential Equations* (2022), ch. 5.
final class Adjoint {
    static final int TILE = 128;

    private final FlowMap flow;
    private final int p;
    private final int steps;
    private final double[] h;
    private final Cloud[] states;
    private final Cloud costate;
    private final RungeKuttaStep stepper;

    /// A workspace for flows of this shape; the parameters are given with each call.
    Adjoint(FlowMap flow) {
        this.flow = flow;
        var control = flow.control();
        int d = control.dimension();
        p = control.parametersPerLayer();
        steps = control.depth() * flow.substeps();
        h = new double[steps];
        states = new Cloud[steps + 1];
        for (int s = 0; s <= steps; s++) {
            states[s] = new Cloud(d, TILE);
            if (s < steps) {
                h[s] = control.layers().get(s / flow.substeps()).duration() / flow.substeps();
            }
        }
        costate = new Cloud(d, TILE);
        stepper = new RungeKuttaStep(flow.tableau(), control.family().field(d, control.width(), TILE), d, TILE);
    }

    private int layer(int step) {
        return step / flow.substeps();
    }

    /// Carries the examples `from … from + count − 1` of a batch (at most a tile) forward and their costates back: adds `weight` times
    /// the gradient of Σ |φ(x) − y|² to `gradient`, and returns Σ |φ(x) − y|².
    double add(double[] theta, Batches batch, int from, int count, double weight, double[] gradient) {
        forward(theta, batch, from, count);
        double squares = 0;
        var end = states[steps];
        batch.loadGoals(from, count, costate);
        for (int i = 0; i < end.dimension(); i++) {
            var lambda = costate.row(i);
            var found = end.row(i);
            for (int k = 0; k < count; k++) {
                double difference = found[k] - lambda[k];
                squares += difference * difference;
                lambda[k] = 2 * weight * difference;
            }
        }
        for (int s = steps - 1; s >= 0; s--) {
            stepper.pullback(theta, layer(s) * p, h[s], states[s], costate, gradient);
        }
        return squares;
    }

    private void forward(double[] theta, Batches batch, int from, int count) {
        batch.loadStarts(from, count, states[0]);
        for (int s = 0; s < steps; s++) {
            stepper.step(theta, layer(s) * p, h[s], states[s], states[s + 1]);
        }
    }

    /// The first layer after which a state of these examples is not finite, or the last layer when all states are.
    int layerOfDivergence(double[] theta, Batches batch) {
        int first = steps - 1;
        for (int from = 0; from < batch.size(); from += TILE) {
            forward(theta, batch, from, Math.min(TILE, batch.size() - from));
            for (int s = 0; s < first; s++) {
                first = states[s + 1].finite() ? first : s;
            }
        }
        return layer(first);
    }
}
