package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class InverseMapTest {
    private static void undoes(PlaneMap map, double extent, String name) {
        var x = Oracles.uniform(new Random(11), 400, extent);
        var inverse = new InverseMap(map);
        var y = map.apply(x);
        assertThat(inverse.reached(y)).as(name).doesNotContain(false);
        assertThat(Oracles.distance(x, inverse.apply(y))).as(name).isLessThan(1e-9);
        assertThat(Oracles.distance(y, map.apply(inverse.apply(y)))).as(name).isLessThan(1e-12);
        var forward = map.determinants(x);
        var back = inverse.determinants(y);
        for (int k = 0; k < forward.length; k++) {
            assertThat(back[k] * forward[k]).as(name).isEqualTo(1, within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Preset.class, mode = Mode.EXCLUDE, names = "FOLD")
    void theInverseOfAPresetUndoesIt(Preset preset) {
        undoes(preset, 1, preset.id());
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void theInverseOfADrawnDiffeomorphismUndoesIt(long seed) {
        undoes(DrawnMap.surprise(Box.UNIT, seed), 1.2, "seed " + seed);
        var gentle = DrawnMap.from(Preset.SWIRL, Box.UNIT, 7)
                .drag((int) seed, 0.06, -0.05)
                .drag(24, -0.04, 0.07);
        undoes(gentle, 1, "dragged, seed " + seed);
    }

    @Test
    void theInverseOfATypedMapAndOfLandmarksUndoesIt() {
        undoes(new TypedMap("x + 0.3 sin(3y), y + 0.2 sin(2x)"), 1, "typed");
        var x = Box.UNIT.lattice(4);
        undoes(new Landmarks("swirl", x, Preset.SWIRL.apply(x)), 1, "landmarks");
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void theInverseOfAChainUndoesItLinkByLink(long seed) {
        var chain = new Composition(
                Preset.PINCH, new Composition(DrawnMap.surprise(Box.UNIT, seed), new InverseMap(Preset.FAN)));
        var wide = new Composition(DrawnMap.surprise(Box.UNIT, seed), Preset.TAPER);
        undoes(wide, 1, "wide, seed " + seed);
        undoes(new Composition(Preset.PINCH, Preset.VORTICES), 1, "pinch");
        assertThat(chain.title()).isEqualTo("Pinch, then Drawn by hand, then Fan, inverted");
        assertThat(new InverseMap(wide).title()).isEqualTo("(Drawn by hand, then Taper), inverted");
    }

    @Test
    void theInverseOfAnInverseIsTheMapAgain() {
        var map = DrawnMap.surprise(Box.UNIT, 5);
        var x = Oracles.uniform(new Random(2), 100, 1);
        assertThat(new InverseMap(new InverseMap(map)).apply(x)).isEqualTo(map.apply(x));
        assertThat(new InverseMap(map).inverse(x)).isEqualTo(Optional.of(map.apply(x)));
        assertThat(new InverseMap(map)).isEqualTo(new InverseMap(map)).isNotEqualTo(new InverseMap(Preset.SWIRL));
    }

    @Test
    void theDeterminantAgreesWithFiniteDifferences() {
        var x = Oracles.uniform(new Random(4), 40, 0.8);
        for (var map : new PlaneMap[] {
            new InverseMap(Preset.PINCH),
            new InverseMap(DrawnMap.surprise(Box.UNIT, 3)),
            new InverseMap(new Composition(Preset.SWIRL, Preset.PINCH)),
            new Composition(new InverseMap(Preset.PINCH), Preset.TAPER)
        }) {
            var determinants = map.determinants(x);
            for (int k = 0; k < x.size(); k++) {
                double expected = Oracles.determinant(map, x.at(0, k), x.at(1, k));
                assertThat(determinants[k])
                        .as(map.title())
                        .isEqualTo(expected, within(2e-4 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void whereNothingIsCarriedToAPointTheNearestIsTakenAndTheDeterminantIsZero() {
        var inverse = new InverseMap(Preset.FOLD);
        // the fold's images lie right of −0.3
        var y = Points.single(-1, 0.2);
        assertThat(inverse.reached(y)).containsExactly(false);
        assertThat(inverse.determinant(-1, 0.2)).isZero();
        assertThat(inverse.apply(y).at(0, 0)).isEqualTo(0, within(1e-3));
        assertThat(inverse.apply(y).at(1, 0)).isEqualTo(0.2, within(1e-3));
        assertThat(Obstructions.of(inverse, Box.UNIT)).isPresent();
        var flat = new InverseMap(new TypedMap("x, 0*y"));
        assertThat(flat.apply(Box.UNIT.lattice(5)).finite()).isTrue();
    }

    @Test
    void compositionIsAssociativeAndMultipliesDeterminants() {
        var x = Oracles.uniform(new Random(3), 200, 1);
        for (long seed = 1; seed <= 5; seed++) {
            PlaneMap f = Preset.values()[(int) seed];
            PlaneMap g = DrawnMap.surprise(Box.UNIT, seed);
            PlaneMap h = new TypedMap("x + 0.2y^2, y - 0.1x");
            var left = new Composition(new Composition(f, g), h);
            var right = new Composition(f, new Composition(g, h));
            assertThat(left.apply(x)).isEqualTo(right.apply(x));
            var a = left.determinants(x);
            var b = right.determinants(x);
            for (int k = 0; k < a.length; k++) {
                assertThat(a[k]).isEqualTo(b[k], within(1e-13 * (1 + Math.abs(b[k]))));
                double expected = Oracles.determinant(left, x.at(0, k), x.at(1, k));
                assertThat(a[k]).isEqualTo(expected, within(1e-5 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void chainsAreBounded() {
        PlaneMap map = Preset.SWIRL;
        for (int k = 1; k < Composition.MOST_PARTS; k++) {
            map = k % 2 == 0 ? new InverseMap(map) : new Composition(map, Preset.SHEAR);
        }
        var longest = map;
        assertThatIllegalArgumentException().isThrownBy(() -> new Composition(longest, longest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InverseMap(longest))
                .withMessageContaining("32");
    }
}
