package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Cloud;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every family promises about its parameters.
class ControlFamilyTest {
    private static final int D = 2;
    private static final int Q = 5;

    static List<ControlFamily> families() {
        return ControlFamily.all();
    }

    private static double[] random(ControlFamily family, long seed) {
        return Cases.theta(family, D, Q, new SplittableRandom(seed));
    }

    private static Cloud velocity(ControlFamily family, double[] theta, int width, Cloud x) {
        var f = new Cloud(D, x.size());
        family.field(D, width, x.size()).velocity(theta, 0, x, f);
        return f;
    }

    @Test
    void theFamiliesOfTheCommandLineAreThereUnderTheirNames() {
        assertThat(families())
                .extracting(ControlFamily::id)
                .containsExactly("tanh", "relu", "leaky-relu", "sigmoid", "softplus", "sine", "gaussian", "linear");
        for (var family : families()) {
            assertThat(ControlFamily.named(family.id().toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(family);
            assertThat(family.title()).isNotBlank();
            assertThat(family.conclusion()).endsWith(".");
        }
        assertThatThrownBy(() -> ControlFamily.named("cubic"))
                .hasMessageContaining("'cubic'")
                .hasMessageContaining("tanh, relu");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aDormantFieldIsZeroEverywhereAndCanBeWoken(ControlFamily family) {
        var region = new Box(3, 11);
        var theta = new double[family.parameters(D, Q)];
        family.dormant(D, Q, region, new SplittableRandom(1), theta, 0);
        var x = Cloud.of(region.lattice(9));
        var f = velocity(family, theta, Q, x);
        assertThat(Cases.inner(f, f)).isZero();
        var gradient = new double[theta.length];
        var costate = Cases.cloud(D, x.size(), 2);
        family.field(D, Q, x.size()).pullback(theta, 0, x, costate, new Cloud(D, x.size()), gradient);
        assertThat(Arrays.stream(gradient).filter(g -> g != 0).count())
                .isGreaterThanOrEqualTo(D * (family.hasWidth() ? Q : D));
    }

    @Test
    void dormantUnitsBendInsideTheirRegion() {
        var region = new Box(3, 11);
        var family = new Perceptron(Activation.RELU);
        int q = 200;
        var theta = new double[family.parameters(D, q)];
        family.dormant(D, q, region, new SplittableRandom(3), theta, 0);
        var weights = family.weights(D, q, theta);
        int bending = 0;
        for (int j = 0; j < q; j++) {
            int signs = 0;
            var lattice = region.lattice(9);
            for (int k = 0; k < lattice.size(); k++) {
                double u = weights.b()[j] + weights.w()[j][0] * lattice.at(0, k) + weights.w()[j][1] * lattice.at(1, k);
                signs |= u > 0 ? 1 : 2;
            }
            bending += signs == 3 ? 1 : 0;
        }
        assertThat(bending)
                .as("of %d units, those with their corner in the region", q)
                .isGreaterThan(150);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void scalingMultipliesTheField(ControlFamily family) {
        var x = Cases.cloud(D, 50, 4);
        var theta = random(family, 5);
        var before = velocity(family, theta, Q, x);
        family.scale(D, Q, 0.25, theta, 0);
        var after = velocity(family, theta, Q, x);
        after.add(-0.25, before);
        assertThat(Cases.inner(after, after)).isLessThan(1e-28);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void theLipschitzBoundHoldsBetweenAnyTwoPoints(ControlFamily family) {
        for (long seed = 0; seed < 20; seed++) {
            var theta = new double[3 + family.parameters(D, Q)];
            System.arraycopy(random(family, seed), 0, theta, 3, theta.length - 3);
            double bound = family.lipschitz(D, Q, theta, 3);
            var x = Cases.cloud(D, 100, seed + 100);
            var y = Cases.cloud(D, 100, seed + 200);
            var own = Arrays.copyOfRange(theta, 3, theta.length);
            var f = velocity(family, own, Q, x);
            var g = velocity(family, own, Q, y);
            for (int k = 0; k < 100; k++) {
                double moved = Math.hypot(f.row(0)[k] - g.row(0)[k], f.row(1)[k] - g.row(1)[k]);
                double apart = Math.hypot(x.row(0)[k] - y.row(0)[k], x.row(1)[k] - y.row(1)[k]);
                assertThat(moved)
                        .as("%s, seed %d, pair %d", family.id(), seed, k)
                        .isLessThanOrEqualTo(bound * apart * (1 + 1e-12));
            }
        }
    }

    @Test
    void theLipschitzBoundIsReachedByOneUnitAndSurvivesHugeAndTinyWeights() {
        var family = new Perceptron(Activation.TANH);
        assertThat(family.lipschitz(1, 1, new double[] {2, 0, -3}, 0)).isCloseTo(6, within(1e-15));
        assertThat(family.lipschitz(1, 1, new double[] {1e200, 0, 1e-200}, 0)).isGreaterThanOrEqualTo(1);
        assertThat(family.lipschitz(1, 1, new double[] {1e200, 0, 0}, 0)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void weightsGoThereAndBack(ControlFamily family) {
        var theta = random(family, 6);
        assertThat(family.theta(family.weights(D, Q, theta))).containsExactly(theta);
    }

    @Test
    void aLinearLayerRefusesWeightsThatAreNotLinear() {
        var notIdentity = new Weights(new double[2][2], new double[2], new double[][] {{1, 0}, {0, 2}});
        var tooWide = new Weights(new double[3][2], new double[3], new double[2][3]);
        assertThatThrownBy(() -> new Affine().theta(notIdentity)).hasMessageContaining("V = I");
        assertThatThrownBy(() -> new Affine().theta(tooWide)).hasMessageContaining("V = I");
    }

    @Test
    void weightsOfShapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Weights(new double[2][2], new double[3], new double[2][3]))
                .hasMessageContaining("2 rows");
        assertThatThrownBy(() -> new Weights(new double[3][1], new double[3], new double[2][3]))
                .hasMessageContaining("row of W");
        assertThatThrownBy(() -> new Weights(new double[3][2], new double[3], new double[2][2]))
                .hasMessageContaining("row of V");
        assertThatThrownBy(() -> new Weights(new double[1][1], new double[] {Double.NaN}, new double[1][1]))
                .hasMessageContaining("NaN");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aWiderLayerHasTheSameFieldAndSaysWhereItsParametersCameFrom(ControlFamily family) {
        var theta = random(family, 7);
        var origin = new int[family.parameters(D, 9)];
        var wider = family.resized(D, Q, theta, 9, Box.UNIT, new SplittableRandom(8), origin);
        var x = Cases.cloud(D, 50, 9);
        var difference = velocity(family, wider, 9, x);
        difference.add(-1, velocity(family, theta, Q, x));
        assertThat(Cases.inner(difference, difference)).isLessThan(1e-28);
        for (int i = 0; i < wider.length; i++) {
            if (origin[i] >= 0) {
                assertThat(wider[i]).isEqualTo(theta[origin[i]]);
            }
        }
        assertThat(Arrays.stream(origin).filter(i -> i >= 0).distinct().count()).isEqualTo(theta.length);
    }

    @Test
    void aNarrowerLayerKeepsTheUnitsThatMoveMostInTheirOrder() {
        var family = new Perceptron(Activation.TANH);
        double[] theta = {1, 0, 5, /**/ 1, 0, -1, /**/ 1, 0, 0.1, /**/ 2, 0, 3};
        var origin = new int[6];
        var narrower = family.resized(1, 4, theta, 2, Box.UNIT, new SplittableRandom(1), origin);
        assertThat(narrower).containsExactly(1, 0, 5, 2, 0, 3);
        assertThat(origin).containsExactly(0, 1, 2, 9, 10, 11);
    }

    static Stream<ControlFamily> withWidth() {
        return families().stream().filter(ControlFamily::hasWidth);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withWidth")
    void newUnitsAreAtRestAndDiffer(ControlFamily family) {
        var origin = new int[family.parameters(D, 9)];
        var wider = family.resized(D, Q, random(family, 7), 9, Box.UNIT, new SplittableRandom(8), origin);
        var weights = family.weights(D, 9, wider);
        for (int j = Q; j < 9; j++) {
            assertThat(weights.v()[0][j]).isZero();
            assertThat(weights.v()[1][j]).isZero();
            assertThat(weights.w()[j]).isNotEqualTo(weights.w()[j - 1]);
        }
    }
}
