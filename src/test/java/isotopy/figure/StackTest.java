package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The stack of layers: seen with the identity, whose sheets are all alike and stand in a row.
class StackTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    static Stream<double[]> angles() {
        var angles = new ArrayList<double[]>();
        for (double yaw = -175; yaw < 180; yaw += 25) {
            for (double pitch = -80; pitch <= 80; pitch += 32) {
                angles.add(new double[] {yaw, pitch});
            }
        }
        return angles.stream();
    }

    @ParameterizedTest
    @MethodSource("angles")
    void sheetsArePaintedFromTheFarthestToTheNearest(double[] angles) {
        double yaw = Math.toRadians(angles[0]);
        double pitch = Math.toRadians(angles[1]);
        var look = look(7).withAngles(angles[0], angles[1]);
        var figure = figure(7, look, 0.35);
        // where a sheet's middle moves on the page as t grows, and how much nearer it comes: the rotation written out
        double right = Math.sin(yaw);
        double down = Math.cos(yaw) * Math.sin(pitch);
        double nearer = Math.cos(yaw) * Math.cos(pitch);
        double before = Double.NEGATIVE_INFINITY;
        for (var sheet : sheets(figure)) {
            double along = mean(sheet.x()) * right + mean(sheet.y()) * down;
            double depth = along * Math.signum(nearer);
            assertThat(depth).as("yaw %s pitch %s", angles[0], angles[1]).isGreaterThan(before);
            before = depth;
        }
        assertThat(sheets(figure)).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("angles")
    void threadsArePaintedBetweenTheirSheets(double[] angles) {
        var figure = figure(4, look(4).withAngles(angles[0], angles[1]), 0.5);
        Mark.Region sheet = null;
        Mark.Paths threads = null;
        for (var mark : figure.marks()) {
            if (mark instanceof Mark.Region region) {
                if (threads != null && sheet != null) {
                    assertBetween(threads, sheet, region);
                }
                sheet = region;
                threads = null;
            } else if (mark instanceof Mark.Paths paths && paths.argb().length > 100) {
                threads = paths;
            }
        }
        assertThat(sheet).isNotNull();
    }

    /// The middle of all threads between two sheets is the middle of the sheets' middles.
    private static void assertBetween(Mark.Paths threads, Mark.Region one, Mark.Region other) {
        double x = 0;
        double y = 0;
        for (int k = 0; k < threads.xy().length; k += 2) {
            x += threads.xy()[k];
            y += threads.xy()[k + 1];
        }
        int points = threads.xy().length / 2;
        assertThat(x / points).isCloseTo((mean(one.x()) + mean(other.x())) / 2, within(6.0));
        assertThat(y / points).isCloseTo((mean(one.y()) + mean(other.y())) / 2, within(6.0));
    }

    @ParameterizedTest
    @CsvSource({"5, 6", "20, 21", "24, 25", "100, 61", "1000, 61"})
    void deepNetworksBecomeABodyOfBoundedSize(int depth, int expected) {
        var figure = figure(depth, look(depth), 0);
        assertThat(sheets(figure)).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 100})
    void allSheetsTogetherVeilTheSame(int depth) {
        var figure = figure(depth, look(depth), 0);
        double clear = 1;
        for (var sheet : sheets(figure).subList(1, sheets(figure).size())) { // the first is the one at t
            clear *= 1 - (sheet.argb() >>> 24) / 255.0;
        }
        assertThat(1 - clear).isBetween(0.75, 0.95);
    }

    @Test
    void theSheetAtTHasTheParticlesOnIt() {
        var look = look(5);
        var scene = Scene.of(Scenes.atRest(5), look);
        var view = StackView.of(Box.UNIT, look, WIDTH, HEIGHT);
        var figure = Illustrator.at(scene, 0.62, look, WIDTH, HEIGHT);
        var dots = figure.marks().stream()
                .filter(mark -> mark instanceof Mark.Dots d && d.x().length > 100)
                .map(Mark.Dots.class::cast)
                .max((a, b) -> Float.compare(a.radius(), b.radius()))
                .orElseThrow();
        var page = view.page(0.62);
        for (int k = 0; k < dots.x().length; k++) {
            double x1 = scene.particles().at(0.62, 0, k);
            double x2 = scene.particles().at(0.62, 1, k);
            assertThat(dots.x()[k]).isCloseTo(page.x(x1, x2), within(1e-3f));
            assertThat(dots.y()[k]).isCloseTo(page.y(x1, x2), within(1e-3f));
        }
    }

    @Test
    void pinsAreSeenInTheStackToo() {
        var look = look(5).withPins(List.of(new Look.Pin(0.5, 0.25)));
        var page = StackView.of(Box.UNIT, look, WIDTH, HEIGHT).page(0.62);
        var marks = figure(5, look, 0.62).marks();
        assertThat(marks).anySatisfy(mark -> {
            assertThat(mark).isInstanceOf(Mark.Dots.class);
            assertThat(((Mark.Dots) mark).x()).containsExactly(page.x(0.5, 0.25));
        });
        assertThat(marks).anySatisfy(mark -> {
            assertThat(mark).isInstanceOf(Mark.Label.class);
            assertThat(((Mark.Label) mark).text()).isEqualTo("A");
        });
    }

    @Test
    void theHandTurnsWhatIsNear() {
        var near = StackView.of(Box.UNIT, look(5).withAngles(10, 10), WIDTH, HEIGHT)
                .page(1);
        var yawed = StackView.of(Box.UNIT, look(5).withAngles(20, 10), WIDTH, HEIGHT)
                .page(1);
        var pitched = StackView.of(Box.UNIT, look(5).withAngles(10, 20), WIDTH, HEIGHT)
                .page(1);
        assertThat(yawed.x(0, 0)).isGreaterThan(near.x(0, 0));
        assertThat(pitched.y(0, 0)).isGreaterThan(near.y(0, 0));
    }

    @Test
    void theCameraMovesTheStackLikeThePlane() {
        var look = look(5);
        var here = StackView.of(Box.UNIT, look, WIDTH, HEIGHT).page(0.5);
        var moved = StackView.of(Box.UNIT, look.withCamera(look.camera().moved(0.3, 0)), WIDTH, HEIGHT)
                .page(0.5);
        assertThat(moved.x(0, 0) - here.x(0, 0))
                .isCloseTo((float) (-0.3 * look.camera().scale(WIDTH, HEIGHT)), within(1e-3f));
        var nearer = StackView.of(Box.UNIT, look.withCamera(look.camera().zoomed(0.5, 0, 0)), WIDTH, HEIGHT)
                .page(0.5);
        assertThat(nearer.x1x()).isCloseTo(2 * here.x1x(), within(1e-9));
    }

    @Test
    void theWholeStackIsOnThePageAtFirst() {
        for (var sheet : sheets(figure(20, look(20), 0.5))) {
            for (int k = 0; k < sheet.x().length; k++) {
                assertThat(sheet.x()[k]).isBetween(20f, (float) WIDTH - 20);
                assertThat(sheet.y()[k]).isBetween(20f, (float) HEIGHT - 20);
            }
        }
    }

    private static Look look(int depth) {
        return Look.standard(Box.UNIT).withStack(true).withParticles(200 + depth);
    }

    private static Figure figure(int depth, Look look, double t) {
        return Illustrator.at(Scene.of(Scenes.atRest(depth), look), t, look, WIDTH, HEIGHT);
    }

    private static List<Mark.Region> sheets(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Region.class::isInstance)
                .map(Mark.Region.class::cast)
                .toList();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
