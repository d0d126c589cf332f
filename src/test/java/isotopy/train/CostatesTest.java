package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.flow.FlowMap;
import isotopy.math.Points;
import isotopy.target.Preset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostatesTest {
    private static final int PARTICLES = 300; // more than a tile

    static Stream<Cases.Scheme> schemes() {
        return Cases.schemes().filter(scheme -> !Cases.hasKink(scheme.family()));
    }

    private static Experiment experiment(Cases.Scheme scheme, Penalties penalties) {
        var experiment = Experiment.standard(Preset.SWIRL);
        return experiment
                .withNetwork(experiment
                        .network()
                        .withFamily(scheme.family())
                        .withIntegrator(scheme.integrator())
                        .withSubsteps(scheme.substeps())
                        .withWidth(3)
                        .withDepth(3))
                .withRecipe(experiment.recipe().withPenalties(penalties));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aCostateIsTheSlopeOfTheLossWithRespectToTheStateThere(Cases.Scheme scheme) {
        var experiment = experiment(scheme, Penalties.NONE);
        var flow = scheme.flow(2, 3, 3, 51);
        var control = flow.control();
        var x = Cases.points(2, PARTICLES, 52);
        var y = Cases.points(2, PARTICLES, 53);
        var costates = Costates.of(experiment, control, x, y);
        assertThat(costates.samples()).isEqualTo(4);
        assertThat(costates.horizon()).isEqualTo(control.horizon());
        double e = 1e-5;
        int particle = 270;
        for (int edge = 0; edge <= 3; edge++) {
            var state = edge == 0 ? x : flow.at(x, control.edges()[edge]);
            for (int i = 0; i < 2; i++) {
                double ahead = loss(flow, edge, state, y, particle, i, e);
                double behind = loss(flow, edge, state, y, particle, i, -e);
                assertThat(costates.at(edge, i, particle))
                        .as("edge %d, coordinate %d", edge, i)
                        .isCloseTo((ahead - behind) / (2 * e), within(1e-6));
            }
        }
    }

    /// What the particle costs when it is moved by `e` at that edge and goes through the layers after it.
    private static double loss(FlowMap flow, int edge, Points state, Points y, int particle, int i, double e) {
        var z = state.point(particle);
        z[i] += e;
        var moved = Points.single(z);
        var control = flow.control();
        var end = edge == control.depth()
                ? moved
                : new FlowMap(
                                new Control(
                                        control.family(),
                                        2,
                                        control.width(),
                                        control.layers().subList(edge, control.depth())),
                                flow.integrator(),
                                flow.substeps())
                        .apply(moved);
        return Evaluation.between(end, y.select(new int[] {particle})).meanSquare();
    }

    /// At t = 0 the costate is the slope with respect to where the particle starts, of all that the way costs.
    @Test
    void costsAlongTheWayArePartOfIt() {
        var penalties = new Penalties(0, 0, 0.3, 0.2, 0.5);
        var scheme = Cases.schemes()
                .filter(one -> one.family().equals(ControlFamily.named("tanh"))
                        && one.integrator().id().equals("rk4"))
                .findFirst()
                .orElseThrow();
        var experiment = experiment(scheme, penalties);
        var flow = scheme.flow(2, 3, 3, 54);
        var x = Cases.points(2, 1, 55);
        var y = Cases.points(2, 1, 56);
        var costates = Costates.of(experiment, flow.control(), x, y);
        double e = 1e-5;
        for (int i = 0; i < 2; i++) {
            double slope =
                    (objective(experiment, flow, x, y, i, e) - objective(experiment, flow, x, y, i, -e)) / (2 * e);
            assertThat(costates.at(0, i, 0)).isCloseTo(slope, within(1e-7));
        }
    }

    private static double objective(Experiment experiment, FlowMap flow, Points x, Points y, int i, double e) {
        var start = x.point(0);
        start[i] += e;
        var batch = new Batches(Points.single(start), y);
        batch.choose(0, experiment, 0);
        try (var gradient = new Gradient(Objective.of(experiment, flow), false, 1, Gradient.Precision.DOUBLE)) {
            return gradient.evaluate(flow.control().values(), flow.plan(), batch);
        }
    }

    @Test
    void withExtraCoordinatesTheCostateHasThemToo() {
        var experiment = Experiment.standard(Preset.SWIRL);
        experiment = experiment.withNetwork(
                experiment.network().withWidth(3).withDepth(3).withAugment(2));
        var x = Cases.points(2, 5, 57);
        var costates = Costates.of(experiment, experiment.start(), x, Cases.points(2, 5, 58));
        assertThat(costates.dimension()).isEqualTo(4);
        assertThat(costates.at(3, 2, 0)).as("read off a little").isNotZero();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var experiment = Experiment.standard(Preset.SWIRL);
        var x = Cases.points(2, 5, 57);
        assertThatThrownBy(() -> Costates.of(experiment, experiment.start(), x, Cases.points(2, 4, 58)))
                .hasMessageContaining("as many goals");
        var other = experiment.withNetwork(experiment.network().withFamily(ControlFamily.named("relu")));
        assertThatThrownBy(() -> Costates.of(other, experiment.start(), x, x)).hasMessageContaining("family tanh");
    }
}
