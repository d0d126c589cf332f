package isotopy.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Points;
import isotopy.target.LinePreset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTest {
    private static double[] grid(int n) {
        var x = new double[n];
        Arrays.setAll(x, k -> -1 + 2.0 * k / (n - 1));
        return x;
    }

    private static Floor of(double[] x, DoubleUnaryOperator u) {
        return Floor.ofLine(x, Arrays.stream(x).map(u).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "FLIP, 0.336667, 1",
        "SINE, 0.063211, 0.5",
        "VALLEY, 0.057377, 0.5",
        "DIP, 0.006701, 0.136079",
        "CORNER, 0.057769, 0.5"
    })
    void theFloorsOfTheDescendingCurvesAreThePrintedOnes(LinePreset curve, double meanSquare, double supremum) {
        var floor = of(grid(201), curve::at);
        assertThat(floor.meanSquare()).isCloseTo(meanSquare, within(5e-7));
        assertThat(floor.supremum()).isCloseTo(supremum, within(3e-5)); // 0.136079 is that of the interval
    }

    @Test
    void theFloorOfTheFlipIsThatOfItsFormula() {
        var floor = of(grid(100), x -> -x);
        assertThat(floor.meanSquare()).isCloseTo(101 / 297.0, within(1e-12));
        assertThat(floor.meanSquare()).isCloseTo(0.340067, within(5e-7));
    }

    @Test
    void twoPointsThatChangePlacesBothEndInTheMiddle() {
        var floor = Floor.ofLine(new double[] {-1, 1}, new double[] {1, -1});
        assertThat(floor.meanSquare()).isEqualTo(1);
        assertThat(floor.supremum()).isEqualTo(1);
        double[] fitted = Isotonic.fit(new double[] {-1, 1}, new double[] {1, -1});
        double huber = Arrays.stream(new double[] {1 - fitted[0], -1 - fitted[1]})
                .map(r -> Math.abs(r) <= 1 ? r * r / 2 : Math.abs(r) - 0.5)
                .average()
                .orElseThrow();
        assertThat(huber).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"PARABOLA", "EXPONENTIAL", "WAVE", "SIGMOID", "CUBIC", "STAIRCASE"})
    void anIncreasingCurveHasNone(LinePreset curve) {
        var x = new double[201];
        Arrays.setAll(x, k -> curve.home().at(k / 200.0));
        var floor = of(x, curve::at);
        assertThat(floor.meanSquare()).isZero();
        assertThat(floor.supremum()).isZero();
    }

    @Test
    void anAffineMapAtTheEndTurnsTheFlipIntoTheIdentityAndLeavesTheValley() {
        var x = grid(201);
        var flip = Floor.ofMonotone(x, Arrays.stream(x).map(v -> -v).toArray());
        assertThat(flip.meanSquare()).isZero();
        assertThat(flip.supremum()).isZero();
        var valley = Floor.ofMonotone(x, Arrays.stream(x).map(v -> v * v).toArray());
        assertThat(valley.meanSquare()).isCloseTo(0.057377, within(5e-7));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSupremumIsThatOfAllPairsOfExamples(long seed) {
        var random = new SplittableRandom(seed);
        int n = 40;
        var x = random.doubles(n).map(v -> Math.round(20 * v)).toArray(); // with ties
        var y = random.doubles(n).toArray();
        double drop = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                drop = x[a] <= x[b] ? Math.max(drop, y[a] - y[b]) : drop;
            }
        }
        assertThat(Floor.ofLine(x, y).supremum()).isCloseTo(drop / 2, within(1e-15));
    }

    @Test
    void coordinatesThatMoveByThemselvesAreFittedByThemselves() {
        var x = Points.of(grid(201), grid(201));
        var y = Points.of(
                Arrays.stream(grid(201)).map(v -> v * v).toArray(),
                Arrays.stream(grid(201)).map(v -> -v).toArray());
        assertThat(Floor.ofCoordinates(x, y).meanSquare()).isCloseTo(0.057377 + 0.336667, within(1e-6));
        assertThat(Floor.ofCoordinates(x, y).supremum()).isEqualTo(1);
    }

    @Test
    void aLinearFlowReachesAnAffineMapThatKeepsOrientationAndNoMirror() {
        var x = Cases.points(2, 300, 1);
        assertThat(Floor.ofAffine(x, affine(x, 2, 0.5, -0.3, 1), true).meanSquare())
                .isCloseTo(0, within(1e-25));
        var mirror = Floor.ofAffine(x, affine(x, -1, 0, 0, 1), true);
        assertThat(mirror.meanSquare()).isGreaterThan(0.25);
        assertThat(Floor.ofAffine(x, affine(x, -1, 0, 0, 1), false).meanSquare())
                .isCloseTo(0, within(1e-25));
    }

    @Test
    void onTheLineALinearFlowComesNoNearerToAFallThanAConstant() {
        var x = Points.of(new double[][] {grid(201)});
        var y = Points.of(new double[][] {Arrays.stream(grid(201)).map(v -> -v).toArray()});
        assertThat(Floor.ofAffine(x, y, true).meanSquare()).isCloseTo(0.336667, within(5e-7));
    }

    /// All matrices of rank one, tried in small steps of their direction, come no nearer than the formula, and
    /// nearly as near.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theBestMapWithoutAreaIsTheBestOfAllDirections(long seed) {
        var random = new SplittableRandom(seed);
        var x = Cases.points(2, 60, seed);
        var y = affine(x, random.nextGaussian(), 1, 1 + random.nextDouble(), 0.1 * random.nextGaussian());
        double found = Floor.ofAffine(x, y, true).meanSquare();
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 4000; step++) {
            double angle = Math.PI * step / 4000;
            best = Math.min(best, ofRankOne(x, y, Math.cos(angle), Math.sin(angle)));
        }
        assertThat(best).isGreaterThanOrEqualTo(found * (1 - 1e-12)).isCloseTo(found, within(1e-5));
    }

    /// The mean square left by y ≈ ȳ + v a(x − x̄), with the best v for the direction a of the starts.
    private static double ofRankOne(Points x, Points y, double a1, double a2) {
        int n = x.size();
        var u = new double[n];
        Arrays.setAll(u, k -> a1 * x.at(0, k) + a2 * x.at(1, k));
        double meanU = Arrays.stream(u).average().orElseThrow();
        double uu = Arrays.stream(u).map(v -> (v - meanU) * (v - meanU)).sum();
        double squares = 0;
        for (int i = 0; i < 2; i++) {
            var row = y.row(i);
            double mean = Arrays.stream(row).average().orElseThrow();
            double uy = 0;
            double yy = 0;
            for (int k = 0; k < n; k++) {
                uy += (u[k] - meanU) * (row[k] - mean);
                yy += (row[k] - mean) * (row[k] - mean);
            }
            squares += yy - uy * uy / uu;
        }
        return squares / n;
    }

    private static Points affine(Points x, double a, double b, double c, double d) {
        var y = new double[2][x.size()];
        for (int k = 0; k < x.size(); k++) {
            y[0][k] = a * x.at(0, k) + b * x.at(1, k) + 0.25;
            y[1][k] = c * x.at(0, k) + d * x.at(1, k) - 1;
        }
        return Points.of(y);
    }

    @Test
    void whatCannotBeAFloorIsRefused() {
        assertThatThrownBy(() -> new Floor(-1, 0, "")).hasMessageContaining("≥ 0");
        var three = Cases.points(2, 3, 1);
        assertThatThrownBy(() -> Floor.ofAffine(three, Cases.points(2, 4, 1), true))
                .hasMessageContaining("as many");
        assertThatThrownBy(() -> Floor.ofAffine(three, Cases.points(1, 3, 1), true))
                .hasMessageContaining("orientation");
        var none = Points.of(new double[0], new double[0]);
        assertThat(Floor.ofAffine(none, none, true).meanSquare()).isZero();
    }
}
