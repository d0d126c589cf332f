package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Cloud;
import isotopy.math.Form;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of [VectorField], written once and run over every family, dimension and width.
class VectorFieldTest {
    /// Where the parameters start in a longer array, as those of a later layer do.
    private static final int AT = 7;

    record Case(ControlFamily family, int dimension, int width) {
        long seed() {
            return 1000L * dimension + width;
        }

        VectorField field() {
            return family.field(dimension, width, 64);
        }

        int parameters() {
            return family.parameters(dimension, width);
        }

        /// Parameters with others before and after that must not matter.
        double[] theta() {
            var random = new SplittableRandom(seed());
            var theta = new double[AT + parameters() + 5];
            Arrays.fill(theta, 1e100);
            System.arraycopy(Cases.theta(family, dimension, width, random), 0, theta, AT, parameters());
            return theta;
        }

        /// Some forty states, none of them near a corner of σ.
        Points states() {
            var own = Arrays.copyOfRange(theta(), AT, AT + parameters());
            var away =
                    Cases.awayFromKinks(family, dimension, width, own, Cases.points(dimension, 200, seed() + 1), 1e-3);
            return away.select(IntStream.range(0, 41).toArray());
        }

        Cloud direction(long salt) {
            return Cases.cloud(dimension, states().size(), seed() + salt);
        }

        /// A cloud of the right capacity that holds nonsense, to be overwritten.
        Cloud nonsense() {
            var cloud = new Cloud(dimension, 64);
            for (int i = 0; i < dimension; i++) {
                Arrays.fill(cloud.row(i), Double.NaN);
            }
            return cloud;
        }

        @Override
        public String toString() {
            return family.id() + ", d = " + dimension + ", q = " + width;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 2, 3, 4)
                .flatMap(d -> Cases.families(d).stream()
                        .flatMap(family -> Stream.of(1, 3, 16).map(width -> new Case(family, d, width))));
    }

    static Stream<Case> ridges() {
        return cases().filter(c -> c.family.form() == Form.RIDGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ridges")
    void theVelocityIsTheFormulaOfTheWeights(Case c) {
        var theta = c.theta();
        var x = Cloud.of(c.states());
        var found = c.nonsense();
        c.field().velocity(theta, AT, x, found);
        var weights = c.family.weights(c.dimension, c.width, Arrays.copyOfRange(theta, AT, AT + c.parameters()));
        assertThat(found.size()).isEqualTo(x.size());
        for (int k = 0; k < x.size(); k++) {
            var expected = new double[c.dimension];
            for (int j = 0; j < weights.b().length; j++) {
                double u = weights.b()[j];
                for (int i = 0; i < c.dimension; i++) {
                    u += weights.w()[j][i] * x.row(i)[k];
                }
                for (int i = 0; i < c.dimension; i++) {
                    expected[i] += weights.v()[i][j] * c.family.activation().value(u);
                }
            }
            for (int i = 0; i < c.dimension; i++) {
                assertThat(found.row(i)[k])
                        .as("%s, coordinate %d of particle %d", c, i, k)
                        .isCloseTo(expected[i], within(1e-13));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDifferentialIsTheLimitOfDifferences(Case c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var dx = c.direction(2);
        var found = c.nonsense();
        field.differential(theta, AT, x, dx, found);
        double h = 1e-6;
        var ahead = velocity(c, field, theta, x, h, dx);
        var behind = velocity(c, field, theta, x, -h, dx);
        for (int i = 0; i < c.dimension; i++) {
            for (int k = 0; k < x.size(); k++) {
                double slope = (ahead.row(i)[k] - behind.row(i)[k]) / (2 * h);
                assertThat(found.row(i)[k])
                        .as("%s, coordinate %d of particle %d", c, i, k)
                        .isCloseTo(slope, within(1e-7));
            }
        }
    }

    private static Cloud velocity(Case c, VectorField field, double[] theta, Cloud x, double h, Cloud dx) {
        var moved = new Cloud(c.dimension, x.size());
        moved.setToSum(x, h, dx);
        var f = new Cloud(c.dimension, x.size());
        field.velocity(theta, AT, moved, f);
        return f;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePullbackIsTheTransposeOfTheDifferential(Case c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var dx = c.direction(2);
        var lambda = c.direction(3);
        var pushed = c.nonsense();
        field.differential(theta, AT, x, dx, pushed);
        var pulled = c.nonsense();
        field.pullback(theta, AT, x, lambda, pulled, new double[theta.length]);
        assertThat(pulled.size()).isEqualTo(x.size());
        double size = Math.abs(Cases.inner(pushed, pushed)) + Cases.inner(lambda, lambda);
        assertThat(Cases.inner(lambda, pushed)).as("%s", c).isCloseTo(Cases.inner(pulled, dx), within(1e-13 * size));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePullbackAddsTheGradientInThetaAndTouchesNothingElse(Case c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var lambda = c.direction(3);
        var gradient = new double[theta.length];
        Arrays.fill(gradient, 100);
        field.pullback(theta, AT, x, lambda, c.nonsense(), gradient);
        double h = 1e-6;
        for (int i = 0; i < theta.length; i++) {
            double expected = 0;
            if (i >= AT && i < AT + c.parameters()) {
                expected = (loss(c, field, theta, i, h, x, lambda) - loss(c, field, theta, i, -h, x, lambda)) / (2 * h);
            }
            assertThat(gradient[i]).as("%s, θ[%d]", c, i - AT).isCloseTo(100 + expected, within(1e-6));
        }
    }

    private static double loss(Case c, VectorField field, double[] theta, int i, double h, Cloud x, Cloud lambda) {
        var changed = theta.clone();
        changed[i] += h;
        var f = new Cloud(c.dimension, x.size());
        field.velocity(changed, AT, x, f);
        return Cases.inner(lambda, f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void notesGiveTheSameBitsForwardsAndBack(Case c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var lambda = c.direction(3);
        var plain = c.nonsense();
        var plainGradient = new double[theta.length];
        field.velocity(theta, AT, x, plain);
        var pulled = c.nonsense();
        field.pullback(theta, AT, x, lambda, pulled, plainGradient);
        var notes = new double[field.notes()][64];
        var noted = c.nonsense();
        field.velocity(theta, AT, x, noted, notes);
        field.velocity(theta, AT, c.direction(9), c.nonsense()); // scratch space of others must not matter
        var pulledFromNotes = c.nonsense();
        var gradient = new double[theta.length];
        field.pullback(theta, AT, x, lambda, pulledFromNotes, gradient, notes);
        assertThat(noted.points()).isEqualTo(plain.points());
        assertThat(pulledFromNotes.points()).isEqualTo(pulled.points());
        assertThat(gradient).containsExactly(plainGradient);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aParticleMovesTheSameAloneAndAmongOthers(Case c) {
        var theta = c.theta();
        var together = c.nonsense();
        c.field().velocity(theta, AT, Cloud.of(c.states()), together);
        for (int k = 0; k < c.states().size(); k++) {
            var alone = c.nonsense();
            c.field().velocity(theta, AT, Cloud.of(c.states().select(new int[] {k})), alone);
            assertThat(alone.points().point(0))
                    .containsExactly(together.points().point(k));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nothingIsAllocated(Case c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var lambda = c.direction(3);
        var into = c.nonsense();
        var gradient = new double[theta.length];
        var notes = new double[field.notes()][64];
        Runnable work = () -> {
            for (int round = 0; round < 200; round++) {
                field.velocity(theta, AT, x, into);
                field.velocity(theta, AT, x, into, notes);
                field.differential(theta, AT, x, lambda, into);
                field.pullback(theta, AT, x, lambda, into, gradient);
                field.pullback(theta, AT, x, lambda, into, gradient, notes);
            }
        };
        work.run();
        assertThat(Cases.allocated(work)).as("%s: bytes in 200 rounds", c).isZero();
    }
}
