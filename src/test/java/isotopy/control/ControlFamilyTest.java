package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Cloud;
import isotopy.math.Form;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
                .containsExactly(
                        "tanh",
                        "relu",
                        "leaky-relu",
                        "sigmoid",
                        "softplus",
                        "sine",
                        "gaussian",
                        "truncated-relu",
                        "elu",
                        "gelu",
                        "linear",
                        "one-neuron",
                        "gradient",
                        "hamiltonian",
                        "antisymmetric",
                        "coordinatewise",
                        "equivariant",
                        "bumps");
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

    static Stream<FamilyCase> cases() {
        return FamilyCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDormantFieldIsZeroEverywhereAndCanBeWoken(FamilyCase c) {
        var region = new Box(3, 11);
        var theta = new double[c.parameters()];
        c.family().dormant(c.dimension(), c.width(), region, new SplittableRandom(1), theta, 0);
        var x = Cases.cloud(c.dimension(), 50, 1);
        for (int i = 0; i < c.dimension(); i++) {
            var row = x.row(i);
            Arrays.setAll(row, k -> 7 + 4 * row[k]);
        }
        var f = c.velocity(theta, x);
        boolean flowsAtRest = c.family() instanceof Antisymmetric;
        if (!flowsAtRest) {
            assertThat(Cases.inner(f, f)).isZero();
        } else if (c.family().damping() == 0 && c.family().activation() == Activation.TANH) {
            assertThat(theta).containsOnly(0);
            assertThat(Cases.inner(f, f)).isZero();
        }
        var gradient = new double[theta.length];
        var costate = Cases.cloud(c.dimension(), x.size(), 2);
        c.family()
                .field(c.dimension(), c.width(), x.size())
                .pullback(theta, 0, x, costate, new Cloud(c.dimension(), x.size()), gradient);
        assertThat(Arrays.stream(gradient).filter(g -> g != 0).count())
                .as("%s: parameters with a gradient", c)
                .isGreaterThanOrEqualTo(c.family().hasWidth() ? c.width() / 2 : 1); // one ReLU may sleep all over
    }

    @Test
    void aDampedAntisymmetricLayerAtRestContracts() {
        var family = new Antisymmetric(Activation.TANH, 0.5);
        var theta = new double[3];
        family.dormant(2, 1, Box.UNIT, new SplittableRandom(1), theta, 0);
        var x = Cloud.of(Points.of(new double[][] {{0.3}, {-0.8}}));
        assertThat(velocity(family, theta, 1, x).points().point(0))
                .containsExactly(new double[] {Math.tanh(-0.15), Math.tanh(0.4)}, within(1e-15));
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

    static Stream<ControlFamily> scaling() {
        return families().stream().filter(ControlFamily::scales);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaling")
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

    static Stream<ControlFamily> ridges() {
        return families().stream().filter(family -> family.form() == Form.RIDGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ridges")
    void weightsGoThereAndBack(ControlFamily family) {
        var theta = random(family, 6);
        assertThat(family.theta(family.weights(D, Q, theta))).containsExactly(theta, within(1e-14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ridges")
    void weightsThatAFamilyDoesNotContainAreRefusedInASentence(ControlFamily family) {
        var foreign = new Weights(
                new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[3], new double[][] {{1, 2, 3}, {5, 7, 11}});
        if (family instanceof Perceptron) {
            assertThat(family.theta(foreign)).hasSize(15);
        } else {
            assertThatThrownBy(() -> family.theta(foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .hasSizeGreaterThan(30);
        }
    }

    @Test
    void bumpsHaveNoRidges() {
        assertThatThrownBy(() -> new Bumps().weights(D, Q, random(new Bumps(), 1)))
                .hasMessage("bumps have centres and no rows of W");
    }

    @Test
    void hamiltonianLayersAreForPairsOfCoordinates() {
        var family = new Hamiltonian(Activation.TANH);
        var sentence = "Hamiltonian layers pair coordinates, so their number must be even: 3; choose 1 extra coordinate"
                + " more or another family";
        assertThat(family.unfit(2)).isEmpty();
        assertThat(family.unfit(3)).hasValue(sentence);
        assertThatThrownBy(() -> family.field(3, Q, 10)).hasMessage(sentence);
        var layer = new Layer(new double[family.parameters(3, Q)], 1);
        assertThatThrownBy(() -> new Control(family, 3, Q, List.of(layer))).hasMessage(sentence);
    }

    @Test
    void aFamilyIsNamedWithItsSigmaAndDamping() {
        var own = FormulaActivation.of("u*exp(-u^2)");
        assertThat(ControlFamily.named("gradient", Activation.SINE, 3)).isEqualTo(new Potential(Activation.SINE));
        assertThat(ControlFamily.named("Antisymmetric", own, 0.25)).isEqualTo(new Antisymmetric(own, 0.25));
        assertThat(ControlFamily.named("relu", Activation.SINE, 0)).isEqualTo(new Perceptron(Activation.RELU));
        assertThat(ControlFamily.named("bumps", Activation.SINE, 0)).isEqualTo(new Bumps());
        assertThat(ControlFamily.named("formula", own, 0)).isEqualTo(new Perceptron(own));
        assertThat(new Perceptron(own).id()).isEqualTo("formula");
        assertThatThrownBy(() -> ControlFamily.named("formula", Activation.TANH, 0))
                .hasMessageContaining("needs a formula for σ");
        assertThatThrownBy(() -> ControlFamily.named("antisymmetric", own, -1))
                .hasMessage("damping must be a number ≥ 0: -1.0");
        assertThatThrownBy(() -> ControlFamily.named("gradients", own, 0)).hasMessageContaining("'gradients'");
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
    void newUnitsDifferFromEachOther(ControlFamily family) {
        var origin = new int[family.parameters(D, 9)];
        var wider = family.resized(D, Q, random(family, 7), 9, Box.UNIT, new SplittableRandom(8), origin);
        var fresh = IntStream.range(0, wider.length)
                .filter(i -> origin[i] < 0 && wider[i] != 0)
                .mapToObj(i -> wider[i])
                .toList();
        assertThat(fresh).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2 * (9 - Q));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withWidth")
    void aNarrowerLayerHasASmallerBoundButNotByMuch(ControlFamily family) {
        var theta = random(family, 9);
        var origin = new int[family.parameters(D, 4)];
        var narrower = family.resized(D, Q, theta, 4, Box.UNIT, new SplittableRandom(8), origin);
        assertThat(origin).doesNotContain(-1);
        double before = family.lipschitz(D, Q, theta, 0);
        assertThat(family.lipschitz(D, 4, narrower, 0)).isBetween(before / Q * (Q - 1), before);
    }
}
