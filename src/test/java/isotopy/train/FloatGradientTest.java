package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import isotopy.target.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine in single precision against the one in double: the same gradient up to the rounding of floats, the same
/// bits on any number of threads, nothing allocated.
class FloatGradientTest {
    /// Neither a multiple of a tile nor of sixteen.
    private static final int ODD = 211;

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes().filter(scheme -> scheme.integrator().tableau().isPresent());
    }

    static Stream<ControlFamily> families() {
        return Stream.concat(
                ControlFamily.all().stream(),
                Stream.of(new Perceptron(FormulaActivation.of("u*exp(-u^2)+0.1*sin(3*u)"))));
    }

    private static Batches batch(int dimension, int size, long seed) {
        var none = Points.of(new double[dimension][0]);
        var samples =
                new Samples(Cases.points(dimension, size, seed), Cases.points(dimension, size, seed + 1), none, none);
        var batches = new Batches(samples);
        batches.choose(0, Experiment.standard(Preset.SWIRL), 0);
        return batches;
    }

    private static Objective objective(FlowMap flow, Penalties penalties) {
        return new Objective(flow, new Loss.Squared(), penalties);
    }

    /// One evaluation by that precision: the gradient, then the objective.
    private static double[] evaluated(
            Objective objective, int threads, Gradient.Precision precision, double[] theta, Batches batch) {
        try (var gradient = new Gradient(objective, false, threads, precision)) {
            double value = gradient.evaluate(theta, objective.flow().plan(), batch);
            return Stream.of(gradient.values(), new double[] {value})
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
    }

    private static double distance(double[] a, double[] b) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            difference += (a[i] - b[i]) * (a[i] - b[i]);
            size += b[i] * b[i];
        }
        return Math.sqrt(difference / size);
    }

    private static void agrees(Objective objective, double[] theta, Batches batch, double bound, String as) {
        assertThat(FloatShape.of(objective)).as("a kernel for %s", as).isPresent();
        var found = evaluated(objective, 1, Gradient.Precision.FASTEST, theta, batch);
        var judge = evaluated(objective, 1, Gradient.Precision.DOUBLE, theta, batch);
        assertThat(found[theta.length]).as(as).isCloseTo(judge[theta.length], within(1e-6 * judge[theta.length]));
        assertThat(distance(found, judge)).as(as).isLessThan(bound);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void itIsTheGradientInDoubleUpToTheRoundingOfFloats(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 6, 4, 81);
        agrees(objective(flow, Penalties.NONE), flow.control().theta(), batch(2, ODD, 82), 3e-6, scheme.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void itIsSoInEveryDimension(ControlFamily family) {
        for (int d = 1; d <= 8; d++) {
            if (family.unfit(d).isEmpty()) {
                var flow = new Cases.Scheme(family, Integrator.MIDPOINT, 1).flow(d, 5, 3, 83 + d);
                agrees(
                        objective(flow, Penalties.NONE),
                        flow.control().theta(),
                        batch(d, ODD, 84),
                        3e-6,
                        family.id() + " in dimension " + d);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void whatTheWayCostsIsPartOfIt(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 85);
        var penalties = new Penalties(0.01, 0.02, 0.3, 0, 0.4);
        agrees(objective(flow, penalties), flow.control().theta(), batch(2, ODD, 86), 3e-6, scheme.toString());
    }

    @Test
    void frozenStepsOfDormandAndPrinceToo() {
        var family = ControlFamily.named("tanh");
        var flow = new FlowMap(Cases.control(family, 2, 6, 3, 0.7, 87), Integrator.DOPRI5, 2);
        agrees(objective(flow, Penalties.NONE), flow.control().theta(), batch(2, ODD, 88), 3e-6, "dopri5");
    }

    @Test
    void largeNetworksComputeTheirActivationsAgain() {
        var flow = new FlowMap(Cases.control(ControlFamily.named("sine"), 2, 40, 60, 0.7, 89), Integrator.RK4, 1);
        var objective = objective(flow, Penalties.NONE);
        assertThat(FloatShape.of(objective).orElseThrow().kernel().kept()).isZero();
        agrees(objective, flow.control().theta(), batch(2, 64, 90), 5e-6, "sine, deep");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void theNumberOfThreadsChangesNoBit(ControlFamily family) {
        var flow = new Cases.Scheme(family, Integrator.RK4, 3).flow(2, 16, 20, 91);
        var objective = objective(flow, Penalties.NONE);
        var theta = flow.control().theta();
        var batch = batch(2, 2000, 92);
        var one = evaluated(objective, 1, Gradient.Precision.FASTEST, theta, batch);
        assertThat(evaluated(objective, 2, Gradient.Precision.FASTEST, theta, batch))
                .containsExactly(one);
        assertThat(evaluated(objective, 3, Gradient.Precision.FASTEST, theta, batch))
                .containsExactly(one);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aStepAllocatesNothing(ControlFamily family) {
        var flow = new Cases.Scheme(family, Integrator.MIDPOINT, 1).flow(2, 8, 4, 93);
        var objective = objective(flow, new Penalties(0.01, 0.02, 0.3, 0, 0.4));
        var theta = flow.control().theta();
        var plan = flow.plan();
        var batch = batch(2, 256, 94);
        try (var gradient = new Gradient(objective, false, 1, Gradient.Precision.FASTEST)) {
            Runnable work = () -> {
                for (int i = 0; i < 20; i++) {
                    gradient.evaluate(theta, plan, batch);
                }
            };
            assertThat(Cases.leastAllocated(work))
                    .as("bytes in 20 steps of %s", family.id())
                    .isZero();
        }
    }

    @Test
    void itFindsTheLayerInWhichStatesStopBeingFinite() {
        var family = ControlFamily.named("relu");
        var flow = new FlowMap(Cases.control(family, 2, 4, 5, 0.7, 95), Integrator.EULER, 1);
        var theta = flow.control().theta();
        int p = flow.control().parametersPerLayer();
        for (int i = 2 * p; i < 3 * p; i++) {
            theta[i] = 1e30;
        }
        try (var gradient = new Gradient(objective(flow, Penalties.NONE), false, 1, Gradient.Precision.FASTEST)) {
            assertThat(gradient.layerOfDivergence(theta, flow.plan(), batch(2, 100, 96)))
                    .isEqualTo(2);
        }
    }

    @Test
    void whatHasNoKernelIsLeftToTheEngineInDouble() {
        var family = ControlFamily.named("tanh");
        var jacobian = new Penalties(0, 0, 0, 0.1, 0);
        var many = new FlowMap(Cases.control(family, 9, 4, 2, 0.7, 97), Integrator.EULER, 1);
        var plane = new FlowMap(Cases.control(family, 2, 4, 2, 0.7, 98), Integrator.EULER, 1);
        var shear = new FlowMap(
                Cases.control(ControlFamily.named("hamiltonian"), 2, 4, 2, 0.7, 99), Integrator.SYMPLECTIC, 1);
        for (var objective : List.of(
                objective(many, Penalties.NONE), objective(plane, jacobian), objective(shear, Penalties.NONE))) {
            assertThat(FloatShape.of(objective)).isEqualTo(Optional.empty());
        }
    }
}
