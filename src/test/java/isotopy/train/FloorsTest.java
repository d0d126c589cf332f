package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.theory.Floor;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Which floor an experiment has.
class FloorsTest {
    private static Optional<Floor> floor(TargetMap target, UnaryOperator<Network> change) {
        var experiment = Experiment.standard(target);
        experiment = experiment.withNetwork(change.apply(experiment.network()));
        return experiment.floor(Samples.draw(experiment));
    }

    private static double square(TargetMap target, UnaryOperator<Network> change) {
        return floor(target, change).orElseThrow().meanSquare();
    }

    private static Network linear(Network network) {
        return network.withFamily(ControlFamily.named("linear"));
    }

    @Test
    void onTheLineEveryFlowHasThatOfTheBestIncreasingCurve() {
        var x = new double[100];
        Arrays.setAll(x, k -> -1 + 2.0 * k / 99);
        var points = Points.of(new double[][] {x});
        var flip = Points.of(new double[][] {Arrays.stream(x).map(v -> -v).toArray()});
        var experiment = Experiment.standard(new Correspondence("flip", points, flip));
        experiment = experiment.withSampling(experiment.sampling().withTestFraction(0));
        var floor = experiment.floor(Samples.draw(experiment)).orElseThrow();
        assertThat(floor.meanSquare()).isCloseTo(0.340067, within(5e-7));
        assertThat(floor.supremum()).isEqualTo(1);
        assertThat(floor.reason()).contains("order");
        assertThat(square(LinePreset.SINE, n -> n.withFamily(ControlFamily.named("relu"))))
                .isGreaterThan(0.05);
    }

    @Test
    void moreCoordinatesLiftItAndAnAffineMapMayLowerIt() {
        assertThat(floor(LinePreset.FLIP, n -> n.withAugment(1))).isEmpty();
        assertThat(square(LinePreset.FLIP, n -> n.withTerminal(true))).isZero();
        assertThat(square(LinePreset.FLIP, n -> n)).isGreaterThan(0.3);
        assertThat(square(LinePreset.SINE, n -> n.withTerminal(true))).isEqualTo(square(LinePreset.SINE, n -> n));
    }

    @Test
    void linearLayersHaveThatOfAffineMaps() {
        assertThat(square(Preset.SHEAR, FloorsTest::linear)).isCloseTo(0, within(1e-25));
        assertThat(square(Preset.MIRROR, FloorsTest::linear)).isCloseTo(1 / 3.0, within(0.02));
        assertThat(square(Preset.MIRROR, n -> linear(n).withTerminal(true))).isCloseTo(0, within(1e-25));
        assertThat(square(Preset.SWIRL, FloorsTest::linear)).isGreaterThan(0.01);
        assertThat(square(FunctionPreset.named("product"), FloorsTest::linear)).isCloseTo(1 / 9.0, within(0.02));
        assertThat(square(LinePreset.FLIP, n -> linear(n).withAugment(1))).isCloseTo(0, within(1e-25));
    }

    @Test
    void inThePlaneNothingElseIsKnown() {
        assertThat(floor(Preset.MIRROR, n -> n)).isEmpty();
        assertThat(floor(FunctionPreset.named("product"), n -> n)).isEmpty();
        assertThat(floor(LabelsTest.ring(60), n -> n)).isEmpty();
        var coordinatewise = ControlFamily.named("coordinatewise");
        assertThat(square(Preset.MIRROR, n -> n.withFamily(coordinatewise))).isCloseTo(1 / 3.0, within(0.02));
        assertThat(floor(Preset.MIRROR, n -> n.withFamily(coordinatewise).withTerminal(true)))
                .isEmpty();
    }

    @Test
    void noiseOnTheTrainingPointsRaisesIt() {
        var clean = Experiment.standard(LinePreset.CUBIC);
        assertThat(clean.floor(Samples.draw(clean)).orElseThrow().meanSquare()).isZero();
        var noisy = clean.withSampling(clean.sampling().withNoise(0.1));
        assertThat(noisy.floor(Samples.draw(noisy)).orElseThrow().meanSquare()).isBetween(0.008, 0.0105);
    }

    @Test
    void aLinearFlowIsTrainedDownToItsFloorAndNoFurther() {
        var experiment = Experiment.standard(Preset.SWIRL);
        experiment = experiment.withNetwork(linear(experiment.network()).withDepth(6));
        try (var trainer = new Trainer(experiment, 1)) {
            double floor = experiment.floor(trainer.samples()).orElseThrow().meanSquare();
            for (int k = 0; k < 400; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().meanSquare()).isBetween(floor * (1 - 1e-12), floor * 1.001);
        }
    }
}
