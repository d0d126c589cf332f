package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TypedCurve;
import org.junit.jupiter.api.Test;

class TurningTest {
    @Test
    void anAffineMapAtTheEndHelpsACurveThatFallsMoreThanItRises() {
        assertThat(Turning.floor(LinePreset.FLIP, Box.UNIT).orElseThrow().meanSquare())
                .isZero();
        // the best falling curve through 0.2 x − x³ is closer than the best rising one
        assertThat(Turning.floor(new TypedCurve("0.2*x - x^3"), Box.UNIT)).isPresent();
        // turned over it would only be worse
        assertThat(Turning.floor(new TypedCurve("x + 0.5*sin(6*x)"), Box.UNIT)).isEmpty();
        assertThat(Turning.floor(Preset.SWIRL, Box.UNIT)).isEmpty();
    }

    @Test
    void ofGivenPairsItIsTheSmallerOfTheTwoFits() {
        var x = Points.of(new double[][] {{0, 1, 2}});
        var y = Points.of(new double[][] {{2, 0, 1}});
        // falling at best 2, ½, ½: the squares are 0, ¼, ¼
        assertThat(Turning.floor(new Correspondence("three", x, y), Box.UNIT)
                        .orElseThrow()
                        .meanSquare())
                .isCloseTo(0.5 / 3, within(1e-12));
    }
}
