package isotopy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The flow of u′ = σ(u), against the closed forms in hundreds of decimal digits and against Commons Math's solver.
class ScalarFlowTest {
    private static final double[] STARTS = {1e-20, 1e-3, 0.3, 2.9, 40};
    private static final double[] TIMES = {1e-17, 1e-8, 5e-4, 0.1, 1, 31};
    /// σ, u, τ, mean and logarithm of the stretch, computed from the closed forms with 1,100 digits.
    // spotless:off
    private static final String EXTREMES = """
            TANH 1e-300 1e-300 1e-300 1e-300
            TANH -1e-300 1000.0 -0.30991761928234624 690.7755278982137
            TANH 1e-300 -1000.0 1.0000000000000001e-303 -1000.0
            TANH 1e-300 31.0 9.370596666208525e-289 31.0
            TANH 0.3 1e-300 0.2913126124515909 9.151369618266292e-301
            TANH -0.3 1000.0 -0.9992041296316537 1.2333583188322053
            TANH 0.3 -1000.0 0.0003 -999.955659230074
            TANH 1000.0 1e-300 1.0 0.0
            TANH 1000.0 -1000.0 0.9995187881749404 -0.8047189562170501
            TANH -1000.0 1000.0 -1.0 0.0
            TANH -1000.0 -1000.0 -0.9995187881749404 -0.8047189562170501
            TANH 700.0 -690.0 0.9999999999970128 -4.122307227883698e-09
            SIGMOID 1e-300 1e-300 0.5 2.5e-301
            SIGMOID -1e-300 1000.0 0.999 0.6931471805599453
            SIGMOID 1e-300 -1000.0 0.006901835958361589 -6.209694209060613
            SIGMOID 1e-300 31.0 0.967741935483874 0.6931471805598517
            SIGMOID 0.3 1e-300 0.574442516811659 2.444583116907459e-301
            SIGMOID -0.3 1000.0 0.998650141192424 0.8543552444685271
            SIGMOID 0.3 -1000.0 0.007201273864276153 -6.347924616088169
            SIGMOID 1000.0 1e-300 1.0 0.0
            SIGMOID 1000.0 -1000.0 0.9994328567095903 -0.44925440170111164
            SIGMOID 700.0 -690.0 0.9999999342059873 -4.539683829715871e-05
            SINE 1e-300 1e-300 1e-300 1e-300
            SINE -1e-300 1000.0 -0.0031415926535897933 382.9373501575473
            SINE 1e-300 -1000.0 1.0000000000000001e-303 -1000.0
            SINE 1e-300 31.0 9.370596666208525e-289 31.0
            SINE 0.3 1e-300 0.29552020666133955 9.55336489125606e-301
            SINE -0.3 1000.0 -0.0028415926535897934 -996.198254397179
            SINE 0.3 -1000.0 0.0003 -999.9774151152667
            SINE 1000.0 1e-300 0.8268795405320025 5.62379076290703e-301
            SINE 1000.0 -1000.0 0.0009735361584457501 -999.7530625278997
            SINE -1000.0 1000.0 -0.002168056495144043 -998.4804506051148
            SINE -1000.0 -1000.0 -0.0009735361584457501 -999.7530625278997
            SINE 700.0 -690.0 0.003719465076907103 -687.4798537085712
            ELU 1e-300 1e-300 1e-300 1e-300
            ELU -1e-300 1000.0 -0.3092244721017863 690.7755278982137
            ELU 1e-300 -1000.0 1.0000000000000001e-303 -1000.0
            ELU 1e-300 31.0 9.370596666208525e-289 31.0
            ELU 0.3 1e-300 0.3 1e-300
            ELU -0.3 1000.0 -0.9986497743871852 1.3502256128148467
            ELU 0.3 -1000.0 0.0003 -1000.0
            ELU 1000.0 1e-300 1000.0 1e-300
            ELU 1000.0 -1000.0 1.0 -1000.0
            ELU -1000.0 1000.0 -1.0 0.0
            ELU -1000.0 -1000.0 -0.9993068528194401 -0.6931471805599453
            ELU 700.0 -690.0 1.0144927536231885 -690.0
            TRUNCATED_RELU 1e-300 1e-300 1e-300 1e-300
            TRUNCATED_RELU 1e-300 -1000.0 1.0000000000000001e-303 -1000.0
            TRUNCATED_RELU 1e-300 31.0 9.370596666208525e-289 31.0
            TRUNCATED_RELU 0.3 1e-300 0.3 1e-300
            TRUNCATED_RELU 0.3 -1000.0 0.0003 -1000.0
            TRUNCATED_RELU 1000.0 1e-300 1.0 0.0
            TRUNCATED_RELU 1000.0 -1000.0 0.9996321205588286 -1.0
            TRUNCATED_RELU 700.0 -690.0 1.0 0.0
            """;
    // spotless:on

    static Stream<Nonlinearity> all() {
        var all = new ArrayList<Nonlinearity>(List.of(Activation.values()));
        all.add(FormulaActivation.of("u*exp(-u^2) + 0.2"));
        all.add(FormulaActivation.of("tanh(u)"));
        return all.stream();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"SOFTPLUS", "GAUSSIAN", "GELU"},
            mode = EnumSource.Mode.EXCLUDE)
    void overManyDecadesItIsTheClosedFormInManyDigits(Activation sigma) {
        var flow = ScalarFlow.of(sigma);
        var reference = new ManyDigits(sigma);
        for (double s : STARTS) {
            for (double u : new double[] {s, -s}) {
                for (double t : TIMES) {
                    for (double tau : new double[] {t, -t}) {
                        var mean = reference.mean(u, tau);
                        compare(sigma, flow, u, tau, mean.toDouble(), reference.logStretch(u, tau, mean));
                    }
                }
            }
        }
    }

    private static void compare(Activation sigma, ScalarFlow flow, double u, double tau, double mean, double log) {
        var name = sigma + " from " + u + " in " + tau;
        assertThat(flow.mean(u, tau)).as(name).isCloseTo(mean, within(1e-13 * Math.abs(mean)));
        assertThat(flow.logStretch(u, tau, flow.mean(u, tau)))
                .as(name)
                .isCloseTo(
                        log,
                        within(1e-14 * (Math.abs(tau) + Math.abs(log) + (Math.abs(tau) > 1e-3 ? Math.abs(u) : 0))));
    }

    @ParameterizedTest
    @FieldSource("extremes")
    void atTheEndsOfTheDoublesItNeitherCancelsNorOverflows(String row) {
        var fields = row.split(" ");
        var sigma = Activation.valueOf(fields[0]);
        var number = Stream.of(fields).skip(1).mapToDouble(Double::parseDouble).toArray();
        compare(sigma, ScalarFlow.of(sigma), number[0], number[1], number[2], number[3]);
    }

    static final List<String> extremes = EXTREMES.lines().toList();

    @ParameterizedTest
    @MethodSource("all")
    void theJudgeFindsTheSame(Nonlinearity sigma) {
        var random = new SplittableRandom(11);
        var flow = ScalarFlow.of(sigma);
        for (int k = 0; k < 60; k++) {
            double u = 6 * random.nextDouble() - 3;
            double tau = 6 * random.nextDouble() - 3;
            var y = new double[2];
            new DormandPrince853Integrator(1e-14, 10, 1e-15, 1e-15).integrate(equation(sigma, u), 0, y, tau, y);
            assertThat(tau * flow.mean(u, tau))
                    .as("%s from %s in %s", sigma, u, tau)
                    .isCloseTo(y[0], within(1e-12 * (1 + Math.abs(y[0]))));
            assertThat(flow.logStretch(u, tau, flow.mean(u, tau))).isCloseTo(y[1], within(1e-12));
        }
    }

    private static FirstOrderDifferentialEquations equation(Nonlinearity sigma, double u) {
        return new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] slope) {
                slope[0] = sigma.value(u + y[0]);
                slope[1] = sigma.derivative(u + y[0]);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereAndBackIsTheIdentity(Nonlinearity sigma) {
        var random = new SplittableRandom(12);
        var flow = ScalarFlow.of(sigma);
        for (int k = 0; k < 300; k++) {
            double u = 6 * random.nextDouble() - 3;
            double tau = 4 * random.nextDouble() - 2;
            double end = u + tau * flow.mean(u, tau);
            assertThat(end - tau * flow.mean(end, -tau))
                    .as("%s from %s in %s", sigma, u, tau)
                    .isCloseTo(u, within(3e-14 * Math.exp(Math.abs(flow.logStretch(u, tau, flow.mean(u, tau))))));
            assertThat(flow.logStretch(end, -tau, flow.mean(end, -tau)))
                    .isCloseTo(-flow.logStretch(u, tau, flow.mean(u, tau)), within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsDerivativesAreLimitsOfDifferences(Nonlinearity sigma) {
        var random = new SplittableRandom(13);
        var flow = ScalarFlow.of(sigma);
        double e = 1e-5;
        int compared = 0;
        for (int k = 0; k < 300; k++) {
            double u = 6 * random.nextDouble() - 3;
            double tau = Math.pow(10, 6 * random.nextDouble() - 6) * (random.nextBoolean() ? 2 : -2);
            double byStart = (flow.mean(u + e, tau) - flow.mean(u - e, tau)) / (2 * e);
            double byTime = (flow.mean(u, tau + e) - flow.mean(u, tau - e)) / (2 * e);
            if (near(sigma, flow, u, tau)) {
                continue; // differences across a corner say nothing
            }
            compared++;
            assertThat(flow.meanByStart(u, tau, flow.mean(u, tau)))
                    .as("%s from %s in %s", sigma, u, tau)
                    .isCloseTo(byStart, within(2e-9 * (1 + Math.abs(byStart))));
            assertThat(flow.meanByTime(u, tau, flow.mean(u, tau)))
                    .as("%s from %s in %s", sigma, u, tau)
                    .isCloseTo(byTime, within(2e-9 * (1 + Math.abs(byTime))));
        }
        assertThat(compared).isGreaterThan(280);
    }

    /// Whether a corner of σ lies next to the start or the end of the way.
    private static boolean near(Nonlinearity sigma, ScalarFlow flow, double u, double tau) {
        double end = u + tau * flow.mean(u, tau);
        double nearest = Math.min(Math.abs(u), Math.min(Math.abs(u - 1), Math.abs(end - 1)));
        return sigma instanceof Activation && nearest < 1e-3;
    }

    @Test
    void aWayThroughTheCornerOfAUsersFormulaIsAsExact() {
        // u′ = |u| − 0.3 from u in (0, 0.3): 0.3 + (u − 0.3) eᵗ down to 0, then −0.3 + 0.3 e⁻ᵗ
        var flow = ScalarFlow.of(FormulaActivation.of("abs(u) - 0.3"));
        var random = new SplittableRandom(14);
        for (int k = 0; k < 1000; k++) {
            double u = 0.29 * random.nextDouble();
            double tau = 3 * random.nextDouble();
            double crossing = Math.log(0.3 / (0.3 - u));
            double expected =
                    tau < crossing ? 0.3 + (u - 0.3) * Math.exp(tau) : -0.3 + 0.3 * Math.exp(-(tau - crossing));
            double log = tau < crossing ? tau : 2 * crossing - tau;
            assertThat(u + tau * flow.mean(u, tau)).as("from %s in %s", u, tau).isCloseTo(expected, within(1e-13));
            assertThat(flow.logStretch(u, tau, flow.mean(u, tau))).isCloseTo(log, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void inNoTimeNothingMovesAndTheLimitsAreThose(Nonlinearity sigma) {
        var flow = ScalarFlow.of(sigma);
        for (double u : new double[] {-2.5, -1e-3, 0.2, 0.999, 3}) {
            assertThat(flow.mean(u, 0)).isCloseTo(sigma.value(u), within(1e-15));
            assertThat(flow.logStretch(u, 0, flow.mean(u, 0))).isZero();
            assertThat(flow.meanByStart(u, 0, flow.mean(u, 0))).isCloseTo(sigma.derivative(u), within(1e-15));
            assertThat(flow.meanByTime(u, 0, flow.mean(u, 0)))
                    .isCloseTo(sigma.value(u) * sigma.derivative(u) / 2, within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNoNumberStaysSo(Nonlinearity sigma) {
        var flow = ScalarFlow.of(sigma);
        double moved = flow.mean(Double.NaN, 1);
        assertThat(Double.isNaN(moved) || moved == 0).isTrue();
        assertThat(flow.mean(0.5, 1e4)).as("beyond every number, or a number").isNotEqualTo(-1e300);
    }

    /// The closed forms as they stand on paper, in so many digits that nothing cancels.
    private static final class ManyDigits {
        private final Activation sigma;
        private final DfpField digits = new DfpField(130);

        ManyDigits(Activation sigma) {
            this.sigma = sigma;
        }

        private Dfp exp(Dfp x) {
            return DfpMath.exp(x);
        }

        Dfp mean(double start, double time) {
            var u = digits.newDfp(start);
            var tau = digits.newDfp(time);
            return way(start, time, u, tau).divide(tau);
        }

        private Dfp way(double start, double time, Dfp u, Dfp tau) {
            var one = digits.getOne();
            return switch (sigma) {
                case IDENTITY -> u.multiply(exp(tau).subtract(one));
                case RELU -> start > 0 ? u.multiply(exp(tau).subtract(one)) : digits.getZero();
                case LEAKY_RELU ->
                    u.multiply(exp(start > 0 ? tau : tau.multiply(digits.newDfp(0.1)))
                            .subtract(one));
                case TRUNCATED_RELU -> truncated(start, time, u, tau);
                case ELU ->
                    start > 0
                            ? u.multiply(exp(tau).subtract(one))
                            : DfpMath.log(one.subtract(exp(u).subtract(one).multiply(exp(tau).subtract(one))))
                                    .negate();
                case TANH -> {
                    var sinh = exp(u).subtract(exp(u.negate())).divide(2);
                    var grown = exp(tau).multiply(sinh).abs();
                    var end =
                            DfpMath.log(grown.add(grown.multiply(grown).add(one).sqrt()));
                    yield (start > 0 ? end : end.negate()).subtract(u);
                }
                case SINE -> {
                    var sin = DfpMath.sin(u.divide(2));
                    var cos = DfpMath.cos(u.divide(2));
                    var e = exp(tau);
                    var spread = cos.multiply(cos).add(e.multiply(sin).multiply(sin));
                    var q = e.subtract(one).multiply(sin).multiply(cos).divide(spread);
                    yield DfpMath.atan(q).multiply(2);
                }
                case SIGMOID -> sigmoid(start, time, u, tau);
                case SOFTPLUS, GAUSSIAN, GELU -> throw new IllegalArgumentException("no closed form: " + sigma);
            };
        }

        private Dfp truncated(double start, double time, Dfp u, Dfp tau) {
            var one = digits.getOne();
            if (start <= 0) {
                return digits.getZero();
            }
            if (start <= 1) {
                var over = tau.add(DfpMath.log(u));
                return time > 0 && over.greaterThan(digits.getZero())
                        ? one.add(over).subtract(u)
                        : u.multiply(exp(tau).subtract(one));
            }
            var below = tau.add(u).subtract(one);
            return below.lessThan(digits.getZero()) ? exp(below).subtract(u) : tau;
        }

        /// Newton's method on δ + e^(−u)(1 − e^(−δ)) = τ, from the double that is to be tested.
        private Dfp sigmoid(double start, double time, Dfp u, Dfp tau) {
            var k = exp(u.negate());
            var delta = digits.newDfp(time * ScalarFlow.of(sigma).mean(start, time));
            for (int round = 0; round < 7; round++) {
                var e = exp(delta.negate());
                var rest =
                        tau.subtract(delta).subtract(k.multiply(digits.getOne().subtract(e)));
                delta = delta.add(rest.divide(digits.getOne().add(k.multiply(e))));
            }
            return delta;
        }

        double logStretch(double start, double time, Dfp mean) {
            var u = digits.newDfp(start);
            var end = u.add(mean.multiply(digits.newDfp(time)));
            var ratio = value(end, start).divide(value(u, start));
            return DfpMath.log(ratio).toDouble();
        }

        /// σ, up to a factor that is the same all along the way.
        private Dfp value(Dfp u, double start) {
            var one = digits.getOne();
            return switch (sigma) {
                case IDENTITY -> u;
                case RELU -> start > 0 ? u : one;
                case LEAKY_RELU -> u.multiply(digits.newDfp(start > 0 ? 1 : 0.1));
                case TRUNCATED_RELU -> start <= 0 ? one : u.lessThan(one) ? u : one;
                case ELU -> start > 0 ? u : exp(u).subtract(one);
                case TANH -> {
                    var e = exp(u.multiply(2));
                    yield e.subtract(one).divide(e.add(one));
                }
                case SINE -> DfpMath.sin(u);
                case SIGMOID -> one.divide(one.add(exp(u.negate())));
                case SOFTPLUS, GAUSSIAN, GELU -> throw new IllegalArgumentException("no closed form: " + sigma);
            };
        }
    }
}
