package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that carry points of the line past each other.
class LineFoldsTest {
    private static final Perceptron TANH = new Perceptron(Activation.TANH);
    private static final Points FEW = Points.of(new double[][] {{-1, -0.5, 0.5, 1}});

    /// x ← x + h v σ(w x + b).
    private static Layer layer(Perceptron family, double w, double b, double v) {
        return new Layer(family.theta(new Weights(new double[][] {{w}}, new double[] {b}, new double[][] {{v}})), 1);
    }

    private static FlowMap euler(Perceptron family, int substeps, Layer... layers) {
        return new FlowMap(new Control(family, 1, 1, List.of(layers)), Integrator.EULER, substeps);
    }

    @ParameterizedTest(name = "v = {0}")
    @CsvSource({"-0.9, false", "-0.999, false", "-1.01, true", "-3, true", "5, false"})
    void aLayerFoldsWhereItsStepIsTooLongForItsPull(double v, boolean folds) {
        var rest = layer(TANH, 1, 0, 0);
        var found = Folds.of(euler(TANH, 1, rest, layer(TANH, 1, 0, v), rest), FEW);
        assertThat(found.indices()).isEqualTo(folds ? List.of(1) : List.of());
        if (folds) {
            assertThat(found.layers().getFirst().determinant()).isCloseTo(1 + v, within(1e-4));
        }
    }

    /// The slope is 1 − 40 (1 − tanh² 40x) about 0, negative on a hundredth of the interval, where no particle is.
    @Test
    void aNarrowFoldBetweenTheParticlesIsSeen() {
        var found = Folds.of(euler(TANH, 1, layer(TANH, 40, 0, -0.1)), FEW);
        assertThat(found.indices()).containsExactly(0);
        var where = found.layers().getFirst().where();
        for (int k = 0; k < where.size(); k++) {
            assertThat(Math.abs(where.at(0, k))).isLessThan(0.05);
        }
    }

    /// After the first layer the particles are at ±1.5 or so; only the lattice between them sees the second one
    /// fold.
    @Test
    void itIsLookedForWhereTheStatesAreOnEntry() {
        var found = Folds.of(euler(TANH, 1, layer(TANH, 30, 0, 1), layer(TANH, 40, 60, -0.2)), FEW);
        assertThat(found.indices()).containsExactly(1);
        var where = found.layers().getFirst().where();
        for (int k = 0; k < where.size(); k++) {
            assertThat(where.at(0, k)).isCloseTo(-1.5, within(0.06));
        }
    }

    @Test
    void twoStepsThatTurnTheLineRoundAreBothSeen() {
        var found = Folds.of(euler(TANH, 2, layer(TANH, 1, 0, -6)), Points.of(new double[][] {{-0.1, 0, 0.1}}));
        assertThat(found.indices()).containsExactly(0);
        assertThat(found.layers().getFirst().determinant()).isCloseTo(-2, within(1e-6));
    }

    /// Neighbours of ReLU's corner change their order over it where both slopes, 1 and 1 − 3, have their say.
    @Test
    void neighboursThatChangeTheirOrderFold() {
        var relu = new Perceptron(Activation.RELU);
        var found = Folds.of(euler(relu, 1, layer(relu, 1, 0, -3)), Points.of(new double[][] {{-0.2, 0.9}}));
        assertThat(found.indices()).containsExactly(0);
        assertThat(Folds.of(euler(relu, 1, layer(relu, 1, 0, 3)), FEW)).isEqualTo(Folds.NONE);
    }

    @Test
    void oneParticleAloneAndParticlesInOnePlaceAreNoTrouble() {
        var flow = euler(TANH, 1, layer(TANH, 1, 0, -3));
        assertThat(Folds.of(flow, Points.of(new double[][] {{2}})).layers()).isEmpty();
        assertThat(Folds.of(flow, Points.of(new double[][] {{0, 0, 0}})).indices())
                .containsExactly(0);
        assertThat(Folds.of(flow, Points.of(new double[][] {{}}))).isEqualTo(Folds.NONE);
    }

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes().filter(scheme -> scheme.dimensions().contains(1));
    }

    /// Below the bound each step map is a bijection, and then the whole map increases.
    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aLayerBelowTheBoundDoesNotFold(Cases.Scheme scheme) {
        for (long seed = 1; seed <= 5; seed++) {
            var control = Cases.control(scheme.family(), 1, 5, 4, 4, seed);
            var keeper = new Bijectivity(control.family(), 1, control.width(), scheme.integrator());
            var theta = control.theta();
            int p = control.parametersPerLayer();
            for (int k = 0; k < control.depth(); k++) {
                keeper.restore(control.layers().get(k).duration() / scheme.substeps(), theta, k * p);
            }
            var flow = new FlowMap(control.withTheta(theta), scheme.integrator(), scheme.substeps());
            assertThat(Folds.of(flow, Folds.probes(Box.UNIT, Cases.points(1, 300, seed))))
                    .isEqualTo(Folds.NONE);
            var line = new double[500];
            Arrays.setAll(line, k -> -1 + k / 250.0);
            var image = flow.apply(Points.of(new double[][] {line}));
            for (int k = 1; k < line.length; k++) {
                assertThat(image.at(0, k)).isGreaterThan(image.at(0, k - 1));
            }
        }
    }

    @Test
    void probesOfTheLineAreALatticeAndTheParticles() {
        var probes = Folds.probes(new Box(0, 2), Points.of(new double[][] {{0.3, 0.4}}));
        assertThat(probes.dimension()).isEqualTo(1);
        assertThat(probes.at(0, 0)).isZero();
        assertThat(probes.at(0, probes.size() - 3)).isEqualTo(2);
        assertThat(probes.at(0, probes.size() - 1)).isEqualTo(0.4);
        var plane = Folds.probes(Box.UNIT, Cases.points(2, 3000, 1));
        assertThat(plane.size()).isEqualTo(41 * 41 + 2000);
    }
}
