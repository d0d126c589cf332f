package isotopy.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Obstruction.Evidence;
import isotopy.target.Obstruction.Folds;
import isotopy.target.Obstruction.ReversesOrientation;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrespondenceTest {
    @Test
    void whatIsNoPairingOfPointsOfThePlaneIsRefusedByName() {
        var one = Points.single(0, 0);
        assertSays("1 starts and 2 goals", one, one.followedBy(one));
        assertSays("3 and 3 coordinates", Points.single(0, 0, 0), Points.single(0, 0, 0));
        assertSays("1 and 2 coordinates", Points.single(0), Points.single(0, 0));
        assertSays("at least one pair", one.select(new int[0]), one.select(new int[0]));
        assertSays("start of pair 2", one.followedBy(Points.single(0, Double.NaN)), one.followedBy(one));
        assertSays("goal of pair 1", one, Points.single(Double.NEGATIVE_INFINITY, 0));
        assertEquals(2, new Correspondence("pairs.csv", one, one).dimension());
    }

    private static void assertSays(String part, Points x, Points y) {
        var message = assertThrows(IllegalArgumentException.class, () -> new Correspondence("pairs.csv", x, y))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void samplesOfAPresetAreObstructedAsThePresetIs(Preset preset) {
        for (int n : new int[] {1, 3, 6, 12, 40, 200, 1000, 4000}) {
            for (long seed = 1; seed <= 6; seed++) {
                var x = Oracles.uniform(new Random(seed), n, 1);
                var found = of(x, preset.apply(x));
                var name = preset + ", " + n + " points of seed " + seed + ": " + found;
                if (preset.withinReach()) {
                    assertEquals(Optional.empty(), found, name);
                } else if (preset == Preset.MIRROR && n >= 12) {
                    assertInstanceOf(ReversesOrientation.class, found.orElseThrow(), name);
                } else if (preset == Preset.FOLD && n >= 1000) {
                    var folds = assertInstanceOf(Folds.class, found.orElseThrow(), name);
                    assertTrue(folds.share() > 0.3 && folds.share() < 0.55, name + folds.share());
                    for (int k = 0; k < folds.where().size(); k++) {
                        assertTrue(folds.where().at(0, k) < 0.05, name);
                    }
                }
            }
        }
    }

    @Test
    void noiseIsNotTakenForAMirror() {
        for (long seed = 1; seed <= 30; seed++) {
            var random = new Random(seed);
            var x = Oracles.uniform(random, 300, 1);
            assertEquals(Optional.empty(), of(x, Oracles.uniform(random, 300, 1)), "all noise, seed " + seed);
            var noisy = Preset.SWIRL.apply(x);
            var noise = Oracles.uniform(random, 300, 0.1);
            var y1 = noisy.row(0);
            var y2 = noisy.row(1);
            for (int k = 0; k < 300; k++) {
                y1[k] += noise.at(0, k);
                y2[k] += noise.at(1, k);
            }
            assertEquals(Optional.empty(), of(x, Points.of(y1, y2)), "noisy swirl, seed " + seed);
        }
    }

    @Test
    void pairsOnALineTellNothingOfOrientation() {
        var t = new double[50];
        for (int k = 0; k < 50; k++) {
            t[k] = k / 50.0;
        }
        var x = Points.of(t, t);
        assertEquals(Optional.empty(), of(x, Preset.MIRROR.apply(x)));
    }

    @Test
    void oneStartWithTwoGoalsIsSaid() {
        var x = Oracles.uniform(new Random(1), 100, 1);
        var twice = x.followedBy(x.select(new int[] {17}));
        var found = of(twice, x.followedBy(Points.single(5, 5))).orElseThrow();
        assertEquals(Evidence.SAME_START, found.evidence());
        assertEquals(2, found.where().size());
        assertEquals(0, Oracles.distance(x.select(new int[] {17, 17}), found.where()), 0.0);
        assertEquals(2 / 101.0, found.share(), 1e-15);
        assertTrue(found.sentence().contains("start together end apart"), found.sentence());
        assertTrue(Obstructions.truth(found).contains("two places"));
        assertEquals(Optional.empty(), of(twice, twice), "the same pair twice is no harm");
    }

    @Test
    void twoStartsWithOneGoalAreSaid() {
        var x = Oracles.uniform(new Random(2), 100, 1);
        var y = x.select(java.util.stream.IntStream.range(0, 100)
                .map(k -> k == 30 ? 60 : k)
                .toArray());
        var found = of(x, y).orElseThrow();
        assertEquals(Evidence.SAME_GOAL, found.evidence());
        assertEquals(x.select(new int[] {30, 60}), found.where());
        assertTrue(found.sentence().contains("start apart end together"), found.sentence());
        var all = of(x, x.select(new int[100])).orElseThrow();
        assertEquals(Evidence.SAME_GOAL, all.evidence());
        assertTrue(all.share() > 0.9);
    }

    private static Optional<Obstruction> of(Points x, Points y) {
        return Obstructions.of(new Correspondence("pairs.csv", x, y), Box.UNIT);
    }
}
