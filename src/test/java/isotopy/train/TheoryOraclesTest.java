package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Trained optima whose value is known in closed form: linear-quadratic control, and paths of least energy.
class TheoryOraclesTest {
    private static final Correspondence ONE =
            new Correspondence("one", Points.single(0.5, -0.25), Points.single(-0.7, 1));

    /// One particle under linear layers is x′ = u with any piecewise constant u.
    private static Experiment translation(double horizon, int depth, Penalties penalties) {
        var experiment = Experiment.standard(ONE);
        return experiment
                .withNetwork(experiment
                        .network()
                        .withFamily(ControlFamily.named("linear"))
                        .withIntegrator(Integrator.EULER)
                        .withHorizon(horizon)
                        .withDepth(depth))
                .withRecipe(Recipe.STANDARD.withOptimizer(Optimization.LBFGS).withPenalties(penalties));
    }

    /// |x(T) − y| / |x(0) − y| after so many steps.
    private static double residual(Experiment experiment, int steps) {
        try (var trainer = new Trainer(experiment, experiment.start(), 0, 1, Gradient.Precision.DOUBLE)) {
            for (int k = 0; k < steps; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            double start = Evaluation.between(ONE.x(), ONE.y()).mean();
            return trainer.trainEvaluation().mean() / start;
        }
    }

    /// Oracle 9: with the cost |x(T) − y|² + λ∫|u|² the residual is λ/(T + λ). The best u is constant, so that
    /// Euler's steps have no error and the tolerance is the optimizer's alone.
    @ParameterizedTest(name = "T = {0}")
    @CsvSource({"1, 0.5", "2, 0.333333333", "4, 0.2", "8, 0.111111111", "16, 0.058823529", "32, 0.030303030"})
    void theResidualOfAKineticPenaltyIsThatOfLinearQuadraticControl(double horizon, double expected) {
        var experiment = translation(horizon, 6, Penalties.NONE.withKinetic(1));
        assertThat(residual(experiment, 60)).isCloseTo(expected, within(1e-6));
    }

    /// Oracle 9: with the cost ∫ |x − y|² + λ|u|² the residual is 1/cosh(T/√λ), here with λ = 1. The end itself
    /// costs too, a 10,000th as much, which lowers the residual by some 1e−4 of it; 60 layers are another 1e−4 or
    /// so for each unit of time squared. Together the tolerance is 3e−3 of the value.
    @ParameterizedTest(name = "T = {0}")
    @CsvSource({"1, 0.648054", "2, 0.265802", "4, 0.0366190"})
    void theResidualOfATrackedLossFallsExponentially(double horizon, double expected) {
        var experiment =
                translation(horizon, 60, Penalties.NONE.withKinetic(1e4).withTracked(1e4));
        assertThat(residual(experiment, 250)).isCloseTo(expected, within(3e-3 * expected));
    }

    /// Oracle 10: E∫|f|² ≥ E|φ(x) − x|²/T, and with a small kinetic penalty a network that has learnt z + z³ on
    /// [−1, 1] comes near the equality, which is 1/7.
    @Test
    void pathsOfLeastEnergyAreStraight() {
        int n = 41;
        var z = new double[n];
        var goal = new double[n];
        Arrays.setAll(z, k -> -1 + (2 * k + 1) / (double) n);
        Arrays.setAll(goal, k -> z[k] + z[k] * z[k] * z[k]);
        var line = new double[n];
        var target = new Correspondence("z + z³", Points.of(z, line), Points.of(goal, line));
        var experiment = Experiment.standard(target);
        experiment = experiment
                .withSampling(experiment.sampling().withTestFraction(0))
                .withNetwork(experiment.network().withWidth(8).withDepth(8).withIntegrator(Integrator.RK4))
                .withRecipe(Recipe.STANDARD
                        .withOptimizer(Optimization.LBFGS)
                        .withPenalties(Penalties.NONE.withKinetic(5e-3)));
        try (var trainer = new Trainer(experiment, experiment.start(), 0, 1, Gradient.Precision.DOUBLE)) {
            for (int k = 0; k < 1500; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            var samples = trainer.samples();
            var moved = experiment.flow(trainer.control()).apply(samples.trainX());
            double floor = Evaluation.between(moved, samples.trainX()).meanSquare();
            trainer.advance(); // its costs are those of the control that was there before it
            assertThat(trainer.costs().kinetic()).isBetween(floor, 1.02 * floor);
            assertThat(trainer.costs().kinetic()).isCloseTo(1 / 7.0, within(0.004));
        }
    }
}
