package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.flow.Integrator;
import isotopy.target.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole runs with each optimizer, loss, penalty and schedule.
class TrainingMethodsTest {
    private static Experiment small(Recipe recipe) {
        return TrainerTest.small(ControlFamily.named("tanh")).withRecipe(recipe);
    }

    private static Recipe by(Optimization method) {
        var recipe = Recipe.STANDARD.withOptimizer(method);
        return method == Optimization.SGD ? recipe.withLearningRate(0.05) : recipe;
    }

    static Stream<Recipe> recipes() {
        var all = new Penalties(1e-4, 1e-5, 0.01, 0.001, 0.1);
        return Stream.concat(
                Arrays.stream(Optimization.values())
                        .flatMap(method -> Stream.of(by(method), by(method).withPenalties(all))),
                Stream.of(
                        Recipe.STANDARD.withLoss(new Loss.Huber()),
                        Recipe.STANDARD.withSchedule(Schedule.COSINE),
                        Recipe.STANDARD.withSchedule(Schedule.WARMUP).withClip(0.5)));
    }

    private static Control after(Experiment experiment, int steps, int threads) {
        try (var trainer = new Trainer(experiment, threads)) {
            for (int k = 0; k < steps; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            return trainer.control();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void theSameExperimentGivesTheSameBitsOnAnyNumberOfThreads(Recipe recipe) {
        for (int batch : new int[] {0, 300}) {
            for (int augment : new int[] {0, 1}) {
                var experiment = small(recipe.withBatch(batch));
                experiment = experiment.withNetwork(experiment.network().withAugment(augment));
                var control = after(experiment, 12, 1);
                assertThat(after(experiment, 12, 2)).isEqualTo(control);
                assertThat(after(experiment, 12, 3)).isEqualTo(control);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void everyRecipeLowersTheMiss(Recipe recipe) {
        try (var trainer = new Trainer(small(recipe), 1)) {
            double before = trainer.trainEvaluation().meanSquare();
            for (int k = 0; k < 120; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(0.75 * before);
            assertThat(trainer.costs().loss()).isPositive();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void aStepAllocatesNothing(Recipe recipe) {
        var experiment = small(recipe);
        experiment = experiment.withNetwork(experiment.network().withAugment(1));
        // kernels in single precision allocate until they are compiled: they have a test of their own
        try (var trainer = new Trainer(experiment, experiment.start(), 0, 1, Gradient.Precision.DOUBLE)) {
            Runnable work = () -> {
                for (int k = 0; k < 30; k++) {
                    trainer.advance();
                }
            };
            work.run();
            assertThat(Cases.allocated(work)).isZero();
        }
    }

    @Test
    void withAllPointsLbfgsNeverRises() {
        try (var trainer = new Trainer(small(by(Optimization.LBFGS)), 1)) {
            double last = trainer.trainEvaluation().meanSquare();
            for (int k = 0; k < 60; k++) {
                trainer.advance();
                double now = trainer.trainEvaluation().meanSquare();
                assertThat(now).as("step %d", k).isLessThanOrEqualTo(last * (1 + 1e-6));
                last = now;
            }
            assertThat(last).isLessThan(0.01);
        }
    }

    @Test
    void itsEvaluationsAreThoseOfTheStagesAndOfTheLineSearch() {
        try (var adam = new Trainer(small(Recipe.STANDARD), 1);
                var lbfgs = new Trainer(small(by(Optimization.LBFGS)), 1)) {
            adam.advance();
            assertThat(adam.evaluations()).isEqualTo(4);
            lbfgs.advance();
            assertThat(lbfgs.evaluations()).isBetween(8L, 4L * (2 + LineSearch.EVALUATIONS));
            long sum = 0;
            for (int k = 0; k < 20; k++) {
                lbfgs.advance();
                sum += lbfgs.evaluations() / 4;
            }
            assertThat(sum).as("one evaluation serves a step and the next").isBetween(20L, 40L);
        }
    }

    /// A trainer that is made anew for every step knows nothing from the step before but θ; so does one that
    /// computes the value again.
    @Test
    void whatLbfgsKnowsOfTheNextStepIsWhatWouldBeComputed() {
        var experiment = small(by(Optimization.LBFGS));
        try (var one = new Trainer(experiment, 1);
                var other = new Trainer(experiment, 1)) {
            for (int k = 0; k < 15; k++) {
                one.advance();
                other.change(other.experiment().withSeed(k + 2)); // forgets the value
                other.change(other.experiment().withSeed(experiment.seed()));
                other.advance();
                assertThat(other.control()).as("step %d", k).isEqualTo(one.control());
            }
        }
    }

    @Test
    void aCosineEndsAtRestAndAWarmUpBeginsSmall() {
        var cosine = small(Recipe.STANDARD.withSteps(30).withSchedule(Schedule.COSINE));
        assertThat(after(cosine, 31, 1)).isEqualTo(after(cosine, 36, 1));
        assertThat(after(cosine, 30, 1)).isNotEqualTo(after(cosine, 29, 1));
        var rising = small(Recipe.STANDARD.withSteps(200).withSchedule(Schedule.WARMUP));
        // ten rising steps: Adam's first step moves each parameter by a tenth of the rate, the second by a fifth
        var start = rising.start().theta();
        var one = after(rising, 1, 1).theta();
        double largest = 0;
        for (int i = 0; i < start.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - start[i]));
        }
        assertThat(largest).isCloseTo(0.001, within(1e-6));
    }

    @Test
    void aRunThatGoesOnBeginsItsScheduleAnew() {
        var experiment = small(Recipe.STANDARD.withSteps(30).withSchedule(Schedule.COSINE));
        var trained = after(experiment, 30, 1);
        try (var trainer = new Trainer(experiment, trained, 30, 1)) {
            trainer.advance();
            assertThat(trainer.control()).isNotEqualTo(trained);
        }
    }

    @Test
    void weightDecayIsApartFromTheGradientInAdamWOnly() {
        var penalties = Penalties.NONE.withWeightDecay(0.1);
        var experiment = small(by(Optimization.ADAMW).withPenalties(penalties));
        double plain = norm(after(small(by(Optimization.ADAM)), 40, 1));
        double inGradient = norm(after(small(by(Optimization.ADAM).withPenalties(penalties)), 40, 1));
        double apart = norm(after(experiment, 40, 1));
        assertThat(apart).isLessThan(plain);
        assertThat(inGradient).isLessThan(plain).isNotEqualTo(apart);
        try (var trainer = new Trainer(experiment, 1)) {
            double before = trainer.control().theta()[0];
            trainer.advance();
            // V is 0 at rest, so that W has no gradient: it decays by η α = 0.001
            assertThat(trainer.control().theta()[0]).isCloseTo(before * 0.999, within(1e-12));
        }
    }

    private static double norm(Control control) {
        return Arrays.stream(control.theta()).map(v -> v * v).sum();
    }

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void theMethodTheLossAndThePenaltiesChangeUnderARunningTrainer(Optimization method) {
        try (var trainer = new Trainer(small(by(method)), 1)) {
            for (int k = 0; k < 20; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            double before = trainer.trainEvaluation().meanSquare();
            var next = trainer.experiment();
            for (var other : Optimization.values()) {
                next = next.withRecipe(
                        by(other).withLoss(new Loss.Huber()).withPenalties(Penalties.NONE.withKinetic(0.001)));
                trainer.change(next);
                assertThat(trainer.step()).isPositive();
                next = next.withNetwork(next.network()
                        .withWidth(next.network().width() + 1)
                        .withDepth(next.network().depth() + 1));
                trainer.change(next);
                assertThat(trainer.trainEvaluation().meanSquare()).isCloseTo(before, within(1e-12));
                for (int k = 0; k < 20; k++) {
                    assertThat(trainer.advance()).isEmpty();
                }
                before = trainer.trainEvaluation().meanSquare();
            }
            assertThat(before).isLessThan(0.3);
        }
    }

    @Test
    void anAdaptiveFlowIsTrainedAlongStepsThatAreFrozenForAHundredSteps() {
        var experiment = small(Recipe.STANDARD);
        experiment = experiment.withNetwork(
                experiment.network().withIntegrator(Integrator.DOPRI5).withHorizon(4));
        var control = after(experiment, 120, 1);
        assertThat(after(experiment, 120, 2)).isEqualTo(control);
        try (var trainer = new Trainer(experiment, 1)) {
            long evaluations = 0;
            for (int k = 0; k < 301; k++) {
                assertThat(trainer.advance()).isEmpty();
                if (k % Trainer.FREEZE_EVERY != 0) {
                    assertThat(trainer.evaluations()).as("step %d", k).isEqualTo(evaluations);
                }
                evaluations = trainer.evaluations();
            }
            assertThat(evaluations).as("stages of more steps than layers").isGreaterThan(6 * 4);
            // the loss along the frozen steps is that of the flow itself, before the last step was taken
            double flow = trainer.trainEvaluation().meanSquare();
            trainer.advance();
            assertThat(trainer.costs().loss()).isCloseTo(flow, within(1e-3 * flow));
            assertThat(flow).isLessThan(0.02);
        }
    }

    @Test
    void aHugeLossCountsAsDivergence() {
        var family = ControlFamily.named("relu");
        var experiment = TrainerTest.small(family);
        var layers = new ArrayList<>(Cases.control(family, 2, 5, 4, 0.1, 81).layers());
        var huge = layers.get(1).theta();
        for (int i = 0; i < huge.length; i++) {
            huge[i] = 1e9;
        }
        layers.set(1, new Layer(huge, 0.25));
        try (var trainer = new Trainer(experiment, new Control(family, 2, 5, layers), 3, 1)) {
            assertThat(trainer.trainEvaluation().meanSquare()).isFinite().isGreaterThan(Trainer.HUGE);
            assertThat(trainer.advance()).isPresent();
            assertThat(trainer.step()).isEqualTo(3);
        }
    }

    @Test
    void extraCoordinatesAreTrainedWithTheirReadout() {
        var experiment = small(Recipe.STANDARD);
        experiment = experiment.withNetwork(experiment.network().withAugment(2));
        try (var trainer = new Trainer(experiment, 1)) {
            var x = Cases.points(2, 20, 1);
            assertThat(experiment.flow(trainer.control()).apply(x)).isEqualTo(x);
            var start = trainer.control().readout().orElseThrow();
            for (int k = 0; k < 150; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.control().readout().orElseThrow()).isNotEqualTo(start);
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(0.1);
            assertThat(trainer.control().augment()).isEqualTo(2);
        }
        assertThat(Experiment.standard(Preset.SWIRL).start().readout()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void extraCoordinatesComeUnderARunningTrainerAndLeaveTheFlowAsItIs(Optimization method) {
        try (var trainer = new Trainer(small(by(method)), 1)) {
            for (int k = 0; k < 30; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            double before = trainer.trainEvaluation().meanSquare();
            var network = trainer.experiment().network();
            var more = trainer.experiment()
                    .withNetwork(network.withAugment(2).withWidth(7).withDepth(5));
            assertThat(trainer.startsAnew(more)).isFalse();
            trainer.change(more);
            assertThat(trainer.step()).isEqualTo(30);
            assertThat(trainer.control().dimension()).isEqualTo(4);
            assertThat(trainer.trainEvaluation().meanSquare()).isCloseTo(before, within(1e-12));
            for (int k = 0; k < 30; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(before);
            trainer.change(more.withNetwork(network));
            assertThat(trainer.control().readout()).isEmpty();
            assertThat(trainer.advance()).isEmpty();
        }
    }
}
