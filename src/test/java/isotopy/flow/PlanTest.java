package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    private static FlowMap flow(Activation activation, double strength, Integrator integrator) {
        return new FlowMap(Cases.control(new Perceptron(activation), 2, 8, 6, strength, 91), integrator, 3);
    }

    private static Points carried(FlowMap flow, Plan plan, Points x) {
        var control = flow.control();
        var stepper = flow.stepper(x.size());
        var cloud = Cloud.of(x);
        for (int s = 0; s < plan.steps(); s++) {
            int at = plan.layer()[s] * control.parametersPerLayer();
            stepper.step(control.theta(), at, plan.h()[s], cloud, cloud);
        }
        return cloud.points();
    }

    @Test
    void thePlanOfAFixedSchemeIsItsSteps() {
        var flow = flow(Activation.TANH, 1, Integrator.RK4);
        assertThat(flow.plan().steps()).isEqualTo(18);
        assertThat(Plan.frozen(flow, Cases.points(2, 9, 1)).h())
                .containsExactly(flow.plan().h());
        var x = Cases.points(2, 30, 2);
        assertThat(carried(flow, flow.plan(), x)).isEqualTo(flow.apply(x));
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "RELU", "SINE"})
    void frozenStepsFollowTheFlowToTheirTolerance(Activation activation) {
        for (double strength : new double[] {0.3, 3, 20}) {
            var flow = flow(activation, strength, Integrator.DOPRI5);
            var plan = Plan.frozen(flow, Cases.points(2, 64, 3));
            var x = Cases.points(2, 50, 4);
            double allowed = 1e-4 * (1 + Cases.distance(flow.apply(x), x)) * Math.max(1, strength);
            assertThat(Cases.distance(carried(flow, plan, x), flow.apply(x)))
                    .as("%s at strength %s in %d steps", activation, strength, plan.steps())
                    .isLessThan(allowed);
        }
    }

    @Test
    void strongLayersTakeMoreStepsAndWeakOnesTakeOne() {
        var layers = new ArrayList<Layer>();
        for (double strength : new double[] {0.01, 30, 0.01, 1e5}) {
            layers.add(Cases.control(new Perceptron(Activation.TANH), 2, 8, 1, strength, 92)
                    .layers()
                    .getFirst());
        }
        var control = new Control(new Perceptron(Activation.TANH), 2, 8, layers);
        var plan = Plan.frozen(new FlowMap(control, Integrator.DOPRI5, 1), Cases.points(2, 64, 5));
        var counts = new int[4];
        for (int s = 0; s < plan.steps(); s++) {
            counts[plan.layer()[s]]++;
        }
        assertThat(counts[0]).isEqualTo(1);
        assertThat(counts[1]).isBetween(5, 64);
        assertThat(counts[2]).isEqualTo(1);
        assertThat(counts[3]).as("no more than the most").isEqualTo(Plan.MOST);
        double sum = 0;
        for (double h : plan.h()) {
            sum += h;
        }
        assertThat(sum).isCloseTo(control.horizon(), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void withoutProbesThereIsNoChoice() {
        var flow = flow(Activation.TANH, 1, Integrator.DOPRI5);
        assertThatThrownBy(() -> Plan.frozen(flow, Points.of(new double[0], new double[0])))
                .hasMessageContaining("probes: 0");
        assertThatThrownBy(() -> Plan.frozen(flow, Points.single(1, 2, 3))).hasMessageContaining("dimension 2: 3");
    }
}
