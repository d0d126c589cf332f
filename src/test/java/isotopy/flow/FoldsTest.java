package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {
    private static final Perceptron TANH = new Perceptron(Activation.TANH);

    /// x₁ ← x₁ + h v tanh x₁, whose slope at 0 is 1 + h v.
    private static Layer pulling(double v, double duration) {
        return new Layer(
                TANH.theta(new Weights(new double[][] {{1, 0}}, new double[1], new double[][] {{v}, {0}})), duration);
    }

    private static FlowMap euler(int substeps, Layer... layers) {
        return new FlowMap(new Control(TANH, 2, 1, List.of(layers)), Integrator.EULER, substeps);
    }

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes();
    }

    @ParameterizedTest(name = "v = {0}")
    @CsvSource({"-0.9, false", "-0.99, false", "-1.01, true", "-3, true", "5, false"})
    void aLayerOfOneNeuronFoldsWhereTheStepIsTooLongForItsPull(double v, boolean folds) {
        var found = Folds.of(euler(1, pulling(0, 1), pulling(v, 1), pulling(0.5, 1)), Box.UNIT.lattice(41));
        assertThat(found.indices()).isEqualTo(folds ? List.of(1) : List.of());
        assertThat(found.contains(1)).isEqualTo(folds);
        assertThat(found.contains(0)).isFalse();
    }

    @Test
    void thePlacesReallyFoldAndTheSmallestDeterminantIsTheirs() {
        double v = -2;
        var lattice = Box.UNIT.lattice(41);
        var fold = Folds.of(euler(1, pulling(v, 1)), lattice).layers().getFirst();
        assertThat(fold.layer()).isZero();
        assertThat(fold.determinant()).isCloseTo(1 + v, within(1e-14));
        assertThat(fold.where().size()).isBetween(1, 400);
        for (int k = 0; k < fold.where().size(); k++) {
            double s = Math.tanh(fold.where().at(0, k));
            assertThat(1 + v * (1 - s * s))
                    .as("det at %s", fold.where().at(0, k))
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void placesOfALaterLayerAreStatesOnItsEntry() {
        var fold = Folds.of(euler(1, pulling(3, 1), pulling(-2, 1)), Box.UNIT.lattice(81))
                .layers()
                .getFirst();
        assertThat(fold.layer()).isEqualTo(1);
        for (int k = 0; k < fold.where().size(); k++) {
            double s = Math.tanh(fold.where().at(0, k));
            assertThat(1 - 2 * (1 - s * s)).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void placesAreSpreadOverAllThatFold() {
        var places = Folds.of(euler(1, pulling(-100, 1)), Box.UNIT.lattice(101))
                .layers()
                .getFirst()
                .where();
        assertThat(places.size()).isEqualTo(400);
        assertThat(java.util.Arrays.stream(places.row(1)).min().orElseThrow()).isLessThan(-0.9);
        assertThat(java.util.Arrays.stream(places.row(1)).max().orElseThrow()).isGreaterThan(0.9);
    }

    @Test
    void twoStepsThatBothTurnSpaceOverAreAFoldThoughTogetherTheyKeepOrientation() {
        var mirror = new Weights(new double[][] {{-4, 0}, {0, 0}}, new double[2], new double[][] {{1, 0}, {0, 1}});
        var control = new Control(new Affine(), 2, 1, List.of(new Layer(new Affine().theta(mirror), 1)));
        var flow = new FlowMap(control, Integrator.EULER, 2);
        assertThat(flow.determinant(Points.single(0.3, 0.3), 1)).containsExactly(1);
        var folds = Folds.of(flow, Box.UNIT.lattice(5));
        assertThat(folds.indices()).containsExactly(0);
        assertThat(folds.layers().getFirst().determinant()).isEqualTo(-1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aNetworkKeptBijectiveNeverFoldsAndKeepsItsDeterminantPositive(Cases.Scheme scheme) {
        for (long seed = 60; seed < 62; seed++) {
            var control = Cases.control(scheme.family(), 2, 6, 4, 80, seed);
            var keeper = new Bijectivity(scheme.family(), 2, 6, scheme.integrator());
            int p = control.parametersPerLayer();
            var theta = control.theta();
            for (int k = 0; k < 4; k++) {
                double h = control.layers().get(k).duration() / scheme.substeps();
                assertThat(keeper.holds(h, theta, k * p))
                        .as("before, seed %d", seed)
                        .isFalse();
                assertThat(keeper.restore(h, theta, k * p)).isBetween(0.0, 1.0);
                assertThat(keeper.holds(h, theta, k * p))
                        .as("after, seed %d", seed)
                        .isTrue();
                assertThat(keeper.restore(h, theta, k * p)).as("once is enough").isGreaterThan(1 - 1e-12);
            }
            var flow = new FlowMap(control.withTheta(theta), scheme.integrator(), scheme.substeps());
            var probes = Box.UNIT.lattice(25);
            assertThat(Folds.of(flow, probes).layers())
                    .as("%s, seed %d", scheme, seed)
                    .isEmpty();
            assertThat(java.util.Arrays.stream(
                            flow.determinant(probes, flow.control().horizon())))
                    .allMatch(det -> det > 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void layersThatAreWeakEnoughAreLeftAlone(Cases.Scheme scheme) {
        var control = Cases.control(scheme.family(), 2, 3, 1, 0.05, 65);
        var theta = control.theta();
        assertThat(new Bijectivity(scheme.family(), 2, 3, scheme.integrator()).restore(0.1, theta, 0))
                .isEqualTo(1);
        assertThat(theta).containsExactly(control.theta());
    }

    @Test
    void withoutProbesNothingIsFound() {
        assertThat(Folds.of(euler(1, pulling(-3, 1)), Points.of(new double[0], new double[0])))
                .isEqualTo(Folds.NONE);
    }
}
