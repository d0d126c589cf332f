package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Cases;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Preset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    private static final Experiment STANDARD = Experiment.standard(Preset.SWIRL);

    private static Samples of(Experiment experiment) {
        return Samples.draw(experiment);
    }

    @Test
    void theSameSeedGivesTheSameExamplesAndAnotherGivesOthers() {
        assertThat(of(STANDARD)).isEqualTo(of(STANDARD));
        assertThat(of(STANDARD.withSeed(2)).trainX()).isNotEqualTo(of(STANDARD).trainX());
    }

    @Test
    void examplesLieInTheDomainAndGoWhereTheTargetSendsThem() {
        var domain = new Box(2, 5);
        var samples = of(STANDARD.withSampling(STANDARD.sampling().withDomain(domain)));
        for (int i = 0; i < 2; i++) {
            assertThat(Arrays.stream(samples.trainX().row(i))
                            .summaryStatistics()
                            .getMin())
                    .isBetween(2.0, 2.1);
            assertThat(Arrays.stream(samples.trainX().row(i))
                            .summaryStatistics()
                            .getMax())
                    .isBetween(4.9, 5.0);
        }
        assertThat(samples.trainY()).isEqualTo(Preset.SWIRL.apply(samples.trainX()));
        assertThat(samples.testY()).isEqualTo(Preset.SWIRL.apply(samples.testX()));
    }

    @ParameterizedTest
    @CsvSource({"2000, 0.2, 400", "10, 0, 0", "10, 0.9, 9", "11, 0.5, 6", "100, 0.005, 1", "100, 0.001, 0"})
    void theSplitHasTheShareThatWasAskedFor(int samples, double fraction, int test) {
        var experiment =
                STANDARD.withSampling(STANDARD.sampling().withSamples(samples).withTestFraction(fraction));
        assertThat(of(experiment).testX().size()).isEqualTo(test).isEqualTo(Samples.testSize(experiment));
        assertThat(of(experiment).trainX().size()).isEqualTo(samples - test);
    }

    @Test
    void givenPairsAreSplitWithoutLosingOrDoublingOne() {
        var x = Cases.points(2, 25, 1);
        var pairs = new Correspondence("pairs", x, Cases.points(2, 25, 2));
        var samples = of(STANDARD.withTarget(pairs));
        assertThat(samples.testX().size()).isEqualTo(5);
        var all = samples.trainX().followedBy(samples.testX());
        assertThat(new HashSet<>(Arrays.stream(all.row(0)).boxed().toList()))
                .isEqualTo(new HashSet<>(Arrays.stream(x.row(0)).boxed().toList()));
        for (int k = 0; k < samples.trainX().size(); k++) {
            double start = samples.trainX().at(0, k);
            int j = IntStream.range(0, 25)
                    .filter(i -> x.at(0, i) == start)
                    .findFirst()
                    .orElseThrow();
            assertThat(samples.trainY().point(k)).containsExactly(pairs.y().point(j));
        }
    }

    @Test
    void oneAndTwoPairsLeaveSomethingToTrainOn() {
        var one = STANDARD.withTarget(new Correspondence("one", Points.single(0, 0), Points.single(1, 1)));
        one = one.withSampling(one.sampling().withTestFraction(0.9));
        assertThat(of(one).trainX().size()).isEqualTo(1);
        assertThat(of(one).testX().size()).isZero();
    }

    @Test
    void noiseIsAddedToTrainingTargetsOnlyAndHasItsSize() {
        var noisy = of(STANDARD.withSampling(STANDARD.sampling().withNoise(0.1)));
        var clean = of(STANDARD);
        assertThat(noisy.trainX()).isEqualTo(clean.trainX());
        assertThat(noisy.testX()).isEqualTo(clean.testX());
        assertThat(noisy.testY()).isEqualTo(clean.testY());
        double squares = 0;
        for (int k = 0; k < 1600; k++) {
            squares += Math.pow(noisy.trainY().at(0, k) - clean.trainY().at(0, k), 2);
            squares += Math.pow(noisy.trainY().at(1, k) - clean.trainY().at(1, k), 2);
        }
        assertThat(Math.sqrt(squares / 3200)).isBetween(0.09, 0.11);
    }

    @Test
    void changingOneChoiceLeavesTheOtherRandomNumbers() {
        var clean = of(STANDARD);
        var other = STANDARD.withTarget(Preset.SHEAR)
                .withNetwork(STANDARD.network().withDepth(3).withWidth(5))
                .withRecipe(STANDARD.recipe().withBatch(10));
        assertThat(of(other).trainX()).isEqualTo(clean.trainX());
        var noisy = STANDARD.withSampling(STANDARD.sampling().withNoise(1));
        assertThat(noisy.start()).isEqualTo(STANDARD.start());
        assertThat(STANDARD.withTarget(Preset.SHEAR).start()).isEqualTo(STANDARD.start());
        assertThat(STANDARD.withSeed(2).start()).isNotEqualTo(STANDARD.start());
        var shallow = STANDARD.withNetwork(STANDARD.network().withDepth(3)).start();
        assertThat(shallow.layers().get(2).theta())
                .containsExactly(STANDARD.start().layers().get(2).theta());
    }

    @Test
    void everyPurposeHasAStreamOfItsOwnAndEveryStepToo() {
        var seen = new HashSet<Long>();
        for (var purpose : Experiment.Purpose.values()) {
            for (long step = 0; step < 100; step++) {
                seen.add(STANDARD.random(purpose, step).nextLong());
            }
        }
        assertThat(seen).hasSize(100 * Experiment.Purpose.values().length);
        assertThat(STANDARD.random(Experiment.Purpose.GROWTH, 5).nextLong())
                .isEqualTo(STANDARD.random(Experiment.Purpose.GROWTH, 5).nextLong());
    }

    @Test
    void everyOrderIsAnOrderAndAllAreDrawn() {
        var random = new SplittableRandom(3);
        var seen = new HashSet<java.util.List<Integer>>();
        for (int round = 0; round < 500; round++) {
            var order = new int[4];
            Samples.permute(order, random);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
            seen.add(Arrays.stream(order).boxed().toList());
        }
        assertThat(seen).hasSize(24);
    }

    @Test
    void batchesGoThroughAllExamplesBeforeOneComesAgain() {
        var experiment =
                STANDARD.withSampling(STANDARD.sampling().withSamples(30).withTestFraction(0));
        var samples = of(experiment);
        var batches = new Batches(samples);
        var seen = new HashSet<Double>();
        var cloud = new isotopy.math.Cloud(2, 30);
        for (int step = 0; step < 3; step++) {
            batches.choose(10, experiment, step);
            assertThat(batches.size()).isEqualTo(10);
            batches.loadStarts(2, 8, cloud);
            var starts = cloud.points();
            batches.loadGoals(2, 8, cloud);
            assertThat(cloud.points()).isEqualTo(Preset.SWIRL.apply(starts));
            batches.loadStarts(0, 10, cloud);
            Arrays.stream(cloud.points().row(0)).forEach(seen::add);
        }
        assertThat(seen).hasSize(30);
        batches.choose(0, experiment, 3);
        assertThat(batches.size()).isEqualTo(30);
        batches.loadStarts(0, 30, cloud);
        assertThat(cloud.points()).isEqualTo(samples.trainX());
        batches.choose(31, experiment, 4);
        assertThat(batches.size()).isEqualTo(30);
    }

    @Test
    void givenPairsAreKnownByTheirPlaces() {
        var x = isotopy.Cases.points(2, 50, 1);
        var y = isotopy.Cases.points(2, 50, 2);
        var experiment = Experiment.standard(new isotopy.target.Correspondence("pairs", x, y));
        var samples = Samples.draw(experiment);
        assertThat(samples.testX()).isEqualTo(x.select(samples.testIndices()));
        assertThat(samples.testY()).isEqualTo(y.select(samples.testIndices()));
        assertThat(samples.trainX()).isEqualTo(x.select(samples.trainIndices()));
        assertThat(java.util.stream.IntStream.concat(
                                java.util.Arrays.stream(samples.trainIndices()),
                                java.util.Arrays.stream(samples.testIndices()))
                        .sorted())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, 50).boxed().toList());
    }
}
