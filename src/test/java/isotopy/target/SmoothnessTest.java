package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.math.Box;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothnessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + 0.3 sin(3y), y",
                "x*cos(r) - y*sin(r), x*sin(r) + y*cos(r)",
                "r*cos(theta + r), r*sin(theta + r)",
                "x*exp(y), tanh(y) + x^3"
            })
    void aSmoothFormulaHasAnExactDeterminant(String text) {
        assertThat(new TypedMap(text).exact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs(x), y",
                "x, floor(y) + y",
                "x + sign(y), y",
                "x, if(x, y, 2y)",
                "max(x, y), min(x, y)",
                "x, y + step(x)",
                "theta, r",
                "r*cos(theta/2), r*sin(theta/2)",
                "x > y, y"
            })
    void aFormulaThatJumpsOrHasACornerHasNot(String text) {
        var map = new TypedMap(text);
        assertThat(map.exact()).isFalse();
        assertThat(new Composition(Preset.SWIRL, map).exact()).isFalse();
        assertThat(new Composition(map, Preset.SWIRL).exact()).isFalse();
        assertThat(new InverseMap(map).exact()).isFalse();
    }

    @org.junit.jupiter.api.Test
    void mapsThatAreNotTypedHaveExactDeterminants() {
        assertThat(Preset.FOLD.exact()).isTrue();
        assertThat(DrawnMap.surprise(Box.UNIT, 1).exact()).isTrue();
        assertThat(new Composition(Preset.SWIRL, new InverseMap(Preset.PINCH)).exact())
                .isTrue();
        assertThat(ShapePair.DISC_TO_HEART.map().exact()).isTrue();
    }
}
