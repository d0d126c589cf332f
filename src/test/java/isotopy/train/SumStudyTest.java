package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.theory.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumStudyTest {
    private static Experiment quick(Experiment experiment) {
        return experiment
                .withNetwork(experiment.network().withWidth(3).withDepth(4))
                .withSampling(experiment.sampling().withSamples(150));
    }

    @Test
    void theCurvesOfAFunctionWithACornerAreThoseOfItsSumsAndNetworks() {
        var experiment = quick(Experiment.standard(LinePreset.CORNER));
        var seen = new ArrayList<SumStudy>();
        // the largest fits are left out: they take seconds, and are fits like the others
        var study = SumStudy.of(experiment, now -> {
            seen.add(now);
            return now.composed().size() < 6;
        });
        assertThat(study.finished()).isFalse();
        assertThat(study.sums().stream().map(SumStudy.Sums::basis)).containsExactlyElementsOf(Basis.suiting(1));
        for (var sums : study.sums()) {
            assertThat(sums.misses().stream().map(SumStudy.Miss::parameters)).containsExactly(2, 4, 8, 16, 32, 64, 128);
            assertThat(sums.misses().getFirst().root()).isGreaterThan(0.25); // |x| − ½ in the mean is 1/√12
            assertThat(sums.misses().getLast().root()).isLessThan(5e-4);
        }
        assertThat(study.composed().stream().map(SumStudy.Composed::depth)).containsExactly(1, 2, 4, 8, 16, 32);
        var rival = study.rival().orElseThrow();
        assertThat(rival.fit().parameters()).isEqualTo(experiment.start().parameters());
        assertThat(rival.miss().parameters()).isEqualTo(4 * 3 * 3);
        var samples = Samples.draw(experiment);
        assertThat(rival.fit().meanSquare(samples.testX(), samples.testY()))
                .isEqualTo(rival.miss().meanSquare());
        assertThat(seen.getFirst().sums()).hasSize(1);
        assertThat(seen.getLast()).isEqualTo(study);
    }

    @Test
    void noNetworkIsWorseOnItsTrainingPointsThanTheShallowerOne() {
        var experiment = quick(Experiment.standard(LinePreset.STAIRCASE));
        var study = SumStudy.of(experiment, now -> now.composed().size() < 5);
        var samples = Samples.draw(experiment);
        double before = Double.POSITIVE_INFINITY;
        for (var composed : study.composed()) {
            assertThat(composed.control().depth()).isEqualTo(composed.depth());
            assertThat(composed.miss().parameters())
                    .isEqualTo(composed.control().parameters())
                    .isEqualTo(9 * composed.depth());
            var flow = experiment.flow(composed.control());
            double train =
                    Evaluation.of(flow, samples.trainX(), samples.trainY()).meanSquare();
            assertThat(train).isLessThanOrEqualTo(before * (1 + 1e-9));
            assertThat(Evaluation.of(flow, samples.testX(), samples.testY()).meanSquare())
                    .isEqualTo(composed.miss().meanSquare());
            before = train;
        }
        assertThat(before).isLessThan(1e-3);
    }

    @Test
    void aBasisThatIsExactIsTriedNoFurther() {
        var study = SumStudy.of(
                quick(Experiment.standard(FunctionPreset.named("product"))),
                now -> now.rival().isEmpty());
        var chebyshev = study.sums().stream()
                .filter(sums -> sums.basis() == Basis.CHEBYSHEV)
                .findFirst()
                .orElseThrow();
        assertThat(chebyshev.misses().stream().map(SumStudy.Miss::parameters)).containsExactly(2, 4);
        assertThat(chebyshev.misses().getLast().root()).isCloseTo(0, within(1e-12));
        assertThat(study.sums()).hasSize(4);
    }

    @Test
    void whoDeclinesTheFirstPartGetsThatAndNothingMore() {
        var study = SumStudy.of(quick(Experiment.standard(LinePreset.SINE)), now -> false);
        assertThat(study.sums()).hasSize(1);
        assertThat(study.composed()).isEmpty();
        assertThat(study.rival()).isEmpty();
    }

    @Test
    void givenPairsAreFittedByNoMoreFunctionsThanThereAreTrainingPoints() {
        var x = new double[20];
        Arrays.setAll(x, k -> 10 + k);
        var y = Arrays.stream(x).map(Math::sqrt).toArray();
        var pairs = new Correspondence("pairs", Points.of(new double[][] {x}), Points.of(new double[][] {y}));
        var study = SumStudy.of(
                quick(Experiment.standard(pairs)), now -> now.composed().isEmpty());
        assertThat(study.sums())
                .allSatisfy(sums -> assertThat(sums.misses().stream().map(SumStudy.Miss::parameters))
                        .containsExactly(2, 4, 8, 16));
        assertThat(study.rival().orElseThrow().fit().parameters()).isEqualTo(16);
        assertThat(study.sums().getFirst().misses().get(1).root()).isLessThan(0.01);
    }

    @Test
    void ofAMillionPairsAChoiceIsFittedSoThatMemoryAndTimeStaySmall() {
        var x = new double[1_000_000];
        Arrays.setAll(x, k -> -1 + 2 * k / (x.length - 1.0));
        var y = Arrays.stream(x).map(Math::sin).toArray();
        var pairs = new Correspondence("pairs", Points.of(new double[][] {x}), Points.of(new double[][] {y}));
        var experiment = quick(Experiment.standard(pairs));
        var studies = new ArrayList<SumStudy>();
        long allocated = Cases.allocated(() -> studies.add(SumStudy.of(
                experiment,
                now -> now.sums().size() < 3 || now.sums().getLast().misses().size() < 3)));
        assertThat(allocated).isLessThan(200_000_000);
        var study = studies.getFirst();
        assertThat(study.sums().get(1).misses().getLast().root()).isLessThan(1e-3);
        assertThat(study).as("the seed chooses").isEqualTo(studies.getLast());
    }

    @Test
    void mapsOfThePlaneAndClassesHaveNoSums() {
        assertThat(SumStudy.suits(Experiment.standard(LinePreset.FLIP))).isTrue();
        assertThat(SumStudy.suits(Experiment.standard(FunctionPreset.PEAKS))).isTrue();
        for (var target : List.of(Preset.SWIRL, LabelsTest.ring(50))) {
            assertThat(SumStudy.suits(Experiment.standard(target))).isFalse();
            assertThatThrownBy(() -> SumStudy.of(Experiment.standard(target), now -> true))
                    .hasMessageContaining(target.title());
        }
    }
}
