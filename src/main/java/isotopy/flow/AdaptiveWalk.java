package isotopy.flow;

import isotopy.math.Cloud;

/// Carries clouds by the flow itself, each particle with steps of its own, which start anew at every edge of a layer,
/// where f jumps. Mutable, for one thread.
final class AdaptiveWalk implements Walk {
    private final FlowMap flow;
    private final DormandPrince solver;

    /// Room for clouds of up to `capacity` particles.
    AdaptiveWalk(FlowMap flow, int capacity) {
        this.flow = flow;
        solver = new DormandPrince(new Motion.Particles(flow.control(), capacity), capacity);
    }

    @Override
    public void until(double t, Cloud cloud) {
        solver.fresh();
        for (var step : flow.stepsUntil(t)) {
            solver.advance(step.layer(), step.h(), cloud, 0, (s, k, i, value) -> {});
        }
    }

    @Override
    public void record(int perLayer, Cloud cloud, int from, double[][][] positions) {
        solver.fresh();
        Walk.keep(cloud, from, positions[0]);
        for (int layer = 0; layer < flow.control().depth(); layer++) {
            int before = layer * perLayer;
            double span = flow.control().layers().get(layer).duration();
            solver.advance(
                    layer, span, cloud, perLayer, (s, k, i, value) -> positions[before + s][i][from + k] = value);
        }
    }
}
