package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;

/// Carries a tile of particles and, with each, the logarithm of how much volume has grown around it, ln |det Dφₜ|; −∞
/// where the map flattens space. Mutable, for one thread.
///
/// For steps of a scheme it is summed step by step, so that neither long nor strong flows make the determinant vanish
/// or overflow; a one-neuron layer has a closed form, and the flow itself obeys (ln det)˙ = div f.
sealed interface VolumeWalk {
    /// The walk that suits the map, for up to `capacity` particles.
    static VolumeWalk of(FlowMap flow, int capacity) {
        return flow.integrator().adaptive() ? new Adaptive(flow, capacity) : new Stepwise(flow, capacity);
    }

    /// Overwrites `into[from … from + count − 1]` by the logarithms at time t of the states with these indices.
    void until(double t, Points states, int from, int count, double[] into);

    /// Overwrites columns `from …` of `into[s]` by those at the kept time s, `perLayer` of them a layer.
    void record(int perLayer, Points states, int from, int count, double[][] into);

    /// Steps of a scheme, or of the closed form.
    final class Stepwise implements VolumeWalk {
        private final FlowMap flow;
        private final double[] theta;
        private final int p;
        private final Stepper stepper;
        private final Tangents tangents;
        private final double[] determinants;
        private final Cloud particles;
        private final Cloud before;
        private double end = Double.NaN;
        private List<FlowMap.Step> steps = List.of();

        Stepwise(FlowMap flow, int capacity) {
            this.flow = flow;
            theta = flow.control().theta();
            p = flow.control().parametersPerLayer();
            stepper = flow.stepper(capacity);
            tangents = new Tangents(flow, capacity);
            determinants = new double[capacity];
            particles = tangents.particles();
            before = new Cloud(flow.control().dimension(), capacity);
        }

        @Override
        public void until(double t, Points states, int from, int count, double[] into) {
            if (t != end) {
                steps = flow.stepsUntil(t);
                end = t;
            }
            particles.load(states, from, count);
            Arrays.fill(into, from, from + count, 0);
            for (var step : steps) {
                add(step, from, into);
            }
        }

        @Override
        public void record(int perLayer, Points states, int from, int count, double[][] into) {
            particles.load(states, from, count);
            Arrays.fill(into[0], from, from + count, 0);
            var sums = new double[count];
            int substeps = flow.substeps();
            for (int k = 0; k < flow.control().depth(); k++) {
                double h = flow.control().layers().get(k).duration() / substeps;
                int done = 0;
                for (int s = 1; s <= perLayer; s++) {
                    double wanted = s * (double) substeps / perLayer;
                    for (; done + 1 <= wanted + 1e-9; done++) {
                        add(new FlowMap.Step(k, h), 0, sums);
                    }
                    var kept = into[k * perLayer + s];
                    System.arraycopy(sums, 0, kept, from, count);
                    if (wanted - done > 1e-9) {
                        before.set(particles);
                        add(new FlowMap.Step(k, (wanted - done) * h), from, kept);
                        particles.set(before);
                    }
                }
            }
        }

        /// Carries the particles through the step and adds its logarithms.
        private void add(FlowMap.Step step, int from, double[] into) {
            if (stepper instanceof ExactStep exact) {
                int at = step.layer() * p;
                exact.addLogDeterminant(theta, at, step.h(), particles, from, into);
                exact.step(theta, at, step.h(), particles, particles);
                return;
            }
            tangents.reset();
            tangents.carry(step);
            tangents.determinants(0, determinants);
            for (int k = 0; k < particles.size(); k++) {
                into[from + k] += Math.log(Math.abs(determinants[k]));
            }
        }
    }

    /// The flow itself, with the volume as one more coordinate.
    final class Adaptive implements VolumeWalk {
        private final FlowMap flow;
        private final DormandPrince solver;
        private final int dimension;
        private final Cloud cloud;

        Adaptive(FlowMap flow, int capacity) {
            this.flow = flow;
            dimension = flow.control().dimension();
            solver = new DormandPrince(new Motion.Volumes(flow.control(), capacity), capacity);
            cloud = new Cloud(dimension + 1, capacity);
        }

        private void load(Points states, int from, int count) {
            solver.fresh();
            cloud.resize(count);
            cloud.clear();
            for (int i = 0; i < dimension; i++) {
                states.copyRow(i, from, count, cloud.row(i));
            }
        }

        @Override
        public void until(double t, Points states, int from, int count, double[] into) {
            load(states, from, count);
            for (var step : flow.stepsUntil(t)) {
                solver.advance(step.layer(), step.h(), cloud, 0, (s, k, i, value) -> {});
            }
            System.arraycopy(cloud.row(dimension), 0, into, from, count);
        }

        @Override
        public void record(int perLayer, Points states, int from, int count, double[][] into) {
            load(states, from, count);
            Arrays.fill(into[0], from, from + count, 0);
            for (int layer = 0; layer < flow.control().depth(); layer++) {
                int before = layer * perLayer;
                double span = flow.control().layers().get(layer).duration();
                solver.advance(layer, span, cloud, perLayer, (s, k, i, value) -> {
                    if (i == dimension) {
                        into[before + s][from + k] = value;
                    }
                });
            }
        }
    }
}
