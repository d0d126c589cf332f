package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Weights;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The flow itself, each particle with steps of its own, judged by the solver of order 8 of Commons Math.
class AdaptiveFlowTest {
    static Stream<ControlFamily> families() {
        return ControlFamily.all().stream();
    }

    private static FlowMap standard(ControlFamily family, int depth) {
        return new FlowMap(Cases.control(family, 2, 16, depth, 1.5, 81), Integrator.DOPRI5, 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void twentyLayersEndWhereTheJudgeSays(ControlFamily family) {
        var flow = standard(family, 20);
        var x = Cases.points(2, 6, 1);
        double strength = Cases.distance(flow.apply(x), x);
        assertThat(strength).as("the flow moves").isGreaterThan(0.1);
        double miss = Cases.distance(flow.apply(x), new ExactFlow(flow.control(), 1e-14).apply(x));
        // across corners the judge itself is not sure of more
        assertThat(miss).as("%s", family.id()).isLessThan(smooth(family) ? 1e-12 : 1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void smallerStepsChangeNothingThatCounts(ControlFamily family) {
        var flow = standard(family, 20);
        var x = Cases.points(2, 6, 1);
        var finer = new DormandPrince(new Motion.Particles(flow.control(), 6), 6, 1e-16);
        var cloud = Cloud.of(x);
        for (int k = 0; k < 20; k++) {
            finer.advance(k, flow.control().layers().get(k).duration(), cloud, 0, (s, i, j, value) -> {});
        }
        assertThat(Cases.distance(flow.apply(x), cloud.points()))
                .as("%s", family.id())
                .isLessThan(1e-12);
    }

    private static boolean smooth(ControlFamily family) {
        return !Cases.hasKink(family) && family.activation() != Activation.ELU;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void thePathInsideALayerIsTheMapAtThatTime(ControlFamily family) {
        var flow = standard(family, 3);
        var x = Cases.points(2, 300, 2);
        var path = flow.trajectory(x, 5);
        for (int s = 0; s < path.samples(); s++) {
            assertThat(Cases.distance(path.points(path.time(s)), flow.at(x, path.time(s))))
                    .as("sample %d", s)
                    .isLessThan(5e-11);
        }
        assertThat(path.points(0)).isEqualTo(x);
        assertThat(path.points(path.horizon())).isEqualTo(flow.apply(x));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void thereAndBackIsTheIdentity(ControlFamily family) {
        var flow = standard(family, 5);
        var x = Cases.points(2, 300, 3);
        for (double t :
                new double[] {0.37 * flow.control().horizon(), flow.control().horizon()}) {
            var back = (Inversion.Found) flow.inverse(flow.at(x, t), t);
            double miss = Cases.distance(back.points(), x);
            assertThat(miss).isLessThan(2e-12);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aPointMovesTheSameAloneAndAmongAThousand(ControlFamily family) {
        var flow = standard(family, 3);
        var x = Cases.points(2, 600, 4);
        var together = flow.apply(x);
        for (int k : new int[] {0, 255, 256, 599}) {
            assertThat(flow.apply(x.select(new int[] {k})).point(0)).containsExactly(together.point(k));
        }
    }

    @Test
    void aParticleThatCannotBeFollowedIsNotANumberAndTheOthersGoOn() {
        var explosive = new Weights(new double[][] {{1e4, 0}, {0, 0}}, new double[2], new double[][] {{1, 0}, {0, 1}});
        var layers = List.of(new Layer(new Affine().theta(explosive), 1), new Layer(new double[6], 1));
        var flow = new FlowMap(new Control(new Affine(), 2, 1, layers), Integrator.DOPRI5, 1);
        var end = flow.apply(Points.of(new double[] {1, 0}, new double[] {1, 1}));
        assertThat(end.at(0, 0)).isNaN();
        assertThat(end.at(0, 1)).isCloseTo(0, within(1e-12));
        var path = flow.trajectory(Points.of(new double[] {1, 0}, new double[] {1, 1}), 2);
        assertThat(path.at(2, 0, 0)).isNaN();
        assertThat(path.at(1, 1, 1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theSolverAllocatesNothing() {
        var flow = standard(new Perceptron(Activation.RELU), 2);
        var solver = new DormandPrince(new Motion.Particles(flow.control(), 64), 64);
        var cloud = new Cloud(2, 64);
        var start = Cloud.of(Cases.points(2, 64, 5));
        DormandPrince.Samples none = (s, k, i, value) -> {};
        Runnable work = () -> {
            cloud.set(start);
            solver.fresh();
            solver.advance(0, 0.5, cloud, 3, none);
            solver.advance(1, -0.5, cloud, 0, none);
        };
        assertThat(Cases.leastAllocated(work)).isZero();
    }

    @Test
    void noPointsGoNowhere() {
        var flow = standard(new Perceptron(Activation.TANH), 2);
        var none = Points.of(new double[0], new double[0]);
        assertThat(flow.apply(none).size()).isZero();
        assertThat(flow.inverse(none)).isEqualTo(new Inversion.Found(none));
        assertThat(flow.trajectory(none, 2).size()).isZero();
    }
}
