package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.Readout;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Points;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Training on points with classes.
class LabelsTest {
    /// A disc in a ring: no flow of the plane can tell them apart by a line without thin filaments.
    static Labels ring(int n) {
        var random = new SplittableRandom(1);
        var x = new double[2][n];
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < n; k++) {
            boolean inner = k % 3 == 0;
            double radius = inner ? 0.4 * Math.sqrt(random.nextDouble()) : 0.7 + 0.3 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            x[0][k] = radius * Math.cos(angle);
            x[1][k] = radius * Math.sin(angle);
            classes.add(inner ? 0 : 1);
        }
        return new Labels("ring", Points.of(x), classes, List.of("inner", "outer"));
    }

    private static Experiment experiment(int augment) {
        var experiment = Experiment.standard(ring(600));
        return experiment.withNetwork(
                experiment.network().withWidth(8).withDepth(8).withAugment(augment));
    }

    @Test
    void withAnExtraCoordinateADiscIsToldFromTheRingAroundIt() {
        try (var trainer = new Trainer(experiment(1), 1)) {
            assertThat(trainer.trainEvaluation().accuracy()).isLessThan(0.75);
            for (int k = 0; k < 200; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.trainEvaluation().accuracy()).isGreaterThan(0.98);
            assertThat(trainer.testEvaluation().accuracy()).isGreaterThan(0.98);
            assertThat(trainer.costs().loss()).isLessThan(0.1);
            assertThat(trainer.control().readout().orElseThrow().scores()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withTheDefaultsAndOneMoreCoordinateADiscInAnAnnulusIsToldApart(long seed) {
        var experiment = Experiment.standard(LabelPreset.ANNULUS.draw(2000, seed));
        experiment = experiment.withNetwork(experiment.network().withAugment(1).withBijective(true));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 200; k++) {
                assertThat(trainer.advance()).isEmpty();
            }
            assertThat(trainer.testEvaluation().accuracy()).isGreaterThan(0.97);
        }
    }

    @Test
    void theLossStartsNearTheLogarithmOfTheNumberOfClasses() {
        try (var trainer = new Trainer(experiment(0), 1)) {
            trainer.advance();
            assertThat(trainer.costs().loss()).isCloseTo(Math.log(2), within(0.1));
        }
    }

    @Test
    void accuracyAndBriersScoreAreThoseOfTheScores() {
        var experiment = experiment(0);
        // score of class 0 is 0, of class 1 it is x₁
        var readout = new Readout(new double[][] {{0, 0}, {1, 0}}, new double[2], true);
        var control = experiment.start().with(0, Optional.of(readout));
        var flow = new FlowMap(control, Integrator.EULER, 1);
        var x = Points.of(new double[] {-1, 2, 3, -4}, new double[4]);
        var y = Points.of(new double[] {1, 1, 0, 0}, new double[] {0, 0, 1, 1});
        var found = Evaluation.of(flow, x, y);
        assertThat(found.accuracy()).isEqualTo(0.5); // the second and the fourth are wrong
        double brier = 0;
        double[] wrong = {1 / (1 + Math.exp(1)), 1 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(3)), 1 / (1 + Math.exp(-4))};
        for (double share : wrong) {
            brier += 2 * share * share / 4;
        }
        assertThat(found.meanSquare()).isCloseTo(brier, within(1e-14));
        assertThat(found.supremum()).isCloseTo(Math.sqrt(2) * wrong[3], within(1e-14));
        var none = Points.of(new double[0], new double[0]);
        assertThat(Evaluation.of(flow, none, none).accuracy()).isNaN();
    }

    @Test
    void pointsKeepTheirClassesThroughTheSplitAndNoiseMovesThePointsThemselves() {
        var labels = ring(1000);
        var experiment = Experiment.standard(labels);
        experiment = experiment.withSampling(experiment.sampling().withNoise(0.05));
        var samples = Samples.draw(experiment);
        assertThat(samples.testX().size()).isEqualTo(200);
        var train = samples.trainIndices();
        var test = samples.testIndices();
        double squares = 0;
        for (int k = 0; k < train.length; k++) {
            assertThat(samples.trainY().at(labels.classes().get(train[k]), k)).isEqualTo(1);
            assertThat(samples.trainY().at(0, k) + samples.trainY().at(1, k)).isEqualTo(1);
            squares += Math.pow(samples.trainX().at(0, k) - labels.x().at(0, train[k]), 2);
        }
        assertThat(Math.sqrt(squares / train.length)).isCloseTo(0.05, within(0.005));
        squares = 0;
        for (int k = 0; k < test.length; k++) {
            assertThat(samples.testY().at(labels.classes().get(test[k]), k)).isEqualTo(1);
            squares += Math.pow(samples.testX().at(1, k) - labels.x().at(1, test[k]), 2);
        }
        assertThat(Math.sqrt(squares / test.length)).isCloseTo(0.05, within(0.01));
    }

    @Test
    void theTableOfConfusionCountsEveryPointOnce() {
        var experiment = experiment(0);
        // score of class 0 is 0, of class 1 it is x₁
        var readout = new Readout(new double[][] {{0, 0}, {1, 0}}, new double[2], true);
        var flow = new FlowMap(experiment.start().with(0, Optional.of(readout)), Integrator.EULER, 1);
        var x = Points.of(new double[] {-1, 2, 3, -4, 5}, new double[5]);
        var y = Points.of(new double[] {1, 1, 0, 0, 0}, new double[] {0, 0, 1, 1, 1});
        var found = Evaluation.of(flow, x, y);
        var confusion = found.confusion().orElseThrow();
        assertThat(confusion)
                .isEqualTo(new Confusion(new int[][] {{1, 1}, {1, 2}}))
                .hasSameHashCodeAs(new Confusion(new int[][] {{1, 1}, {1, 2}}));
        assertThat(confusion.classes()).isEqualTo(2);
        assertThat(confusion.count(1, 0)).isEqualTo(1);
        assertThat(confusion.count(1, 1)).isEqualTo(2);
        assertThat(confusion.of(1)).isEqualTo(3);
        assertThat(confusion.total()).isEqualTo(5);
        assertThat(found.accuracy()).isEqualTo(confusion.right() / 5.0).isEqualTo(0.6);
        assertThat(Evaluation.between(x, x).confusion()).isEmpty();
        assertThatThrownBy(() -> new Confusion(new int[2][3])).hasMessageContaining("square");
    }

    @Test
    void whatIsWrongWithLabelsIsSaid() {
        var two = Points.of(new double[] {0, 1}, new double[] {0, 1});
        var names = List.of("a", "b");
        assertThatThrownBy(() -> new Labels("t", two, List.of(0), names))
                .hasMessageContaining("2 points and 1 classes");
        assertThatThrownBy(() -> new Labels("t", two, List.of(0, 2), names))
                .hasMessage("the class of point 2 must be in 0 … 1: 2");
        assertThatThrownBy(() -> new Labels("t", two, List.of(0, 0), List.of("a")))
                .hasMessageContaining("2 … 20 different classes: 1");
        assertThatThrownBy(() -> new Labels("t", two, List.of(0, 1), List.of("a", "a")))
                .hasMessageContaining("one name");
        assertThatThrownBy(() -> new Labels("t", Points.single(Double.NaN, 0), List.of(0), names))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> new Labels("t", Points.single(1), List.of(0), names))
                .hasMessageContaining("2 coordinates: 1");
    }

    @Test
    void anotherNumberOfClassesStartsAnew() {
        var experiment = experiment(0);
        try (var trainer = new Trainer(experiment, 1)) {
            trainer.advance();
            var three = new Labels(
                    "three",
                    Points.of(new double[] {0, 1, 2}, new double[3]),
                    List.of(0, 1, 2),
                    List.of("a", "b", "c"));
            assertThat(trainer.startsAnew(experiment.withTarget(three))).isTrue();
            trainer.change(experiment.withTarget(three));
            assertThat(trainer.step()).isZero();
            assertThat(trainer.control().readout().orElseThrow().outputs()).isEqualTo(3);
            assertThat(trainer.advance()).isEmpty();
        }
    }
}
