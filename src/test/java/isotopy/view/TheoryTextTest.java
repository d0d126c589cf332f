package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Obstruction;
import isotopy.target.Obstruction.Evidence;
import isotopy.target.Obstructions;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                .isEqualTo(!linear && found.isEmpty());
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
