package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0026 | 0.26 %",
                "0.003 | 0.30 %",
                "0.00996 | 1.0 %",
                "0.1234 | 12 %",
                "1.4 | 140 %",
                "0 | 0 %",
                "3.1e-7 | 3.1 × 10⁻⁵ %",
                "1e300 | 1.0 × 10³⁰² %",
                "Infinity | ∞ %",
                "NaN | – %"
            })
    void sharesAreWrittenInPerCent(double share, String text) {
        assertThat(plain(Numbers.percent(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.34 | 0.34",
                "0.000996 | 0.0010",
                "0.00099 | 9.9 × 10⁻⁴",
                "0.00031 | 3.1 × 10⁻⁴",
                "9.96 | 10",
                "1 | 1.0",
                "12.34 | 12",
                "1623 | 1,600",
                "99999 | 1.0 × 10⁵",
                "-0.31 | −0.31",
                "-0.00002 | −2.0 × 10⁻⁵",
                "4.9e-324 | 4.9 × 10⁻³²⁴",
                "-Infinity | −∞"
            })
    void measuresHaveTwoSignificantDigits(double value, String text) {
        assertThat(plain(Numbers.measure(value))).isEqualTo(text);
    }

    @Test
    void countsAndSpeedsHaveTheirThousandsApart() {
        assertThat(Numbers.count(1600)).isEqualTo("1,600");
        assertThat(Numbers.count(-12)).isEqualTo("−12");
        assertThat(Numbers.speed(5912)).isEqualTo("5,900");
        assertThat(Numbers.speed(1.46)).isEqualTo("1.5");
        assertThat(Numbers.speed(60)).isEqualTo("60");
        assertThat(Numbers.speed(0)).isEqualTo("0");
        assertThat(Numbers.speed(Double.NaN)).isEqualTo("0");
    }

    @Test
    void coordinatesAreAsFineAsTheirSquare() {
        assertThat(Numbers.point(0.42149, -0.3, 2)).isEqualTo("(0.421, −0.300)");
        assertThat(Numbers.coordinate(-0.0001, 2)).isEqualTo("0.000");
        assertThat(Numbers.coordinate(1234.4, 1000)).isEqualTo("1,234");
        assertThat(Numbers.coordinate(0.0012345, 0.01)).isEqualTo("0.00123");
        assertThat(plain(Numbers.coordinate(1e30, 2))).isEqualTo("1.0 × 10³⁰");
        assertThat(plain(Numbers.time(0.62))).isEqualTo("0.62 T");
    }

    @Test
    void powersOfTenAreSetHigh() {
        assertThat(Numbers.powerOfTen(-16)).isEqualTo("10⁻¹⁶");
        assertThat(Numbers.powerOfTen(0)).isEqualTo("10⁰");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(plain(Numbers.percent(0.0026))).isEqualTo("0.26 %");
            assertThat(Numbers.count(1600)).isEqualTo("1,600");
            assertThat(Numbers.coordinate(0.5, 2)).isEqualTo("0.500");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aNumberStaysInOneLine() {
        assertThat(Numbers.percent(0.0026)).doesNotContain(" ");
        assertThat(Numbers.scientific(3.1e-4)).doesNotContain(" ");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
