package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.SumStudy;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class SumsCardTest {
    private static Experiment small(TargetMap target) {
        var standard = Experiment.standard(target);
        return standard.withSampling(standard.sampling().withSamples(60))
                .withNetwork(standard.network().withWidth(2).withDepth(2));
    }

    @Test
    void sumsAndCompositionsAreDrawnWithTheirNamesAndNumbers() {
        var model = Fx.on(() ->
                Fx.model(Fx.trained(small(LinePreset.PARABOLA), 3), Look.standard(LinePreset.PARABOLA.home()), false));
        var insight = Fx.on(() -> new InsightPanel(model));
        var scene = Fx.on(() -> Panels.scene(insight, Theme.LIGHT, 312, 1400));
        Fx.run(() -> {
            assertThat(model.sums().foundProperty().get()).isSameAs(SumFindings.NOTHING);
            Panels.<ToggleButton>find(scene, "insight-lower-sums").fire();
        });
        Fx.await(
                model,
                () -> !model.sums().foundProperty().get().study().composed().isEmpty());
        Fx.run(() -> {
            var card = Panels.<SumsCard>find(scene, "insight-sums");
            assertThat(card.chart().curves())
                    .containsExactly(
                            "Fourier series", "Chebyshev polynomials", "Piecewise linear", "composed", "this network");
            var found = model.sums().foundProperty().get();
            assertThat(found.picture()).isPresent();
            assertThat(SumsCard.words(found))
                    .contains("Best sum: "
                            + found.study().rival().orElseThrow().fit().basis().title())
                    .contains("This network: "
                            + model.snapshotProperty().get().control().parameters());
            Fx.save(Panels.picture(scene), "insight-sums");
            assertThat(Panels.clipped(scene)).isEmpty();
            model.edit("Plane", now -> Fitting.with(now, Preset.SWIRL));
            assertThat(Panels.find(scene, "insight-lower-sums").isVisible()).isFalse();
            assertThat(card.isVisible()).isFalse();
            model.close();
        });
    }

    @Test
    void aComparisonThatCannotBeMadeSaysWhy() {
        var classless = small(LinePreset.PARABOLA);
        var impossible = classless.withRecipe(classless.recipe().withLoss(new Loss.CrossEntropy()));
        var study = SumStudies.study(impossible, now -> true);
        assertThat(study.refusal().orElseThrow()).contains("choose the loss mse or huber");
        assertThat(SumsCard.state(study))
                .contains("choose the loss mse or huber")
                .doesNotContain("being computed");
        var ended = SumStudies.study(classless, now -> {
            if (!now.sums().isEmpty()) {
                throw new IllegalArgumentException("The reason.");
            }
            return true;
        });
        assertThat(ended.sums()).hasSize(1);
        assertThat(SumsCard.state(ended)).endsWith("· The reason.");
    }

    @Test
    void errorsAreThoseOfTheTestOnlyWhereAnythingTests() {
        var experiment = small(LinePreset.PARABOLA);
        var sampling = experiment.sampling().withSamples(10);
        var none = Fx.trained(experiment.withSampling(sampling.withTestFraction(0.04)), 2);
        assertThat(Sentences.meanSquare(none)).contains("train").doesNotContain("test");
        assertThat(SumFindings.of(new SumFindings.Question(SumStudy.EMPTY, none))
                        .network()
                        .orElseThrow()
                        .meanSquare())
                .isEqualTo(none.train().meanSquare());
        var one = Fx.trained(experiment.withSampling(sampling.withTestFraction(0.1)), 2);
        assertThat(Sentences.meanSquare(one)).contains("test");
    }

    @Test
    void errorsOfRescaledPairsAreInTheUnitsOfTheUser() {
        var x = Points.of(IntStream.range(0, 40).mapToDouble(k -> 10 + k).toArray());
        var y = Points.of(IntStream.range(0, 40).mapToDouble(k -> 100.0 * k * k).toArray());
        var scaling = Scaling.of(x, y);
        var experiment =
                small(new Correspondence("t", scaling.scaleStarts(x), scaling.scaleGoals(y), Optional.of(scaling)));
        var study = SumStudies.study(experiment, now -> now.rival().isEmpty());
        var shown = Fx.trained(experiment, 2);
        var found = SumFindings.of(new SumFindings.Question(study, shown));
        double unit = scaling.outputReach();
        assertThat(unit).isGreaterThan(1000);
        assertThat(found.network().orElseThrow().supremum())
                .isEqualTo(unit * shown.test().supremum());
        assertThat(found.study().sums().getFirst().misses().getFirst().meanSquare())
                .isEqualTo(unit
                        * unit
                        * study.sums().getFirst().misses().getFirst().meanSquare());
        assertThat(SumsCard.words(found))
                .contains(Numbers.measure(
                        unit * unit * study.rival().orElseThrow().miss().meanSquare()));
    }
}
