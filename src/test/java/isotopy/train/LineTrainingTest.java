package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.flow.Folds;
import isotopy.flow.Integrator;
import isotopy.target.Kind;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.Typed;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Training on the line: what increases is learnt, what falls is not, unless layers fold or there is room to go round.
class LineTrainingTest {
    private static final String DESCENDING = "FLIP|SINE|VALLEY|DIP|CORNER";

    private static Experiment on(LinePreset curve, UnaryOperator<Network> change) {
        var experiment = Experiment.standard(curve);
        return experiment.withNetwork(change.apply(experiment.network()));
    }

    private static Folds folds(Trainer trainer) {
        var experiment = trainer.experiment();
        return Folds.of(
                experiment.flow(trainer.control()),
                Folds.probes(experiment.sampling().domain(), trainer.samples().trainX()));
    }

    private static void train(Trainer trainer, int steps) {
        for (int k = 0; k < steps; k++) {
            assertThat(trainer.advance()).isEmpty();
        }
    }

    /// The bijective switch makes the network a flow in all but name: each step map increases.
    @ParameterizedTest
    @EnumSource(value = LinePreset.class, mode = EnumSource.Mode.MATCH_ANY, names = DESCENDING)
    void aBijectiveNetworkStaysAboveTheFloorAndComesWithinATenthOfIt(LinePreset curve) {
        try (var trainer = new Trainer(on(curve, n -> n.withDepth(40).withBijective(true)), 1)) {
            var floor = trainer.experiment().floor(trainer.samples()).orElseThrow();
            for (int k = 0; k <= 1000; k++) {
                if (k % 10 == 0) {
                    var evaluation = trainer.trainEvaluation();
                    assertThat(evaluation.meanSquare())
                            .as("after %d steps", k)
                            .isGreaterThanOrEqualTo(floor.meanSquare() * (1 - 1e-12));
                    assertThat(evaluation.supremum()).isGreaterThanOrEqualTo(floor.supremum() * (1 - 1e-12));
                }
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(1.1 * floor.meanSquare());
            assertThat(folds(trainer)).isEqualTo(Folds.NONE);
        }
    }

    /// The same for other draws, depths and widths, looked at after every step.
    @Tag("long")
    @ParameterizedTest
    @EnumSource(value = LinePreset.class, mode = EnumSource.Mode.MATCH_ANY, names = DESCENDING)
    void soDoesItWhateverTheDrawTheDepthAndTheWidth(LinePreset curve) {
        for (int seed = 2; seed <= 6; seed++) {
            int depth = 20 * (seed % 3) + 20;
            int width = 8 * (seed % 4) + 8;
            var experiment = on(curve, n -> n.withDepth(depth).withWidth(width).withBijective(true))
                    .withSeed(seed);
            try (var trainer = new Trainer(experiment, 1)) {
                double floor = experiment.floor(trainer.samples()).orElseThrow().meanSquare();
                for (int k = 0; k <= 2000; k++) {
                    assertThat(trainer.trainEvaluation().meanSquare())
                            .as("seed %d after %d steps", seed, k)
                            .isGreaterThanOrEqualTo(floor * (1 - 1e-12));
                    assertThat(trainer.advance()).isEmpty();
                }
                assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(1.1 * floor);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FLIP, false", "FLIP, true", "VALLEY, false", "VALLEY, true"})
    void anAffineMapAddedToATrainedFlowNeverMakesItWorse(LinePreset curve, boolean bijective) {
        var experiment = on(curve, n -> n.withBijective(bijective));
        try (var trainer = new Trainer(experiment, 1)) {
            train(trainer, 400);
            double before = trainer.trainEvaluation().meanSquare();
            trainer.change(experiment.withNetwork(experiment.network().withTerminal(true)));
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThanOrEqualTo(before * (1 + 1e-12));
            assertThat(trainer.control().readout()).isPresent();
            train(trainer, 400);
            double flip = bijective ? 1e-3 : before;
            assertThat(trainer.trainEvaluation().meanSquare())
                    .isLessThan(curve == LinePreset.FLIP ? Math.max(1e-3, flip) : 1.1 * before);
        }
    }

    @Test
    void aFormulaWithoutAValueSomewhereIsRefusedAndHasNoFloor() {
        var experiment = Experiment.standard(Typed.parse("sqrt(x)", Kind.LINE));
        assertThat(experiment.floor(Samples.draw(experiment))).isEmpty();
        assertThat(Experiment.obstacle(experiment))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("has no finite value").contains("choose a domain"));
    }

    @ParameterizedTest
    @CsvSource({"one-neuron, EXACT", "tanh, MIDPOINT", "tanh, RK4", "relu, EULER"})
    void soDoOtherFlows(String family, Integrator integrator) {
        var experiment = on(
                LinePreset.VALLEY,
                n -> n.withFamily(ControlFamily.named(family))
                        .withIntegrator(integrator)
                        .withBijective(integrator != Integrator.EXACT));
        try (var trainer =
                new Trainer(experiment.withSampling(experiment.sampling().withSamples(250)), 1)) {
            var floor = trainer.experiment().floor(trainer.samples()).orElseThrow();
            for (int k = 0; k < 600; k++) {
                if (k % 20 == 0) {
                    assertThat(trainer.trainEvaluation().meanSquare())
                            .as("after %d steps", k)
                            .isGreaterThanOrEqualTo(floor.meanSquare() * (1 - 1e-12));
                }
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(1.1 * floor.meanSquare());
        }
    }

    @ParameterizedTest
    @EnumSource(value = LinePreset.class, mode = EnumSource.Mode.MATCH_ANY, names = DESCENDING)
    void anUnrestrictedNetworkThatCrossesTheFloorHasFoldingLayersToShowForIt(LinePreset curve) {
        int depth = curve == LinePreset.FLIP ? 10 : 20; // in finer steps it rests at the floor
        try (var trainer = new Trainer(on(curve, n -> n.withDepth(depth)), 1)) {
            double floor =
                    trainer.experiment().floor(trainer.samples()).orElseThrow().meanSquare();
            train(trainer, 2000);
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(0.5 * floor);
            assertThat(folds(trainer).layers()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PARABOLA, 1e-4", "EXPONENTIAL, 1e-4", "WAVE, 1e-4", "SIGMOID, 1e-4", "CUBIC, 1e-4", "STAIRCASE, 1e-3"})
    void whatIncreasesIsLearntByABijectiveNetwork(LinePreset curve, double error) {
        try (var trainer = new Trainer(on(curve, n -> n.withBijective(true)), 1)) {
            assertThat(trainer.experiment()
                            .floor(trainer.samples())
                            .orElseThrow()
                            .meanSquare())
                    .isZero();
            train(trainer, 1000);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(error);
            assertThat(folds(trainer)).isEqualTo(Folds.NONE);
        }
    }

    @Test
    void withOneMoreCoordinateTheFlipIsLearntByABijectiveNetwork() {
        var experiment = on(LinePreset.FLIP, n -> n.withBijective(true).withAugment(1));
        try (var trainer = new Trainer(experiment, 1)) {
            assertThat(experiment.floor(trainer.samples())).isEmpty();
            train(trainer, 1500);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(1e-3);
        }
    }

    @Test
    void anAffineMapAtTheEndTurnsTheLineRoundAndItsFloorKnowsIt() {
        var experiment = on(LinePreset.FLIP, n -> n.withBijective(true).withTerminal(true));
        try (var trainer = new Trainer(experiment, 1)) {
            assertThat(experiment.floor(trainer.samples()).orElseThrow().meanSquare())
                    .isZero();
            train(trainer, 1000);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(1e-3);
        }
        var valley = on(LinePreset.VALLEY, n -> n.withBijective(true).withTerminal(true));
        try (var trainer = new Trainer(valley, 1)) {
            double floor = valley.floor(trainer.samples()).orElseThrow().meanSquare();
            assertThat(floor).isGreaterThan(0.04);
            for (int k = 0; k < 600; k++) {
                if (k % 20 == 0) {
                    assertThat(trainer.trainEvaluation().meanSquare()).isGreaterThanOrEqualTo(floor * (1 - 1e-12));
                }
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(1.1 * floor);
        }
    }

    @Test
    void anAffineMapAddedAtTheFloorTurnsTheLineRound() {
        var experiment = on(LinePreset.FLIP, n -> n.withBijective(true));
        try (var trainer = new Trainer(experiment, 1)) {
            train(trainer, 200);
            assertThat(trainer.trainEvaluation().meanSquare()).isGreaterThan(0.33);
            trainer.change(experiment.withNetwork(experiment.network().withTerminal(true)));
            train(trainer, 600);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(1e-3);
        }
    }

    @Test
    void andThePlane() {
        var experiment = Experiment.standard(Preset.MIRROR);
        experiment =
                experiment.withNetwork(experiment.network().withBijective(true).withTerminal(true));
        try (var trainer = new Trainer(experiment, 1)) {
            train(trainer, 100);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void everyOptimizerImprovesOnTheLine(Optimization optimizer) {
        var experiment = on(LinePreset.WAVE, n -> n.withDepth(10));
        double rate = optimizer == Optimization.SGD ? 0.3 : 0.01;
        experiment = experiment.withRecipe(
                experiment.recipe().withOptimizer(optimizer).withLearningRate(rate));
        try (var trainer = new Trainer(experiment, 1)) {
            double before = trainer.testEvaluation().meanSquare();
            train(trainer, 150);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(0.2 * before);
        }
    }

    static Stream<ControlFamily> families() {
        return Cases.families(1).stream().filter(family -> !family.id().equals("antisymmetric"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyOfTheLineImproves(ControlFamily family) {
        var experiment = on(LinePreset.EXPONENTIAL, n -> n.withFamily(family).withBijective(true));
        try (var trainer = new Trainer(experiment, 1)) {
            double before = trainer.testEvaluation().meanSquare();
            train(trainer, 300);
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(0.3 * before);
        }
    }

    @Test
    void aFamilyThatPairsCoordinatesSaysWhatToDoOnTheLine() {
        var experiment = on(LinePreset.FLIP, n -> n.withFamily(ControlFamily.named("hamiltonian")));
        assertThat(Experiment.obstacle(experiment))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("1 extra coordinate"));
        assertThat(Experiment.obstacle(
                        experiment.withNetwork(experiment.network().withAugment(1))))
                .isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("an affine map at the end", edit(n -> n.withTerminal(true))),
                Arguments.of("one more coordinate", edit(n -> n.withAugment(1))),
                Arguments.of("both", edit(n -> n.withAugment(1).withTerminal(true))),
                Arguments.of("deeper", edit(n -> n.withDepth(11))),
                Arguments.of("wider", edit(n -> n.withWidth(9))));
    }

    private static UnaryOperator<Network> edit(UnaryOperator<Network> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void underARunningTrainerTheFlowCarriesOnFromWhereItIs(String what, UnaryOperator<Network> change) {
        var experiment = on(LinePreset.WAVE, n -> n.withDepth(6).withWidth(5));
        try (var trainer = new Trainer(experiment, 1)) {
            train(trainer, 50);
            var x = Cases.points(1, 100, 3);
            var before = experiment.flow(trainer.control()).apply(x);
            var next = experiment.withNetwork(change.apply(experiment.network()));
            assertThat(trainer.startsAnew(next)).isFalse();
            trainer.change(next);
            assertThat(Cases.distance(next.flow(trainer.control()).apply(x), before))
                    .as(what)
                    .isLessThan(1e-13);
            assertThat(trainer.step()).isEqualTo(50);
            train(trainer, 20);
            trainer.change(experiment);
            assertThat(trainer.control().readout()).isEmpty();
            assertThat(trainer.control().dimension()).isEqualTo(1);
            train(trainer, 5);
            assertThat(trainer.step()).isEqualTo(75);
        }
    }

    @Test
    void theLastStateIsWhatIsLeftWhenTheAffineMapIsTakenAway() {
        var experiment = on(LinePreset.WAVE, n -> n.withDepth(6).withTerminal(true));
        try (var trainer = new Trainer(experiment, 1)) {
            train(trainer, 30);
            var x = Cases.points(1, 100, 3);
            var control = trainer.control();
            var states = experiment.flow(control).states(x, control.horizon());
            var without = experiment.withNetwork(experiment.network().withTerminal(false));
            trainer.change(without);
            assertThat(Cases.distance(without.flow(trainer.control()).apply(x), states))
                    .isCloseTo(0, within(1e-15));
        }
    }
}
