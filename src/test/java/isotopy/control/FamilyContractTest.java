package isotopy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Cloud;
import isotopy.math.Form;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every family promises about its field, against the formulas on dual numbers.
class FamilyContractTest {
    static Stream<FamilyCase> cases() {
        return FamilyCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theFieldIsTheFormula(FamilyCase c) {
        var formula = c.formula();
        var states = c.states();
        var found = c.velocity(c.theta(), Cloud.of(states));
        for (int k = 0; k < states.size(); k++) {
            var expected = formula.velocity(c.theta(), states.point(k));
            for (int i = 0; i < c.dimension(); i++) {
                assertThat(found.row(i)[k]).as("%s, state %d", c, k).isCloseTo(expected[i], within(1e-13 * size(c)));
            }
        }
    }

    private static double size(FamilyCase c) {
        return 10 * (1 + c.width());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDifferentialIsThatOfTheFormula(FamilyCase c) {
        var formula = c.formula();
        var states = c.states();
        var dx = Cases.cloud(c.dimension(), states.size(), c.seed() + 2);
        var found = new Cloud(c.dimension(), states.size());
        c.field().differential(c.theta(), 0, Cloud.of(states), dx, found);
        for (int k = 0; k < states.size(); k++) {
            var expected =
                    formula.differential(c.theta(), states.point(k), dx.points().point(k));
            for (int i = 0; i < c.dimension(); i++) {
                assertThat(found.row(i)[k]).as("%s, state %d", c, k).isCloseTo(expected[i], within(1e-12 * size(c)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePullbackIsThatOfTheFormulaInStateAndParameters(FamilyCase c) {
        var formula = c.formula();
        var states = c.states();
        var lambda = Cases.cloud(c.dimension(), states.size(), c.seed() + 3);
        var dx = new Cloud(c.dimension(), states.size());
        var gradient = new double[c.parameters()];
        c.field().pullback(c.theta(), 0, Cloud.of(states), lambda, dx, gradient);
        for (int j = 0; j < c.dimension(); j++) {
            var unit = new double[c.dimension()];
            unit[j] = 1;
            for (int k = 0; k < states.size(); k++) {
                double expected = inner(lambda, k, formula.differential(c.theta(), states.point(k), unit));
                assertThat(dx.row(j)[k]).as("%s, state %d", c, k).isCloseTo(expected, within(1e-12 * size(c)));
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            double expected = 0;
            for (int k = 0; k < states.size(); k++) {
                expected += inner(lambda, k, formula.derivative(c.theta(), i, states.point(k)));
            }
            assertThat(gradient[i]).as("%s, θ[%d]", c, i).isCloseTo(expected, within(1e-11 * size(c)));
        }
    }

    private static double inner(Cloud lambda, int k, double[] f) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += lambda.row(i)[k] * f[i];
        }
        return sum;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theEffectiveFormHasTheSameField(FamilyCase c) {
        int d = c.dimension();
        int units = c.family().units(d, c.width());
        var effective = new double[3 + units * (2 * d + 1)];
        var theta = new double[2 + c.parameters()];
        System.arraycopy(c.theta(), 0, theta, 2, c.parameters());
        c.family().expand(d, c.width(), theta, 2, effective, 3);
        var states = c.states();
        var found = c.velocity(c.theta(), Cloud.of(states));
        for (int k = 0; k < states.size(); k++) {
            var f = new double[d];
            for (int j = 0; j < units; j++) {
                int w = 3 + j * (2 * d + 1);
                double s = unit(c.family(), effective, w, states.point(k));
                for (int i = 0; i < d; i++) {
                    f[i] += effective[w + d + 1 + i] * s;
                }
            }
            for (int i = 0; i < d; i++) {
                assertThat(found.row(i)[k]).as("%s, state %d", c, k).isCloseTo(f[i], within(1e-13 * size(c)));
            }
        }
    }

    private static double unit(ControlFamily family, double[] effective, int w, double[] z) {
        int d = z.length;
        double sum = 0;
        if (family.form() == Form.RIDGE) {
            for (int i = 0; i < d; i++) {
                sum += effective[w + i] * z[i];
            }
            return family.activation().value(sum + effective[w + d]);
        }
        for (int i = 0; i < d; i++) {
            sum += (z[i] - effective[w + i]) * (z[i] - effective[w + i]);
        }
        return Math.exp(effective[w + d] * sum);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void contractingIsTheTransposeOfTheDerivativeOfExpanding(FamilyCase c) {
        int d = c.dimension();
        int n = c.family().units(d, c.width()) * (2 * d + 1);
        var g = new SplittableRandom(c.seed()).doubles(n + 2, -1, 1).toArray();
        var found = new double[c.parameters() + 1];
        Arrays.fill(found, 5);
        var theta = new double[c.parameters() + 1];
        System.arraycopy(c.theta(), 0, theta, 1, c.parameters());
        c.family().contract(d, c.width(), theta, 1, g, 2, found);
        assertThat(found[0]).isEqualTo(5);
        double h = 1e-5;
        for (int i = 1; i < theta.length; i++) {
            double slope = 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                var moved = theta.clone();
                moved[i] += sign * h;
                var effective = new double[n];
                c.family().expand(d, c.width(), moved, 1, effective, 0);
                for (int k = 0; k < n; k++) {
                    slope += sign * effective[k] * g[2 + k] / (2 * h);
                }
            }
            assertThat(found[i] - 5).as("%s, θ[%d]", c, i - 1).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSquaredJacobianAndItsDerivativesAreThoseOfTheFormula(FamilyCase c) {
        var formula = c.formula();
        var states = c.states();
        var dx = new Cloud(c.dimension(), states.size());
        var gradient = new double[c.parameters()];
        for (int i = 0; i < c.dimension(); i++) {
            Arrays.fill(dx.row(i), 3);
        }
        Arrays.fill(gradient, 7);
        double weight = -0.7;
        double found = c.field().jacobian(c.theta(), 0, Cloud.of(states), weight, dx, gradient);
        double all = 0;
        double h = 1e-5;
        for (int k = 0; k < states.size(); k++) {
            double here = formula.squaredJacobian(c.theta(), states.point(k));
            all += here;
            for (int i = 0; i < c.dimension(); i++) {
                double slope = 0;
                for (int sign = -1; sign <= 1; sign += 2) {
                    var moved = states.point(k);
                    moved[i] += sign * h;
                    slope += sign * formula.squaredJacobian(c.theta(), moved) / (2 * h);
                }
                assertThat(dx.row(i)[k] - 3)
                        .as("%s, coordinate %d of state %d", c, i, k)
                        .isCloseTo(weight * slope, within(1e-6 * (1 + here)));
            }
        }
        assertThat(found).as("%s", c).isCloseTo(all, within(1e-12 * (1 + all)));
        for (int j = 0; j < gradient.length; j++) {
            double slope = 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                var moved = c.theta();
                moved[j] += sign * h;
                for (int k = 0; k < states.size(); k++) {
                    slope += sign * formula.squaredJacobian(moved, states.point(k)) / (2 * h);
                }
            }
            assertThat(gradient[j] - 7).as("%s, θ[%d]", c, j).isCloseTo(weight * slope, within(1e-6 * (1 + all)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theLipschitzBoundIsNeverExceeded(FamilyCase c) {
        var theta = c.theta();
        double bound = c.family().lipschitz(c.dimension(), c.width(), theta, 0);
        assertThat(bound).isNotNegative();
        for (long seed = 0; seed < 5; seed++) {
            var x = Cases.cloud(c.dimension(), 60, c.seed() + 10 * seed);
            var y = Cases.cloud(c.dimension(), 60, c.seed() + 10 * seed + 1);
            y.setToSum(x, seed == 0 ? 1 : 1e-3, y); // far apart and near each other
            var f = c.velocity(theta, x);
            f.add(-1, c.velocity(theta, y));
            y.add(-1, x);
            for (int k = 0; k < 60; k++) {
                double apart = norm(y, k);
                assertThat(norm(f, k))
                        .as("%s, seed %d, pair %d", c, seed, k)
                        .isLessThanOrEqualTo(bound * apart + 1e-12);
            }
        }
    }

    private static double norm(Cloud x, int k) {
        double squares = 0;
        for (int i = 0; i < x.dimension(); i++) {
            squares += x.row(i)[k] * x.row(i)[k];
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theJacobianAllocatesNothing(FamilyCase c) {
        var theta = c.theta();
        var field = c.field();
        var x = Cloud.of(c.states());
        var dx = new Cloud(c.dimension(), x.size());
        var gradient = new double[theta.length];
        Runnable work = () -> {
            for (int round = 0; round < 50; round++) {
                field.jacobian(theta, 0, x, 1, dx, gradient);
            }
        };
        work.run();
        assertThat(Cases.allocated(work)).as("%s: bytes in 50 rounds", c).isZero();
    }
}
