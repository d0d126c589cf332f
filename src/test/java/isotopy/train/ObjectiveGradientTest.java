package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Readout;
import isotopy.control.VectorField;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.flow.Tableau;
import isotopy.math.Cloud;
import isotopy.math.Points;
import isotopy.target.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradient of every loss and penalty, with extra coordinates and a read-out, against differences of the objective;
/// and the objective against a plain computation.
class ObjectiveGradientTest {
    private static final int PARTICLES = 6;
    private static final Penalties ALL = new Penalties(0.3, 0.2, 0.7, 0.4, 0.9);

    /// One objective on one network.
    record Case(Cases.Scheme scheme, Loss loss, Penalties penalties) {
        @Override
        public String toString() {
            return scheme + ", " + loss.id() + ", " + penalties;
        }

        FlowMap flow(long seed) {
            int augment = scheme.family().unfit(3).isEmpty() ? 1 : 2;
            int d = 2 + augment;
            var random = new SplittableRandom(seed);
            boolean scores = loss instanceof Loss.CrossEntropy;
            var a = new double[scores ? 3 : 2][d];
            for (var row : a) {
                Arrays.setAll(row, j -> random.nextGaussian());
            }
            var readout = new Readout(a, random.doubles(a.length, -1, 1).toArray(), scores);
            Control control = Cases.control(scheme.family(), d, 3, 3, 0.7, seed).with(augment, Optional.of(readout));
            return new FlowMap(control, scheme.integrator(), scheme.substeps());
        }

        Points goals() {
            if (!(loss instanceof Loss.CrossEntropy)) {
                var far = Cases.points(2, PARTICLES, 92);
                return Points.of(scaled(far.row(0)), scaled(far.row(1)));
            }
            var rows = new double[3][PARTICLES];
            for (int k = 0; k < PARTICLES; k++) {
                rows[k % 3][k] = 1;
            }
            return Points.of(rows);
        }

        /// Some misses are beyond 1, where Huber's loss is linear.
        private static double[] scaled(double[] row) {
            return Arrays.stream(row).map(x -> 2 * x).toArray();
        }

        Batches batch() {
            var batches = new Batches(Cases.points(2, PARTICLES, 91), goals());
            batches.choose(0, Experiment.standard(Preset.SWIRL), 0);
            return batches;
        }
    }

    static Stream<Case> cases() {
        var losses = Loss.all();
        var frozen = ControlFamily.all().stream().map(family -> new Cases.Scheme(family, Integrator.DOPRI5, 1));
        var all = Stream.concat(Cases.schemes(), frozen).toList();
        var whole =
                IntStream.range(0, all.size()).mapToObj(k -> new Case(all.get(k), losses.get(k % losses.size()), ALL));
        var tanh = ControlFamily.named("tanh");
        var alone = Stream.of(
                        Penalties.NONE,
                        Penalties.NONE.withKinetic(1),
                        Penalties.NONE.withJacobian(1),
                        Penalties.NONE.withTracked(1),
                        Penalties.NONE.withRoughness(1),
                        Penalties.NONE.withWeightDecay(1))
                .flatMap(penalties -> losses.stream()
                        .map(loss -> new Case(new Cases.Scheme(tanh, Integrator.RK4, 2), loss, penalties)));
        return Stream.concat(whole, alone);
    }

    private static Gradient gradient(Case one, FlowMap flow, int threads) {
        return new Gradient(
                new Objective(flow, one.loss(), one.penalties()), false, threads, Gradient.Precision.DOUBLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itIsTheLimitOfDifferences(Case one) {
        var flow = one.flow(93);
        var theta = flow.control().values();
        var batch = one.batch();
        var plan = flow.plan();
        boolean kinks = Cases.hasKink(one.scheme().family());
        try (var gradient = gradient(one, flow, 1)) {
            double value = gradient.evaluate(theta, plan, batch);
            assertThat(gradient.costs(0).total(one.penalties())).isCloseTo(value, within(1e-12 * Math.abs(value)));
            var found = gradient.values().clone();
            double largest = Arrays.stream(found).map(Math::abs).max().orElseThrow();
            double e = 1e-5;
            int trusted = 0;
            for (int i = 0; i < theta.length; i++) {
                double kept = theta[i];
                theta[i] = kept + e;
                double ahead = gradient.evaluate(theta, plan, batch);
                theta[i] = kept - e;
                double behind = gradient.evaluate(theta, plan, batch);
                theta[i] = kept;
                double bend = Math.abs(ahead - 2 * value + behind) / e;
                if (kinks && bend > 1e-3 * largest) {
                    continue; // a corner lies between: one particle changed sides
                }
                trusted++;
                assertThat(found[i])
                        .as("θ[%d]", i)
                        .isCloseTo((ahead - behind) / (2 * e), within(2e-7 * largest + (kinks ? bend : 0)));
            }
            assertThat(trusted).as("parameters that were compared").isGreaterThan(theta.length * 8 / 10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theNumberOfThreadsChangesNoBit(Case one) {
        var flow = one.flow(94);
        var theta = flow.control().values();
        var experiment = Experiment.standard(Preset.SWIRL);
        int many = 900;
        var wide = new double[one.goals().dimension()][many];
        for (int k = 0; k < many; k++) {
            wide[k % wide.length][k] = 1;
        }
        var batch = new Batches(Cases.points(2, many, 95), Points.of(wide));
        batch.choose(700, experiment, 0);
        try (var single = gradient(one, flow, 1);
                var two = gradient(one, flow, 2);
                var three = gradient(one, flow, 3)) {
            double value = single.evaluate(theta, flow.plan(), batch);
            assertThat(two.evaluate(theta, flow.plan(), batch)).isEqualTo(value);
            assertThat(three.evaluate(theta, flow.plan(), batch)).isEqualTo(value);
            assertThat(two.values()).containsExactly(single.values());
            assertThat(three.values()).containsExactly(single.values());
            assertThat(three.costs(0)).isEqualTo(single.costs(0));
        }
    }

    /// Every part from the formulas, particle by particle, with nothing shared with the engine but f and, where a
    /// scheme has no tableau, its step.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itsPartsAreThoseOfThePlainFormulas(Case one) {
        var flow = one.flow(96);
        var found = new Tally();
        for (int k = 0; k < PARTICLES; k++) {
            walk(one, flow, k, found);
        }
        found.scale(1.0 / PARTICLES);
        try (var gradient = gradient(one, flow, 1)) {
            gradient.evaluate(flow.control().values(), flow.plan(), one.batch());
            var costs = gradient.costs(0);
            var on = one.penalties();
            assertThat(costs.loss()).isCloseTo(found.loss, within(1e-11));
            assertThat(costs.tracked()).isCloseTo(on.tracked() > 0 ? found.tracked : 0, within(1e-11));
            assertThat(costs.kinetic()).isCloseTo(on.kinetic() > 0 ? found.kinetic : 0, within(1e-11));
            assertThat(costs.jacobian())
                    .isCloseTo(on.jacobian() > 0 ? found.jacobian : 0, within(1e-9 * (1 + found.jacobian)));
        }
    }

    /// Adds what particle k costs.
    private static void walk(Case one, FlowMap flow, int k, Tally into) {
        var control = flow.control();
        var theta = control.theta();
        var field = control.family().field(control.dimension(), control.width(), 1);
        var x = Cases.points(2, PARTICLES, 91);
        var z = new Cloud(control.dimension(), 1);
        z.row(0)[0] = x.at(0, k);
        z.row(1)[0] = x.at(1, k);
        var plan = flow.plan();
        double before = loss(one, control, z, k);
        for (int s = 0; s < plan.steps(); s++) {
            int at = plan.layer()[s] * control.parametersPerLayer();
            double h = plan.h()[s];
            if (flow.integrator().tableau().isPresent()) {
                step(flow.integrator().tableau().get(), field, theta, at, h, z, into);
            } else {
                pay(field, theta, at, h / 2, z, into);
                flow.stepper(1).step(theta, at, h, z, z);
                pay(field, theta, at, h / 2, z, into);
            }
            double after = loss(one, control, z, k);
            into.tracked += h * (before + after) / 2;
            before = after;
        }
        into.loss += before;
    }

    private static void step(
            Tableau tableau, VectorField field, double[] theta, int at, double h, Cloud z, Tally into) {
        var slopes = new ArrayList<Cloud>();
        for (int i = 0; i < tableau.stages(); i++) {
            var stage = Cloud.of(z.points());
            for (int j = 0; j < i; j++) {
                stage.add(h * tableau.a(i, j), slopes.get(j));
            }
            slopes.add(pay(field, theta, at, h * tableau.b(i), stage, into));
        }
        for (int i = 0; i < slopes.size(); i++) {
            z.add(h * tableau.b(i), slopes.get(i));
        }
    }

    /// Adds what a moment at z costs; returns f there.
    private static Cloud pay(VectorField field, double[] theta, int at, double share, Cloud z, Tally into) {
        var f = new Cloud(z.dimension(), 1);
        field.velocity(theta, at, z, f);
        into.kinetic += share * Cases.inner(f, f);
        into.jacobian += share * squaredNorm(field, theta, at, z);
        return f;
    }

    private static double squaredNorm(VectorField field, double[] theta, int at, Cloud z) {
        double sum = 0;
        for (int j = 0; j < z.dimension(); j++) {
            var unit = new Cloud(z.dimension(), 1);
            unit.row(j)[0] = 1;
            var column = new Cloud(z.dimension(), 1);
            field.differential(theta, at, z, unit, column);
            sum += Cases.inner(column, column);
        }
        return sum;
    }

    private static double loss(Case one, Control control, Cloud z, int k) {
        var map = control.readout().orElseThrow();
        var found = new double[map.outputs()];
        for (int i = 0; i < found.length; i++) {
            found[i] = map.c(i);
            for (int j = 0; j < map.dimension(); j++) {
                found[i] += map.a(i, j) * z.row(j)[0];
            }
        }
        double sum = 0;
        double total = Arrays.stream(found).map(Math::exp).sum();
        for (int i = 0; i < found.length; i++) {
            double y = one.goals().at(i, k);
            double r = Math.abs(found[i] - y);
            sum += switch (one.loss()) {
                case Loss.Squared() -> r * r;
                case Loss.Huber() -> 2 * (r <= 1 ? r * r / 2 : r - 0.5);
                case Loss.CrossEntropy() -> -y * Math.log(Math.exp(found[i]) / total);
            };
        }
        return sum;
    }

    @Test
    void roughnessAndDecayAreTheirFormulas() {
        var one = new Case(new Cases.Scheme(ControlFamily.named("relu"), Integrator.EULER, 1), new Loss.Squared(), ALL);
        var flow = one.flow(97);
        var control = flow.control();
        double rough = 0;
        for (int k = 0; k + 1 < control.depth(); k++) {
            var a = control.layers().get(k);
            var b = control.layers().get(k + 1);
            for (int i = 0; i < a.parameters(); i++) {
                rough += Math.pow(b.theta()[i] - a.theta()[i], 2) / ((a.duration() + b.duration()) / 2);
            }
        }
        double decay = Arrays.stream(control.values()).map(v -> v * v).sum() / 2;
        try (var gradient = gradient(one, flow, 1)) {
            gradient.evaluate(control.values(), flow.plan(), one.batch());
            assertThat(gradient.costs(0).roughness()).isCloseTo(rough, within(1e-11));
            assertThat(gradient.costs(0).weightDecay()).isCloseTo(decay, within(1e-11));
        }
    }

    @Test
    void everyPathCostsAtLeastItsDisplacementSquaredByTheTime() {
        for (var integrator : List.of(Integrator.EULER, Integrator.MIDPOINT, Integrator.HEUN, Integrator.RK4)) {
            for (long seed = 1; seed <= 20; seed++) {
                var scheme = new Cases.Scheme(ControlFamily.named("tanh"), integrator, 2);
                var flow = scheme.flow(2, 4, 3, seed);
                var x = Cases.points(2, PARTICLES, seed);
                var y = flow.apply(x);
                double displacement = Evaluation.between(x, y).meanSquare();
                var batch = new Batches(x, y);
                batch.choose(0, Experiment.standard(Preset.SWIRL), 0);
                var penalties = Penalties.NONE.withKinetic(1);
                try (var gradient = new Gradient(
                        new Objective(flow, new Loss.Squared(), penalties), false, 1, Gradient.Precision.DOUBLE)) {
                    gradient.evaluate(flow.control().values(), flow.plan(), batch);
                    double floor = displacement / flow.control().horizon();
                    assertThat(gradient.costs(0).kinetic())
                            .as("%s, seed %d", scheme, seed)
                            .isGreaterThanOrEqualTo(floor * (1 - 1e-12));
                }
            }
        }
    }
}
