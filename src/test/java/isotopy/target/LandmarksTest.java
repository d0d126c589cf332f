package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {
    private static final double EXACT = 1e-10;

    /// Starts anywhere in the square, goals some way off.
    private static Landmarks random(int n, long seed, double far) {
        var random = new Random(seed);
        var x = Oracles.uniform(random, n, 1);
        var moves = Oracles.uniform(random, n, far);
        var y = new double[2][n];
        for (int k = 0; k < n; k++) {
            y[0][k] = x.at(0, k) + moves.at(0, k);
            y[1][k] = x.at(1, k) + moves.at(1, k);
        }
        return new Landmarks("random", x, Points.of(y));
    }

    private static double error(Landmarks marks) {
        return Oracles.distance(marks.y(), marks.apply(marks.x()));
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void everyLandmarkGoesToItsGoal(long seed) {
        for (int n : new int[] {1, 2, 3, 4, 5, 10, 30, 100}) {
            assertThat(error(random(n, seed, 0.7)))
                    .as("%d landmarks of seed %d", n, seed)
                    .isLessThan(EXACT);
        }
    }

    @Test
    void aThousandLandmarksGoToTheirGoalsTooThoughEachHasANeighbourAMillionthAway() {
        var random = new Random(3);
        var x = new double[2][Landmarks.MOST];
        var y = new double[2][Landmarks.MOST];
        for (int k = 0; k < x[0].length; k++) {
            boolean second = k % 2 == 1;
            double angle = 2 * Math.PI * random.nextDouble();
            for (int i = 0; i < 2; i++) {
                double direction = i == 0 ? Math.cos(angle) : Math.sin(angle);
                x[i][k] = second ? x[i][k - 1] + 2.002e-6 * direction : 2 * random.nextDouble() - 1;
                y[i][k] = second ? y[i][k - 1] + 0.1 * direction : x[i][k] + 0.2 * random.nextGaussian();
            }
        }
        var marks = new Landmarks("near pairs", Points.of(x), Points.of(y));
        assertThat(error(marks)).isLessThan(EXACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 25, 120})
    void twoLandmarksAMillionthApartAreDraggedApart(int n) {
        for (long seed = 1; seed <= 6; seed++) {
            var marks = random(n, seed, 0.3);
            double angle = seed;
            var x = marks.x()
                    .followedBy(Points.single(
                            marks.x().at(0, 0) + 2e-6 * Math.cos(angle),
                            marks.x().at(1, 0) + 2e-6 * Math.sin(angle)));
            var y = marks.y()
                    .followedBy(Points.single(
                            marks.y().at(0, 0) - 0.1 * Math.sin(angle),
                            marks.y().at(1, 0) + 0.1 * Math.cos(angle)));
            assertThat(error(new Landmarks("near pair", x, y)))
                    .as("seed %d", seed)
                    .isLessThan(EXACT);
        }
    }

    @Test
    void clustersAndNearlyStraightLinesAreCarriedExactly() {
        for (long seed = 1; seed <= 8; seed++) {
            var random = new Random(seed);
            for (double width : new double[] {0, 1e-12, 1e-10, 1e-8, 1e-5}) {
                var x = new double[2][12];
                var y = new double[2][12];
                for (int k = 0; k < 12; k++) {
                    double t = k / 6.0 - 1;
                    x[0][k] = 0.6 * t + width * random.nextGaussian();
                    x[1][k] = 0.8 * t + width * random.nextGaussian();
                    y[0][k] = x[0][k] + 0.2 * random.nextGaussian();
                    y[1][k] = x[1][k] + 0.2 * random.nextGaussian();
                }
                assertThat(error(new Landmarks("line", Points.of(x), Points.of(y))))
                        .as("width %s seed %d", width, seed)
                        .isLessThan(EXACT);
            }
            var x = new double[2][25];
            for (int k = 0; k < 25; k++) {
                x[0][k] = 0.3 + 2e-6 * (k % 5);
                x[1][k] = -0.2 + 2e-6 * (k / 5);
            }
            var starts = Points.of(x).followedBy(Oracles.uniform(random, 5, 1));
            var marks = new Landmarks("cluster", starts, Oracles.uniform(random, 30, 1));
            assertThat(error(marks)).as("cluster of seed %d", seed).isLessThan(EXACT);
        }
    }

    @Test
    void coordinatesOfAnySizeWillDo() {
        for (double scale : new double[] {1e-2, 1e3, 1e8}) {
            var marks = random(20, 4, 0.4);
            var x = Points.of(scaled(marks.x().row(0), scale), scaled(marks.x().row(1), scale));
            var y = Points.of(scaled(marks.y().row(0), scale), scaled(marks.y().row(1), scale));
            assertThat(error(new Landmarks("scaled", x, y)) / scale).isLessThan(1e-14);
        }
    }

    private static double[] scaled(double[] values, double scale) {
        return Arrays.stream(values).map(v -> scale * v).toArray();
    }

    @Test
    void oneLandmarkMovesThePlaneAlongAndTwoTurnAndScaleIt() {
        var x = Oracles.uniform(new Random(5), 40, 2);
        var moved = new Landmarks("one", Points.single(0.3, 0.2), Points.single(0.5, -0.1)).apply(x);
        assertThat(Oracles.distance(new Landmarks("same", x, x).apply(x), x)).isLessThan(1e-15);
        for (int k = 0; k < x.size(); k++) {
            assertThat(moved.at(0, k)).isEqualTo(x.at(0, k) + 0.2, within(1e-14));
            assertThat(moved.at(1, k)).isEqualTo(x.at(1, k) - 0.3, within(1e-14));
        }
        var two = new Landmarks(
                "two",
                Points.of(new double[] {1, -1}, new double[] {0, 0}),
                Points.of(new double[] {0, 0}, new double[] {2, -2}));
        var turned = two.apply(x);
        for (int k = 0; k < x.size(); k++) {
            assertThat(turned.at(0, k)).isEqualTo(-2 * x.at(1, k), within(1e-13));
            assertThat(turned.at(1, k)).isEqualTo(2 * x.at(0, k), within(1e-13));
            assertThat(two.determinant(x.at(0, k), x.at(1, k))).isEqualTo(4, within(1e-12));
        }
    }

    @Test
    void affineMapsAreReproduced() {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            var x = Oracles.uniform(random, 7, 1);
            var marks = new Landmarks("shear", x, Preset.SHEAR.apply(x));
            var anywhere = Oracles.uniform(random, 50, 2);
            assertThat(Oracles.distance(Preset.SHEAR.apply(anywhere), marks.apply(anywhere)))
                    .isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void theDeterminantAgreesWithFiniteDifferences(long seed) {
        var marks = random(15, seed, 0.5);
        assertThat(marks.exact()).isTrue();
        var x = Oracles.uniform(new Random(seed + 100), 60, 1.3);
        var determinants = marks.determinants(x);
        for (int k = 0; k < x.size(); k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < marks.x().size(); j++) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(
                                x.at(0, k) - marks.x().at(0, j),
                                x.at(1, k) - marks.x().at(1, j)));
            }
            if (nearest > 0.05) { // the second derivatives grow like ln r at a landmark
                double expected = Oracles.determinant(marks, x.at(0, k), x.at(1, k));
                assertThat(determinants[k])
                        .as("seed %d", seed)
                        .isEqualTo(expected, within(2e-6 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void landmarksOfAnyMagnitudeAreCarriedOrRefusedInWords() {
        int carried = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(8);
            var values = new double[4][n];
            for (var row : values) {
                for (int k = 0; k < n; k++) {
                    double magnitude = seed % 2 == 0 ? random.nextInt(620) - 310 : random.nextInt(12) - 6;
                    row[k] = (random.nextDouble() - 0.5) * Math.pow(10, magnitude);
                }
            }
            var x = Points.of(values[0], values[1]);
            var y = Points.of(values[2], values[3]);
            try {
                var marks = new Landmarks("any", x, y);
                double largest = 0;
                for (var row : values) {
                    largest = Math.max(
                            largest, Arrays.stream(row).map(Math::abs).max().orElseThrow());
                }
                assertThat(error(marks) / largest).as("seed %d", seed).isLessThan(1e-13);
                carried++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).containsAnyOf("nearer", "too far", "not finite");
            }
        }
        assertThat(carried).isGreaterThan(60);
    }

    @Test
    void landmarksThatStartTooNearAreNamed() {
        var x = Points.of(new double[] {0.5, 0.1, 0.1 + 1.9e-6}, new double[] {0, 0.2, 0.2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Landmarks("near", x, x))
                .withMessageContaining("landmarks 2 and 3")
                .withMessageContaining("(0.1, 0.2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> random(Landmarks.MOST + 1, 1, 0.1))
                .withMessageContaining("1001");
        assertThat(random(20, 1, 0.3).home()).isEqualTo(Box.UNIT);
        var far = Points.of(new double[] {0, 100}, new double[] {50, 60});
        assertThat(new Landmarks("far", far, far).home()).isEqualTo(new Box(0, 100));
    }
}
