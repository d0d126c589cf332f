package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.Perceptron;
import isotopy.control.Readout;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Flows with extra coordinates and a read-out: what goes in, what is seen on the way, what comes out.
class AugmentedFlowTest {
    private static final double[][] A = {{0.5, -1, 2}, {0.25, 1, -0.5}};
    private static final double[] C = {0.1, -0.3};

    private static Control state(int dimension) {
        return Cases.control(new Perceptron(Activation.TANH), dimension, 4, 3, 1, 71);
    }

    private static FlowMap lifted(boolean scores) {
        var control = state(3).with(1, Optional.of(new Readout(A, C, scores)));
        return new FlowMap(control, Integrator.EULER, 2);
    }

    /// The same layers as a flow of the space of all coordinates.
    private static FlowMap whole() {
        return new FlowMap(state(3), Integrator.EULER, 2);
    }

    private static Points withZeros(Points x) {
        return Points.of(x.row(0), x.row(1), new double[x.size()]);
    }

    @Test
    void pointsAreLiftedByZerosAndTheOutputIsReadOffTheLastState() {
        var x = Cases.points(2, 300, 1);
        var states = whole().apply(withZeros(x));
        assertThat(lifted(false).states(x, 1)).isEqualTo(states);
        for (var flow : new FlowMap[] {lifted(false), lifted(true)}) {
            var out = flow.apply(x);
            for (int k = 0; k < x.size(); k++) {
                for (int i = 0; i < 2; i++) {
                    double expected = C[i];
                    for (int j = 0; j < 3; j++) {
                        expected += A[i][j] * states.at(j, k);
                    }
                    assertThat(out.at(i, k)).isCloseTo(expected, within(1e-14));
                }
            }
        }
    }

    @Test
    void theViewTurnsFromTheFirstCoordinatesToTheReadout() {
        var flow = lifted(false);
        double horizon = flow.control().horizon();
        var x = Cases.points(2, 300, 2);
        assertThat(flow.at(x, 0)).isEqualTo(x);
        assertThat(flow.at(x, horizon)).isEqualTo(flow.apply(x));
        var states = flow.states(x, 0.4 * horizon);
        var seen = flow.at(x, 0.4 * horizon);
        for (int k = 0; k < x.size(); k++) {
            double read = C[1] + A[1][0] * states.at(0, k) + A[1][1] * states.at(1, k) + A[1][2] * states.at(2, k);
            assertThat(seen.at(1, k)).isCloseTo(0.6 * states.at(1, k) + 0.4 * read, within(1e-14));
        }
    }

    @Test
    void whereTheOutputIsScoresTheFirstCoordinatesAreSeen() {
        var flow = lifted(true);
        var x = Cases.points(2, 300, 3);
        for (double t : new double[] {0, 0.3, flow.control().horizon()}) {
            var states = flow.states(x, t);
            assertThat(flow.at(x, t)).isEqualTo(Points.of(states.row(0), states.row(1)));
        }
    }

    @Test
    void trajectoriesPassWhereTheMapIsSeen() {
        var x = Cases.points(2, 300, 4);
        for (boolean scores : new boolean[] {false, true}) {
            var flow = lifted(scores);
            var path = flow.trajectory(x, 2);
            var states = flow.stateTrajectory(x, 2);
            assertThat(path.dimension()).isEqualTo(2);
            assertThat(states.dimension()).isEqualTo(3);
            for (int s = 0; s < path.samples(); s++) {
                double t = path.time(s);
                assertThat(Cases.distance(path.points(t), flow.at(x, t))).isLessThan(1e-13);
                assertThat(Cases.distance(states.points(t), flow.states(x, t))).isLessThan(1e-13);
            }
            assertThat(path.points(path.horizon())).isEqualTo(flow.at(x, path.horizon()));
        }
    }

    @Test
    void theExactFlowIsEnteredAndSeenTheSameWay() {
        var x = Cases.points(2, 20, 5);
        var exact = new ExactFlow(lifted(false).control(), 1e-11);
        var fine = new FlowMap(exact.control(), Integrator.RK4, 100);
        assertThat(Cases.distance(exact.apply(x), fine.apply(x))).isLessThan(1e-8);
        var path = exact.trajectory(x, 1);
        for (int s = 0; s < path.samples(); s++) {
            assertThat(Cases.distance(path.points(path.time(s)), fine.at(x, path.time(s))))
                    .isLessThan(1e-8);
        }
    }

    @Test
    void theDeterminantIsThatOfTheWholeState() {
        var x = Cases.points(2, 30, 6);
        assertThat(lifted(false).determinant(x, 0.7)).containsExactly(whole().determinant(withZeros(x), 0.7));
    }

    @Test
    void extraCoordinatesLeaveNoWayBack() {
        assertThat(lifted(false).inverse(Points.single(0, 0)))
                .isEqualTo(new Inversion.Blind(
                        "this flow has extra coordinates, which the read-out forgets: it has no inverse"));
    }

    @Test
    void aReadoutWithoutExtraCoordinatesIsUndoneToo() {
        var read = new Readout(new double[][] {{0.5, -1}, {0.25, 1}}, C, false);
        var flow = new FlowMap(state(2).with(0, Optional.of(read)), Integrator.RK4, 1);
        var x = Cases.points(2, 300, 7);
        for (double t : new double[] {
            0.2, 0.5 * flow.control().horizon(), flow.control().horizon()
        }) {
            var back = (Inversion.Found) flow.inverse(flow.at(x, t), t);
            assertThat(Cases.distance(back.points(), x)).isLessThan(1e-12);
        }
        var flat = new Readout(new double[][] {{1, 1}, {2, 2}}, C, false);
        var flattened = new FlowMap(state(2).with(0, Optional.of(flat)), Integrator.RK4, 1);
        assertThat(((Inversion.Blind) flattened.inverse(x)).reason()).contains("flattens");
    }

    @Test
    void foldsAreMarkedWhereTheyAreSeen() {
        var strong = Cases.control(new Perceptron(Activation.TANH), 3, 4, 3, 15, 71);
        var flow = new FlowMap(strong.with(1, Optional.of(new Readout(A, C, false))), Integrator.EULER, 1);
        var folds = Folds.of(flow, Cases.points(2, 500, 8));
        assertThat(folds.layers()).isNotEmpty().allMatch(fold -> fold.where().dimension() == 2);
    }

    @Test
    void pointsOfOtherSpacesAreRefused() {
        var flow = lifted(false);
        assertThatThrownBy(() -> flow.apply(Points.single(1, 2, 3))).hasMessageContaining("dimension 2: 3");
        assertThatThrownBy(() -> flow.trajectory(Points.single(1), 1)).hasMessageContaining("dimension 2: 1");
        assertThatThrownBy(() -> new ExactFlow(flow.control(), 1e-8).apply(Points.single(1)))
                .hasMessageContaining("dimension 2: 1");
    }
}
