package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.math.Box;
import isotopy.math.FormulaException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFuzzTest {
    private static final String[] WHOLE = {
        "x + 0.3 sin(3y), y",
        "x*cos(r) - y*sin(r), x*sin(r) + y*cos(r)",
        "x^2 - 0.25",
        "(e^(2x) − 1)/(e² − 1)",
        "if(x > y, r, theta)",
        "max(x, y)",
        "atan2(y, x)/π, √(x² + y²)",
        "r^3 cos(3theta)",
        "1/(1 + exp(-9x)), x×y"
    };
    private static final String CHARACTERS = "xyrtheta e0123.,+-*/^()<>=≤²³⁻·×−÷√π|[]{}!\"'\\;_#\t\n\0😀éθ sin max";

    /// Broken formulas end in a target, whose values can be asked for, or in a sentence. A limit of time is set
    /// around all of them only.
    @Timeout(120)
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void brokenFormulasEndInATargetOrASentence(long seed) {
        var random = new SplittableRandom(seed);
        var lattice = Box.UNIT.lattice(2);
        int targets = 0;
        for (int i = 0; i < 10_000; i++) {
            var text = broken(random);
            try {
                var target = Typed.parse(text);
                targets++;
                int outputs =
                        target instanceof PlaneMap map ? map.apply(lattice).dimension() : target.outputs();
                assertThat(outputs).isEqualTo(target.outputs());
            } catch (FormulaException answer) {
                assertThat(answer.getMessage())
                        .as("seed %s, case %s: %s", seed, i, text)
                        .matches("[^\\n\\r\\t\\x00]{10,1400}")
                        .doesNotContain("Exception", "ezylang", "null");
                assertThat(answer.position()).isBetween(0, text.length());
            } catch (RuntimeException | Error other) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + text, other);
            }
        }
        assertThat(targets).as("some are still targets").isBetween(400, 8_000);
    }

    private static String broken(SplittableRandom random) {
        var text = new StringBuilder(WHOLE[random.nextInt(WHOLE.length)]);
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> text.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 2 -> text.insert(at, WHOLE[random.nextInt(WHOLE.length)]);
                case 3 -> text.insert(at, (char) random.nextInt(0x10000));
                case 4 -> text.insert(at, "(".repeat(random.nextInt(200)));
                default -> text.insert(at, text.substring(at / 2, at));
            }
        }
        return text.toString();
    }
}
