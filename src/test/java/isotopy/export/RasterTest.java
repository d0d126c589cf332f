package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import isotopy.figure.Texture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The painter against areas and colours that are known.
class RasterTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    @ParameterizedTest
    @CsvSource({"0.3", "1.1", "2.5", "3.4", "7", "40"})
    void aDotCoversItsArea(double radius) {
        var random = new Random(7);
        for (int k = 0; k < 20; k++) {
            float x = 60 + random.nextFloat();
            float y = 60 + random.nextFloat();
            var raster = painted(
                    120, 120, new Mark.Dots(new float[] {x}, new float[] {y}, new int[] {BLACK}, (float) radius));
            double area = Math.PI * radius * radius;
            assertThat(ink(raster)).as("radius %s at %s, %s", radius, x, y).isCloseTo(area, within(0.02 * area + 0.02));
            assertThat(middle(raster, 0)).isCloseTo(x, within(radius < 1 ? 0.3 : 0.1));
            assertThat(middle(raster, 1)).isCloseTo(y, within(radius < 1 ? 0.3 : 0.1));
        }
    }

    @Test
    void everyPixelOfAMeshIsPaintedOnceThoughItsCellsAreCrooked() {
        var random = new Random(3);
        int side = 9;
        var x = new float[side * side];
        var y = new float[side * side];
        var argb = new int[side * side];
        for (int k = 0; k < x.length; k++) {
            boolean inside = k % side > 0 && k % side < side - 1 && k / side > 0 && k / side < side - 1;
            x[k] = 10 + 10 * (k % side) + (inside ? 6 * random.nextFloat() - 3 : 0);
            y[k] = 10 + 10 * (k / side) + (inside ? 6 * random.nextFloat() - 3 : 0);
            argb[k] = 0x80000000;
        }
        var raster = painted(100, 100, new Mark.Mesh(x, y, side, side, argb));
        int grey = raster.pixels()[50 * 100 + 50];
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 100; column++) {
                boolean within = row >= 10 && row < 90 && column >= 10 && column < 90;
                assertThat(raster.pixels()[row * 100 + column])
                        .as("pixel %d, %d", column, row)
                        .isEqualTo(within ? grey : WHITE);
            }
        }
    }

    @Test
    void theColoursOfAMeshRunStraightFromCornerToCornerAndHolesStayEmpty() {
        var x = new float[] {0, 100, 200, 0, 100, 200};
        var y = new float[] {0, 0, 0, 100, 100, Float.NaN};
        int red = 0xFFFF0000;
        int blue = 0xFF0000FF;
        var raster = painted(200, 100, new Mark.Mesh(x, y, 3, 2, new int[] {red, blue, blue, red, blue, blue}));
        for (int column = 0; column < 100; column++) {
            int expected = (int) Math.round(255 - 255 * (column + 0.5) / 100);
            assertThat(raster.pixels()[40 * 200 + column] >> 16 & 0xFF).isCloseTo(expected, within(1));
        }
        assertThat(raster.pixels()[90 * 200 + 190]).isEqualTo(WHITE);
    }

    @Test
    void aRingCoversItsCircumferenceTimesItsWidth() {
        var raster = painted(
                120, 120, new Mark.Rings(new float[] {60.3f}, new float[] {59.8f}, new int[] {BLACK}, 25, 2.5f));
        assertThat(ink(raster)).isCloseTo(2 * Math.PI * 25 * 2.5, within(4.0));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1", "1.25", "3", "9"})
    void aLineCoversLengthTimesWidthAndItsRoundEnds(double width) {
        var random = new Random(11);
        for (int k = 0; k < 20; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double length = 30 + 50 * random.nextDouble();
            float x = 100 + random.nextFloat();
            float y = 100 + random.nextFloat();
            var xy = new float[] {x, y, (float) (x + length * Math.cos(angle)), (float) (y + length * Math.sin(angle))};
            var raster = painted(200, 200, paths(xy, BLACK, (float) width, false, 0));
            double ends = Math.PI * Math.max(1, width) * Math.max(1, width) / 4 * Math.min(1, width);
            double area = length * width + ends;
            assertThat(ink(raster)).as("case %d, angle %s", k, angle).isCloseTo(area, within(0.02 * area + 0.5));
        }
    }

    @Test
    void aCurveOfManyPiecesCoversAsMuchAsItIsLong() {
        int points = 400;
        var xy = new float[2 * points];
        for (int k = 0; k < points; k++) {
            xy[2 * k] = (float) (100 + 70 * Math.cos(2 * Math.PI * k / (points - 1)));
            xy[2 * k + 1] = (float) (100 + 70 * Math.sin(2 * Math.PI * k / (points - 1)));
        }
        for (float width : new float[] {1, 1.15f, 2, 4}) {
            var raster = painted(200, 200, paths(xy, BLACK, width, false, 0));
            double area = 2 * Math.PI * 70 * width;
            assertThat(ink(raster)).as("width %s", width).isCloseTo(area, within(0.015 * area));
        }
    }

    @Test
    void jointsAndCrossingsOfATransparentLineAreNotDarker() {
        var xy = new float[] {20, 20, 60, 30, 100, 80, 30, 90, 90, 20};
        var raster = painted(120, 120, paths(xy, 0x80000000, 5, false, 0));
        int darkest = 255;
        for (int pixel : raster.pixels()) {
            darkest = Math.min(darkest, pixel & 0xFF);
        }
        assertThat(darkest).isBetween(126, 128);
    }

    @Test
    void aFadingLineGrowsFromNothingToItsColour() {
        var xy = new float[] {10, 50, 60, 50, 110, 50};
        var raster = painted(120, 100, paths(xy, BLACK, 5, true, 0));
        assertThat(grey(raster, 11, 50)).isGreaterThan(245);
        assertThat(grey(raster, 60, 50)).isBetween(122, 133);
        assertThat(grey(raster, 109, 50)).isLessThan(8);
    }

    @Test
    void dashesCoverHalfOfTheLine() {
        var xy = new float[] {10, 20.5f, 330, 20.5f};
        var solid = ink(painted(340, 40, paths(xy, BLACK, 2, false, 0)));
        var dashed = ink(painted(340, 40, paths(xy, BLACK, 2, false, 8)));
        assertThat(dashed / solid).isBetween(0.45, 0.55);
    }

    @Test
    void aPolygonCoversItsAreaExactly() {
        var random = new Random(5);
        for (int k = 0; k < 50; k++) {
            var x = new float[3];
            var y = new float[3];
            for (int corner = 0; corner < 3; corner++) {
                x[corner] = 5 + 90 * random.nextFloat();
                y[corner] = 5 + 90 * random.nextFloat();
            }
            double area = Math.abs((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0])) / 2;
            var raster = painted(100, 100, new Mark.Region(x, y, BLACK));
            assertThat(ink(raster)).as("case %d", k).isCloseTo(area, within(0.002 * area + 0.6));
        }
    }

    @Test
    void aTransparentPolygonHasItsAlphaExactly() {
        var box = new Mark.Region(new float[] {10, 50, 50, 10}, new float[] {10, 10, 40, 40}, 0x66FF8000);
        var raster = painted(60, 50, box);
        int expected = BLACK | channel(0xFF) << 16 | channel(0x80) << 8 | channel(0x00);
        for (int y = 10; y < 40; y++) {
            for (int x = 10; x < 50; x++) {
                assertThat(raster.pixels()[y * 60 + x]).isEqualTo(expected);
            }
        }
        assertThat(raster.pixels()[9 * 60 + 30]).isEqualTo(WHITE);
    }

    /// A channel of 40 % over white, by the formula.
    private static int channel(int value) {
        return (int) Math.round(value * 0x66 / 255.0 + 255 * (1 - 0x66 / 255.0));
    }

    @Test
    void onATransparentPageColoursArePremultiplied() {
        var raster = new Raster(20, 20);
        var box = new Mark.Region(new float[] {0, 20, 20, 0}, new float[] {0, 0, 20, 20}, 0x80FF4000);
        raster.paint(new Figure(20, 20, 0, List.of(box)), 1);
        assertThat(raster.pixels()[210]).isEqualTo(0x80802000);
        raster.paint(new Figure(20, 20, 0, List.of()), 1);
        assertThat(raster.pixels()).containsOnly(0);
    }

    @Test
    void heatIsSmoothBetweenTheMiddlesOfItsCells() {
        var heat = new Mark.Heat(10, 10, 80, 80, 2, 2, new int[] {BLACK, WHITE, WHITE, BLACK});
        var raster = painted(100, 100, heat);
        assertThat(grey(raster, 30, 30)).isLessThan(8);
        assertThat(grey(raster, 70, 30)).isGreaterThan(247);
        assertThat(grey(raster, 50, 50)).isBetween(120, 136);
        assertThat(grey(raster, 11, 11)).isLessThan(8);
        assertThat(grey(raster, 5, 50)).isEqualTo(255);
    }

    @Test
    void arrowsHaveBarbsAtTheirTips() {
        var arrow = new Mark.Arrows(new float[] {20}, new float[] {50}, new float[] {60}, new float[] {0}, 2, BLACK);
        var raster = painted(100, 100, arrow);
        assertThat(grey(raster, 30, 50)).isLessThan(10);
        assertThat(columnInk(raster, 30)).isCloseTo(2, within(0.1));
        assertThat(columnInk(raster, 76)).isGreaterThan(4);
    }

    @Test
    void aScaleMakesEverythingLargerAlike() {
        var marks = scribbles(new Random(3), 100, 100);
        var small = painted(100, 100, marks);
        var large = new Raster(300, 300);
        large.paint(new Figure(100, 100, WHITE, marks), 3);
        double difference = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 100; x++) {
                double mean = 0;
                for (int k = 0; k < 9; k++) {
                    mean += grey(large, 3 * x + k % 3, 3 * y + k / 3) / 9.0;
                }
                difference += Math.abs(mean - grey(small, x, y)) / 10_000;
            }
        }
        assertThat(difference).as("mean difference of grey levels").isLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatLiesInsideDoesNotDependOnWhatIsCutOff(long seed) {
        var random = new Random(seed);
        var whole = painted(160, 120, scribbles(random, 160, 120));
        var moved = new ArrayList<Mark>();
        scribbles(new Random(seed), 160, 120).forEach(mark -> moved.add(shifted(mark, -50, -40)));
        var part = painted(60, 50, moved);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 60; x++) {
                int expected = grey(whole, x + 50, y + 40);
                assertThat(grey(part, x, y)).as("seed %d at %d, %d", seed, x, y).isCloseTo(expected, within(6));
            }
        }
    }

    @Test
    void coordinatesThatAreHugeOrNoNumbersDoNoHarm() {
        float[] bad = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -1e30f, Float.MAX_VALUE, 1e7f, 50
        };
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var raster = new Raster(100, 80);
            for (float a : bad) {
                for (float b : bad) {
                    var x = new float[] {10, a, 60, b};
                    var y = new float[] {b, 20, a, 70};
                    var xy = new float[] {10, b, a, 20, 60, a, b, 70};
                    int[] argb = {0x80112233, 0x80112233, 0x80112233, 0x80112233};
                    raster.paint(
                            new Figure(
                                    100,
                                    80,
                                    WHITE,
                                    List.of(
                                            new Mark.Dots(x, y, argb, 3),
                                            new Mark.Dots(x, y, argb, Math.abs(a)),
                                            new Mark.Rings(x, y, argb, 4, 1),
                                            new Mark.Rings(x, y, argb, Math.abs(a), Math.abs(b)),
                                            paths(xy, argb[0], 1.5f, true, 0),
                                            paths(xy, argb[0], 1.5f, false, 1.5f),
                                            paths(xy, argb[0], 1.5f, false, Math.abs(a)),
                                            paths(xy, argb[0], Math.abs(a), false, 0),
                                            new Mark.Curves(List.of(new Mark.Curve(x, y, argb[0])), 2, false, 3),
                                            new Mark.Region(x, y, argb[0]),
                                            new Mark.Arrows(x, y, y, x, 1, argb[0]),
                                            new Mark.Heat(a, b, 30, 30, 1, 1, argb),
                                            new Mark.Heat(1, 2, a, b, 2, 2, argb),
                                            new Mark.Label("far", a, b, 12, false, Mark.Anchor.END, argb[0]),
                                            new Mark.Label("big", 5, 50, a, false, Mark.Anchor.START, argb[0]))),
                            1);
                }
            }
        });
    }

    @Test
    void aPolygonThatReachesFarOutsideFillsThePage() {
        var huge = new Mark.Region(
                new float[] {-1e20f, 1e20f, 1e20f, -1e20f}, new float[] {-1e20f, -1e20f, 1e20f, 1e20f}, BLACK);
        assertThat(painted(50, 40, huge).pixels()).containsOnly(BLACK);
    }

    @Test
    void aLineThroughThePageFromFarAwayIsSeen() {
        var raster = painted(100, 100, paths(new float[] {-1e6f, 50.5f, 1e6f, 50.5f}, BLACK, 1, false, 0));
        assertThat(ink(raster)).isCloseTo(100, within(1.0));
        var dashed = painted(100, 100, paths(new float[] {-1e6f, 50.5f, 1e6f, 50.5f}, BLACK, 2, false, 5));
        assertThat(ink(dashed)).isBetween(80.0, 120.0);
    }

    @Test
    void labelsStandWhereTheirAnchorSays() {
        var start = painted(200, 60, label("Ho", 100, Mark.Anchor.START));
        var middle = painted(200, 60, label("Ho", 100, Mark.Anchor.MIDDLE));
        var end = painted(200, 60, label("Ho", 100, Mark.Anchor.END));
        assertThat(middle(start, 0)).isBetween(108.0, 122.0);
        assertThat(middle(middle, 0)).isBetween(98.0, 102.0);
        assertThat(middle(end, 0)).isBetween(78.0, 92.0);
        assertThat(ink(start)).isGreaterThan(50);
        assertThat(middle(start, 1)).as("above its baseline").isBetween(30.0, 40.0);
    }

    @Test
    void paintingAgainGivesTheSamePixelsInTheSameArray() {
        var figure = new Figure(160, 120, WHITE, scribbles(new Random(9), 160, 120));
        var raster = new Raster(160, 120);
        raster.paint(figure, 1);
        var first = raster.pixels().clone();
        raster.paint(new Figure(160, 120, BLACK, List.of()), 1);
        raster.paint(figure, 1);
        assertThat(raster.pixels()).isEqualTo(first);
        assertThat(raster.image().getRGB(80, 60)).isEqualTo(first[60 * 160 + 80]);
    }

    @Test
    void sizesThatCannotBeAreRefusedInASentence() {
        assertThatThrownBy(() -> new Raster(100_000, 100_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A picture of 100,000 × 100,000 pixels is too large")
                .hasMessageContaining("the largest square one is");
        assertThatThrownBy(() -> new Raster(0, 10)).hasMessageContaining("at least one pixel");
        assertThatThrownBy(() -> new Raster(10, 10).paint(new Figure(1, 1, 0, List.of()), Double.NaN))
                .hasMessageContaining("scale");
    }

    @Test
    void oneColourOverAnotherIsRoundedToTheNearest() {
        var random = new Random(1);
        for (int k = 0; k < 20_000; k++) {
            int colour = random.nextInt();
            int alpha = random.nextInt(256);
            int below = BLACK | random.nextInt();
            int found = Pixels.over(colour, alpha, below);
            for (int shift = 0; shift <= 16; shift += 8) {
                double exact = ((colour >>> shift & 0xFF) * alpha + (below >>> shift & 0xFF) * (255 - alpha)) / 255.0;
                assertThat((double) (found >>> shift & 0xFF)).as("case %d", k).isCloseTo(exact, within(0.5001));
            }
            assertThat(found >>> 24).isEqualTo(255);
        }
    }

    /// One mark of every kind, at random places.
    private static List<Mark> scribbles(Random random, int width, int height) {
        int n = 12;
        var x = new float[n];
        var y = new float[n];
        var xy = new float[2 * n];
        var argb = new int[n];
        for (int k = 0; k < n; k++) {
            x[k] = random.nextFloat() * width;
            y[k] = random.nextFloat() * height;
            xy[2 * k] = random.nextFloat() * width;
            xy[2 * k + 1] = random.nextFloat() * height;
            argb[k] = 0xA0000000 | random.nextInt(1 << 24);
        }
        return List.of(
                new Mark.Region(Arrays.copyOf(x, 3), Arrays.copyOf(y, 3), 0x60203040),
                new Mark.Dots(x, y, argb, 3.3f),
                new Mark.Rings(y, x, argb, 6, 1.5f),
                paths(xy, 0x90004080, 2.2f, false, 0),
                paths(xy.clone(), 0xFF804000, 1.2f, true, 0));
    }

    @Test
    void aPictureOverASquareShowsItsPixelsWhereTheyLie() {
        var texture = new Texture(2, 2, new int[] {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF});
        var raster = new Raster(40, 40);
        var picture = new Mark.Picture(
                new float[] {0, 40, 0, 40},
                new float[] {0, 0, 40, 40},
                new float[] {0, 1, 0, 1},
                new float[] {0, 0, 1, 1},
                2,
                2,
                texture);
        raster.paint(new Figure(40, 40, 0xFF000000, List.of(picture)), 1);
        assertThat(raster.pixels()[0]).isEqualTo(0xFFFF0000);
        assertThat(raster.pixels()[39]).isEqualTo(0xFF00FF00);
        assertThat(raster.pixels()[39 * 40]).isEqualTo(0xFF0000FF);
        assertThat(raster.pixels()[40 * 40 - 1]).isEqualTo(0xFFFFFFFF);
        // no pixel of the seam between the two triangles is left out, and none is painted twice
        for (int pixel : raster.pixels()) {
            assertThat(pixel >>> 24).isEqualTo(0xFF);
            assertThat(pixel & 0xFFFFFF).isNotZero();
        }
    }

    @Test
    void signsHaveAboutOneAreaAndHollowOnesShowWhatLiesBelow() {
        double disc = covered(Mark.Sign.DISC, 0);
        for (var sign : Mark.Sign.values()) {
            assertThat(covered(sign, 0)).as("" + sign).isBetween(0.75 * disc, 1.25 * disc);
            assertThat(covered(sign, 2)).as("" + sign).isBetween(0.1 * disc, 0.8 * disc);
        }
    }

    /// How many pixels a sign of radius 15 covers.
    private static double covered(Mark.Sign sign, float outline) {
        var raster = new Raster(60, 60);
        var signs = new Mark.Signs(
                new float[] {30}, new float[] {30}, new int[] {0xFFFFFFFF}, new Mark.Sign[] {sign}, 15, outline);
        raster.paint(new Figure(60, 60, 0xFF000000, List.of(signs)), 1);
        return Arrays.stream(raster.pixels())
                .mapToDouble(pixel -> (pixel & 0xFF) / 255.0)
                .sum();
    }

    private static Mark shifted(Mark mark, float dx, float dy) {
        return switch (mark) {
            case Mark.Region(float[] x, float[] y, int argb) -> new Mark.Region(moved(x, dx), moved(y, dy), argb);
            case Mark.Dots(float[] x, float[] y, int[] argb, float radius) ->
                new Mark.Dots(moved(x, dx), moved(y, dy), argb, radius);
            case Mark.Rings(float[] x, float[] y, int[] argb, float radius, float width) ->
                new Mark.Rings(moved(x, dx), moved(y, dy), argb, radius, width);
            case Mark.Paths p -> {
                var xy = p.xy().clone();
                for (int k = 0; k < xy.length; k++) {
                    xy[k] += k % 2 == 0 ? dx : dy;
                }
                yield new Mark.Paths(xy, p.start(), p.argb(), p.width(), p.fading(), p.dash());
            }
            case Mark.Density cloud ->
                new Mark.Density(
                        moved(cloud.x(), dx), moved(cloud.y(), dy), cloud.argb(), cloud.exposure(), cloud.deep());
            case Mark.Curves other -> throw new AssertionError(other);
            case Mark.Arrows other -> throw new AssertionError(other);
            case Mark.Heat other -> throw new AssertionError(other);
            case Mark.Mesh other -> throw new AssertionError(other);
            case Mark.Picture other -> throw new AssertionError(other);
            case Mark.Signs other -> throw new AssertionError(other);
            case Mark.Label other -> throw new AssertionError(other);
            case Mark.Panel other -> throw new AssertionError(other);
        };
    }

    private static float[] moved(float[] values, float by) {
        var moved = values.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += by;
        }
        return moved;
    }

    private static Mark.Paths paths(float[] xy, int argb, float width, boolean fading, float dash) {
        return new Mark.Paths(xy, new int[] {0, xy.length / 2}, new int[] {argb}, width, fading, dash);
    }

    private static Mark label(String text, float x, Mark.Anchor anchor) {
        return new Mark.Label(text, x, 42, 20, false, anchor, BLACK);
    }

    private static Raster painted(int width, int height, Mark... marks) {
        return painted(width, height, List.of(marks));
    }

    private static Raster painted(int width, int height, List<Mark> marks) {
        var raster = new Raster(width, height);
        raster.paint(new Figure(width, height, WHITE, marks), 1);
        return raster;
    }

    private static int grey(Raster raster, int x, int y) {
        return raster.pixels()[y * raster.width() + x] >>> 8 & 0xFF;
    }

    /// How many pixels' worth of black there is.
    private static double ink(Raster raster) {
        double sum = 0;
        for (int pixel : raster.pixels()) {
            sum += 1 - (pixel >>> 8 & 0xFF) / 255.0;
        }
        return sum;
    }

    private static double columnInk(Raster raster, int x) {
        double sum = 0;
        for (int y = 0; y < raster.height(); y++) {
            sum += 1 - grey(raster, x, y) / 255.0;
        }
        return sum;
    }

    /// The mean place of the ink along an axis.
    private static double middle(Raster raster, int axis) {
        double sum = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                sum += (1 - grey(raster, x, y) / 255.0) * (0.5 + (axis == 0 ? x : y));
            }
        }
        return sum / ink(raster);
    }
}
