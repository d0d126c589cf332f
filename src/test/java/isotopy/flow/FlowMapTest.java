package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of a flow map, for every family, scheme and number of steps a layer.
class FlowMapTest {
    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes();
    }

    /// A flow whose every step is known to be a bijection.
    private static FlowMap bijective(Cases.Scheme scheme, int dimension) {
        var control = Cases.control(scheme.family(), dimension, 5, 4, 3, 41);
        var keeper = new Bijectivity(scheme.family(), dimension, 5, scheme.integrator());
        var theta = control.theta();
        for (int k = 0; k < control.depth(); k++) {
            keeper.restore(
                    control.layers().get(k).duration() / scheme.substeps(), theta, k * control.parametersPerLayer());
        }
        return new FlowMap(control.withTheta(theta), scheme.integrator(), scheme.substeps());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void atTimeZeroItIsTheIdentityAndAtTheHorizonAllOfIt(Cases.Scheme scheme) {
        for (int d : scheme.dimensions()) {
            var flow = scheme.flow(d, 4, 3, 42);
            var x = Cases.points(d, 50, 6);
            assertThat(flow.at(x, 0)).isEqualTo(x);
            assertThat(flow.at(x, flow.control().horizon())).isEqualTo(flow.apply(x));
            assertThat(flow.apply(x)).isNotEqualTo(x);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void itIsTheStepsOfTheSchemeOneAfterTheOther(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 43);
        var x = Cases.points(2, 20, 7);
        var state = Cloud.of(x);
        for (int k = 0; k < 3; k++) {
            for (int s = 0; s < scheme.substeps(); s++) {
                step(flow, k, flow.control().layers().get(k).duration() / scheme.substeps(), state);
            }
        }
        assertThat(flow.apply(x)).isEqualTo(state.points());
    }

    private static void step(FlowMap flow, int layer, double h, Cloud state) {
        var control = flow.control();
        flow.stepper(state.size()).step(control.theta(), layer * control.parametersPerLayer(), h, state, state);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void insideALayerItIsOneShorterStepOfTheSameScheme(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 44);
        var x = Cases.points(2, 20, 8);
        double edge = flow.control().edges()[1];
        double whole = flow.control().layers().get(1).duration() / scheme.substeps();
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            var state = Cloud.of(flow.at(x, edge));
            int before = scheme.substeps() - 1;
            for (int s = 0; s < before; s++) {
                step(flow, 1, whole, state);
            }
            step(flow, 1, share * whole, state);
            var found = flow.at(x, edge + (before + share) * whole);
            assertThat(Cases.distance(found, state.points()))
                    .as("%s at share %s", scheme, share)
                    .isLessThan(1e-14);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aTrajectoryPassesWhereTheMapIsAtThatTime(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 45);
        var x = Cases.points(2, 600, 9);
        for (int perLayer : new int[] {1, 2, 4}) {
            var path = flow.trajectory(x, perLayer);
            assertThat(path.samples()).isEqualTo(3 * perLayer + 1);
            assertThat(path.size()).isEqualTo(600);
            for (int k = 0; k < path.samples(); k++) {
                var found = path.points(path.time(k));
                assertThat(Cases.distance(found, flow.at(x, path.time(k))))
                        .as("%s at %s", scheme, path.time(k))
                        .isLessThan(1e-13);
            }
            assertThat(path.points(0)).isEqualTo(x);
            assertThat(path.points(path.horizon())).isEqualTo(flow.apply(x));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aPointMovesTheSameAloneAndAmongAThousand(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 5, 3, 46);
        var x = Cases.points(2, 1000, 10);
        var together = flow.apply(x);
        for (int k : new int[] {0, 1, 255, 256, 511, 767, 999}) {
            assertThat(flow.apply(x.select(new int[] {k})).point(0))
                    .as("point %d", k)
                    .containsExactly(together.point(k));
        }
        assertThat(flow.apply(x.select(IntStream.range(300, 337).toArray())))
                .isEqualTo(together.select(IntStream.range(300, 337).toArray()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void thereAndBackIsTheIdentityWhereEveryStepIsABijection(Cases.Scheme scheme) {
        for (int d : scheme.dimensions()) {
            var flow = bijective(scheme, d);
            var x = Cases.points(d, 400, 11);
            var back = flow.inverse(flow.apply(x));
            assertThat(back).as("%s in dimension %d", scheme, d).isInstanceOf(Inversion.Found.class);
            assertThat(Cases.distance(((Inversion.Found) back).points(), x)).isLessThan(1e-12);
            double t = 0.37 * flow.control().horizon();
            var early = (Inversion.Found) flow.inverse(flow.at(x, t), t);
            assertThat(Cases.distance(early.points(), x)).isLessThan(1e-12);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void theDeterminantIsThatOfFiniteDifferences(Cases.Scheme scheme) {
        if (Cases.hasKink(scheme.family())) {
            return; // differences across a corner say nothing; the differential itself is tested away from corners
        }
        for (int d : scheme.dimensions()) {
            var flow = scheme.flow(d, 4, 3, 47);
            var x = Cases.points(d, 300, 12);
            double t = 0.7 * flow.control().horizon();
            var found = flow.determinant(x, t);
            assertThat(found).hasSize(300);
            for (int k = 0; k < x.size(); k += 30) {
                assertThat(found[k])
                        .as("%s, d = %d, point %d", scheme, d, k)
                        .isCloseTo(differences(flow, x.point(k), t), within(1e-7));
            }
        }
    }

    private static double differences(FlowMap flow, double[] at, double t) {
        double e = 1e-5;
        int d = at.length;
        var j = new double[d][d];
        for (int k = 0; k < d; k++) {
            var ahead = at.clone();
            var behind = at.clone();
            ahead[k] += e;
            behind[k] -= e;
            var a = flow.at(Points.single(ahead), t);
            var b = flow.at(Points.single(behind), t);
            for (int i = 0; i < d; i++) {
                j[i][k] = (a.at(i, 0) - b.at(i, 0)) / (2 * e);
            }
        }
        return new org.apache.commons.math3.linear.LUDecomposition(
                        new org.apache.commons.math3.linear.Array2DRowRealMatrix(j))
                .getDeterminant();
    }

    /// A ReLU layer of one unit that folds the half plane x₁ > 0 back: x₁ ← x₁ − 2 max(x₁, 0), so that no point has
    /// x₁ > 0 afterwards.
    private static Layer folding() {
        var relu = new Perceptron(Activation.RELU);
        return new Layer(
                relu.theta(new Weights(new double[][] {{1, 0}}, new double[1], new double[][] {{-2}, {0}})), 1);
    }

    private static Layer resting() {
        return new Layer(new double[5], 1);
    }

    private static FlowMap relu(Layer... layers) {
        return new FlowMap(new Control(new Perceptron(Activation.RELU), 2, 1, List.of(layers)), Integrator.EULER, 1);
    }

    @Test
    void whereALayerFoldsTheInverseNamesItAndCountsThePointsThatHaveNone() {
        var flow = relu(resting(), folding(), resting());
        var y = Cases.points(2, 1000, 13);
        long beyond = IntStream.range(0, 1000).filter(k -> y.at(0, k) > 0).count();
        assertThat(flow.inverse(y)).isEqualTo(new Inversion.Missing(1, (int) beyond));
        var reached =
                y.select(IntStream.range(0, 1000).filter(k -> y.at(0, k) <= 0).toArray());
        var back = (Inversion.Found) flow.inverse(reached);
        assertThat(Cases.distance(flow.apply(back.points()), reached)).isLessThan(1e-12);
    }

    @Test
    void allPointsWithoutAnOriginAreCountedThoughDifferentLayersLoseThem() {
        // the second fold is of x₂, so that points are lost in either of two layers
        var relu = new Perceptron(Activation.RELU);
        var other = new Layer(
                relu.theta(new Weights(new double[][] {{0, 1}}, new double[1], new double[][] {{0}, {-2}})), 1);
        var flow = relu(folding(), resting(), other);
        var y = Cases.points(2, 1000, 14);
        long lost = IntStream.range(0, 1000)
                .filter(k -> y.at(1, k) > 0 || y.at(0, k) > 0)
                .count();
        assertThat(flow.inverse(y)).isEqualTo(new Inversion.Missing(2, (int) lost));
    }

    @Test
    void timesOutsideTheHorizonAndPointsOfOtherSpacesAreRefused() {
        var flow = relu(resting());
        var x = Points.single(0, 0);
        assertThatThrownBy(() -> flow.at(x, -0.1)).hasMessageContaining("[0, 1.0]: -0.1");
        assertThatThrownBy(() -> flow.at(x, 1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> flow.determinant(x, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> flow.inverse(x, 2)).hasMessageContaining("2.0");
        assertThatThrownBy(() -> flow.apply(Points.single(1, 2, 3))).hasMessageContaining("dimension");
        assertThatThrownBy(() -> flow.apply(Points.single(1))).hasMessageContaining("dimension");
        assertThatThrownBy(() -> flow.trajectory(x, 0)).hasMessageContaining("≥ 1: 0");
        assertThatThrownBy(() -> new FlowMap(flow.control(), Integrator.EULER, 0))
                .hasMessageContaining("≥ 1: 0");
    }

    @Test
    void noPointsGoNowhere() {
        var flow = relu(folding());
        var none = Points.of(new double[0], new double[0]);
        assertThat(flow.apply(none).size()).isZero();
        assertThat(flow.determinant(none, 1)).isEmpty();
        assertThat(flow.inverse(none)).isEqualTo(new Inversion.Found(none));
        assertThat(flow.trajectory(none, 2).size()).isZero();
    }

    @Test
    void layersThatHardlyLastAreNotDropped() {
        var tanh = new Perceptron(Activation.TANH);
        var strong = tanh.theta(new Weights(new double[][] {{1, 0}}, new double[] {1}, new double[][] {{1e13}, {0}}));
        var layers = List.of(new Layer(strong, 1e-13), new Layer(new double[5], 1));
        var flow = new FlowMap(new Control(tanh, 2, 1, layers), Integrator.EULER, 1);
        var moved = flow.apply(Points.single(0, 0));
        assertThat(moved.at(0, 0)).isCloseTo(Math.tanh(1), within(1e-12));
        assertThat(flow.at(Points.single(0, 0), 0)).isEqualTo(Points.single(0, 0));
        assertThat(flow.trajectory(Points.single(0, 0), 2).points(flow.control().horizon()))
                .isEqualTo(moved);
    }
}
