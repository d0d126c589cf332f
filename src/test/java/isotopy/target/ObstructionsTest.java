package isotopy.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Obstruction.Descends;
import isotopy.target.Obstruction.Evidence;
import isotopy.target.Obstruction.Folds;
import isotopy.target.Obstruction.ReversesOrientation;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ObstructionsTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void exactlyThePresetsOutOfReachAreObstructed(Preset preset) {
        assertEquals(preset.withinReach(), Obstructions.of(preset, Box.UNIT).isEmpty());
    }

    @Test
    void theMirrorReversesOrientationEverywhere() {
        var found = assertInstanceOf(ReversesOrientation.class, found(Preset.MIRROR));
        assertEquals(1, found.share(), 0.0);
        assertEquals(-1, found.lowest(), 0.0);
        assertEquals(-1, found.highest(), 0.0);
        assertEquals(
                Obstructions.PER_SIDE * Obstructions.PER_SIDE, found.where().size());
        assertEquals(
                "This map reverses orientation: its determinant is −1 everywhere, and a flow's is positive.",
                found.sentence());
        var drawn = found(DrawnMap.from(Preset.MIRROR, Box.UNIT, 9).push(0, 0, 0.2, 0, 0.5));
        assertTrue(drawn.sentence().contains("negative everywhere (from −"), drawn.sentence());
    }

    @Test
    void theFoldFoldsOnItsLeftHalf() {
        var found = assertInstanceOf(Folds.class, found(Preset.FOLD));
        assertEquals(Evidence.DETERMINANT, found.evidence());
        assertEquals(0.5, found.share(), 0.0);
        for (int k = 0; k < found.where().size(); k++) {
            assertTrue(found.where().at(0, k) < 0);
        }
        assertTrue(found.sentence().contains("50 % of the square"), found.sentence());
        var truth = Obstructions.truth(found);
        assertTrue(truth.contains("No flow") && truth.contains("as you like") && truth.contains("filaments"), truth);
    }

    @Test
    void anOverlongDragFoldsWhereItIsAndAShortOneDoesNot() {
        var blank = DrawnMap.blank(Box.UNIT, 9);
        assertEquals(Optional.empty(), Obstructions.of(blank.drag(40, 0.15, 0), Box.UNIT));
        var found = assertInstanceOf(Folds.class, found(blank.drag(40, 0.5, 0)));
        assertTrue(found.share() < 0.1);
        double least = 2;
        for (int k = 0; k < found.where().size(); k++) {
            var point = found.where().point(k);
            assertTrue(blank.drag(40, 0.5, 0).determinant(point[0], point[1]) <= 1e-12);
            least = Math.min(least, Math.hypot(point[0], point[1]));
        }
        assertTrue(least < 0.3, "near the node in the middle");
    }

    @Test
    void aCreaseBetweenThePointsOfTheLatticeIsFoundByLookingCloser() {
        var blank = DrawnMap.blank(new Box(-1.01, 0.98), 12);
        int node = 66;
        double folds = firstFold(blank, node);
        var barely = blank.drag(node, folds, 0);
        var lattice = blank.domain().lattice(Obstructions.PER_SIDE);
        for (double determinant : barely.determinants(lattice)) {
            assertTrue(determinant > 0, "the lattice alone sees nothing");
        }
        var found = Obstructions.of(barely, blank.domain()).orElseThrow();
        assertTrue(found.share() < 0.01 && found.sentence().contains("less than 1 %"), found.sentence());
    }

    /// The shortest drag, in steps, with a determinant ≤ 0 on a lattice eight times as dense.
    private static double firstFold(DrawnMap blank, int node) {
        var dense = blank.domain().lattice(8 * Obstructions.PER_SIDE);
        for (double length = 0.1; length < 0.5; length += 0.0002) {
            for (double determinant : blank.drag(node, length, 0).determinants(dense)) {
                if (determinant <= 0) {
                    return length;
                }
            }
        }
        throw new AssertionError("no fold found");
    }

    @Test
    void allNodesInOnePlaceLeaveNoArea() {
        var map = DrawnMap.blank(Box.UNIT, 5);
        var nodes = Box.UNIT.lattice(5);
        for (int k = 0; k < 25; k++) {
            map = map.drag(k, -nodes.at(0, k), -nodes.at(1, k));
        }
        assertInstanceOf(Folds.class, found(map));
    }

    @Test
    void aMapThatLaysTheSquareOverItselfIsFoundAlongItsEdge() {
        // the fan's rays at angles ±0.6 · 6 = ±3.6 radians have gone past each other, its determinant is positive
        var found = assertInstanceOf(
                Folds.class, Obstructions.of(Preset.FAN, new Box(-6, 6)).orElseThrow());
        assertEquals(Evidence.OVERLAP, found.evidence());
        var images = Preset.FAN.apply(found.where());
        assertEquals(0, Oracles.distance(images.select(new int[] {0}), images.select(new int[] {1})), 1e-3);
        double apart = Oracles.distance(
                found.where().select(new int[] {0}), found.where().select(new int[] {1}));
        assertTrue(apart > 1, "two different points");
        assertEquals(Optional.empty(), Obstructions.of(Preset.FAN, new Box(-5, 5)), "3.0 radians are less than π");
    }

    @Test
    void longPushesWindTheEdgeButNeverOverlap() {
        for (long seed = 1; seed <= 12; seed++) {
            var random = new java.util.Random(seed);
            var map = DrawnMap.blank(Box.UNIT, 9);
            for (int k = 0; k < 12; k++) {
                map = map.push(
                        random.nextGaussian(),
                        random.nextGaussian(),
                        random.nextGaussian() * 0.4,
                        random.nextGaussian() * 0.4,
                        0.6);
            }
            assertEquals(Optional.empty(), Obstructions.of(map, Box.UNIT), "seed " + seed);
        }
    }

    private static Obstruction found(PlaneMap map) {
        return Obstructions.of(map, Box.UNIT).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(LinePreset.class)
    void exactlyTheCurvesOutOfReachDescend(LinePreset curve) {
        assertEquals(curve.withinReach(), Obstructions.of(curve, curve.home()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"FLIP, 1", "SINE, 0.5", "VALLEY, 0.5", "CORNER, 0.5", "DIP, 0.408248"})
    void theShareOfACurveThatDescendsIsThatOfItsFormula(LinePreset curve, double share) {
        var found = assertInstanceOf(
                Descends.class, Obstructions.of(curve, curve.home()).orElseThrow());
        assertEquals(share, found.share(), 5e-4);
        assertEquals(Evidence.ORDER, found.evidence());
        for (int k = 0; k < found.where().size(); k++) {
            assertTrue(curve.slope(found.where().at(0, k)) < 0);
            assertTrue(k == 0 || found.where().at(0, k) > found.where().at(0, k - 1));
        }
        assertTrue(found.sentence().contains("order of points"), found.sentence());
        assertTrue(Obstructions.truth(found).contains("best increasing curve"), Obstructions.truth(found));
    }

    @Test
    void aJumpDownIsADescentAndOneUpIsNone() {
        var down = (LineMap) Typed.parse("x - step(x)", Kind.LINE);
        var found =
                assertInstanceOf(Descends.class, Obstructions.of(down, Box.UNIT).orElseThrow());
        assertEquals(0, found.where().at(0, 0), 1e-3);
        assertTrue(found.share() < 0.001);
        assertEquals(Optional.empty(), Obstructions.of(Typed.parse("x + step(x)", Kind.LINE), Box.UNIT));
        assertEquals(
                Optional.empty(),
                Obstructions.of(Typed.parse("x^3 - 3*x^2 + 3*x - 1", Kind.LINE), new Box(0, 2)),
                "flat at 1, up to rounding");
    }

    private static Optional<Obstruction> onTheLine(double[] x, double[] y) {
        return Obstructions.of(
                new Correspondence("pairs", Points.of(new double[][] {x}), Points.of(new double[][] {y})), Box.UNIT);
    }

    @Test
    void pairsOfTheLineThatChangeTheirOrderDescend() {
        var flip = assertInstanceOf(
                Descends.class,
                onTheLine(new double[] {-1, 1}, new double[] {1, -1}).orElseThrow());
        assertEquals(1, flip.share());
        var partly = assertInstanceOf(
                Descends.class,
                onTheLine(new double[] {3, 0, 1, 2, 4}, new double[] {3, 0, 2, 1, 4})
                        .orElseThrow());
        assertEquals(0.25, partly.share());
        assertEquals(2, partly.where().at(0, 0));
        assertEquals(Optional.empty(), onTheLine(new double[] {2, 0, 1}, new double[] {5, 1, 3}));
    }

    @Test
    void noiseOnManyPairsIsNoDescentAndASineIsOne() {
        var random = new SplittableRandom(3);
        int n = 2000;
        var x = new double[n];
        var up = new double[n];
        var sine = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = 2 * random.nextDouble() - 1;
            up[k] = x[k] + 0.02 * random.nextGaussian();
            sine[k] = Math.sin(Math.PI * x[k]) + 0.02 * random.nextGaussian();
        }
        assertEquals(Optional.empty(), onTheLine(x, up));
        var found = assertInstanceOf(Descends.class, onTheLine(x, sine).orElseThrow());
        assertEquals(0.5, found.share(), 0.05);
    }

    @Test
    void pairsOfTheLineThatStartOrEndTogetherAreToldByTheirPlaces() {
        var start = assertInstanceOf(
                Folds.class,
                onTheLine(new double[] {0, 0, 1}, new double[] {0, 1, 2}).orElseThrow());
        assertEquals(Evidence.SAME_START, start.evidence());
        assertTrue(start.sentence().contains("first at 0:"), start.sentence());
        assertTrue(Obstructions.truth(start).contains("mean"), Obstructions.truth(start));
        var goal = assertInstanceOf(
                Folds.class,
                onTheLine(new double[] {0, 1, 2}, new double[] {0, 1, 1}).orElseThrow());
        assertEquals(Evidence.SAME_GOAL, goal.evidence());
        assertTrue(Obstructions.truth(goal).contains("as near"), Obstructions.truth(goal));
        assertEquals(
                Optional.empty(), onTheLine(new double[] {0, 0, 1}, new double[] {1, 1, 2}), "the same pair twice");
        assertEquals(Optional.empty(), onTheLine(new double[] {1}, new double[] {1}), "one pair");
    }

    @Test
    void aCurveDoesNotDescendWhereItHasNoValue() {
        assertEquals(Optional.empty(), Obstructions.of(new TypedCurve("ln(x)"), Box.UNIT));
        var falls = assertInstanceOf(
                Descends.class,
                Obstructions.of(new TypedCurve("ln(x) - 4*x"), Box.UNIT).orElseThrow());
        // the derivative 1/x − 4 is negative from ¼ on: on three eighths of [−1, 1]
        assertEquals(0.375, falls.share(), 1e-3);
    }
}
