package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.OwnMachine;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.target.Preset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    static Experiment small(ControlFamily family) {
        var experiment = Experiment.standard(Preset.SWIRL);
        return experiment
                .withNetwork(
                        experiment.network().withFamily(family).withWidth(5).withDepth(4))
                .withSampling(experiment.sampling().withSamples(1000));
    }

    static List<ControlFamily> families() {
        return ControlFamily.all();
    }

    private static Control after(Experiment experiment, int steps, int threads) {
        try (var trainer = new Trainer(experiment, threads)) {
            advance(trainer, steps);
            return trainer.control();
        }
    }

    private static void advance(Trainer trainer, int steps) {
        for (int k = 0; k < steps; k++) {
            assertThat(trainer.advance()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void theSameExperimentGivesTheSameBitsOnAnyNumberOfThreads(ControlFamily family) {
        for (int batch : new int[] {0, 300}) {
            var experiment = small(family).withRecipe(Recipe.STANDARD.withBatch(batch));
            var control = after(experiment, 15, 1);
            assertThat(after(experiment, 15, 1)).isEqualTo(control);
            assertThat(after(experiment, 15, 2)).isEqualTo(control);
            assertThat(after(experiment, 15, 3)).isEqualTo(control);
            assertThat(after(experiment.withSeed(2), 15, 1)).isNotEqualTo(control);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void itStartsAtTheIdentityAndTheLossFalls(ControlFamily family) {
        try (var trainer = new Trainer(small(family), 1)) {
            var x = Cases.points(2, 20, 1);
            assertThat(trainer.experiment().flow(trainer.control()).apply(x)).isEqualTo(x);
            double before = trainer.trainEvaluation().meanSquare();
            advance(trainer, 150);
            // no swirl is coordinatewise, nor the same with its coordinates exchanged
            boolean bound = List.of("coordinatewise", "equivariant").contains(family.id());
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan((bound ? 0.65 : 0.5) * before);
            assertThat(trainer.step()).isEqualTo(150);
        }
    }

    @Test
    void aStepAllocatesNothingForAnyFamilyAndIntegrator() throws IOException {
        assertThat(OwnMachine.run(StepAllocation.class))
                .hasSizeGreaterThan(5 * families().size())
                .allSatisfy(line -> assertThat(line).startsWith("0 "));
    }

    @Test
    void aStepOfASmallBatchAllocatesNothingUntilANewOrderIsDrawn() {
        var experiment = small(ControlFamily.named("tanh"))
                .withRecipe(Recipe.STANDARD.withBatch(10).withClip(1));
        try (var trainer = new Trainer(experiment, 1)) {
            advance(trainer, 400);
            Runnable work = () -> {
                for (int k = 0; k < 70; k++) {
                    trainer.advance();
                }
            };
            assertThat(Cases.leastAllocated(work)).isZero();
        }
    }

    @Test
    void clippingBoundsTheNormOfTheGradient() {
        // of a gradient far below ε = 1e−8 Adam's first step is η g/ε, so that the step tells the gradient
        double bound = 1e-10;
        var experiment = small(ControlFamily.named("tanh"));
        double clipped = firstGradient(experiment.withRecipe(Recipe.STANDARD.withClip(bound)));
        assertThat(clipped).isCloseTo(bound, within(1e-3 * bound));
        assertThat(after(experiment.withRecipe(Recipe.STANDARD.withClip(1e8)), 5, 1))
                .isEqualTo(after(experiment, 5, 1));
    }

    private static double firstGradient(Experiment experiment) {
        try (var trainer = new Trainer(experiment, 1)) {
            var before = trainer.control().theta();
            trainer.advance();
            var after = trainer.control().theta();
            double squares = 0;
            for (int i = 0; i < before.length; i++) {
                double moved =
                        Math.abs(after[i] - before[i]) / experiment.recipe().learningRate();
                squares += Math.pow(1e-8 * moved / (1 - moved), 2);
            }
            return Math.sqrt(squares);
        }
    }

    @Test
    void theFirstStepsAreThoseOfAdamUpToTheRoundingOfFloats() {
        var experiment = small(ControlFamily.named("tanh"));
        var theta = experiment.start().theta();
        var m = new double[theta.length];
        var v = new double[theta.length];
        var flow = experiment.flow(experiment.start());
        var batches = new Batches(Samples.draw(experiment));
        try (var gradient = new Gradient(Objective.of(flow), false, 1, Gradient.Precision.DOUBLE);
                var trainer = new Trainer(experiment, 1)) {
            for (int t = 1; t <= 4; t++) {
                batches.choose(0, experiment, t);
                gradient.evaluate(theta, flow.plan(), batches);
                for (int i = 0; i < theta.length; i++) {
                    double g = gradient.values()[i];
                    m[i] = 0.9 * m[i] + 0.1 * g;
                    v[i] = 0.999 * v[i] + 0.001 * g * g;
                    theta[i] -= 0.01
                            * (m[i] / (1 - Math.pow(0.9, t)))
                            / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
                }
                trainer.advance();
                var found = trainer.control().theta();
                for (int i = 0; i < theta.length; i++) {
                    assertThat(found[i]).as("step %d, θ[%d]", t, i).isCloseTo(theta[i], within(1e-7));
                }
            }
        }
    }

    @Test
    void aLinearFamilyReachesTheAffineLeastSquaresResidualAndNeverGoesBelow() {
        var experiment = small(ControlFamily.named("linear"));
        try (var trainer = new Trainer(experiment, 1)) {
            double floor = leastSquares(trainer.samples());
            for (int k = 0; k < 800; k++) {
                trainer.advance();
                if (k % 50 == 0) {
                    assertThat(trainer.trainEvaluation().meanSquare()).isGreaterThanOrEqualTo(floor * (1 - 1e-12));
                }
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isCloseTo(floor, within(1e-5));
        }
    }

    private static double leastSquares(Samples samples) {
        int n = samples.trainX().size();
        var x = new double[n][];
        for (int k = 0; k < n; k++) {
            x[k] = samples.trainX().point(k);
        }
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            var regression = new OLSMultipleLinearRegression();
            regression.newSampleData(samples.trainY().row(i), x);
            sum += regression.calculateResidualSumOfSquares();
        }
        return sum / n;
    }

    static Stream<ControlFamily> unbounded() {
        return Stream.of("relu", "softplus").map(ControlFamily::named);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unbounded")
    void aLearningRateOfTenDivergesAndKeepsTheLastGoodFlow(ControlFamily family) {
        var experiment = small(family).withRecipe(Recipe.STANDARD.withLearningRate(10));
        experiment = experiment.withNetwork(experiment.network().withDepth(200));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 2000; k++) {
                var good = trainer.control();
                long step = trainer.step();
                var outcome = trainer.advance();
                if (outcome.isPresent()) {
                    assertThat(outcome.get().layer()).isBetween(0, 199);
                    assertThat(outcome.get().step()).isEqualTo(trainer.step() + 1);
                    assertThat(trainer.step()).isBetween(step - 1, step);
                    assertThat(trainer.control()).isNotNull();
                    assertThat(trainer.trainEvaluation().meanSquare())
                            .as("the flow that was kept")
                            .isFinite();
                    assertThat(trainer.control().equals(good)).isEqualTo(trainer.step() == step);
                    return;
                }
            }
            throw new AssertionError("2000 steps at rate 10 did not diverge with " + family.id());
        }
    }

    @Test
    void theStepAfterADivergenceIsTheOneWhoseFlowIsKept() {
        var experiment = small(ControlFamily.named("relu")).withRecipe(Recipe.STANDARD.withLearningRate(10));
        experiment = experiment.withNetwork(experiment.network().withDepth(200));
        var controls = new ArrayList<Control>();
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 2000; k++) {
                controls.add(trainer.control());
                if (trainer.advance().isPresent()) {
                    assertThat(trainer.control()).isEqualTo(controls.get((int) trainer.step()));
                    return;
                }
            }
        }
        throw new AssertionError("it did not diverge");
    }

    @Test
    void theLayerThatFirstLeavesTheNumbersIsNamed() {
        var family = ControlFamily.named("relu");
        for (int chosen = 0; chosen < 4; chosen++) {
            var experiment = small(family);
            var layers = new ArrayList<>(Cases.control(family, 2, 5, 4, 0.1, 81).layers());
            var huge = layers.get(chosen).theta();
            for (int i = 0; i < huge.length; i++) {
                huge[i] = 1e200;
            }
            layers.set(chosen, new Layer(huge, 0.25));
            try (var trainer = new Trainer(experiment, new Control(family, 2, 5, layers), 7, 1)) {
                var before = trainer.control();
                assertThat(trainer.advance()).contains(new Outcome.Diverged(7, chosen));
                assertThat(trainer.control())
                        .as("there is no better flow to go back to")
                        .isEqualTo(before);
                assertThat(trainer.step()).isEqualTo(7);
            }
        }
    }

    @Test
    void theEarliestLayerIsNamedThoughTheFirstTileOfParticlesFailsLater() {
        var family = ControlFamily.named("relu");
        var samples = Samples.draw(small(family));
        var x1 = samples.trainX().row(0);
        double first = java.util.Arrays.stream(x1, 0, Adjoint.TILE).max().orElseThrow();
        double later =
                java.util.Arrays.stream(x1, Adjoint.TILE, x1.length).max().orElseThrow();
        assertThat(later).as("the outermost point is not in the first tile").isGreaterThan(first);
        // layer 1 blows up what lies beyond all of the first tile, layer 3 everything
        double edge = (first + later) / 2;
        var rest = new Layer(new double[25], 0.25);
        var some = new double[25];
        some[0] = 1e305;
        some[2] = -edge * 1e305;
        some[3] = 1e305;
        var all = new double[25];
        all[2] = 1e200;
        all[3] = 1e200;
        var control = new Control(family, 2, 5, List.of(rest, new Layer(some, 0.25), rest, new Layer(all, 0.25)));
        try (var trainer = new Trainer(small(family), control, 0, 1)) {
            assertThat(trainer.advance()).contains(new Outcome.Diverged(0, 1));
        }
    }

    @Test
    void aControlOfAnotherFamilyOrSpaceIsRefused() {
        var experiment = small(ControlFamily.named("tanh"));
        assertThatThrownBy(() -> new Trainer(
                        experiment, small(ControlFamily.named("relu")).start(), 0, 1))
                .hasMessageContaining("family relu")
                .hasMessageContaining("tanh");
        assertThatThrownBy(() -> new Trainer(experiment, 0)).hasMessage("threads must be ≥ 1: 0");
    }

    @Test
    void aControlOfAnotherShapeIsBroughtToTheExperiments() {
        var experiment = small(ControlFamily.named("tanh"));
        var control = Cases.control(experiment.network().family(), 2, 3, 2, 1, 82);
        try (var trainer = new Trainer(experiment, control, 50, 1)) {
            assertThat(trainer.control().depth()).isEqualTo(4);
            assertThat(trainer.control().width()).isEqualTo(5);
            assertThat(trainer.step()).isEqualTo(50);
            var x = Cases.points(2, 20, 2);
            assertThat(Cases.distance(
                            experiment.flow(trainer.control()).apply(x),
                            experiment.flow(control).apply(x)))
                    .isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void askingForTheTrainingErrorIsRightAndChangesNoBit(ControlFamily family) {
        try (var asked = new Trainer(small(family), 1);
                var alone = new Trainer(small(family), 1)) {
            for (int k = 0; k < 12; k++) {
                double exact = asked.trainEvaluation().meanSquare();
                assertThat(asked.trainError()).as("step %d", k).isCloseTo(exact, within(1e-5 * exact));
                asked.advance();
                alone.advance();
            }
            assertThat(asked.control()).isEqualTo(alone.control());
        }
    }
}
