package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.flow.FlowMap;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Preset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradient of the whole loss, for every family, scheme and number of steps a layer.
class GradientTest {
    private static final int PAIRS = 12;

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes();
    }

    private static Samples pairs() {
        return new Samples(
                Cases.points(2, PAIRS, 71),
                Cases.points(2, PAIRS, 72),
                Points.of(new double[2][0]),
                Points.of(new double[2][0]));
    }

    private static Batches batch() {
        var batches = new Batches(pairs());
        batches.choose(0, Experiment.standard(Preset.SWIRL), 0);
        return batches;
    }

    private static Gradient gradient(FlowMap flow, int threads) {
        return new Gradient(Objective.of(flow), false, threads, Gradient.Precision.DOUBLE);
    }

    private static double loss(FlowMap flow, double[] theta, int i, double e) {
        var moved = theta.clone();
        moved[i] += e;
        var map = new FlowMap(flow.control().withTheta(moved), flow.integrator(), flow.substeps());
        return Evaluation.of(map, pairs().trainX(), pairs().trainY()).meanSquare();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void itIsTheLimitOfDifferencesOfTheLoss(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 73);
        var theta = flow.control().theta();
        try (var gradient = gradient(flow, 1)) {
            double loss = gradient.evaluate(theta, flow.plan(), batch());
            assertThat(loss).isCloseTo(loss(flow, theta, 0, 0), within(1e-14));
            double e = 1e-5;
            double largest = 0;
            for (double g : gradient.values()) {
                largest = Math.max(largest, Math.abs(g));
            }
            int trusted = 0;
            for (int i = 0; i < theta.length; i++) {
                double ahead = loss(flow, theta, i, e);
                double behind = loss(flow, theta, i, -e);
                double bend = Math.abs(ahead - 2 * loss + behind) / e;
                if (Cases.hasKink(scheme.family()) && bend > 1e-3 * largest) {
                    continue; // a corner lies between: one particle changed sides
                }
                trusted++;
                double allowed = 1e-6 * largest + (Cases.hasKink(scheme.family()) ? bend : 0);
                assertThat(gradient.values()[i])
                        .as("%s, θ[%d]", scheme, i)
                        .isCloseTo((ahead - behind) / (2 * e), within(allowed));
            }
            assertThat(trusted).as("parameters that were compared").isGreaterThan(theta.length * 9 / 10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void keepingActivationsOrComputingThemAgainGivesTheSameBits(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 74);
        var theta = flow.control().theta();
        var kept = new double[theta.length];
        var again = new double[theta.length];
        var first = new Tally();
        var second = new Tally();
        new Adjoint(Objective.of(flow), Long.MAX_VALUE).add(theta, batch(), 0, PAIRS, 0.1, kept, first);
        new Adjoint(Objective.of(flow), 0).add(theta, batch(), 0, PAIRS, 0.1, again, second);
        assertThat(first.loss).isEqualTo(second.loss);
        assertThat(kept).containsExactly(again);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void theNumberOfThreadsChangesNoBit(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 75);
        var theta = flow.control().theta();
        var experiment = Experiment.standard(Preset.SWIRL);
        var batches = new Batches(Samples.draw(experiment));
        for (int size : new int[] {0, 700}) {
            batches.choose(size, experiment, 0);
            try (var one = gradient(flow, 1);
                    var two = gradient(flow, 2);
                    var three = gradient(flow, 3)) {
                double loss = one.evaluate(theta, flow.plan(), batches);
                assertThat(two.evaluate(theta, flow.plan(), batches)).isEqualTo(loss);
                assertThat(three.evaluate(theta, flow.plan(), batches)).isEqualTo(loss);
                assertThat(two.values()).containsExactly(one.values());
                assertThat(three.values()).containsExactly(one.values());
            }
        }
    }

    @Test
    void anEvaluationMeasuresMeanSquareMeanAndSupremum() {
        var found = Points.of(new double[] {0, 1, 3}, new double[] {0, 0, 4});
        var wanted = Points.of(new double[] {0, 0, 0}, new double[] {0, 0, 0});
        assertThat(Evaluation.between(found, wanted)).isEqualTo(new Evaluation(26 / 3.0, 2, 5));
        var none = Points.of(new double[0], new double[0]);
        assertThat(Evaluation.between(none, none)).isEqualTo(new Evaluation(0, 0, 0));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Evaluation.between(found, none))
                .hasMessageContaining("cannot compare");
        assertThat(Evaluation.between(Points.single(Double.NaN, 0), Points.single(0, 0))
                        .supremum())
                .isNaN();
        assertThat(new Correspondence("c", found, wanted).dimension()).isEqualTo(2);
    }
}
