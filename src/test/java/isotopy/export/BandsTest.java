package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The painters that cut pictures into bands, against slow ones that know no bands, and against each other.
class BandsTest {
    private static final int BACKGROUND = 0xFF203040;

    @ParameterizedTest
    @ValueSource(ints = {500, 20_000, 150_000})
    void allProcessorsPaintTheBitsThatOnePaints(int particles) {
        var snapshot = Scenes.swirl(6);
        var look = Look.standard(snapshot.experiment().sampling().domain())
                .withParticles(particles)
                .with(Overlay.FIELD, true)
                .with(Overlay.LINES, true);
        var scene = Scene.of(snapshot, look);
        var figure = Illustrator.at(scene, 0.6 * scene.particles().horizon(), look, 640, 417);
        for (double scale : new double[] {1, 1.5, 2}) {
            int width = (int) Math.ceil(640 * scale);
            int height = (int) Math.ceil(417 * scale);
            var alone = Raster.alone(width, height);
            var shared = new Raster(width, height);
            alone.paint(figure, scale);
            for (int again = 0; again < 3; again++) {
                shared.paint(figure, scale);
                assertThat(Arrays.equals(shared.pixels(), alone.pixels()))
                        .as("%d particles, scale %s", particles, scale)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0.6f, 1.1f, 2.3f, 3.4f})
    void manyDotsCoverWhatFinePixelsSay(float radius) {
        var random = new SplittableRandom(5);
        int n = 3_000;
        var dots = new Mark.Dots(new float[n], new float[n], new int[n], radius);
        for (int k = 0; k < n; k++) {
            dots.x()[k] = (float) (500 * random.nextDouble() - 20);
            dots.y()[k] = (float) (300 * random.nextDouble() - 20);
            dots.argb()[k] = 0xFF000000 | random.nextInt() & 0xFFFFFF;
        }
        var raster = new Raster(460, 260);
        raster.paint(new Figure(460, 260, BACKGROUND, List.of(dots)), 1);
        double sum = 0;
        for (int row = 0; row < 260; row++) {
            for (int column = 0; column < 460; column++) {
                sum += Math.abs((raster.pixels()[row * 460 + column] >> 8 & 0xFF) - green(dots, column, row));
            }
        }
        // the stamps know 64 positions, and ramps of one pixel in place of areas
        assertThat(sum / (460 * 260)).isLessThan(2.5);
    }

    /// The green of a pixel by covers of 8 × 8 points, painted in turn.
    private static double green(Mark.Dots dots, int column, int row) {
        double green = BACKGROUND >> 8 & 0xFF;
        for (int k = 0; k < dots.x().length; k++) {
            double dx = dots.x()[k] - column - 0.5;
            double dy = dots.y()[k] - row - 0.5;
            if (Math.hypot(dx, dy) < dots.radius() + 1) {
                int inside = 0;
                for (int s = 0; s < 64; s++) {
                    inside += Math.hypot(dx - (s % 8 - 3.5) / 8, dy - (s / 8 - 3.5) / 8) < dots.radius() ? 1 : 0;
                }
                green += inside / 64.0 * ((dots.argb()[k] >> 8 & 0xFF) - green);
            }
        }
        return green;
    }

    @Test
    void aCloudIsTheLightOfItsParticles() {
        var random = new SplittableRandom(9);
        int n = 40_000;
        var cloud = new Mark.Density(new float[n], new float[n], new int[n], 0.4f, 0x80FFFFFF);
        for (int k = 0; k < n; k++) {
            cloud.x()[k] = (float) (100 + 45 * random.nextGaussian());
            cloud.y()[k] = (float) (90 + 30 * random.nextGaussian());
            cloud.argb()[k] = (40 + random.nextInt(200)) << 24 | random.nextInt() & 0xFFFFFF;
        }
        var raster = new Raster(210, 190);
        raster.paint(new Figure(210, 190, BACKGROUND, List.of(cloud)), 1);
        double[][] expected = light(cloud, 210, 190);
        for (int at = 0; at < 210 * 190; at++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat((double) (raster.pixels()[at] >> 16 - 8 * channel & 0xFF))
                        .as("pixel %d, channel %d", at, channel)
                        .isCloseTo(expected[channel][at], within(9.0));
            }
        }
    }

    /// Red, green and blue of every pixel in double, with e⁻ᴱ itself.
    private static double[][] light(Mark.Density cloud, int width, int height) {
        var cells = new double[4][width * height];
        for (int k = 0; k < cloud.x().length; k++) {
            double x = cloud.x()[k] - 0.5;
            double y = cloud.y()[k] - 0.5;
            for (int corner = 0; corner < 4; corner++) {
                int i = (int) Math.floor(x) + corner % 2;
                int j = (int) Math.floor(y) + corner / 2;
                if (i >= 0 && i < width && j >= 0 && j < height) {
                    double weight = (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * (cloud.argb()[k] >>> 24) / 255;
                    cells[3][j * width + i] += weight;
                    for (int channel = 0; channel < 3; channel++) {
                        cells[channel][j * width + i] += weight * (cloud.argb()[k] >> 16 - 8 * channel & 0xFF);
                    }
                }
            }
        }
        var light = new double[3][width * height];
        for (int at = 0; at < width * height; at++) {
            double e = cells[3][at] * cloud.exposure();
            double deep = 128 / 255.0 * e / (e + 14);
            for (int channel = 0; channel < 3; channel++) {
                double below = BACKGROUND >> 16 - 8 * channel & 0xFF;
                double mean = cells[3][at] > 0 ? cells[channel][at] / cells[3][at] : 0;
                double colour = mean + deep * (255 - mean);
                light[channel][at] = below + -Math.expm1(-e) * (colour - below);
            }
        }
        return light;
    }

    @Test
    void aCloudIsAsBrightInALargePictureAsInASmallOne() {
        var snapshot = Scenes.swirl(4);
        var look = Look.standard(snapshot.experiment().sampling().domain())
                .withOverlays(java.util.Set.of(Overlay.PARTICLES))
                .withParticles(200_000);
        var scene = Scene.of(snapshot, look);
        var figure = Illustrator.at(scene, 0, look, 300, 200);
        assertThat(figure.marks()).singleElement().isInstanceOf(Mark.Density.class);
        assertThat(mean(figure, 2)).isCloseTo(mean(figure, 1), within(1.0));
        assertThat(mean(figure, 3)).isCloseTo(mean(figure, 1), within(1.0));
    }

    private static double mean(Figure figure, int scale) {
        var raster = new Raster((int) (scale * figure.width()), (int) (scale * figure.height()));
        raster.paint(figure, scale);
        return Arrays.stream(raster.pixels())
                .mapToDouble(pixel -> pixel >> 8 & 0xFF)
                .average()
                .orElseThrow();
    }

    @Test
    void whatIsNotFiniteOrFarAwayIsLeftOutOfACloud() {
        float far = 1e30f;
        var x = new float[] {Float.NaN, 5, far, -far, 5, Float.POSITIVE_INFINITY, -0.2f, 9.9f};
        var y = new float[] {5, Float.NaN, 5, 5, -far, 5, 9.9f, -0.2f};
        var argb = new int[8];
        Arrays.fill(argb, 0xFFFFFFFF);
        var raster = new Raster(10, 10);
        raster.paint(new Figure(10, 10, 0xFF000000, List.of(new Mark.Density(x, y, argb, 1, 0))), 1);
        assertThat(raster.pixels()[55]).isEqualTo(0xFF000000);
        assertThat(raster.pixels()[0]).isEqualTo(0xFF000000);
        assertThat(raster.pixels()[90] & 0xFF).as("half outside").isPositive();
        assertThat(raster.pixels()[9] & 0xFF).as("half outside").isPositive();
    }

    @Test
    void paintingDotsAgainAllocatesNothingForEachOfThem() {
        int n = 50_000;
        var random = new SplittableRandom(2);
        var dots = new Mark.Dots(new float[n], new float[n], new int[n], 1.1f);
        for (int k = 0; k < n; k++) {
            dots.x()[k] = (float) (400 * random.nextDouble());
            dots.y()[k] = (float) (300 * random.nextDouble());
            dots.argb()[k] = -1;
        }
        var figure = new Figure(400, 300, BACKGROUND, List.of(dots));
        var raster = Raster.alone(400, 300);
        raster.paint(figure, 1);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        raster.paint(figure, 1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(n);
    }
}
