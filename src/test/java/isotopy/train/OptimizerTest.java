package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Reshaping;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each optimizer on landscapes whose lowest point or path is known.
class OptimizerTest {
    /// A function with its gradient, and how often it was asked.
    private static final class Hill implements Landscape {
        private final ToDoubleFunction<double[]> value;
        private final java.util.function.UnaryOperator<double[]> gradient;
        private double[] slope = {};
        private int calls;

        Hill(ToDoubleFunction<double[]> value, java.util.function.UnaryOperator<double[]> gradient) {
            this.value = value;
            this.gradient = gradient;
        }

        @Override
        public double evaluate(double[] theta) {
            calls++;
            slope = gradient.apply(theta);
            return value.applyAsDouble(theta);
        }

        @Override
        public double[] slope() {
            return slope;
        }
    }

    private static Hill rosenbrock() {
        return new Hill(x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2), x ->
                new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])});
    }

    /// ½ Σ cᵢ (xᵢ − i)² with c from 1 to the condition number.
    private static Hill bowl(int n, double condition) {
        var c = new double[n];
        Arrays.setAll(c, i -> Math.pow(condition, i / (n - 1.0)));
        return new Hill(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += c[i] * (x[i] - i) * (x[i] - i) / 2;
                    }
                    return sum;
                },
                x -> {
                    var g = new double[n];
                    Arrays.setAll(g, i -> c[i] * (x[i] - i));
                    return g;
                });
    }

    private static double walk(Optimizer optimizer, Hill hill, double rate, int steps, double[] theta) {
        for (int k = 0; k < steps; k++) {
            double value = hill.evaluate(theta);
            optimizer.update(rate, value, hill, theta);
        }
        return hill.evaluate(theta);
    }

    private static Optimizer of(Optimization method, int parameters) {
        return Optimizer.of(Recipe.STANDARD.withOptimizer(method), parameters, false);
    }

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void everyMethodFindsTheBottomOfABowl(Optimization method) {
        var theta = new double[3];
        walk(of(method, 3), bowl(3, 10), 0.05, 2000, theta);
        for (int i = 0; i < 3; i++) {
            assertThat(theta[i]).as("%s, θ[%d]", method, i).isCloseTo(i, within(1e-6));
        }
    }

    @Test
    void lbfgsFollowsTheValleyOfRosenbrockToItsEnd() {
        double[] theta = {-1.2, 1};
        var hill = rosenbrock();
        double value = walk(new Lbfgs(2), hill, 0.01, 60, theta);
        assertThat(value).isLessThan(1e-20);
        assertThat(theta[0]).isCloseTo(1, within(1e-9));
        assertThat(theta[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void lbfgsNeedsFarFewerEvaluationsThanTheConditionOfABowl() {
        var theta = new double[30];
        var hill = bowl(30, 1000);
        assertThat(walk(new Lbfgs(30), hill, 0.01, 150, theta)).isLessThan(1e-6);
        assertThat(hill.calls).isLessThan(330);
    }

    @Test
    void lbfgsNeverRisesAndTellsHowOftenItLooked() {
        double[] theta = {-1.2, 1};
        var hill = rosenbrock();
        var lbfgs = new Lbfgs(2);
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 40; k++) {
            int before = hill.calls;
            double value = hill.evaluate(theta);
            assertThat(value).isLessThanOrEqualTo(last);
            lbfgs.update(0.01, value, hill, theta);
            assertThat(lbfgs.extraEvaluations()).isEqualTo(hill.calls - before - 1);
            last = value;
        }
    }

    @Test
    void theFirstStepOfLbfgsMovesTheLargestParameterByTheLearningRateWhereThatIsDownhillEnough() {
        var theta = new double[] {5};
        // flat enough at once: the search takes its first trial
        var hill = new Hill(x -> Math.abs(x[0] - 4.99) < 1e-3 ? 0 : 1, x ->
                new double[] {Math.abs(x[0] - 4.99) < 1e-3 ? 0 : 1});
        new Lbfgs(1).update(0.01, hill.evaluate(theta), hill, theta);
        assertThat(theta[0]).isCloseTo(4.99, within(1e-12));
    }

    @Test
    void lbfgsStaysAmongTheNumbersBesideACliff() {
        // no number at all for x ≤ 0, and the lowest point at 1e−3 beside it
        var hill = new Hill(x -> x[0] <= 0 ? Double.NaN : x[0] - 1e-3 * Math.log(x[0]), x ->
                new double[] {x[0] <= 0 ? Double.NaN : 1 - 1e-3 / x[0]});
        double[] theta = {3};
        var lbfgs = new Lbfgs(1);
        for (int k = 0; k < 60; k++) {
            lbfgs.update(1, hill.evaluate(theta), hill, theta);
            assertThat(theta[0]).isFinite().isPositive();
        }
        assertThat(theta[0]).isCloseTo(1e-3, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lbfgsGoesDownOverKinks(long seed) {
        var random = new SplittableRandom(seed);
        int n = 6;
        var goal = random.doubles(n, -2, 2).toArray();
        var hill = new Hill(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += (i + 1) * Math.abs(x[i] - goal[i]) + 0.1 * x[i] * x[i];
                    }
                    return sum;
                },
                x -> {
                    var g = new double[n];
                    Arrays.setAll(g, i -> (i + 1) * Math.signum(x[i] - goal[i]) + 0.2 * x[i]);
                    return g;
                });
        var theta = new double[n];
        double start = hill.evaluate(theta);
        double last = start;
        var lbfgs = new Lbfgs(n);
        for (int k = 0; k < 100; k++) {
            double value = hill.evaluate(theta);
            assertThat(value).as("seed %d, step %d", seed, k).isLessThanOrEqualTo(last);
            last = value;
            lbfgs.update(0.1, value, hill, theta);
        }
        assertThat(last).as("seed %d", seed).isLessThan(start / 2);
    }

    @Test
    void lbfgsAtTheBottomStaysThere() {
        double[] theta = {1, 1};
        new Lbfgs(2).update(0.01, 0, rosenbrockAt(theta), theta);
        assertThat(theta).containsExactly(1, 1);
    }

    private static Hill rosenbrockAt(double[] theta) {
        var hill = rosenbrock();
        hill.evaluate(theta);
        return hill;
    }

    @Test
    void momentumFollowsItsRecursion() {
        var hill = bowl(2, 4);
        var theta = new double[2];
        double[] m = new double[2];
        double[] expected = new double[2];
        var sgd = new Sgd(2);
        for (int k = 0; k < 25; k++) {
            double[] g = {expected[0], 4 * (expected[1] - 1)};
            for (int i = 0; i < 2; i++) {
                m[i] = 0.9 * m[i] + g[i];
                expected[i] -= 0.03 * m[i];
            }
            sgd.update(0.03, hill.evaluate(theta), hill, theta);
            assertThat(theta[1]).isCloseTo(expected[1], within(1e-14));
        }
    }

    @Test
    void adamWLetsWeightsDecayApartFromTheGradient() {
        double[] theta = {2, -3};
        var flat = new Hill(x -> 0, x -> new double[2]);
        var adamW = new AdamW(2, false, 0.5);
        for (int k = 1; k <= 10; k++) {
            adamW.update(0.1, flat.evaluate(theta), flat, theta);
            assertThat(theta[0]).isCloseTo(2 * Math.pow(0.95, k), within(1e-14));
        }
        var hill = bowl(2, 4);
        double[] a = new double[2];
        double[] b = new double[2];
        walk(new AdamW(2, false, 0), hill, 0.01, 30, a);
        walk(new Adam(2, false), hill, 0.01, 30, b);
        assertThat(a).containsExactly(b);
    }

    private static Reshaping reshaping(int[] origin, double[] factor) {
        return new Reshaping(Cases.control(ControlFamily.named("linear"), 1, 1, 2, 1, 1), origin, factor);
    }

    /// With θ′ = 4θ the walk over the stretched landscape is the stretched walk, to the last bit.
    @Test
    void aStretchedMemoryOfLbfgsWalksTheStretchedWay() {
        double[] theta = {-1.2, 1};
        var plain = new Lbfgs(2);
        walk(plain, rosenbrock(), 0.01, 8, theta);
        double[] again = {-1.2, 1};
        var other = new Lbfgs(2);
        walk(other, rosenbrock(), 0.01, 8, again);
        other.reshape(reshaping(new int[] {0, 1}, new double[] {4, 4}));
        double[] stretched = {4 * again[0], 4 * again[1]};
        var hill = rosenbrock();
        var wide = new Hill(x -> hill.value.applyAsDouble(new double[] {x[0] / 4, x[1] / 4}), x -> {
            var g = hill.gradient.apply(new double[] {x[0] / 4, x[1] / 4});
            return new double[] {g[0] / 4, g[1] / 4};
        });
        walk(plain, rosenbrock(), 0.01, 5, theta);
        walk(other, wide, 0.01, 5, stretched);
        assertThat(stretched).containsExactly(4 * theta[0], 4 * theta[1]);
        assertThat(theta).isNotEqualTo(again);
    }

    @Test
    void newParametersOfLbfgsAndMomentumHaveNoPast() {
        double[] theta = {-1.2, 1};
        var lbfgs = new Lbfgs(2);
        walk(lbfgs, rosenbrock(), 0.01, 8, theta);
        lbfgs.reshape(reshaping(new int[] {1, -1, 0}, new double[] {1, 1, 1}));
        var hill = new Hill(x -> rosenbrock().value.applyAsDouble(new double[] {x[2], x[0]}) + x[1] * x[1], x -> {
            var g = rosenbrock().gradient.apply(new double[] {x[2], x[0]});
            return new double[] {g[1], 2 * x[1], g[0]};
        });
        double[] moved = {theta[1], 0, theta[0]};
        double value = hill.evaluate(moved);
        assertThat(walk(lbfgs, hill, 0.01, 40, moved)).isLessThan(Math.min(1e-12, value));
        var sgd = new Sgd(2);
        var flat = new Hill(x -> 0, x -> new double[] {1, 2});
        double[] two = new double[2];
        sgd.update(1, flat.evaluate(two), flat, two);
        sgd.reshape(reshaping(new int[] {1, -1}, new double[] {4, 1}));
        var still = new Hill(x -> 0, x -> new double[2]);
        double[] next = new double[2];
        sgd.update(1, still.evaluate(next), still, next);
        assertThat(next).containsExactly(-0.9 * 2 / 4, 0);
    }
}
