package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of one step, for every family and every integrator.
class StepperTest {
    private static final int AT = 4;
    private static final int Q = 3;
    private static final double H = 0.3;

    record Case(ControlFamily family, Integrator integrator, int dimension) {
        Stepper stepper() {
            return Stepper.of(integrator, family, dimension, Q, 40);
        }

        double[] theta() {
            int p = family.parameters(dimension, Q);
            var theta = new double[AT + p + 3];
            Arrays.fill(theta, 1e50);
            System.arraycopy(Cases.theta(family, dimension, Q, new SplittableRandom(21)), 0, theta, AT, p);
            return theta;
        }

        /// States from which no stage comes near a corner of σ: a third of a step away nothing has moved by
        /// more than the margin.
        Cloud states() {
            var own = Arrays.copyOfRange(theta(), AT, theta().length - 3);
            var pool = Cases.points(dimension, 40_000, 22);
            double margin = Cases.hasKink(family) ? reach(pool, own) : 0;
            var away = Cases.awayFromKinks(family, dimension, Q, own, pool, margin);
            return Cloud.of(away.select(java.util.stream.IntStream.range(0, Math.min(30, away.size()))
                    .toArray()));
        }

        /// No stage changes the argument of σ by more than this.
        private double reach(Points pool, double[] own) {
            var field = family.field(dimension, Q, pool.size());
            var f = new Cloud(dimension, pool.size());
            field.velocity(own, 0, Cloud.of(pool), f);
            double fastest = 0;
            for (int i = 0; i < dimension; i++) {
                for (double value : f.row(i)) {
                    fastest = Math.max(fastest, Math.abs(value));
                }
            }
            // within a quarter of the way to the corner a step stays on its side, for these weights; the test of
            // differences would tell
            return Math.min(0.2, H * fastest / 4);
        }

        @Override
        public String toString() {
            return family.id() + " " + family.activation() + ", " + integrator.id() + ", d = " + dimension;
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(ControlFamily.all().stream(), structured())
                .flatMap(family -> Stream.of(Integrator.values())
                        .filter(integrator -> integrator.suits(family))
                        .flatMap(integrator -> Stream.of(1, 2, 3, 4)
                                .filter(d ->
                                        family.unfit(d).isEmpty() && (d < 4 || integrator == Integrator.SYMPLECTIC))
                                .map(d -> new Case(family, integrator, d))));
    }

    /// The families whose integrator knows σ.
    private static Stream<ControlFamily> structured() {
        var own = FormulaActivation.of("u*exp(-u^2) + 0.3");
        return Stream.concat(
                Stream.of(Activation.values())
                        .filter(activation -> activation != Activation.TANH)
                        .map(OneNeuron::new),
                Stream.of(
                        new OneNeuron(own),
                        new Hamiltonian(Activation.RELU),
                        new Hamiltonian(Activation.SINE),
                        new Hamiltonian(own)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDifferentialIsTheLimitOfDifferences(Case c) {
        var x = c.states();
        assertThat(x.size()).as("states away from corners").isGreaterThanOrEqualTo(10);
        var dx = Cases.cloud(c.dimension, x.size(), 23);
        var found = new Cloud(c.dimension, x.size());
        c.stepper().differential(c.theta(), AT, H, x, dx, found);
        double e = 1e-6;
        var ahead = moved(c, x, e, dx);
        var behind = moved(c, x, -e, dx);
        int off = 0;
        for (int i = 0; i < c.dimension; i++) {
            for (int k = 0; k < x.size(); k++) {
                double slope = (ahead.row(i)[k] - behind.row(i)[k]) / (2 * e);
                off += Math.abs(found.row(i)[k] - slope) <= 1e-7 ? 0 : 1;
            }
        }
        assertThat(off)
                .as("%s: coordinates where the two differ by more than 1e-7", c)
                .isZero();
    }

    private static Cloud moved(Case c, Cloud x, double e, Cloud dx) {
        var start = new Cloud(c.dimension, x.size());
        start.setToSum(x, e, dx);
        c.stepper().step(c.theta(), AT, H, start, start);
        return start;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePullbackIsTheTransposeOfTheDifferential(Case c) {
        var x = c.states();
        var dx = Cases.cloud(c.dimension, x.size(), 24);
        var lambda = Cases.cloud(c.dimension, x.size(), 25);
        var pushed = new Cloud(c.dimension, x.size());
        c.stepper().differential(c.theta(), AT, H, x, dx, pushed);
        double expected = Cases.inner(lambda, pushed);
        double size = Cases.inner(lambda, lambda) + Cases.inner(pushed, pushed);
        c.stepper().pullback(c.theta(), AT, H, x, lambda, new double[c.theta().length]);
        assertThat(Cases.inner(lambda, dx)).as("%s", c).isCloseTo(expected, within(1e-13 * size));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePullbackAddsTheGradientInTheta(Case c) {
        var x = c.states();
        var lambda = Cases.cloud(c.dimension, x.size(), 26);
        var gradient = new double[c.theta().length];
        Arrays.fill(gradient, -7);
        c.stepper().pullback(c.theta(), AT, H, x, Cloud.of(lambda.points()), gradient);
        double e = 1e-6;
        for (int i = 0; i < gradient.length; i++) {
            boolean own = i >= AT && i < gradient.length - 3;
            double expected = own ? (loss(c, i, e, x, lambda) - loss(c, i, -e, x, lambda)) / (2 * e) : 0;
            assertThat(gradient[i]).as("%s, θ[%d]", c, i - AT).isCloseTo(expected - 7, within(1e-6));
        }
    }

    private static double loss(Case c, int i, double e, Cloud x, Cloud lambda) {
        var theta = c.theta();
        theta[i] += e;
        var end = new Cloud(c.dimension, x.size());
        c.stepper().step(theta, AT, H, x, end);
        return Cases.inner(lambda, end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rememberedStepsGiveTheSameBits(Case c) {
        var x = c.states();
        var lambda = Cases.cloud(c.dimension, x.size(), 27);
        var stepper = c.stepper();
        var plain = new Cloud(c.dimension, x.size());
        stepper.step(c.theta(), AT, H, x, plain);
        var plainLambda = Cloud.of(lambda.points());
        var plainGradient = new double[c.theta().length];
        stepper.pullback(c.theta(), AT, H, x, plainLambda, plainGradient);
        var memory = stepper.remember(c.dimension, 40);
        var state = Cloud.of(x.points());
        stepper.step(c.theta(), AT, H, state, memory);
        stepper.step(c.theta(), AT, 5, lambda, new Cloud(c.dimension, 40)); // what others do in between must not matter
        var gradient = new double[c.theta().length];
        stepper.pullback(c.theta(), AT, H, memory, lambda, gradient);
        assertThat(state.points()).isEqualTo(plain.points());
        assertThat(lambda.points()).isEqualTo(plainLambda.points());
        assertThat(gradient).containsExactly(plainGradient);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aStepMayWorkInPlaceAndAllocatesNothing(Case c) {
        var theta = c.theta();
        var stepper = c.stepper();
        var x = c.states();
        var apart = new Cloud(c.dimension, x.size());
        stepper.step(theta, AT, H, x, apart);
        var inPlace = Cloud.of(x.points());
        stepper.step(theta, AT, H, inPlace, inPlace);
        assertThat(inPlace.points()).isEqualTo(apart.points());
        var memory = stepper.remember(c.dimension, 40);
        var lambda = Cases.cloud(c.dimension, x.size(), 28);
        var gradient = new double[theta.length];
        Runnable work = () -> {
            for (int round = 0; round < 50; round++) {
                stepper.step(theta, AT, H, x, apart);
                stepper.differential(theta, AT, H, x, apart, inPlace);
                inPlace.set(x);
                stepper.step(theta, AT, H, inPlace, memory);
                lambda.clear();
                stepper.pullback(theta, AT, H, memory, lambda, gradient);
                stepper.pullback(theta, AT, H, x, lambda, gradient);
            }
        };
        work.run();
        assertThat(Cases.allocated(work)).as("%s: bytes in 50 rounds", c).isZero();
    }
}
