package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Affine;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Readout;
import isotopy.math.Activation;
import isotopy.math.Points;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The logarithm of the volume, against the determinant and against what it must be.
class VolumeTest {
    static Stream<Cases.Scheme> schemes() {
        return Stream.concat(
                Cases.schemes(), Stream.of(new Cases.Scheme(new Perceptron(Activation.TANH), Integrator.DOPRI5, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void itIsTheLogarithmOfTheDeterminant(Cases.Scheme scheme) {
        for (int d = 1; d <= 3; d++) {
            if (scheme.family().unfit(d).isPresent()) {
                continue;
            }
            var flow = scheme.flow(d, 4, 3, 121);
            var x = Cases.points(d, 300, 1);
            double t = 0.7;
            var logs = flow.logDeterminant(x, t);
            var determinants = flow.determinant(x, t);
            for (int k = 0; k < 300; k++) {
                assertThat(logs[k])
                        .as("%s, d = %d", scheme, d)
                        .isCloseTo(Math.log(Math.abs(determinants[k])), within(1e-10));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void alongTheWayItIsThatOfEachTime(Cases.Scheme scheme) {
        var flow = scheme.flow(2, 4, 3, 122);
        var x = Cases.points(2, 300, 2);
        for (int perLayer : new int[] {1, 2}) {
            var path = flow.trajectory(x, perLayer);
            var along = flow.logDeterminants(x, perLayer);
            assertThat(along).hasDimensions(path.samples(), 300);
            for (int s = 0; s < path.samples(); s++) {
                var expected = flow.logDeterminant(x, path.time(s));
                for (int k = 0; k < 300; k += 7) {
                    assertThat(along[s][k]).as("%s at %s", scheme, path.time(s)).isCloseTo(expected[k], within(1e-9));
                }
            }
        }
    }

    @Test
    void theFlowOfALinearFieldGrowsByItsTrace() {
        var theta = new double[] {0.5, -2, 0.1, 1, -1.7, 0.2};
        var control = new Control(new Affine(), 2, 1, List.of(new Layer(theta, 0.8)));
        var logs = new FlowMap(control, Integrator.DOPRI5, 1).logDeterminant(Cases.points(2, 9, 3), 0.8);
        for (double log : logs) {
            assertThat(log).isCloseTo(0.8 * (0.5 - 1.7), within(1e-12));
        }
    }

    @Test
    void volumesThatNoDoubleHoldsStillHaveALogarithm() {
        var theta = new double[] {-30, 0, 0, 0, -30, 0};
        var layers = java.util.Collections.nCopies(20, new Layer(theta, 1));
        var flow = new FlowMap(new Control(new Affine(), 2, 1, layers), Integrator.RK4, 64);
        assertThat(flow.determinant(Points.single(1, 1), 20)).containsExactly(0);
        assertThat(flow.logDeterminant(Points.single(1, 1), 20)[0]).isCloseTo(-1200, within(1.0));
    }

    @Test
    void whereSpaceIsFlattenedItIsMinusInfinity() {
        var theta = new double[] {-1, 0, 0, 0, 0, 0};
        var flow = new FlowMap(new Control(new Affine(), 2, 1, List.of(new Layer(theta, 1))), Integrator.EULER, 1);
        assertThat(flow.logDeterminant(Points.single(1, 1), 1)).containsExactly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void withExtraCoordinatesItIsThatOfTheWholeState() {
        var whole = Cases.control(new Perceptron(Activation.TANH), 3, 4, 3, 1, 123);
        var lifted = whole.with(1, Optional.of(Readout.projection(2, 3)));
        var x = Cases.points(2, 20, 4);
        var withZero = Points.of(x.row(0), x.row(1), new double[20]);
        for (var integrator : List.of(Integrator.EULER, Integrator.DOPRI5)) {
            assertThat(new FlowMap(lifted, integrator, 1).logDeterminant(x, 0.6))
                    .containsExactly(new FlowMap(whole, integrator, 1).logDeterminant(withZero, 0.6));
        }
    }
}
