package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Obstruction.Surrounds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which classes surround others, over clouds of many shapes.
class ClassObstructionsTest {
    private enum Cloud {
        DISC_IN_ANNULUS(true),
        OFF_CENTRE(true),
        ELLIPSES(true),
        DISC_IN_ANNULUS_BESIDE_A_THIRD_CLASS(true),
        MOONS(false),
        SPIRALS(false),
        XOR(false),
        CHECKERBOARD(false),
        BLOBS(false),
        THREE_QUARTERS_OF_A_RING(false),
        TWO_RINGS_INTO_EACH_OTHER(false);

        private final boolean surrounds;

        Cloud(boolean surrounds) {
            this.surrounds = surrounds;
        }

        /// One point: its coordinates and its class.
        private double[] draw(SplittableRandom random) {
            double a = 2 * Math.PI * random.nextDouble();
            double u = random.nextDouble();
            int c = random.nextInt(2);
            double disc = 0.4 * Math.sqrt(u);
            double ring = 0.7 + 0.3 * u;
            return switch (this) {
                case DISC_IN_ANNULUS -> polar(c == 0 ? disc : ring, a, 0, 0, c);
                case OFF_CENTRE -> c == 0 ? polar(0.5 * disc, a, 0.35, 0.3, 0) : polar(ring, a, 0, 0, 1);
                case ELLIPSES -> {
                    var point = polar(c == 0 ? disc : ring, a, 0, 0, c);
                    yield new double[] {point[0] + 0.3 * point[1], 0.4 * point[1], c};
                }
                case DISC_IN_ANNULUS_BESIDE_A_THIRD_CLASS ->
                    u < 0.2 ? polar(0.5 * u, a, 3, 0, 2) : polar(c == 0 ? disc : ring, a, 0, 0, c);
                case MOONS ->
                    c == 0
                            ? new double[] {Math.cos(a / 2) + 0.1 * u, Math.sin(a / 2), 0}
                            : new double[] {1 - Math.cos(a / 2), 0.5 - Math.sin(a / 2) + 0.1 * u, 1};
                case SPIRALS ->
                    polar(0.1 + 0.9 * u, 3.5 * Math.PI * u + c * Math.PI + 0.1 * random.nextGaussian(), 0, 0, c);
                case XOR -> {
                    double x = 2 * u - 1;
                    double y = 2 * random.nextDouble() - 1;
                    yield new double[] {x, y, x * y > 0 ? 0 : 1};
                }
                case CHECKERBOARD -> {
                    double x = 4 * u;
                    double y = 4 * random.nextDouble();
                    yield new double[] {x, y, ((int) x + (int) y) % 2};
                }
                case BLOBS -> new double[] {c + 0.4 * random.nextGaussian(), 0.4 * random.nextGaussian(), c};
                case THREE_QUARTERS_OF_A_RING -> polar(c == 0 ? disc : ring, c == 0 ? a : 0.75 * a, 0, 0, c);
                case TWO_RINGS_INTO_EACH_OTHER -> polar(ring, a, c, 0, c);
            };
        }

        private static double[] polar(double radius, double angle, double x, double y, int index) {
            return new double[] {x + radius * Math.cos(angle), y + radius * Math.sin(angle), index};
        }

        Labels labels(int n, long seed) {
            var random = new SplittableRandom(seed);
            var x = new double[2][n];
            var classes = new ArrayList<Integer>();
            for (int k = 0; k < n; k++) {
                var point = draw(random);
                x[0][k] = point[0];
                x[1][k] = point[1];
                classes.add((int) point[2]);
            }
            return new Labels(name(), Points.of(x), classes, List.of("in", "out", "other"));
        }
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void aClassIsSurroundedExactlyWhereARingGoesRoundIt(Cloud cloud) {
        for (long seed = 1; seed <= 20; seed++) {
            for (int n : new int[] {500, 1000, 3000}) {
                var found = Obstructions.of(cloud.labels(n, seed), Box.UNIT);
                assertThat(found.isPresent())
                        .as("%s, %d points, seed %d", cloud, n, seed)
                        .isEqualTo(cloud.surrounds);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LabelPreset.class)
    void ofTheGalleryTheDiscInTheAnnulusIsSurroundedAndNothingElse(LabelPreset preset) {
        for (long seed = 1; seed <= 20; seed++) {
            for (int n : new int[] {400, 2000}) {
                assertThat(Obstructions.of(preset.draw(n, seed), Box.UNIT).isPresent())
                        .as("%s, %d points, seed %d", preset, n, seed)
                        .isEqualTo(preset == LabelPreset.ANNULUS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theInnerClassIsNamedAndItsPointsAreTold(long seed) {
        var labels = Cloud.DISC_IN_ANNULUS.labels(1000, seed);
        var found = (Surrounds) Obstructions.of(labels, Box.UNIT).orElseThrow();
        assertThat(found.inner()).isEqualTo("in");
        assertThat(found.outer()).isEqualTo("out");
        long inner = labels.classes().stream().filter(c -> c == 0).count();
        assertThat(found.where().size()).isEqualTo((int) inner);
        assertThat(found.share()).isEqualTo(inner / 1000.0);
        assertThat(found.sentence()).contains("out surrounds class in");
        assertThat(Obstructions.truth(found)).contains("one more coordinate");
    }

    @ParameterizedTest
    @CsvSource({"0.5, true", "8, false"})
    void fewPointsInTheWrongPlaceDoNotHideARing(double percent, boolean surrounds) {
        var labels = Cloud.DISC_IN_ANNULUS.labels(4000, 5);
        var classes = new ArrayList<>(labels.classes());
        for (int k = 0; k < classes.size() * percent / 100; k++) {
            classes.set(k, 1 - classes.get(k));
        }
        var strays = new Labels("strays", labels.x(), classes, labels.names());
        assertThat(Obstructions.of(strays, Box.UNIT).isPresent()).isEqualTo(surrounds);
    }
}
