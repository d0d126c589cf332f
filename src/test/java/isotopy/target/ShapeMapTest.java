package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeMapTest {
    /// The distance of each point to a closed polygon, the largest of all.
    private static double away(Points points, Points curve) {
        double largest = 0;
        for (int k = 0; k < points.size(); k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < curve.size(); j++) {
                int next = (j + 1) % curve.size();
                double e1 = curve.at(0, next) - curve.at(0, j);
                double e2 = curve.at(1, next) - curve.at(1, j);
                double u1 = points.at(0, k) - curve.at(0, j);
                double u2 = points.at(1, k) - curve.at(1, j);
                double s = Math.clamp((u1 * e1 + u2 * e2) / Math.max(e1 * e1 + e2 * e2, 1e-300), 0, 1);
                nearest = Math.min(nearest, Math.hypot(u1 - s * e1, u2 - s * e2));
            }
            largest = Math.max(largest, nearest);
        }
        return largest;
    }

    @ParameterizedTest
    @EnumSource(ShapePair.class)
    void aBuiltInPairCarriesOneShapeOntoTheOtherAndNeitherFoldsNorMirrors(ShapePair pair) {
        var map = pair.map();
        var matched = map.apply(ClosedCurves.resampled(map.from(), ShapeMap.MATCHED));
        assertThat(away(matched, map.to())).as(pair.id()).isLessThan(1e-9);
        var between = map.apply(ClosedCurves.resampled(map.from(), 7 * ShapeMap.MATCHED));
        assertThat(away(between, map.to())).as("between matched points").isLessThan(0.03);
        double least =
                Arrays.stream(map.determinants(Box.UNIT.lattice(101))).min().orElseThrow();
        assertThat(pair.withinReach()).isEqualTo(least > 0.05);
        assertThat(Obstructions.of(map, Box.UNIT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ShapePair.class)
    void theDeterminantAgreesWithFiniteDifferences(ShapePair pair) {
        var map = pair.map();
        var x = Oracles.uniform(new Random(6), 60, 1.1);
        var determinants = map.determinants(x);
        int looked = 0;
        for (int k = 0; k < x.size(); k++) {
            if (away(x.select(new int[] {k}), map.from()) > 0.1) { // second derivatives grow towards matched points
                double expected = Oracles.determinant(map, x.at(0, k), x.at(1, k));
                assertThat(determinants[k])
                        .as("%s at (%s, %s)", pair, x.at(0, k), x.at(1, k))
                        .isEqualTo(expected, within(1e-3 * (1 + Math.abs(expected))));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(15);
    }

    @Test
    void theInverseOfAShapeMapUndoesIt() {
        var map = ShapePair.L_TO_T.map();
        var x = Oracles.uniform(new Random(8), 100, 1);
        assertThat(Oracles.distance(x, new InverseMap(map).apply(map.apply(x)))).isLessThan(1e-8);
        assertThat(map.inverse(x)).isEqualTo(Optional.empty());
    }

    @Test
    void curvesAreCutIntoEqualLengths() {
        var square = Shapes.polygon(0, 0, 1, 0, 1, 1, 0, 1);
        var cut = ClosedCurves.resampled(square, 8);
        assertThat(cut.row(0)).containsExactly(new double[] {0, 0.5, 1, 1, 1, 0.5, 0, 0}, within(1e-15));
        assertThat(cut.row(1)).containsExactly(new double[] {0, 0, 0, 0.5, 1, 1, 1, 0.5}, within(1e-15));
        var clockwise = Shapes.polygon(0, 0, 0, 1, 1, 1, 1, 0);
        assertThat(Oracles.distance(cut, ClosedCurves.resampled(clockwise, 8))).isLessThan(1e-15);
        var uneven = Shapes.polygon(0, 0, 0.1, 0, 0.1, 0, 0.7, 0, 1, 0, 1, 1, 0, 1);
        assertThat(Oracles.distance(cut, ClosedCurves.resampled(uneven, 8))).isLessThan(1e-14);
    }

    @Test
    void curvesAreMatchedWhereTheyLieNearestHoweverTheyWereBegunOrTurned() {
        var disc = ClosedCurves.resampled(Shapes.disc(0.5), 96);
        var moved = new double[2][96];
        for (int k = 0; k < 96; k++) {
            moved[0][k] = 0.3 + 1.4 * disc.at(0, (k + 31) % 96);
            moved[1][k] = 0.2 + 1.4 * disc.at(1, (k + 31) % 96);
        }
        var matched = ClosedCurves.matched(disc, Points.of(moved));
        for (int k = 0; k < 96; k++) {
            assertThat(matched.at(0, k)).isEqualTo(0.3 + 1.4 * disc.at(0, k), within(1e-12));
            assertThat(matched.at(1, k)).isEqualTo(0.2 + 1.4 * disc.at(1, k), within(1e-12));
        }
        var back = Shapes.heart();
        var reversed = new int[back.size()];
        Arrays.setAll(reversed, k -> back.size() - 1 - k);
        var one = new ShapeMap("a", Shapes.disc(0.5), back);
        var other = new ShapeMap("a", Shapes.disc(0.5), back.select(reversed));
        var x = Box.UNIT.lattice(9);
        assertThat(Oracles.distance(one.apply(x), other.apply(x))).isLessThan(0.02);
    }

    @Test
    void theSameCurveTwiceIsTheIdentity() {
        var x = Box.UNIT.lattice(9);
        var map = new ShapeMap("same", Shapes.heart(), Shapes.heart());
        assertThat(Oracles.distance(x, map.apply(x))).isLessThan(1e-14);
    }

    @Test
    void anyDrawnCurvesMakeAMapOrASentence() {
        var random = new Random(9);
        for (int k = 0; k < 25; k++) {
            var from = Oracles.uniform(random, 3 + random.nextInt(40), 1);
            var to = Oracles.uniform(random, 3 + random.nextInt(40), 1);
            assertThat(new ShapeMap("scribble", from, to)
                            .apply(Box.UNIT.lattice(7))
                            .finite())
                    .isTrue();
        }
        var there = Points.of(new double[] {0, 1, 0.5}, new double[] {0, 0, 0}); // there and back again
        assertThat(new ShapeMap("flat", there, Shapes.heart())
                        .apply(Box.UNIT.lattice(7))
                        .finite())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeMap("a", Points.single(0, 0), Shapes.heart()))
                .withMessageContaining("at least 3 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeMap("a", Shapes.heart(), Points.of(new double[3], new double[3])))
                .withMessageContaining("no length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeMap("a", Shapes.polygon(0, 0, 1, Double.NaN, 1, 1), Shapes.heart()))
                .withMessageContaining("not finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeMap("a", Shapes.polygon(0, 0, 1e308, 0, 1e308, 1e308), Shapes.heart()))
                .withMessageContaining("1.0E9 long");
        for (double size : new double[] {1e-9, 1e-3, 1e3, 1e8}) {
            var tiny = Shapes.polygon(0, 0, size, 0, size, size);
            assertThat(new ShapeMap("a", tiny, Shapes.disc(1))
                            .apply(Box.UNIT.lattice(5))
                            .finite())
                    .isTrue();
            assertThat(new ShapeMap("a", Shapes.disc(1), tiny)
                            .apply(Box.UNIT.lattice(5))
                            .finite())
                    .isTrue();
        }
    }

    @Test
    void anArmThatTurnsByBlendedAnglesKeepsItsLength() {
        var flat = ClosedCurves.resampled(Shapes.bar(), 96);
        var turned = new double[][] {Arrays.stream(flat.row(1)).map(v -> -v).toArray(), flat.row(0)};
        var half = new CurveBlend(flat, Points.of(turned)).at(0.5, true);
        double reach = 0;
        for (int k = 0; k < 96; k++) {
            reach = Math.max(reach, Math.hypot(half.at(0, k), half.at(1, k)));
        }
        double whole = Math.hypot(0.75, 0.11);
        assertThat(reach).isEqualTo(whole, within(0.02));
        var blend = new CurveBlend(flat, Points.of(turned));
        assertThat(blend.at(0, true)).isEqualTo(flat);
        assertThat(blend.at(1, true)).isEqualTo(Points.of(turned));
    }
}
