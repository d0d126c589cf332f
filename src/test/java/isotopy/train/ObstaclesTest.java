package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.target.Preset;
import isotopy.target.TypedCurve;
import isotopy.target.TypedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Experiments that cannot be are refused before anything is allocated, by a sentence.
class ObstaclesTest {
    private static final Experiment STANDARD = Experiment.standard(Preset.SWIRL);

    @Test
    void whatCanBeTrainedHasNoObstacle() {
        assertThat(Experiment.obstacle(STANDARD)).isEmpty();
        assertThat(Experiment.obstacle(Experiment.standard(LabelsTest.ring(50))))
                .isEmpty();
    }

    @Test
    void aLossThatDoesNotSuitTheTargetIsRefused() {
        var entropy = STANDARD.withRecipe(Recipe.STANDARD.withLoss(new Loss.CrossEntropy()));
        assertThat(Experiment.obstacle(entropy))
                .contains("The loss cross-entropy needs classes, and “Swirl” has none: choose the loss mse or huber.");
        var squared = Experiment.standard(LabelsTest.ring(50)).withRecipe(Recipe.STANDARD);
        assertThat(Experiment.obstacle(squared))
                .contains("The loss mse measures a distance, and “ring” has classes: choose the loss cross-entropy.");
        assertThatThrownBy(() -> new Trainer(entropy, 1)).hasMessageContaining("needs classes");
        try (var trainer = new Trainer(STANDARD, 1)) {
            assertThatThrownBy(() -> trainer.change(entropy)).hasMessageContaining("needs classes");
            assertThat(trainer.experiment()).isEqualTo(STANDARD);
            assertThat(trainer.advance()).isEmpty();
        }
    }

    @Test
    void aFormulaWithoutAValueAtSomePointsIsRefusedAndNotTheLayers() {
        var logarithm = Experiment.standard(new TypedCurve("ln(x)"));
        assertThat(Experiment.obstacle(logarithm).orElseThrow())
                .matches("“ln\\(x\\)” has no finite value at [\\d,]+ of [\\d,]+ points, such as \\(x = -0\\.\\d+\\);"
                        + " choose a domain where it has one\\.");
        var right = logarithm.withSampling(logarithm.sampling().withDomain(new Box(0.1, 2)));
        assertThat(Experiment.obstacle(right)).isEmpty();
        var plane = Experiment.standard(new TypedMap("sqrt(x), y"));
        assertThat(Undefined.of(plane).orElseThrow().place()).hasSize(2);
        assertThat(Undefined.of(plane).orElseThrow().count())
                .isBetween(plane.sampling().samples() * 2 / 5, plane.sampling().samples() * 3 / 5);
    }

    @Test
    void aFamilyOnTheWrongSpaceAndAnIntegratorOfAnotherFamilyAreRefused() {
        var network = STANDARD.network().withFamily(ControlFamily.named("hamiltonian"));
        var odd = STANDARD.withNetwork(network.withAugment(1));
        assertThat(Experiment.obstacle(odd))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("even"));
        var foreign = STANDARD.withNetwork(STANDARD.network().withIntegrator(Integrator.EXACT));
        assertThat(Experiment.obstacle(foreign))
                .isPresent()
                .isEqualTo(Integrator.EXACT.unfit(STANDARD.network().family()));
    }

    @Test
    void aNetworkThatDoesNotFitIntoMemoryIsRefusedWithNumbers() {
        var network = STANDARD.network().withWidth(512).withDepth(1000).withAugment(6);
        var experiment = STANDARD.withNetwork(network).withRecipe(Recipe.STANDARD.withOptimizer(Optimization.LBFGS));
        var need = Footprint.of(experiment, 4);
        assertThat(need.parameters()).isEqualTo(512 * 17 * 1000);
        assertThat(need.bytes()).isGreaterThan(49 * 8 * need.parameters());
        assertThat(Obstacles.memory(experiment, 4, 1e9))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("8,704,000 parameters")
                        .contains("1.0 GB may be used")
                        .contains("width (512)")
                        .contains("depth (1000)"));
        assertThat(Obstacles.memory(experiment, 4, need.bytes())).isEmpty();
    }

    @Test
    void theFootprintCoversWhatATrainerReallyHolds() {
        var experiment = STANDARD.withNetwork(
                STANDARD.network().withWidth(64).withDepth(100).withIntegrator(Integrator.RK4));
        new Trainer(experiment, 1).close(); // classes are loaded
        long allocated = isotopy.Cases.allocated(() -> new Trainer(experiment, 1).close());
        assertThat(Footprint.of(experiment, 1).bytes()).isGreaterThan(allocated / 2);
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of(
                        (Runnable) () -> STANDARD.network().withWidth(0), "width must be a whole number in 1 … 512: 0"),
                Arguments.of(
                        (Runnable) () -> STANDARD.network().withDepth(1_000_000),
                        "depth must be a whole number in 1 … 1000: 1000000"),
                Arguments.of((Runnable) () -> STANDARD.network().withHorizon(-1), "horizon must be in 0.01 … 100: -1"),
                Arguments.of(
                        (Runnable) () -> STANDARD.network().withAugment(7),
                        "augment must be a whole number in 0 … 6: 7"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withLearningRate(Double.NaN),
                        "learning rate must be in 1e-8 … 10: NaN"),
                Arguments.of(
                        (Runnable) () -> Recipe.STANDARD.withSteps(-1),
                        "steps must be a whole number in 0 … 10000000: -1"),
                Arguments.of(
                        (Runnable) () -> Penalties.NONE.withKinetic(Double.POSITIVE_INFINITY),
                        "kinetic energy must be in 0 … 1000000: Infinity"),
                Arguments.of(
                        (Runnable) () -> Penalties.NONE.withTracked(-0.5),
                        "tracked loss must be in 0 … 1000000: -0.5"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badValues")
    void aBadValueIsAnsweredByItsFieldItsRangeAndItself(Runnable call, String sentence) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
