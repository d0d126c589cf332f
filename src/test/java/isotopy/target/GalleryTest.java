package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {
    @Test
    void everyEntryHasANameOfItsOwnASentenceAndATargetOfItsKind() {
        var entries = Gallery.entries();
        assertThat(entries.stream().map(Gallery.Entry::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
        for (var entry : entries) {
            assertThat(entry.sentence()).endsWith(".");
            var target = Gallery.target(entry.id(), 200, 1);
            assertThat(target.kind()).as(entry.id()).isEqualTo(entry.kind());
            assertThat(Gallery.entries(entry.kind())).contains(entry);
        }
        for (var kind : Kind.values()) {
            assertThat(Gallery.entries(kind)).hasSizeGreaterThanOrEqualTo(6);
        }
        assertThat(((Labels) Gallery.target("Moons", 123, 4)).x().size()).isEqualTo(123);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gallery.target("swril", 1, 1))
                .withMessageContaining("swril")
                .withMessageContaining("swirl")
                .withMessageContaining("surprise-curve");
    }

    @Test
    void whatIsWithinReachOfTheLineRisesAndOfThePlaneKeepsOrientation() {
        for (var entry : Gallery.entries(Kind.PLANE)) {
            var map = (PlaneMap) Gallery.target(entry.id(), 1, 2);
            double least =
                    Arrays.stream(map.determinants(Box.UNIT.lattice(60))).min().orElseThrow();
            assertThat(entry.withinReach()).as(entry.id()).isEqualTo(least > 0);
        }
        for (var entry : Gallery.entries(Kind.LINE)) {
            var map = (LineMap) Gallery.target(entry.id(), 1, 2);
            boolean rises = true;
            for (int k = 0; k <= 400; k++) {
                rises &= map.slope(map.home().at(k / 400.0)) >= 0;
            }
            assertThat(entry.withinReach()).as(entry.id()).isEqualTo(rises);
        }
    }

    @Test
    void whatIsWithinReachIsNotObstructed() {
        for (var entry : Gallery.entries()) {
            if (entry.kind() != Kind.FUNCTION) {
                var target = Gallery.target(entry.id(), 600, 3);
                assertThat(Obstructions.of(target, target.home()).isEmpty())
                        .as(entry.id())
                        .isEqualTo(entry.withinReach());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FunctionPreset.class)
    void aFunctionWithinReachHasNoHillHollowOrSaddle(FunctionPreset preset) {
        double least = Double.POSITIVE_INFINITY;
        double h = 1e-6;
        var lattice = Box.UNIT.lattice(81);
        for (int k = 0; k < lattice.size(); k++) {
            double x = lattice.at(0, k);
            double y = lattice.at(1, k);
            double d1 = at(preset, x + h, y) - at(preset, x - h, y);
            double d2 = at(preset, x, y + h) - at(preset, x, y - h);
            least = Math.min(least, Math.hypot(d1, d2) / (2 * h));
        }
        assertThat(preset.withinReach()).as("least slope %s", least).isEqualTo(least > 0.15);
    }

    private static double at(PlaneFunction function, double x, double y) {
        return function.apply(Points.single(x, y)).at(0, 0);
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void aSurpriseIsADiffeomorphismThatTheSeedDecides(long seed) {
        for (var box : List.of(Box.UNIT, new Box(2, 9))) {
            var map = DrawnMap.surprise(box, seed);
            assertThat(map).isEqualTo(DrawnMap.surprise(box, seed)).isNotEqualTo(DrawnMap.surprise(box, seed + 1));
            assertThat(Arrays.stream(map.determinants(box.lattice(90))).min().orElseThrow())
                    .isGreaterThan(0.03);
            var images = map.apply(box.lattice(20));
            assertThat(Oracles.distance(images, box.lattice(20))).isGreaterThan(0.1 * box.side());
            assertThat(Obstructions.of(map, box)).isEmpty();
        }
    }

    @Test
    void aPictureIsItsBrightness() {
        var picture = new PictureFunction("cat.png", 4, 2, List.of(0f, 1f, 0f, 0.5f, 0.25f, 1f, 0f, 0.75f));
        // pixels are half a unit wide, and the picture fills −0.5 … 0.5 in height
        assertThat(at(picture, -0.75, 0.25)).isZero();
        assertThat(at(picture, -0.25, 0.25)).isEqualTo(1);
        assertThat(at(picture, 0.75, 0.25)).isEqualTo(0.5);
        assertThat(at(picture, -0.75, -0.25)).isEqualTo(0.25);
        assertThat(at(picture, -0.5, 0.25)).isEqualTo(0.5, within(1e-15));
        assertThat(at(picture, -0.75, 0)).isEqualTo(0.125, within(1e-15));
        assertThat(at(picture, -0.5, 0)).isEqualTo(0.5625, within(1e-15));
        assertThat(at(picture, 9, 9)).isEqualTo(0.5);
        assertThat(at(new PictureFunction("dot", 1, 1, List.of(0.3f)), 0.4, 0.2))
                .isEqualTo(0.3, within(1e-7));
        var x = Oracles.uniform(new Random(1), 200, 2);
        for (double u : picture.apply(x).row(0)) {
            assertThat(u).isBetween(0.0, 1.0);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureFunction("a", 2, 2, List.of(0f)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureFunction("a", 1, 1, List.of(2f)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PictureFunction("a", 0, 1, List.of()));
    }
}
