package isotopy.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DrawnMapTest {
    private static final DrawnMap BLANK = DrawnMap.blank(Box.UNIT, 9);

    @Test
    void aBlankMapIsTheIdentityAndAStartIsItsPreset() {
        var x = Oracles.uniform(new Random(1), 100, 3);
        assertEquals(x, BLANK.apply(x));
        assertEquals(Optional.of(x), BLANK.inverse(x));
        var start = DrawnMap.from(Preset.SWIRL, Box.UNIT, 9);
        assertEquals(Preset.SWIRL.apply(x), start.apply(x));
        assertEquals("Drawn by hand", BLANK.title());
        assertEquals("Swirl, drawn upon", start.drag(3, 0.1, 0).title());
        assertEquals(Optional.empty(), start.drag(3, 0.1, 0).inverse(x));
        assertEquals(start, start.drag(3, 0.1, 0).push(0, 0, 0.1, 0, 0.4).reset());
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void aDraggedNodeLandsExactlyWhereItWasDraggedAndNoOtherMoves(long seed) {
        var random = new Random(seed);
        var before = Oracles.drawn(seed);
        int node = random.nextInt(before.nodes() * before.nodes());
        var after = before.drag(node, 0.17, -0.05).drag(node, 0.02, 0.01);
        var was = before.nodeImages();
        var is = after.nodeImages();
        for (int k = 0; k < was.size(); k++) {
            assertEquals(was.at(0, k) + (k == node ? 0.19 : 0), is.at(0, k), 1e-12, "seed " + seed + " node " + k);
            assertEquals(was.at(1, k) + (k == node ? -0.04 : 0), is.at(1, k), 1e-12, "seed " + seed + " node " + k);
        }
    }

    @Test
    void dragsInARowAreOneStroke() {
        var map = BLANK.drag(40, 0.1, 0).drag(41, 0, 0.1).drag(40, -0.05, 0.02);
        assertEquals(1, map.strokes().size());
        var drag = (Stroke.Drag) map.strokes().getFirst();
        assertEquals(0.05, drag.d1().get(40), 1e-15);
        assertEquals(0.02, drag.d2().get(40), 1e-15);
        assertEquals(0.1, drag.d2().get(41), 1e-15);
        assertEquals(3, map.push(0, 0, 0.01, 0, 1).drag(40, 0.1, 0).strokes().size());
    }

    @Test
    void anEditLeavesTheOldMapAsItWas() {
        var x = Oracles.uniform(new Random(2), 50, 1);
        var before = BLANK.drag(40, 0.1, 0.1);
        var images = before.apply(x);
        var strokes = List.copyOf(before.strokes());
        for (var after : List.of(
                before.drag(40, 0.1, 0), before.push(0, 0, 0.2, 0, 0.5), before.symmetrised(Symmetry.HALF_TURN))) {
            assertTrue(Oracles.distance(images, after.apply(x)) > 1e-3);
            assertEquals(strokes, before.strokes());
            assertEquals(images, before.apply(x));
        }
        assertThrows(UnsupportedOperationException.class, () -> before.strokes().clear());
        var drag = (Stroke.Drag) before.strokes().getFirst();
        assertThrows(UnsupportedOperationException.class, () -> drag.d1().set(0, 1.0));
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void aMapIsEqualToItsPartsPutTogetherAnew(long seed) {
        var map = Oracles.drawn(seed);
        var strokes = new ArrayList<Stroke>();
        for (var stroke : map.strokes()) {
            strokes.add(
                    switch (stroke) {
                        case Stroke.Drag drag ->
                            new Stroke.Drag(new ArrayList<>(drag.d1()), new ArrayList<>(drag.d2()));
                        case Stroke.Push(var x1, var x2, var d1, var d2, var radius) ->
                            new Stroke.Push(x1, x2, d1, d2, radius);
                        case Stroke.Symmetrise(var symmetry) -> new Stroke.Symmetrise(symmetry);
                    });
        }
        var again = new DrawnMap(map.domain(), map.nodes(), map.base(), strokes);
        assertEquals(map, again, "seed " + seed);
        assertEquals(map.hashCode(), again.hashCode());
        var x = Oracles.uniform(new Random(seed), 20, 2);
        assertEquals(map.apply(x), again.apply(x));
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void theDeterminantAgreesWithFiniteDifferences(long seed) {
        var map = Oracles.drawn(seed);
        var x = Oracles.uniform(new Random(seed), 60, 2);
        var determinants = map.determinants(x);
        for (int k = 0; k < x.size(); k++) {
            double expected = Oracles.determinant(map, x.at(0, k), x.at(1, k));
            int point = k;
            assertEquals(
                    expected,
                    determinants[k],
                    1e-6 * Math.max(1, Math.abs(expected)),
                    () -> "seed " + seed + " point " + point + " of " + map.strokes());
            assertEquals(determinants[k], map.determinant(x.at(0, k), x.at(1, k)), 0.0);
        }
    }

    /// Across a line the second difference of a C² function changes by O(h); a kink of slope s would make
    /// it s/h, a jump of the second derivative would stay. So from h to h/4 the change must fall at least
    /// by half.
    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void secondDerivativesAreContinuousAcrossLatticeLinesAndTheEdgeOfTheirReach(long seed) {
        var random = new Random(seed);
        var map = BLANK;
        for (int k = 0; k < 81; k++) {
            map = map.drag(k, random.nextGaussian() * 0.1, random.nextGaussian() * 0.1);
        }
        map = map.push(0.3, 0.1, 0.2, 0.1, 0.5);
        for (int line = -2; line <= 10; line++) {
            double at = -1 + 0.25 * line;
            double across = 2 * random.nextDouble() - 1;
            for (int i = 0; i < 2; i++) {
                double coarse = jumpOfSecondDerivative(map, at, across, i, 4e-3);
                double fine = jumpOfSecondDerivative(map, at, across, i, 1e-3);
                assertTrue(
                        fine < 0.5 * coarse + 1e-4, "seed " + seed + " line " + line + ": " + coarse + " to " + fine);
            }
        }
    }

    private static double jumpOfSecondDerivative(DrawnMap map, double at, double across, int i, double h) {
        double right = Oracles.value(map, at + 2 * h, across, i)
                - 2 * Oracles.value(map, at + h, across, i)
                + Oracles.value(map, at, across, i);
        double left = Oracles.value(map, at, across, i)
                - 2 * Oracles.value(map, at - h, across, i)
                + Oracles.value(map, at - 2 * h, across, i);
        return Math.abs(right - left) / (h * h);
    }

    @Test
    void aDragChangesNothingFarFromTheSquare() {
        var map = BLANK.drag(0, 0.2, 0.3).drag(80, -0.2, 0.1);
        var far = Points.of(new double[] {-1.5, 1.5, 0, 7, 1e300, -1e300}, new double[] {0, 0.2, 1.5, -3, 0, 1e300});
        assertEquals(far, map.apply(far));
        for (double determinant : map.determinants(far)) {
            assertEquals(1, determinant, 0.0);
        }
        assertTrue(Oracles.distance(Points.single(-1.1, -1.1), map.apply(Points.single(-1.1, -1.1))) > 0.1);
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void thePointUnderTheFingerEndsUnderTheFinger(long seed) {
        var random = new Random(seed);
        double x1 = random.nextGaussian();
        double x2 = random.nextGaussian();
        double d1 = random.nextGaussian();
        double d2 = random.nextGaussian();
        var map = BLANK.push(x1, x2, d1, d2, 0.3);
        var moved = map.apply(Points.single(x1, x2));
        assertEquals(0, Oracles.distance(moved, Points.single(x1 + d1, x2 + d2)), 1e-12, "seed " + seed);
        var out = Points.single(x1 - 0.31 * d1 / Math.hypot(d1, d2), x2 - 0.31 * d2 / Math.hypot(d1, d2));
        assertEquals(out, map.apply(out), "behind the finger nothing moves; seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void pushesAloneNeverFoldHoweverLong(long seed) {
        var random = new Random(seed);
        var one = BLANK.push(0.1, 0.2, random.nextGaussian(), random.nextGaussian(), 0.05 + random.nextDouble());
        for (var stroke : one.strokes()) {
            var push = (Stroke.Push) stroke;
            assertTrue(Math.hypot(push.d1(), push.d2()) <= 0.2501 * push.radius());
        }
        var many = one;
        for (int k = 0; k < 20; k++) {
            many = many.push(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 0, 0.5);
        }
        for (double determinant : many.determinants(Oracles.uniform(random, 2000, 2))) {
            assertTrue(determinant > 0, "seed " + seed);
        }
        var longest = new DrawnMap(Box.UNIT, 9, Preset.IDENTITY, List.of(new Stroke.Push(0, 0, 0.3, 0.4, 1)));
        double least = Double.POSITIVE_INFINITY;
        for (double determinant : longest.determinants(Box.UNIT.lattice(201))) {
            least = Math.min(least, determinant);
        }
        assertEquals(1 - 0.5 * 6 * Math.sqrt(0.2) * 0.64, least, 1e-3, "1 − |d| · the steepest slope of the bump");
    }

    @ParameterizedTest
    @EnumSource(Symmetry.class)
    void aSymmetrisedMapCommutesWithItsSymmetry(Symmetry symmetry) {
        for (long seed = 1; seed <= 12; seed++) {
            var map = Oracles.drawn(seed).drag(5, 0.1, 0.05).symmetrised(symmetry);
            double centre = map.domain().centre();
            var x = Oracles.uniform(new Random(seed), 50, 2);
            var imageThenMirror = mirror(symmetry, centre, map.apply(x));
            var mirrorThenImage = map.apply(mirror(symmetry, centre, x));
            assertTrue(Oracles.distance(imageThenMirror, mirrorThenImage) < 1e-12, symmetry + " seed " + seed);
            assertTrue(
                    Oracles.distance(map.apply(x), map.symmetrised(symmetry).apply(x)) < 1e-12,
                    "twice is once: " + symmetry + " seed " + seed);
        }
    }

    /// Written from the meaning of the names, not from the group.
    private static Points mirror(Symmetry symmetry, double centre, Points x) {
        var u1 = x.row(0);
        var u2 = x.row(1);
        for (int k = 0; k < u1.length; k++) {
            double right = x.at(0, k) - centre;
            double up = x.at(1, k) - centre;
            u1[k] = centre
                    + switch (symmetry) {
                        case LEFT_RIGHT, HALF_TURN -> -right;
                        case UP_DOWN -> right;
                        case QUARTER_TURN -> -up;
                    };
            u2[k] = centre
                    + switch (symmetry) {
                        case LEFT_RIGHT -> up;
                        case UP_DOWN, HALF_TURN -> -up;
                        case QUARTER_TURN -> right;
                    };
        }
        return Points.of(u1, u2);
    }

    @Test
    void theMeanOfASymmetryIsTheMeanByHand() {
        var map = Oracles.drawn(4).push(0.2, 0.1, 0.2, 0.3, 0.6);
        var x = Oracles.uniform(new Random(3), 40, 1);
        double centre = map.domain().centre();
        var mirrored = mirror(Symmetry.LEFT_RIGHT, centre, map.apply(mirror(Symmetry.LEFT_RIGHT, centre, x)));
        var plain = map.apply(x);
        var symmetric = map.symmetrised(Symmetry.LEFT_RIGHT).apply(x);
        for (int k = 0; k < x.size(); k++) {
            assertEquals((plain.at(0, k) + mirrored.at(0, k)) / 2, symmetric.at(0, k), 1e-12);
            assertEquals((plain.at(1, k) + mirrored.at(1, k)) / 2, symmetric.at(1, k), 1e-12);
        }
    }

    @Test
    void manySymmetriesInTurnCostNoMoreThanEightSheets() {
        var map = BLANK;
        for (int k = 0; k < 60; k++) { // by recursion this would be 2^60 evaluations
            map = map.drag(k, 0.05, 0.02).symmetrised(Symmetry.values()[k % 4]);
        }
        assertTrue(map.apply(Box.UNIT.lattice(5)).finite());
    }

    @Test
    void whatADamagedFileMayHoldIsRefusedByName() {
        var zeros = Collections.nCopies(81, 0.0);
        var holed = new ArrayList<>(zeros);
        holed.set(7, Double.NaN);
        var missing = new ArrayList<Double>(zeros);
        missing.set(3, null);
        var huge = new ArrayList<>(zeros);
        huge.set(9, 1e300);
        assertSays("node 7", () -> new Stroke.Drag(holed, zeros));
        assertSays("node 3", () -> new Stroke.Drag(zeros, missing));
        assertSays("81 and 80", () -> new Stroke.Drag(zeros, zeros.subList(0, 80)));
        assertSays("80 and 80", () -> new Stroke.Drag(zeros.subList(0, 80), zeros.subList(0, 80)));
        assertSays("0 and 0", () -> new Stroke.Drag(List.of(), List.of()));
        assertSays("node 9", () -> with(new Stroke.Drag(huge, zeros)));
        assertSays("25", () -> with(new Stroke.Drag(Collections.nCopies(25, 0.0), Collections.nCopies(25, 0.0))));
        assertSays("x₂", () -> new Stroke.Push(0, Double.NaN, 0, 0, 1));
        assertSays("d₁", () -> new Stroke.Push(0, 0, Double.POSITIVE_INFINITY, 0, 1));
        assertSays("radius", () -> new Stroke.Push(0, 0, 0, 0, 0));
        assertSays("radius", () -> new Stroke.Push(0, 0, 0, 0, Double.NaN));
        assertSays("half its radius", () -> new Stroke.Push(0, 0, 0.6, 0, 1));
        assertSays("nodes", () -> DrawnMap.blank(Box.UNIT, 1));
        assertSays("nodes", () -> DrawnMap.blank(Box.UNIT, 66));
        assertSays("81", () -> BLANK.drag(81, 0, 0));
        assertSays("NaN", () -> BLANK.drag(0, Double.NaN, 0));
        assertSays("1000", () -> BLANK.push(0, 0, 1e9, 0, 0.1));
        assertSays("radius", () -> BLANK.push(0, 0, 0.1, 0, -1));
    }

    private static void with(Stroke stroke) {
        new DrawnMap(Box.UNIT, 9, Preset.IDENTITY, List.of(stroke));
    }

    private static void assertSays(String part, Runnable work) {
        var message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
