package isotopy.flow;

import isotopy.math.Cloud;

/// Undoes single steps of a flow map. Mutable, for one thread.
sealed interface Undoing permits StepInverter, Undoing.Backwards, Undoing.Adaptive {
    /// Overwrites the cloud, which holds y, by the z with step(z) = y; points for which there is none leave it, and
    /// their number is returned.
    int undo(FlowMap.Step step, Cloud cloud);

    /// The way in which the steps of that map are undone, for clouds of up to `capacity` particles.
    static Undoing of(FlowMap flow, int capacity) {
        if (flow.integrator().adaptive()) {
            return new Adaptive(flow, capacity);
        }
        var stepper = flow.stepper(capacity);
        return stepper.reverses() ? new Backwards(flow, stepper) : new StepInverter(flow, capacity);
    }

    /// Steps whose inverse is the step of length −h.
    final class Backwards implements Undoing {
        private final double[] theta;
        private final int p;
        private final Stepper stepper;

        Backwards(FlowMap flow, Stepper stepper) {
            theta = flow.control().theta();
            p = flow.control().parametersPerLayer();
            this.stepper = stepper;
        }

        @Override
        public int undo(FlowMap.Step step, Cloud cloud) {
            stepper.step(theta, step.layer() * p, -step.h(), cloud, cloud);
            return removeLost(cloud);
        }
    }

    /// Layers that are integrated backwards.
    final class Adaptive implements Undoing {
        private final DormandPrince solver;

        Adaptive(FlowMap flow, int capacity) {
            solver = new DormandPrince(new Motion.Particles(flow.control(), capacity), capacity);
        }

        @Override
        public int undo(FlowMap.Step step, Cloud cloud) {
            // a point may move to another place in the cloud, where it must not find another's steps
            solver.fresh();
            solver.advance(step.layer(), -step.h(), cloud, 0, (s, k, i, value) -> {});
            return removeLost(cloud);
        }
    }

    private static int removeLost(Cloud cloud) {
        int n = cloud.size();
        int kept = 0;
        for (int k = 0; k < n; k++) {
            boolean finite = true;
            for (int i = 0; i < cloud.dimension(); i++) {
                double value = cloud.row(i)[k];
                cloud.row(i)[kept] = value;
                finite &= Double.isFinite(value);
            }
            kept += finite ? 1 : 0;
        }
        cloud.resize(kept);
        return n - kept;
    }
}
