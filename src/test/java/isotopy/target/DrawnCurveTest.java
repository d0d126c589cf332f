package isotopy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawnCurveTest {
    private static Points stroke(DoubleUnaryOperator curve, double from, double to, double tremble, long seed) {
        var random = new Random(seed);
        var x = new double[2][160];
        for (int k = 0; k < 160; k++) {
            double t = from + (to - from) * k / 159;
            x[0][k] = t + tremble * random.nextGaussian();
            x[1][k] = curve.applyAsDouble(t) + tremble * random.nextGaussian();
        }
        return Points.of(x);
    }

    private static void assertFollows(DoubleUnaryOperator curve, DrawnCurve drawn, double within, String name) {
        for (double x = -0.98; x <= 0.98; x += 0.01) {
            assertThat(drawn.at(x)).as("%s at %s", name, x).isEqualTo(curve.applyAsDouble(x), within(within));
        }
    }

    @Test
    void aSketchFollowsTheHandWithinAHundredthOfTheBoxWithFewControlPoints() {
        DoubleUnaryOperator[] curves = {
            x -> Math.sin(Math.PI * x), x -> x * x - 0.5, x -> Math.tanh(4 * x), x -> 0.3 * Math.sin(7 * x) - 0.4 * x
        };
        for (int k = 0; k < curves.length; k++) {
            var forth = DrawnCurve.sketched(Box.UNIT, stroke(curves[k], -1, 1, 0, k), false);
            var back = DrawnCurve.sketched(Box.UNIT, stroke(curves[k], 1, -1, 0, k), false);
            assertFollows(curves[k], forth, 0.02, "curve " + k);
            assertFollows(curves[k], back, 0.02, "curve " + k + " from right to left");
            assertThat(forth.nodes()).as("curve " + k).hasSizeBetween(9, 19);
        }
    }

    @Test
    void everyWigglyStrokeIsDrawnHoweverManyThereWere() {
        DoubleUnaryOperator wiggle = x -> 0.3 * Math.sin(40 * x);
        var curve = DrawnCurve.blank(Box.UNIT, 9);
        for (int part = 0; part < 8; part++) {
            double from = -1 + 0.25 * part;
            var before = curve;
            curve = curve.redrawn(stroke(wiggle, from, from + 0.245, 0, part));
            assertThat(curve.nodes()).hasSizeLessThanOrEqualTo(DrawnCurve.MOST_NODES);
            for (double x = from + 0.02; x < from + 0.22; x += 0.01) {
                assertThat(curve.at(x)).as("stroke %s at %s", part, x).isCloseTo(wiggle.applyAsDouble(x), within(0.1));
            }
            assertThat(curve).isNotEqualTo(before);
        }
        for (double x = -0.95; x < 0.95; x += 0.01) {
            assertThat(curve.at(x)).as("in the end at %s", x).isCloseTo(wiggle.applyAsDouble(x), within(0.2));
        }
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void theTremblingOfTheHandIsSmoothedAway(long seed) {
        var drawn = DrawnCurve.sketched(Box.UNIT, stroke(x -> x * x * x, -1, 1, 0.01, seed), false);
        assertFollows(x -> x * x * x, drawn, 0.05, "seed " + seed);
        assertThat(drawn.nodes()).hasSizeLessThan(22);
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void anIncreasingSketchIncreasesWhateverWasDrawn(long seed) {
        var random = new Random(seed);
        var scribble = Oracles.uniform(random, 2 + random.nextInt(60), 1.2);
        var drawn = DrawnCurve.sketched(Box.UNIT, scribble, true);
        assertThat(drawn.increasing()).isTrue();
        for (double x = -1.5; x < 1.5; x += 0.01) {
            assertThat(drawn.at(x + 0.01)).as("seed %d at %s", seed, x).isGreaterThanOrEqualTo(drawn.at(x) - 1e-12);
            assertThat(drawn.slope(x)).isGreaterThanOrEqualTo(-1e-12);
        }
        assertThat(DrawnCurve.sketched(Box.UNIT, scribble, false).nodes()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void aCurveThatRisesIsLeftAsItIsByTheIncreasingSketch() {
        var rising = stroke(Math::tanh, -1, 1, 0, 1);
        assertThat(DrawnCurve.sketched(Box.UNIT, rising, true).nodes())
                .isEqualTo(DrawnCurve.sketched(Box.UNIT, rising, false).nodes());
    }

    @Test
    void aFallingStrokeIsMadeItsMean() {
        var flat = DrawnCurve.sketched(Box.UNIT, stroke(x -> -x, -1, 1, 0, 1), true);
        assertFollows(x -> 0, flat, 1e-9, "−x");
    }

    @Test
    void aStrokeWithoutWidthGivesTheDiagonal() {
        var dot = Points.of(new double[] {0.2, 0.2}, new double[] {0, 1});
        assertFollows(x -> x, DrawnCurve.sketched(Box.UNIT, dot, true), 1e-12, "a vertical line");
        assertFollows(x -> x, DrawnCurve.sketched(Box.UNIT, Points.single(0, 0), false), 1e-12, "a dot");
    }

    @Test
    void redrawingChangesWhatLiesUnderTheStrokeAlone() {
        var before = DrawnCurve.sketched(Box.UNIT, stroke(x -> x, -1, 1, 0, 1), false);
        var after = before.redrawn(stroke(x -> 0.6, -0.2, 0.3, 0, 1));
        assertThat(after.at(0.05)).isEqualTo(0.6, within(1e-9));
        assertThat(before.nodes().stream().filter(node -> node.x() < -0.2 || node.x() > 0.3))
                .hasSizeGreaterThan(5)
                .allMatch(node -> Math.abs(after.at(node.x()) - node.x()) < 1e-9);
        assertThat(before.redrawn(Points.single(0, 0))).isEqualTo(before);
        assertThat(before.withIncreasing(true)
                        .redrawn(stroke(x -> 0.6, -0.2, 0.3, 0, 1))
                        .increasing())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void controlPointsKeepTheirOrderHoweverTheyAreDragged(long seed) {
        var random = new Random(seed);
        var curve = DrawnCurve.blank(Box.UNIT, 5).withIncreasing(seed % 2 == 0);
        for (int k = 0; k < 200; k++) {
            int node = random.nextInt(curve.nodes().size());
            curve = switch (random.nextInt(4)) {
                case 0 -> curve.withNodeAt(2 * random.nextDouble() - 1);
                case 1 -> curve.withoutNode(node);
                default -> curve.withNode(node, 3 * random.nextGaussian(), random.nextGaussian());
            };
            for (int j = 1; j < curve.nodes().size(); j++) {
                assertThat(curve.nodes().get(j).x())
                        .isGreaterThan(curve.nodes().get(j - 1).x());
            }
        }
        assertThat(curve.nodes().getFirst().x()).isGreaterThanOrEqualTo(-1);
        assertThat(curve.nodes().getLast().x()).isLessThanOrEqualTo(1);
    }

    @Test
    void aNewControlPointLiesOnTheCurve() {
        var curve = DrawnCurve.sketched(Box.UNIT, stroke(x -> x * x, -1, 1, 0, 1), false);
        double height = curve.at(0.333);
        var more = curve.withNodeAt(0.333);
        assertThat(more.nodes()).hasSize(curve.nodes().size() + 1);
        assertThat(more.at(0.333)).isEqualTo(height, within(1e-15));
        assertThat(more.withNodeAt(0.333)).isEqualTo(more);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.withNode(99, 0, 0))
                .withMessageContaining("99");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.withNode(1, Double.NaN, 0));
    }

    @ParameterizedTest
    @MethodSource("isotopy.target.Oracles#seeds")
    void aSurpriseIncreasesFromCornerToCorner(long seed) {
        var box = seed % 2 == 0 ? Box.UNIT : new Box(0, 5);
        var curve = DrawnCurve.surprise(box, seed);
        assertThat(curve).isEqualTo(DrawnCurve.surprise(box, seed)).isNotEqualTo(DrawnCurve.surprise(box, seed + 1));
        assertThat(curve.at(box.low())).isEqualTo(box.low(), within(1e-12));
        assertThat(curve.at(box.high())).isEqualTo(box.high(), within(1e-12));
        for (int k = 0; k <= 200; k++) {
            assertThat(curve.slope(box.at(k / 200.0))).isGreaterThan(0.005);
        }
    }

    @Test
    void poolingGivesTheNearestRisingValues() {
        assertThat(Isotone.fit(new double[] {1, 3, 2, 4, 3.5, 3})).containsExactly(1, 2.5, 2.5, 3.5, 3.5, 3.5);
        var random = new Random(4);
        for (int k = 0; k < 50; k++) {
            double[] y = random.doubles(30, -1, 1).toArray();
            double[] fit = Isotone.fit(y);
            // the projection onto a cone: y − f ⟂ f, and no rising g makes a sharp angle with y − f
            double along = 0;
            for (int i = 0; i < y.length; i++) {
                along += (y[i] - fit[i]) * fit[i];
            }
            assertThat(along).isEqualTo(0, within(1e-12));
            for (int step = 0; step < y.length; step++) {
                double tail = Arrays.stream(y, step, y.length).sum()
                        - Arrays.stream(fit, step, y.length).sum();
                assertThat(tail).isLessThan(1e-12);
            }
        }
    }
}
