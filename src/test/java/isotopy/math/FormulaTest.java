package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2u; 2*u",
                "3 sin(u); 3*sin(u)",
                "(u + 1)(u - 1); (u + 1)*(u - 1)",
                "u(u + 1); u*(u + 1)",
                "sin(u)cos(u); sin(u)*cos(u)",
                "u sin(u); u*sin(u)",
                "1/2u; 1/2*u",
                "2u^2; 2*u^2",
                "-u²; -u^2",
                "u⁻¹; u^(-1)",
                "u¹²; u^12",
                "2^-u; 2^(-u)",
                "2^ - u^2; 2^(-u^2)",
                "2^+u; 2^u",
                "u^2^3; u^(2^3)",
                "u - 1 - 2; (u - 1) - 2",
                "u/2/3; (u/2)/3",
                "u*-2; u*(-2)",
                "--u; -(-u)",
                "+u; u",
                "u ** 3; u^3",
                "2·u × 3 ÷ 4 − 1; 2*u*3/4 - 1",
                "2πu; 2*pi*u",
                "π π; pi^2",
                "2e^u; 2*exp(u)",
                "2e3u; 2000*u",
                "2e-1u; 0.2*u",
                "2e-u; 2*e - u",
                ".5u + 1.; 0.5*u + 1",
                "√(u²); sqrt(u*u)",
                "SIN(u) + Tanh(u); sin(u) + tanh(u)",
                "log(u²) + arctan(u) + sgn(u); ln(u^2) + atan(u) + sign(u)",
                "max(u, 1, 2); max(max(u, 1), 2)",
                "u > 1; step(u - 1)",
                "u < 1; step(1 - u)",
                "u ≥ 0.5; 1 - step(0.5 - u)",
                "u <= 0.5; 1 - step(u - 0.5)",
                "(0 < u)*(u < 1); step(u)*step(1 - u)",
                "if(u > 0, u, u/10); max(u, u/10)",
            })
    void formulasAreReadAsPeopleWriteThem(String text, String plain) {
        var formula = Formula.parse(text, "u");
        var same = Formula.parse(plain, "u");
        for (double u = -2.25; u < 2.5; u += 0.25) {
            double expected = same.value(u);
            assertThat(formula.value(u))
                    .as("%s at %s", text, u)
                    .satisfies(value -> assertThat(Double.isNaN(value)).isEqualTo(Double.isNaN(expected)));
            if (Double.isFinite(expected)) {
                assertThat(formula.value(u)).as("%s at %s", text, u).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void signsBindLessThanPowers() {
        assertThat(Formula.parse("-u^2", "u").value(3)).isEqualTo(-9);
        assertThat(Formula.parse("2^3^2").value()).isEqualTo(512);
        assertThat(Formula.parse("2^-1").value()).isEqualTo(0.5);
        assertThat(Formula.parse("1 - 2 - 3").value()).isEqualTo(-4);
        assertThat(Formula.parse("12/2*3").value()).isEqualTo(18);
    }

    @Test
    void variablesHaveTheNamesAskedFor() {
        var formula = Formula.parse("r*cos(θ) + 10x + 100y + theta", "x", "y", "r", "theta");
        assertThat(formula.value(1, 2, 3, 0)).isEqualTo(213);
        assertThat(Formula.parse("e + pi", "e", "pi").value(1, 2))
                .as("names come before constants")
                .isEqualTo(3);
    }

    @Test
    void severalFormulasStandBetweenCommas() {
        var formulas = Formula.list("x + 0.3*sin(3*y), max(x, y) ", 2, "x", "y");
        assertThat(formulas).extracting(Formula::text).containsExactly("x + 0.3*sin(3*y)", "max(x, y)");
        assertThat(formulas.get(1).value(1, 4)).isEqualTo(4);
        assertThat(Formula.list("x", 2, "x")).hasSize(1);
        assertThatThrownBy(() -> Formula.list("x, y + z", 2, "x", "y"))
                .isInstanceOfSatisfying(
                        FormulaException.class, it -> assertThat(it.position()).isEqualTo(7));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '"', value = {
        "tahn(u) ¦ 0 ¦ there is no function 'tahn' (character 1): did you mean tanh?",
        "1 + swish(u) ¦ 4 ¦ there is no function 'swish' (character 5): did you mean u*sigmoid(u)?",
        "x ¦ 0 ¦ there is no variable 'x' (character 1); this formula may use u, pi and e: did you mean u?",
        "2 + sinu ¦ 4 ¦ there is no variable 'sinu' (character 5); this formula may use u, pi and e: did you mean sin(u)?",
        "uu ¦ 0 ¦ there is no variable 'uu' (character 1); this formula may use u, pi and e: did you mean u*u?",
        "u2 ¦ 0 ¦ there is no variable 'u2' (character 1); this formula may use u, pi and e: did you mean u*2?",
        "width ¦ 0 ¦ there is no variable 'width' (character 1); this formula may use u, pi and e",
        "2*(u + (1 ¦ 7 ¦ this bracket is not closed (character 8): write ')' where it ends",
        "u) ¦ 1 ¦ this ')' closes no bracket (character 2): write a '(' before it or leave it out",
        "sin u ¦ 0 ¦ sin needs its argument in brackets (character 1): write sin(…)",
        "sin²(u) ¦ 3 ¦ sin needs its argument in brackets (character 4): write sin(…)^2 for a power of it",
        "sin() ¦ 4 ¦ sin has nothing in its brackets (character 5): a number, the variable u, a function or '(' may stand here",
        "sin(u, 1) ¦ 5 ¦ sin has 1 argument and no comma here (character 6): + - * / ^ or ')' may stand here",
        "sin(0,5) ¦ 5 ¦ sin has 1 argument and no comma here (character 6): a decimal number is written with a point, 0.5",
        "atan2(u) ¦ 7 ¦ atan2 needs 2 arguments and has 1 (character 8): write ',' and the next one here",
        "u + ¦ 3 ¦ the formula ends where a number, the variable u, a function or '(' must stand",
        "u * / 2 ¦ 4 ¦ nothing stands before '/' (character 5): a number, the variable u, a function or '(' may stand here",
        "u 2 ¦ 2 ¦ an operator is missing before this number (character 3): + - * / or ^ may stand here",
        "(u + ) ¦ 5 ¦ something is missing before this ')' (character 6): a number, the variable u, a function or '(' may stand here",
        "max(,u) ¦ 4 ¦ something is missing before this comma (character 5): a number, the variable u, a function or '(' may stand here",
        "0,5u ¦ 1 ¦ one formula is expected, and this comma begins another (character 2): a decimal number is written with a point, 0.5",
        "1.2.3 ¦ 3 ¦ the number 1.2 has a second point (character 4): a number has one",
        "1e999 ¦ 0 ¦ the number 1e999 is too large (character 1): the largest is 1.7e308",
        "u.5 ¦ 1 ¦ an operator is missing before this number (character 2): + - * / or ^ may stand here",
        ". ¦ 0 ¦ a point stands only in a number (character 1): 0.5 is written 0.5 or .5",
        "u = 3 ¦ 2 ¦ '=' has no meaning in a formula (character 3): write only what stands on the right of =",
        "|u| ¦ 0 ¦ '|' has no meaning in a formula (character 1): write abs(u) for |u|",
        "[u] ¦ 0 ¦ '[' has no meaning in a formula (character 1): brackets are ( and )",
        "u😀 ¦ 1 ¦ '😀' has no meaning in a formula (character 2): + - * / ^ may stand here",
        "0 < u < 1 ¦ 6 ¦ the comparisons at characters 3 and 7 stand side by side: write 0 < u < 1 as (0 < u)*(u < 1)",
        "u^--1 ¦ 3 ¦ two signs stand in a power (character 4): put it in brackets",
        "u⁻ ¦ 1 ¦ this power has no digits (character 2): write for example ^(-1)",
        "² ¦ 0 ¦ nothing stands before this power (character 1): a number, the variable u, a function or '(' may stand here",
    })
    // spotless:on
    void aMistakeIsAnsweredByASentenceAndItsPlace(String text, int position, String sentence) {
        var answer = catchThrowableOfType(FormulaException.class, () -> Formula.parse(text, "u"));
        assertThat(answer).as(text).isNotNull();
        assertThat(answer).hasMessage(sentence);
        assertThat(answer.position()).isEqualTo(position);
    }

    @Test
    void theCoordinatesOfThePlaneMayBeNumbered() {
        for (var text : List.of("x₁*x₂", "x1*x2", "x1 x₂", "x·x₂", "2x1*x2/2")) {
            assertThat(Formula.parse(text, "x", "y", "r").value(3, 5, 0))
                    .as(text)
                    .isEqualTo(15);
        }
        assertThatThrownBy(() -> Formula.parse("x₃", "x", "y"))
                .hasMessageContaining("this formula may use x (or x1), y (or x2), pi and e");
        assertThatThrownBy(() -> Formula.parse("x1", "u")).isInstanceOf(FormulaException.class);
    }

    @Test
    void aMisspeltFunctionIsTakenForOneThatBeginsAlike() {
        assertThatThrownBy(() -> Formula.parse("sn(u)", "u")).hasMessageEndingWith("did you mean sin?");
    }

    @Test
    void anEmptyTextIsAnsweredByWhatMayBeWritten() {
        assertThatThrownBy(() -> Formula.parse(" \u00a0", "x", "y"))
                .hasMessage("the formula is empty; write a number, a variable x, y, a function or '('");
    }

    @Test
    void anUnknownFunctionIsAnsweredByAllThereAre() {
        assertThatThrownBy(() -> Formula.parse("foobar(u)", "u"))
                .hasMessageStartingWith("there is no function 'foobar' (character 1): the functions are sin, cos, tan,")
                .hasMessageContaining(" ln, log, ")
                .hasMessageEndingWith("atan2, if");
    }
}
