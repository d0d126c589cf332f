package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Obstruction;
import isotopy.target.Obstruction.Evidence;
import isotopy.target.Obstructions;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TheoryTextTest {
    private static final Points PLACES = Points.of(new double[] {0, 1}, new double[] {0, 0.5});

    static List<Optional<Obstruction>> obstructions() {
        var all = new ArrayList<Optional<Obstruction>>();
        all.add(Optional.empty());
        for (var evidence : EnumSet.complementOf(EnumSet.of(Evidence.ORDER, Evidence.SURROUNDING))) {
            all.add(Optional.of(new Obstruction.Folds(evidence, PLACES, 0.2)));
        }
        all.add(Optional.of(new Obstruction.ReversesOrientation(Evidence.DETERMINANT, -2, -1, PLACES, 1)));
        all.add(Optional.of(new Obstruction.ReversesOrientation(Evidence.NEIGHBOURING_PAIRS, -2, -1, PLACES, 1)));
        return all;
    }

    static Stream<Arguments> everyFamilyAndObstruction() {
        return ControlFamily.all().stream()
                .flatMap(family -> obstructions().stream().map(found -> Arguments.of(family, found)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyFamilyAndObstruction")
    void everyFamilyAndObstructionGetsItsTruth(ControlFamily family, Optional<Obstruction> found) {
        var text = TheoryText.of(family, Preset.SWIRL, Box.UNIT, found);
        boolean linear = family instanceof Affine;
        assertThat(text.sentence())
                .endsWith(".")
                .doesNotContain("heorem")
                .doesNotContain("  ")
                .doesNotContain("null");
        assertThat(text.lines()).allSatisfy(line -> {
            assertThat(line.text()).isNotBlank();
            assertThat(line.explanation()).endsWith(".");
        });
        if (found.isPresent()) {
            assertThat(text.sentence()).contains(found.get().sentence()).contains("No flow");
            assertThat(text.sentence()).contains("still").contains("near").contains("as you like");
            assertThat(text.lines()).anyMatch(line -> !line.holds());
        } else if (Families.restricted(family)) {
            assertThat(text.sentence()).contains(family.conclusion());
            assertThat(text.lines()).anyMatch(line -> !line.holds());
        } else if (linear) {
            assertThat(text.sentence())
                    .contains("affine maps that keep orientation")
                    .contains("not affine");
        } else {
            assertThat(text.sentence())
                    .contains(family.title())
                    .contains("as near as you like, in the mean, to any continuous map of the plane")
                    .contains("nothing stands in the way");
            assertThat(text.lines()).allMatch(TheoryText.Line::holds);
        }
        assertThat(text.lines().stream().anyMatch(line -> line.text().equals("no well in its hull")))
                .isEqualTo(linear);
        assertThat(text.sentence().contains("near as you like, in the mean, to any"))
                .as("only where it is true")
                .isEqualTo(!linear && !Families.restricted(family) && found.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = LinePreset.class,
            names = {"WAVE", "PARABOLA", "STAIRCASE"})
    void ofTheLineFlowsReachEveryIncreasingCurveAndNothingElse(LinePreset curve) {
        var text = TheoryText.of(Experiment.standard(curve), Obstructions.of(curve, curve.home()));
        assertThat(text.sentence())
                .contains("uniformly, to every increasing curve, and to nothing else")
                .contains("nothing stands in the way");
        assertThat(text.lines()).allMatch(TheoryText.Line::holds);
    }

    @Test
    void anExtraCoordinateLiftsWhatTheOrderOfTheLineForbids() {
        var flip = Experiment.standard(LinePreset.FLIP);
        var found = Obstructions.of(flip.target(), flip.sampling().domain());
        assertThat(TheoryText.of(flip, found).sentence())
                .contains("No flow of the line")
                .doesNotContain("lifted");
        var wider = flip.withNetwork(flip.network().withAugment(1));
        assertThat(TheoryText.of(wider, found).sentence())
                .contains("this bound is lifted")
                .contains("any continuous curve");
        var turned = flip.withNetwork(flip.network().withTerminal(true));
        assertThat(TheoryText.of(turned, found).sentence())
                .contains("turn it over")
                .contains("every monotone curve");
        var sine = turned.withTarget(LinePreset.SINE);
        assertThat(TheoryText.of(
                                sine,
                                Obstructions.of(sine.target(), sine.sampling().domain()))
                        .sentence())
                .as("no affine map makes a sine monotone")
                .doesNotContain("turn it over");
    }

    @Test
    void aRingOfPointsIsSaidToHoldItsDiscUntilThereIsRoomAboveIt() {
        var ring = Experiment.standard(LabelPreset.ANNULUS.draw(1000, 1));
        var found = Obstructions.of(ring.target(), ring.sampling().domain());
        assertThat(TheoryText.of(ring, found).sentence()).contains("surrounds class disc");
        var wider = ring.withNetwork(ring.network().withAugment(1));
        assertThat(TheoryText.of(wider, found).sentence())
                .contains("this bound is lifted")
                .contains("planes bound their regions");
        var linear = wider.withNetwork(wider.network().withFamily(new Affine()));
        assertThat(TheoryText.of(linear, found).sentence()).doesNotContain("lifted");
    }

    @Test
    void functionsAreReadOffByAnAffineMap() {
        var product = Experiment.standard(FunctionPreset.PRODUCT);
        assertThat(TheoryText.of(product, Optional.empty()).sentence())
                .contains("followed by an affine map")
                .contains("any continuous function of the plane");
    }

    @Test
    void linearLayersReachAffineTargetsOnly() {
        assertThat(linear(Preset.ROTATION)).contains("This target is such a map");
        assertThat(linear(Preset.IDENTITY)).contains("This target is such a map");
        assertThat(linear(Preset.S_BEND)).contains("This target is not affine");
        assertThat(linear(Preset.MIRROR)).contains("reverses orientation").contains("Not with linear layers");
    }

    @Test
    void pairsAreLookedAtToo() {
        var x = Points.of(new double[] {0, 1, 0, 1}, new double[] {0, 0, 1, 1});
        var sheared = Points.of(new double[] {0, 1, 0.5, 1.5}, new double[] {0, 0, 1, 1});
        var bent = Points.of(new double[] {0, 1, 0.5, 1.9}, new double[] {0, 0, 1, 1});
        assertThat(linear(new Correspondence("pairs.csv", x, sheared))).contains("lie on such a map");
        assertThat(linear(new Correspondence("pairs.csv", x, bent))).contains("lie on no affine map");
        var text = TheoryText.of(
                new Perceptron(Activation.TANH), new Correspondence("pairs.csv", x, bent), Box.UNIT, Optional.empty());
        assertThat(text.sentence()).contains("among these pairs");
    }

    @Test
    void allEqualPairsAndFewPairsAreNoTrouble() {
        var x = Points.of(new double[] {0.5, 0.5}, new double[] {0.2, 0.2});
        assertThat(Affinity.holds(new Correspondence("same", x, x), Box.UNIT)).isTrue();
        var one = Points.of(new double[] {0}, new double[] {0});
        assertThat(Affinity.holds(new Correspondence("one", one, one), Box.UNIT))
                .isTrue();
    }

    private static String linear(TargetMap target) {
        return TheoryText.of(new Affine(), target, Box.UNIT, Obstructions.of(target, Box.UNIT))
                .sentence();
    }
}
