package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaFuzzTest {
    private static final String[] WHOLE = {
        "tanh(u)",
        "max(u, 0)",
        "u*sigmoid(u)",
        "e^(−u²)",
        "if(u > 0, u, 0.1u)",
        "2 sin(3u + 1)^2/(1 + u²)",
        "√(1 + u·u) - 1",
        "min(max(u, -1), 1, 2e-3)",
        "atan2(u, 1.5)×π",
        "-(u - 1)(u + 1)",
        "1/(1 + exp(-2u))",
    };
    private static final String CHARACTERS = "u xe0123.,+-*/^()<>=≤≥²³⁻·×−÷√π|[]{}!\"'\\;_#\t\n\0😀éθsin tanh max";

    @Timeout(120)
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenTextsEndInAFormulaOrASentence(long seed) {
        var random = new SplittableRandom(seed);
        int formulas = 0;
        for (int i = 0; i < 25_000; i++) {
            var text = broken(random);
            try {
                var formula = Formula.parse(text, "u");
                formulas++;
                assertThat(formula.derivative(0)).isNotNull();
                if (text.length() < 200) {
                    var written = formula.expression().text("u");
                    assertThat(Formula.parse(written, "u").expression()).isEqualTo(formula.expression());
                }
            } catch (FormulaException answer) {
                assertThat(answer.getMessage())
                        .as("seed %s, case %s: %s", seed, i, text)
                        .matches("[^\\n\\r\\t\\x00]{10,400}")
                        .doesNotContain("Exception", "ezylang", "null", "could not be read");
                assertThat(answer.position()).isBetween(0, text.length());
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + text, other);
            }
        }
        assertThat(formulas).as("some are still formulas").isBetween(1000, 20_000);
    }

    private static String broken(SplittableRandom random) {
        var text = new StringBuilder(WHOLE[random.nextInt(WHOLE.length)]);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 2 -> text.insert(at, WHOLE[random.nextInt(WHOLE.length)]);
                case 3 -> text.insert(at, (char) random.nextInt(0x10000));
                default -> text.insert(at, text.substring(at / 2, at));
            }
        }
        return text.toString();
    }

    @Test
    void aTextThatIsTooLongIsAnsweredAtOnce() {
        assertThatThrownBy(() -> Formula.parse("u+".repeat(500_000) + "u", "u"))
                .isInstanceOf(FormulaException.class)
                .hasMessage("a formula may have 1000 characters, and this text has 1000001");
    }

    @Test
    void bracketsHaveALargestDepth() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(10_000) + "u" + ")".repeat(10_000), "u"))
                .hasMessageContaining("1000 characters");
        assertThatThrownBy(() -> Formula.parse("(".repeat(400) + "u" + ")".repeat(400), "u"))
                .hasMessage("more than 100 brackets are open (character 101): write it with fewer");
        assertThat(Formula.parse("(".repeat(100) + "u" + ")".repeat(100), "u").value(3))
                .isEqualTo(3);
    }

    /// The deepest trees that 1,000 characters make end in a number or a sentence, on a thread with half the usual
    /// memory for calls.
    @Timeout(60)
    @ParameterizedTest
    @ValueSource(
            strings = {"-", "u*:u", "u/:u", "u+:u", "u^:u", "u(:u", "sin(:u", "√(:u", "max(u,:u", "if(u,u,:u", "u²*:u"})
    void deepTreesAreDerivedTwice(String pattern) throws InterruptedException {
        int colon = pattern.indexOf(':');
        var part = colon < 0 ? "-" : pattern.substring(0, colon);
        boolean opens = part.contains("(");
        int count = opens ? 100 : 998 / part.length();
        var text = part.repeat(count) + "u" + (opens ? ")".repeat(count) : "");
        var answer = new AtomicReference<Object>("nothing");
        var thread = new Thread(
                null,
                () -> {
                    try {
                        var slope = Formula.parse(text, "u").derivative(0);
                        var program = FormulaProgram.of(java.util.List.of(slope, slope.derivative(0)));
                        answer.set(program.evaluator().value(0, 0.5));
                    } catch (Throwable problem) {
                        answer.set(problem);
                    }
                },
                "deep",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(answer.get()).isInstanceOfAny(Double.class, FormulaException.class);
    }
}
