package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private final Trajectory path =
            new Trajectory(new double[] {0, 1, 3}, new double[][][] {{{0, 10}}, {{1, 20}}, {{5, 0}}});

    @Test
    void betweenKeptTimesAPathIsStraight() {
        assertThat(path.at(0.5, 0, 0)).isEqualTo(0.5);
        assertThat(path.at(2.0, 0, 0)).isEqualTo(3);
        assertThat(path.points(2.5)).isEqualTo(Points.of(new double[] {4, 5}));
        assertThat(path.at(1.0, 0, 1)).isEqualTo(20);
    }

    @Test
    void beyondTheEndsItStaysAtThem() {
        assertThat(path.points(-1)).isEqualTo(path.points(0)).isEqualTo(Points.of(new double[] {0, 10}));
        assertThat(path.points(9)).isEqualTo(path.points(3)).isEqualTo(Points.of(new double[] {5, 0}));
    }

    @Test
    void thePieceThatHoldsATimeIsFound() {
        assertThat(List.of(path.piece(-1), path.piece(0), path.piece(0.9), path.piece(1), path.piece(3), path.piece(7)))
                .containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(path.samples()).isEqualTo(3);
        assertThat(path.dimension()).isEqualTo(1);
        assertThat(path.horizon()).isEqualTo(3);
        assertThat(path.at(2, 0, 1)).isZero();
        assertThatThrownBy(() -> new Trajectory(new double[] {0}, new double[1][1][1]))
                .hasMessageContaining("1, 1");
    }

    @Test
    void anExactTrajectoryKeepsTheTimesThatWereAskedFor() {
        var control = Cases.control(new Perceptron(Activation.TANH), 2, 4, 3, 1, 51);
        var x = Cases.points(2, 5, 1);
        var exact = new ExactFlow(control, 1e-10);
        var found = exact.trajectory(x, 3);
        assertThat(found.samples()).isEqualTo(10);
        assertThat(found.points(0)).isEqualTo(x);
        var fine = new FlowMap(control, Integrator.RK4, 150);
        for (int k = 0; k < found.samples(); k++) {
            assertThat(Cases.distance(found.points(found.time(k)), fine.at(x, found.time(k))))
                    .isLessThan(1e-8);
        }
        assertThat(exact.apply(x)).isEqualTo(exact.trajectory(x, 1).points(control.horizon()));
        assertThatThrownBy(() -> exact.trajectory(x, 0)).hasMessageContaining("≥ 1: 0");
        assertThatThrownBy(() -> exact.apply(Points.single(1, 2, 3))).hasMessageContaining("dimension");
        assertThatThrownBy(() -> new ExactFlow(control, 0)).hasMessageContaining("0.0");
    }

    @Test
    void anExactPathThatLeavesTheNumbersIsNotANumberAndEnds() {
        var explosive = new Weights(new double[][] {{1e4, 0}, {0, 0}}, new double[2], new double[][] {{1, 0}, {0, 1}});
        var layers = List.of(new Layer(new Affine().theta(explosive), 1), new Layer(new double[6], 1));
        var control = new Control(new Affine(), 2, 1, layers);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var end = new ExactFlow(control, 1e-8).apply(Points.of(new double[] {1, 0}, new double[] {1, 1}));
            assertThat(end.at(0, 0)).isNaN();
            assertThat(end.at(0, 1)).isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void anExactFlowFollowsLayersThatHardlyLast() {
        var control = new Control(
                new Affine(),
                2,
                1,
                List.of(new Layer(new double[6], 1), new Layer(new double[] {0, 0, 1e12, 0, 0, 0}, 1e-13)));
        assertThat(new ExactFlow(control, 1e-10).apply(Points.single(0, 0)).at(0, 0))
                .isCloseTo(0.1, within(1e-9));
    }
}
