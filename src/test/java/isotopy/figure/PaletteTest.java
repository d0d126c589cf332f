package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What can be read and told apart, by the contrast of WCAG.
class PaletteTest {
    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colour.contrast(0xFF000000, 0xFFFFFFFF)).isCloseTo(21, within(1e-9));
        assertThat(Colour.contrast(0xFF767676, 0xFFFFFFFF))
                .isCloseTo(4.54, within(0.005)); // the known grey at the 4.5 limit
        assertThat(Colour.contrast(0xFF336699, 0xFF336699)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsLargeAndClearInEveryTheme(Theme theme) {
        var palette = Palette.of(theme);
        boolean hall = theme == Theme.PROJECTOR;
        assertThat(palette.text()).isGreaterThanOrEqualTo(hall ? 18 : 12);
        for (int colour : new int[] {palette.ink(), palette.quiet(), palette.accent()}) {
            assertThat(Colour.contrast(colour, palette.background()))
                    .as("%s #%06X", theme, colour & 0xFFFFFF)
                    .isGreaterThanOrEqualTo(hall ? 7 : 4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSignOfTroubleStandsOut(Theme theme) {
        var palette = Palette.of(theme);
        assertThat(Colour.contrast(palette.alarm(), palette.background())).isGreaterThanOrEqualTo(3);
    }

    @Test
    void inAHallParticlesTrailsAndGhostAreSeenFromTheBackRow() {
        var palette = Palette.of(Theme.PROJECTOR);
        assertThat(2 * palette.dot()).isGreaterThanOrEqualTo(5);
        assertThat(Colour.contrast(palette.ghost(), palette.background())).isGreaterThanOrEqualTo(3);
        for (double u = -0.2; u <= 1.2; u += 0.05) {
            for (double v = -0.2; v <= 1.2; v += 0.05) {
                int particle = StartColours.of(Theme.PROJECTOR).at(u, v);
                int trail = Colour.over(Colour.faded(particle, palette.trail()), palette.background());
                assertThat(Colour.contrast(trail, palette.background())).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void particlesStandOutWhereverTheyStart(Theme theme) {
        for (double u = 0; u <= 1; u += 0.04) {
            for (double v = 0; v <= 1; v += 0.04) {
                int particle = StartColours.of(theme).at(u, v);
                assertThat(Colour.contrast(particle, Palette.of(theme).background()))
                        .as("%s (%s, %s)", theme, u, v)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void coloursOfStartsChangeSmoothlyAndTellSidesApart(Theme theme) {
        var colours = StartColours.of(theme);
        for (double v = 0; v <= 1; v += 0.1) {
            for (double u = 0; u < 1; u += 0.01) {
                assertThat(distance(colours.at(u, v), colours.at(u + 0.01, v)))
                        .as("%s (%s, %s)", theme, u, v)
                        .isLessThan(24);
            }
        }
        int[] sides = {colours.at(0, 0.5), colours.at(1, 0.5), colours.at(0.5, 0), colours.at(0.5, 1)};
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(distance(sides[a], sides[b])).isGreaterThan(60);
            }
        }
    }

    @Test
    void aStartOutsideTheSquareHasTheColourOfItsEdge() {
        var colours = StartColours.of(Theme.LIGHT);
        assertThat(colours.at(-3, 0.5)).isEqualTo(colours.at(0, 0.5));
        assertThat(colours.at(0.5, 7)).isEqualTo(colours.at(0.5, 1));
        assertThat(colours.at(Double.NaN, 0.5)).isEqualTo(colours.at(0, 0.5));
    }

    @Test
    void cividisGrowsLighterAllTheWay() {
        assertThat(Scale.cividis(0)).isEqualTo(0xFF00224E);
        assertThat(Scale.cividis(1)).isEqualTo(0xFFFEE838);
        assertThat(Scale.cividis(Double.NaN)).isEqualTo(Scale.cividis(0));
        for (int k = 0; k < 100; k++) {
            assertThat(Colour.luminance(Scale.cividis((k + 1) / 100.0)))
                    .isGreaterThan(Colour.luminance(Scale.cividis(k / 100.0)));
        }
        assertThat(Scale.cividis(1, Theme.PROJECTOR)).isEqualTo(Scale.cividis(0.75));
    }

    @Test
    void aFadedColourOverAnotherIsBetweenThem() {
        assertThat(Colour.over(0x80FF0000, 0xFF0000FF)).isEqualTo(0xFF80007F);
        assertThat(Colour.faded(0xFF123456, 0.5)).isEqualTo(0x80123456);
        assertThat(Colour.faded(0x80123456, 0.5)).isEqualTo(0x40123456);
    }

    private static double distance(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double difference = (one >>> shift & 0xFF) - (other >>> shift & 0xFF);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
