package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaActivationTest {
    static Stream<Arguments> named() {
        return Stream.of(Activation.values())
                .flatMap(named -> Stream.of(written(named)).map(it -> Arguments.of(named, it)));
    }

    private static String[] written(Activation named) {
        return switch (named) {
            case TANH -> new String[] {"tanh(u)", "(e^u - e^-u)/(e^u + e^-u)", "2sigmoid(2u) - 1"};
            case RELU -> new String[] {"max(u, 0)", "relu(u)", "u*(u > 0)", "(u + abs(u))/2", "max(0, u)"};
            case LEAKY_RELU -> new String[] {"max(u, u/10)", "if(u > 0, u, 0.1u)"};
            case TRUNCATED_RELU -> new String[] {"min(max(u, 0), 1)", "max(min(u, 1), 0)", "relu(u) - relu(u - 1)"};
            case ELU -> new String[] {"elu(u)", "if(u, u, e^u - 1)"};
            case GELU -> new String[] {"gelu(u)", "u*(1 + erf(u/√(2)))/2"};
            case SIGMOID -> new String[] {"sigmoid(u)", "1/(1 + e^(-u))"};
            case SOFTPLUS -> new String[] {"softplus(u)", "ln(1 + exp(u))"};
            case SINE -> new String[] {"sin(u)"};
            case GAUSSIAN -> new String[] {"gauss(u)", "e^(−u²)", "exp(-u·u)"};
            case IDENTITY -> new String[] {"u", "2u/2"};
        };
    }

    @ParameterizedTest
    @MethodSource("named")
    void theNamedOnesCanBeWritten(Activation named, String text) {
        var own = FormulaActivation.of(text);
        int n = 2001;
        var u = IntStream.range(0, n).mapToDouble(k -> (k - 1000) * 0.02).toArray();
        var s = new double[n];
        var slope = new double[n];
        own.evaluate(u, n, s, slope);
        for (int k = 0; k < n; k++) {
            assertThat(own.value(u[k])).as("σ(%s)", u[k]).isCloseTo(named.value(u[k]), within(1e-12));
            assertThat(own.derivative(u[k])).as("σ′(%s)", u[k]).isCloseTo(named.derivative(u[k]), within(1e-12));
            assertThat(own.curvature(u[k])).as("σ″(%s)", u[k]).isCloseTo(named.curvature(u[k]), within(1e-12));
            assertThat(s[k]).as("loop at %s", u[k]).isEqualTo(own.value(u[k]));
            assertThat(slope[k]).as("slope of the loop at %s", u[k]).isEqualTo(own.derivative(u[k]));
        }
        assertThat(own.lipschitz()).isCloseTo(named.lipschitz(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sin(3u)/2; 1.5",
                "sqrt(1 + u²); 1",
                "u + sin(u)/4; 1.25",
                "tanh(1e6u); 1e6",
                "u/(1 + exp(-u)); 1.0998393201288672",
                "u/(1 + abs(u)); 1",
                "atan(7u - 3); 7",
                "u^2; Infinity",
                "exp(u); Infinity",
                "exp(-u) + u; Infinity",
                "u*sin(u); Infinity",
                "u*ln(1 + u²); Infinity",
                "u + step(u - 0.3); Infinity",
                "u - floor(u); Infinity",
                "u^222; Infinity",
                "sign(u)*sqrt(abs(u) + 0.0001) + u; Infinity",
                "cbrt(u - 0.0010001); Infinity",
            })
    void theLipschitzConstantIsTheLargestSlope(String text, double lipschitz) {
        double found = FormulaActivation.of(text).lipschitz();
        if (Double.isInfinite(lipschitz)) {
            assertThat(found).isInfinite();
        } else {
            assertThat(found).isCloseTo(lipschitz, within(1e-9 * lipschitz));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ln(u + 2.5); ln(u + 2.5) is not a number at u = −3: σ must be defined for every u",
                "1/u; 1/u is infinite at u = 0: σ must be defined for every u",
                "1/(u - 0.001)^2; 1/(u - 0.001)^2 grows beyond all bounds at u = 0.00100000: σ must be defined for every u",
                "√(u + 8); the slope of √(u + 8) is infinite at u = −8: σ must have a finite slope for every u",
                "sqrt(u^2); the slope of sqrt(u^2) is not a number at u = 0: σ must have a finite slope for every u",
                "2π; 2π does not depend on u: σ must not be constant",
                "0u; 0u does not depend on u: σ must not be constant",
                "step(u); the slope of step(u) is 0 wherever it has one: no training could change its weights",
            })
    void whatCannotBeASigmaIsAnsweredByASentence(String text, String sentence) {
        assertThatThrownBy(() -> FormulaActivation.of(text))
                .isInstanceOf(FormulaException.class)
                .hasMessage(sentence);
    }

    @Test
    void polesAreFoundBetweenThePoints() {
        assertThatThrownBy(() -> FormulaActivation.of("tan(u)")).hasMessageContaining("grows beyond all bounds");
    }

    @Test
    void equalTextsAreEqual() {
        var own = FormulaActivation.of(" tanh(2u) ");
        assertThat(own).isEqualTo(FormulaActivation.of("tanh(2u)")).hasSameHashCodeAs(FormulaActivation.of("tanh(2u)"));
        assertThat(own).isNotEqualTo(FormulaActivation.of("tanh(2*u)"));
        assertThat(own.formula()).isEqualTo("tanh(2u)");
        assertThat(own.id()).isEqualTo("formula");
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "GELU", "TRUNCATED_RELU"})
    void nothingIsAllocated(Activation named) {
        var own = FormulaActivation.of(written(named)[0]);
        int n = 1000;
        var u = IntStream.range(0, n).mapToDouble(k -> (k - 500) * 0.01).toArray();
        var s = new double[n];
        var slope = new double[n];
        Runnable work = () -> {
            own.evaluate(u, n, s, slope);
            s[0] = own.value(u[1]) + own.derivative(u[2]) + own.curvature(u[3]);
        };
        for (int i = 0; i < 200; i++) {
            work.run();
        }
        assertThat(Cases.allocated(work)).isZero();
    }

    @Test
    void threadsMayShareOne() {
        var own = FormulaActivation.of("u*sigmoid(u) + sin(u)^2");
        var works = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> {
                    int n = 300;
                    var u = IntStream.range(0, n)
                            .mapToDouble(k -> thread + 0.01 * k)
                            .toArray();
                    var s = new double[n];
                    var slope = new double[n];
                    boolean equal = true;
                    for (int i = 0; i < 500; i++) {
                        own.evaluate(u, n, s, slope);
                        for (int k = 0; k < n; k++) {
                            equal &= s[k] == own.expression().value(new double[] {u[k]});
                            equal &= slope[k] == own.slopeExpression().value(new double[] {u[k]});
                        }
                    }
                    return equal;
                }))
                .toList();
        assertThat(works).allSatisfy(work -> assertThat(work.join()).isTrue());
    }
}
