package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Activation;
import isotopy.math.Box;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlTest {
    private static final ControlFamily TANH = new Perceptron(Activation.TANH);

    private static Control lasting(double... durations) {
        var layers = new java.util.ArrayList<Layer>();
        for (double duration : durations) {
            layers.add(new Layer(new double[TANH.parameters(2, 3)], duration));
        }
        return new Control(TANH, 2, 3, layers);
    }

    @Test
    void layersFollowEachOtherInTime() {
        var control = lasting(0.5, 0.25, 1.25);
        assertThat(control.horizon()).isEqualTo(2);
        assertThat(control.edges()).containsExactly(0, 0.5, 0.75, 2);
        assertThat(List.of(control.layerAt(0), control.layerAt(0.5), control.layerAt(0.74), control.layerAt(0.75)))
                .containsExactly(0, 1, 1, 2);
        assertThat(control.layerAt(2)).isEqualTo(2);
        assertThat(control.layerAt(99)).isEqualTo(2);
        assertThat(control.layerAt(-1)).isEqualTo(0);
    }

    @Test
    void atRestItHasEqualLayersThatAddUpToTheHorizon() {
        var control = Control.atRest(TANH, 2, 4, 7, 3, Box.UNIT, new SplittableRandom(1));
        assertThat(control.depth()).isEqualTo(7);
        assertThat(control.horizon()).isCloseTo(3, within(1e-14));
        assertThat(control.layers()).extracting(Layer::duration).containsOnly(3 / 7.0);
        assertThat(control.layers().get(0).theta())
                .isNotEqualTo(control.layers().get(1).theta());
    }

    @Test
    void thetaGoesThereAndBack() {
        var control = Cases.control(TANH, 2, 3, 4, 1, 5);
        var theta = control.theta();
        assertThat(control.withTheta(theta)).isEqualTo(control);
        theta[TANH.parameters(2, 3) + 1] = 42;
        var changed = control.withTheta(theta);
        assertThat(changed.layers().get(1).theta()[1]).isEqualTo(42);
        assertThat(changed.layers().get(0)).isEqualTo(control.layers().get(0));
        assertThat(control.theta()).isNotEqualTo(theta);
        assertThatThrownBy(() -> control.withTheta(new double[3]))
                .hasMessageContaining("60")
                .hasMessageContaining("3");
    }

    @Test
    void whatIsNoControlIsRefusedWithTheNumber() {
        assertThatThrownBy(() -> new Control(TANH, 2, 3, List.of())).hasMessage("depth must be ≥ 1: 0");
        assertThatThrownBy(() -> new Control(TANH, 0, 3, List.of())).hasMessage("dimension must be ≥ 1: 0");
        assertThatThrownBy(() -> new Control(TANH, 2, 0, List.of())).hasMessage("width must be ≥ 1: 0");
        assertThatThrownBy(() -> new Control(TANH, 2, 3, List.of(new Layer(new double[14], 1))))
                .hasMessageContaining("15 parameters: 14");
        assertThatThrownBy(() -> Control.atRest(TANH, 2, 3, -1, 1, Box.UNIT, new SplittableRandom(1)))
                .hasMessageContaining("depth must be ≥ 1");
        assertThatThrownBy(() -> new Layer(new double[1], 0)).hasMessageContaining("positive: 0.0");
        assertThatThrownBy(() -> new Layer(new double[1], Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Layer(new double[] {Double.NaN}, 1)).hasMessageContaining("finite: NaN");
    }

    @Test
    void aLayerIsImmutableAndKnowsItsSize() {
        double[] theta = {3, 4};
        var layer = new Layer(theta, 1);
        theta[0] = 99;
        layer.theta()[1] = 99;
        assertThat(layer.norm()).isEqualTo(5);
        assertThat(layer).isEqualTo(new Layer(new double[] {3, 4}, 1)).isNotEqualTo(new Layer(new double[] {3, 4}, 2));
        assertThat(layer).hasSameHashCodeAs(new Layer(new double[] {3, 4}, 1));
    }
}
