package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.flow.Bijectivity;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Preset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens to a flow when its experiment is changed while it trains.
class TrainerChangeTest {
    private static final Points PROBES = Cases.points(2, 100, 91);

    private static Trainer trained(ControlFamily family, int steps) {
        var trainer = new Trainer(TrainerTest.small(family), 1);
        for (int k = 0; k < steps; k++) {
            assertThat(trainer.advance()).isEmpty();
        }
        return trainer;
    }

    private static Trainer trained(int steps) {
        return trained(ControlFamily.named("tanh"), steps);
    }

    private static Points image(Trainer trainer) {
        return trainer.experiment().flow(trainer.control()).apply(PROBES);
    }

    private static UnaryOperator<Experiment> network(UnaryOperator<Network> edit) {
        return e -> e.withNetwork(edit.apply(e.network()));
    }

    static Stream<Arguments> keeping() {
        return Stream.of(
                Arguments.of("target", (UnaryOperator<Experiment>) e -> e.withTarget(Preset.SHEAR)),
                Arguments.of("samples", (UnaryOperator<Experiment>)
                        e -> e.withSampling(e.sampling().withSamples(500))),
                Arguments.of("test fraction", (UnaryOperator<Experiment>)
                        e -> e.withSampling(e.sampling().withTestFraction(0))),
                Arguments.of("noise", (UnaryOperator<Experiment>)
                        e -> e.withSampling(e.sampling().withNoise(0.1))),
                Arguments.of("domain", (UnaryOperator<Experiment>)
                        e -> e.withSampling(e.sampling().withDomain(new Box(0, 1)))),
                Arguments.of("learning rate", (UnaryOperator<Experiment>)
                        e -> e.withRecipe(e.recipe().withLearningRate(0.001))),
                Arguments.of("batch", (UnaryOperator<Experiment>)
                        e -> e.withRecipe(e.recipe().withBatch(50))),
                Arguments.of("clip", (UnaryOperator<Experiment>)
                        e -> e.withRecipe(e.recipe().withClip(1))),
                Arguments.of("steps", (UnaryOperator<Experiment>)
                        e -> e.withRecipe(e.recipe().withSteps(5))),
                Arguments.of("seed", (UnaryOperator<Experiment>) e -> e.withSeed(9)),
                Arguments.of("wider", network(n -> n.withWidth(12))),
                Arguments.of("deeper", network(n -> n.withDepth(11))),
                Arguments.of("wider and deeper", network(n -> n.withWidth(7).withDepth(9))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keeping")
    void theFlowCarriesOnFromWhereItIs(String what, UnaryOperator<Experiment> edit) {
        try (var trainer = trained(60)) {
            var before = image(trainer);
            trainer.change(edit.apply(trainer.experiment()));
            assertThat(Cases.distance(image(trainer), before))
                    .as("after a change of %s", what)
                    .isLessThan(1e-13);
            assertThat(trainer.step()).isEqualTo(60);
            assertThat(trainer.samples()).isEqualTo(Samples.draw(trainer.experiment()));
            assertThat(trainer.advance()).isEmpty();
            assertThat(trainer.step()).isEqualTo(61);
            assertThat(image(trainer)).isNotEqualTo(before);
        }
    }

    static Stream<Arguments> moving() {
        return Stream.of(
                Arguments.of("shallower", network(n -> n.withDepth(2))),
                Arguments.of("narrower", network(n -> n.withWidth(2))),
                Arguments.of("horizon", network(n -> n.withHorizon(2))),
                Arguments.of("integrator", network(n -> n.withIntegrator(Integrator.RK4))),
                Arguments.of("substeps", network(n -> n.withSubsteps(3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moving")
    void whatChangesTheFlowTakesOverTheControlAndTrainsOn(String what, UnaryOperator<Experiment> edit) {
        try (var trainer = trained(60)) {
            var before = trainer.control();
            trainer.change(edit.apply(trainer.experiment()));
            var network = trainer.experiment().network();
            assertThat(trainer.control().depth()).isEqualTo(network.depth());
            assertThat(trainer.control().width()).isEqualTo(network.width());
            assertThat(trainer.control().horizon()).isCloseTo(network.horizon(), within(1e-12));
            var kept = Arrays.stream(before.theta()).boxed().toList();
            assertThat(Arrays.stream(trainer.control().theta()).boxed())
                    .as("parameters after a change of %s", what)
                    .isSubsetOf(kept);
            for (int k = 0; k < 200; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(0.5);
            assertThat(trainer.step()).isEqualTo(260);
        }
    }

    @Test
    void anotherFamilyStartsAnew() {
        try (var trainer = trained(30)) {
            var next = TrainerTest.small(ControlFamily.named("relu"));
            assertThat(trainer.startsAnew(next)).isTrue();
            assertThat(trainer.startsAnew(trainer.experiment().withTarget(Preset.SHEAR)))
                    .isFalse();
            trainer.change(next);
            assertThat(trainer.step()).isZero();
            assertThat(trainer.control()).isEqualTo(next.start());
            try (var fresh = new Trainer(next, 1)) {
                for (int k = 0; k < 20; k++) {
                    trainer.advance();
                    fresh.advance();
                }
                assertThat(trainer.control())
                        .as("nothing of the old run is left")
                        .isEqualTo(fresh.control());
            }
        }
    }

    @Test
    void theSameExperimentAgainChangesNothing() {
        try (var trainer = trained(20);
                var other = trained(20)) {
            trainer.change(trainer.experiment());
            trainer.advance();
            other.advance();
            assertThat(trainer.control()).isEqualTo(other.control());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("grown")
    void growingThenTrainingGoesOnSmoothly(String what, UnaryOperator<Experiment> edit) {
        try (var trainer = trained(400)) {
            double before = trainer.trainEvaluation().meanSquare();
            trainer.change(edit.apply(trainer.experiment()));
            double worst = 0;
            for (int k = 0; k < 100; k++) {
                trainer.advance();
                worst = Math.max(worst, trainer.trainEvaluation().meanSquare());
            }
            assertThat(worst)
                    .as("the largest loss after %s, from %s", what, before)
                    .isLessThan(1.1 * before);
            assertThat(trainer.trainEvaluation().meanSquare()).isLessThan(before);
        }
    }

    static Stream<Arguments> grown() {
        return Stream.of(
                Arguments.of("twice as deep", network(n -> n.withDepth(8))),
                Arguments.of("five times as deep", network(n -> n.withDepth(20))),
                Arguments.of("three times as wide", network(n -> n.withWidth(15))));
    }

    @Test
    void goingOnFromATrainedControlDoesNotJump() {
        var experiment =
                network(n -> n.withDepth(10).withWidth(12)).apply(TrainerTest.small(ControlFamily.named("tanh")));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 800; k++) {
                trainer.advance();
            }
            double before = trainer.trainEvaluation().meanSquare();
            try (var later = new Trainer(trainer.experiment(), trainer.control(), 800, 1)) {
                double worst = 0;
                for (int k = 0; k < 30; k++) {
                    later.advance();
                    worst = Math.max(worst, later.trainEvaluation().meanSquare());
                }
                assertThat(worst).isLessThan(2 * before);
            }
        }
    }

    @Test
    void newLayersWakeUp() {
        try (var trainer = trained(100)) {
            trainer.change(network(n -> n.withDepth(8)).apply(trainer.experiment()));
            for (int k = 0; k < 100; k++) {
                trainer.advance();
            }
            var family = trainer.control().family();
            assertThat(trainer.control().layers())
                    .allSatisfy(layer ->
                            assertThat(family.lipschitz(2, 5, layer.theta(), 0)).isGreaterThan(0.01));
        }
    }

    @Test
    void unitsAddedOneByOneAtOneStepAreNoCopiesOfEachOther() {
        try (var trainer = trained(10)) {
            for (int width = 6; width <= 9; width++) {
                int wanted = width;
                trainer.change(network(n -> n.withWidth(wanted)).apply(trainer.experiment()));
            }
            for (int depth = 5; depth <= 7; depth++) {
                int wanted = depth;
                trainer.change(network(n -> n.withDepth(wanted)).apply(trainer.experiment()));
            }
            var units = trainer.control().layers().stream()
                    .flatMap(layer -> Stream.of(trainer.control()
                            .family()
                            .weights(2, 9, layer.theta())
                            .w()))
                    .map(w -> Arrays.stream(w).boxed().toList())
                    .toList();
            assertThat(units).hasSize(63).doesNotHaveDuplicates();
        }
    }

    @Test
    void switchingBijectiveOnScalesTheLayersBackAndLeavesThemThere() {
        try (var trainer =
                new Trainer(TrainerTest.small(ControlFamily.named("tanh")).withTarget(Preset.MIRROR), 1)) {
            for (int k = 0; k < 200; k++) {
                trainer.advance();
            }
            trainer.change(network(n -> n.withBijective(true)).apply(trainer.experiment()));
            requireBijective(trainer);
            for (int k = 0; k < 30; k++) {
                trainer.advance();
                requireBijective(trainer);
            }
        }
    }

    private static void requireBijective(Trainer trainer) {
        var control = trainer.control();
        var keeper = new Bijectivity(control.family(), 2, control.width(), Integrator.EULER);
        for (Layer layer : control.layers()) {
            assertThat(keeper.holds(layer.duration(), layer.theta(), 0)).isTrue();
        }
    }
}
