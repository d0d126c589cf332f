package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErfTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5204998778130465",
        "1, 0.8427007929497149",
        "1.5, 0.9661051464753108",
        "2, 0.9953222650189527",
    })
    void hasTheTabulatedValues(double x, double value) {
        assertThat(Erf.value(x)).isCloseTo(value, within(1e-15));
        assertThat(Erf.value(-x)).isEqualTo(-Erf.value(x));
    }

    @ParameterizedTest
    @CsvSource({"3, 2.209049699858544e-5", "5, 1.5374597944280349e-12", "10, 2.088487583762545e-45"})
    void theComplementKeepsItsDigitsFarOut(double x, double value) {
        assertThat(Erf.complement(x)).isCloseTo(value, within(4e-15 * value));
        assertThat(Erf.complement(-x)).isEqualTo(2 - Erf.complement(x));
    }

    @Test
    void agreesWithCommonsMath() {
        for (int k = -6000; k <= 6000; k++) {
            double x = k * 1e-3;
            double value = org.apache.commons.math3.special.Erf.erf(x);
            assertThat(Erf.value(x)).as("erf %s", x).isCloseTo(value, within(2e-14));
        }
    }

    @Test
    void hasItsLimits() {
        assertThat(Erf.value(0)).isZero();
        assertThat(Erf.value(40)).isEqualTo(1);
        assertThat(Erf.value(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Erf.complement(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Erf.value(Double.NaN)).isNaN();
    }
}
