package isotopy.flow;

import isotopy.math.Cloud;
import java.util.List;

/// Carries clouds through the layers by the equal steps of a scheme. Mutable, for one thread.
final class FixedWalk implements Walk {
    private final FlowMap flow;
    private final double[] theta;
    private final int p;
    private final Cloud between;
    private final Stepper stepper;
    private double end = Double.NaN;
    private List<FlowMap.Step> steps = List.of();

    /// Room for clouds of up to `capacity` particles.
    FixedWalk(FlowMap flow, int capacity) {
        this.flow = flow;
        var control = flow.control();
        theta = control.theta();
        p = control.parametersPerLayer();
        between = new Cloud(control.dimension(), capacity);
        stepper = flow.stepper(capacity);
    }

    @Override
    public void until(double t, Cloud cloud) {
        if (t != end) {
            steps = flow.stepsUntil(t);
            end = t;
        }
        for (var step : steps) {
            stepper.step(theta, step.layer() * p, step.h(), cloud, cloud);
        }
    }

    @Override
    public void record(int perLayer, Cloud cloud, int from, double[][][] positions) {
        Walk.keep(cloud, from, positions[0]);
        int substeps = flow.substeps();
        for (int k = 0; k < flow.control().depth(); k++) {
            double h = flow.control().layers().get(k).duration() / substeps;
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
                Walk.keep(kept, from, positions[k * perLayer + s]);
            }
        }
    }
}
