package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Readout;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Points;
import isotopy.target.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradient on the line, with and without an affine map at the end, and of functions, whose only output is read
/// off: against differences of the objective, and in single precision against double.
class LineGradientTest {
    private static final int POINTS = 40;

    /// From so many coordinates to so many numbers, by a network with extra ones or none.
    private enum Kind {
        LINE(1, 1, 0, false),
        LINE_AND_AFFINE_MAP(1, 1, 0, true),
        LINE_IN_THE_PLANE(1, 1, 1, true),
        PLANE_AND_AFFINE_MAP(2, 2, 0, true),
        FUNCTION(2, 1, 0, true),
        FUNCTION_IN_SPACE(2, 1, 1, true);

        private final int inputs;
        private final int outputs;
        private final int augment;
        private final boolean reads;

        Kind(int inputs, int outputs, int augment, boolean reads) {
            this.inputs = inputs;
            this.outputs = outputs;
            this.augment = augment;
            this.reads = reads;
        }
    }

    private record Case(Cases.Scheme scheme, Kind kind, Loss loss) {
        FlowMap flow() {
            int d = kind.inputs + kind.augment;
            var random = new SplittableRandom(5);
            var a = new double[kind.outputs][d];
            for (var row : a) {
                Arrays.setAll(row, j -> 1 + 0.3 * random.nextGaussian());
            }
            Optional<Readout> readout = kind.reads
                    ? Optional.of(new Readout(a, random.doubles(kind.outputs).toArray(), false))
                    : Optional.empty();
            var control = Cases.control(scheme.family(), d, 4, 3, 0.7, 6).with(kind.augment, readout);
            return new FlowMap(control, scheme.integrator(), scheme.substeps());
        }

        Objective objective(FlowMap flow) {
            return new Objective(flow, loss, Penalties.NONE);
        }

        Batches batch() {
            var batches =
                    new Batches(Cases.points(kind.inputs, POINTS, 7), scaled(Cases.points(kind.outputs, POINTS, 8)));
            batches.choose(0, Experiment.standard(Preset.SWIRL), 0);
            return batches;
        }

        /// Some misses are beyond 1, where Huber's loss is linear.
        private static Points scaled(Points points) {
            var rows = new double[points.dimension()][];
            Arrays.setAll(
                    rows, i -> Arrays.stream(points.row(i)).map(v -> 2 * v).toArray());
            return Points.of(rows);
        }
    }

    static Stream<Case> cases() {
        var losses = List.<Loss>of(new Loss.Squared(), new Loss.Huber());
        return ControlFamily.all().stream()
                .flatMap(family -> Stream.of(Kind.values())
                        .filter(kind -> family.unfit(kind.inputs + kind.augment).isEmpty())
                        .map(kind -> new Case(
                                new Cases.Scheme(
                                        family,
                                        kind.ordinal() % 2 == 0 ? Integrator.EULER : Integrator.RK4,
                                        1 + kind.ordinal() % 3),
                                kind,
                                losses.get(kind.ordinal() / 2 % 2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itIsTheLimitOfDifferences(Case one) {
        var flow = one.flow();
        var theta = flow.control().values();
        var batch = one.batch();
        boolean kinks = Cases.hasKink(one.scheme().family());
        try (var gradient = new Gradient(one.objective(flow), false, 1, Gradient.Precision.DOUBLE)) {
            double value = gradient.evaluate(theta, flow.plan(), batch);
            var found = gradient.values().clone();
            double largest = Arrays.stream(found).map(Math::abs).max().orElseThrow();
            assertThat(largest).isPositive();
            double e = 1e-5;
            int trusted = 0;
            for (int i = 0; i < theta.length; i++) {
                double kept = theta[i];
                theta[i] = kept + e;
                double ahead = gradient.evaluate(theta, flow.plan(), batch);
                theta[i] = kept - e;
                double behind = gradient.evaluate(theta, flow.plan(), batch);
                theta[i] = kept;
                double bend = Math.abs(ahead - 2 * value + behind) / e;
                if (kinks && bend > 1e-3 * largest) {
                    continue; // a corner lies between: one particle changed sides
                }
                trusted++;
                assertThat(found[i])
                        .as("θ[%d]", i)
                        .isCloseTo((ahead - behind) / (2 * e), within(2e-7 * largest + (kinks ? bend : 0)));
            }
            assertThat(trusted).as("parameters that were compared").isGreaterThan(theta.length / 2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void singlePrecisionIsNearDouble(Case one) {
        var flow = one.flow();
        var exact = values(one, flow, Gradient.Precision.DOUBLE);
        var fast = values(one, flow, Gradient.Precision.FASTEST);
        double largest = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < exact.length; i++) {
            assertThat(fast[i]).as("θ[%d]", i).isCloseTo(exact[i], within(2e-4 * largest));
        }
    }

    private static double[] values(Case one, FlowMap flow, Gradient.Precision precision) {
        try (var gradient = new Gradient(one.objective(flow), false, 1, precision)) {
            gradient.evaluate(flow.control().values(), flow.plan(), one.batch());
            return gradient.values().clone();
        }
    }
}
