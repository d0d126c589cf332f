package isotopy.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void theDeterminantAgreesWithFiniteDifferences(Preset preset) {
        var x = Oracles.uniform(new Random(7), 200, 1.3);
        var determinants = preset.determinants(x);
        for (int k = 0; k < x.size(); k++) {
            double expected = Oracles.determinant(preset, x.at(0, k), x.at(1, k));
            int point = k;
            assertEquals(expected, determinants[k], 1e-6, () -> preset + " at point " + point + " of seed 7");
            assertEquals(determinants[k], preset.determinant(x.at(0, k), x.at(1, k)), 0.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theExactInverseUndoesAndIsUndone(Preset preset) {
        var x = Oracles.uniform(new Random(8), 500, 1);
        var y = preset.apply(x);
        var back = preset.inverse(y);
        assertEquals(preset != Preset.PINCH && preset != Preset.FOLD, back.isPresent());
        if (back.isPresent()) {
            assertTrue(Oracles.distance(x, back.get()) < 1e-12, preset + " seed 8");
            assertTrue(Oracles.distance(y, preset.apply(back.get())) < 1e-12, preset + " seed 8");
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void whatIsWithinReachKeepsOrientationWithRoom(Preset preset) {
        var determinants = preset.determinants(Box.UNIT.lattice(101));
        double least = Arrays.stream(determinants).min().orElseThrow();
        assertEquals(preset.withinReach(), least > 0.05, preset + ": least determinant " + least);
    }

    @Test
    void aPinchIsOneToOneThoughItsInverseHasNoFormula() {
        // x − F(x) contracts nowhere more than the distances that remain: (x − z)·(F(x) − F(z)) > 0 for all pairs
        var x = Box.UNIT.lattice(31);
        var y = Preset.PINCH.apply(x);
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < i; j++) {
                double product = (x.at(0, i) - x.at(0, j)) * (y.at(0, i) - y.at(0, j))
                        + (x.at(1, i) - x.at(1, j)) * (y.at(1, i) - y.at(1, j));
                assertTrue(product > 0, "points " + i + " and " + j);
            }
        }
    }

    @Test
    void aTwistKeepsAreaToTheLastBits() {
        for (var preset : new Preset[] {Preset.SWIRL, Preset.VORTICES, Preset.S_BEND, Preset.WEAVE, Preset.ARCH}) {
            for (double determinant : preset.determinants(Oracles.uniform(new Random(9), 300, 2))) {
                assertEquals(1, determinant, 1e-13, preset.toString());
            }
        }
    }

    @Test
    void knownPointsGoWhereTheSentencesSay() {
        assertGoes(Preset.ROTATION, 1, 0, 0, 1);
        assertGoes(Preset.SWIRL, 1, 0, Math.cos(1.4), Math.sin(1.4));
        assertGoes(Preset.SHEAR, 0.5, -1, -0.3, -1);
        assertGoes(Preset.SQUEEZE, 1, 1, 1.6, 0.625);
        assertGoes(Preset.S_BEND, 0, 0.5, 0.5, 0.5);
        assertGoes(Preset.PINCH, 0.5, 0, 0.5 - 0.65 * Math.exp(-1 / 0.16), 0);
        assertGoes(Preset.VORTICES, -0.5, 0, 0.5 - Math.cos(1.8 * Math.exp(-4)), Math.sin(1.8 * Math.exp(-4)));
        assertGoes(Preset.ARCH, 1, 0, 1, -0.4);
        assertGoes(Preset.WEAVE, 0.25, 0.5, 0.5, 0.75);
        assertGoes(Preset.TAPER, 1, 1, Math.exp(0.5), 1);
        assertGoes(Preset.HOURGLASS, 1, 0, 0.4, 0);
        assertGoes(Preset.LENS, 0.5, 0, 0.5 * Math.sqrt(0.85 / 0.4), 0);
        assertGoes(Preset.FAN, 0, 1, 0, (Math.exp(0.6) - 1) / 0.6);
        assertGoes(Preset.MIRROR, 0.3, 0.4, -0.3, 0.4);
        assertGoes(Preset.FOLD, -1, 0.4, Math.sqrt(1.04) - 0.5, 0.1);
    }

    private static void assertGoes(Preset preset, double x1, double x2, double y1, double y2) {
        assertEquals(
                0, Oracles.distance(preset.apply(Points.single(x1, x2)), Points.single(y1, y2)), 1e-13, preset.id());
    }

    @Test
    void everyPresetIsNamedOnceAndFoundByItsName() {
        var names = new HashSet<String>();
        for (var preset : Preset.values()) {
            assertTrue(names.add(preset.id()) && names.add(preset.title()), preset.id());
            assertEquals(preset, Preset.named(preset.id()));
            assertEquals(2, preset.dimension());
            assertTrue(preset.sentence().endsWith("."), preset.sentence());
        }
        assertTrue(Preset.values().length >= 12);
        assertEquals(Preset.S_BEND, Preset.named("S-Bend"));
        var message = assertThrows(IllegalArgumentException.class, () -> Preset.named("swril"))
                .getMessage();
        assertTrue(message.contains("swril") && message.contains("swirl, shear"), message);
        assertFalse(Preset.MIRROR.withinReach() || Preset.FOLD.withinReach());
    }
}
