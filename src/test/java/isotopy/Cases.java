package isotopy;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Seeded cases that the tests of the core share: every family, every scheme, random parameters and points.
public final class Cases {
    private Cases() {}

    /// One way to slice a flow: a family, a scheme and its steps a layer.
    public record Scheme(ControlFamily family, Integrator integrator, int substeps) {
        /// A flow with random parameters; the seed is that of the case, so that each differs.
        public FlowMap flow(int dimension, int width, int depth, long seed) {
            return new FlowMap(control(family, dimension, width, depth, 0.7, seed), integrator, substeps);
        }

        /// Those of the dimensions 1, 2 and 3 on which the family can act.
        public List<Integer> dimensions() {
            return Stream.of(1, 2, 3).filter(d -> family.unfit(d).isEmpty()).toList();
        }

        @Override
        public String toString() {
            return family.id() + ", " + integrator.id() + ", " + substeps + " a layer";
        }
    }

    /// The families that can act on so many coordinates.
    public static List<ControlFamily> families(int dimension) {
        return ControlFamily.all().stream()
                .filter(family -> family.unfit(dimension).isEmpty())
                .toList();
    }

    /// All families × all schemes of Runge and Kutta with equal steps × one or three steps a layer.
    public static Stream<Scheme> schemes() {
        return ControlFamily.all().stream()
                .flatMap(family -> Stream.of(Integrator.values())
                        .filter(integrator -> integrator.tableau().isPresent() && !integrator.adaptive())
                        .flatMap(integrator ->
                                Stream.of(1, 3).map(substeps -> new Scheme(family, integrator, substeps))));
    }

    /// A control with random parameters, of the strength that training arrives at, in layers of different durations
    /// that add up to 1.
    public static Control control(
            ControlFamily family, int dimension, int width, int depth, double strength, long seed) {
        var random = new SplittableRandom(seed);
        var durations = new double[depth];
        double sum = 0;
        for (int k = 0; k < depth; k++) {
            durations[k] = 0.5 + random.nextDouble();
            sum += durations[k];
        }
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < depth; k++) {
            var theta = theta(family, dimension, width, random);
            double share = family.hasWidth() ? strength / Math.sqrt(width) : strength;
            family.scale(dimension, width, share, theta, 0);
            layers.add(new Layer(theta, durations[k] / sum));
        }
        return new Control(family, dimension, width, layers);
    }

    /// Standard normal parameters of one layer.
    public static double[] theta(ControlFamily family, int dimension, int width, SplittableRandom random) {
        var theta = new double[family.parameters(dimension, width)];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = random.nextGaussian();
        }
        return theta;
    }

    /// Uniform points of [−1, 1]ᵈ.
    public static Points points(int dimension, int size, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new double[dimension][size];
        for (int k = 0; k < size; k++) {
            for (var row : rows) {
                row[k] = 2 * random.nextDouble() - 1;
            }
        }
        return Points.of(rows);
    }

    /// A cloud of uniform points of [−1, 1]ᵈ.
    public static Cloud cloud(int dimension, int size, long seed) {
        return Cloud.of(points(dimension, size, seed));
    }

    /// Whether σ has a corner, at which no finite difference can be trusted.
    public static boolean hasKink(ControlFamily family) {
        return family.activation() instanceof Activation named
                && List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.TRUNCATED_RELU)
                        .contains(named);
    }

    /// Those of the points that are further than `margin` from every corner of the layer's field.
    public static Points awayFromKinks(
            ControlFamily family, int dimension, int width, double[] theta, Points points, double margin) {
        if (!hasKink(family)) {
            return points;
        }
        var weights = family.weights(dimension, width, theta);
        var kept = new ArrayList<Integer>();
        for (int k = 0; k < points.size(); k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < weights.b().length; j++) {
                double u = weights.b()[j];
                for (int i = 0; i < dimension; i++) {
                    u += weights.w()[j][i] * points.at(i, k);
                }
                nearest = Math.min(nearest, Math.min(Math.abs(u), Math.abs(u - 1)));
            }
            if (nearest > margin) {
                kept.add(k);
            }
        }
        return points.select(kept.stream().mapToInt(k -> k).toArray());
    }

    /// Σ over all coordinates of all particles.
    public static double inner(Cloud a, Cloud b) {
        double sum = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int k = 0; k < a.size(); k++) {
                sum += a.row(i)[k] * b.row(i)[k];
            }
        }
        return sum;
    }

    /// The largest distance of two coordinates.
    public static double distance(Points a, Points b) {
        double largest = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int k = 0; k < a.size(); k++) {
                double difference = Math.abs(a.at(i, k) - b.at(i, k));
                largest = difference <= largest ? largest : difference;
            }
        }
        return largest;
    }

    /// The least that this thread allocates while it runs the work, in bytes, of up to 400 times; it stops at 0. In
    /// what is not compiled yet, registers are objects, and some of what is thrown away at once is allocated.
    public static long leastAllocated(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 400 && least > 0; round++) {
            least = Math.min(least, allocated(work));
        }
        return least;
    }

    /// The bytes that this thread allocates while it runs the work: the least of a few times, as the Java machine
    /// itself may take some when it compiles anew.
    public static long allocated(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
