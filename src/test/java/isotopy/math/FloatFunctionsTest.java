package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated error bounds, with an interpreter of lanes that shares nothing with the bytecode.
class FloatFunctionsTest {
    private static final int SAMPLES = 200_000;

    /// A function, its judge, where it is looked at, and the bound of |error| / (absolute + relative · |value|).
    record Bound(
            String name,
            BiFunction<Lanes, Lane, Lane> function,
            DoubleUnaryOperator judge,
            double low,
            double high,
            double absolute,
            double relative) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bound> bounds() {
        return Stream.of(
                new Bound("tanh", FloatFunctions::tanh, Math::tanh, -12, 12, 0, 4.5e-7),
                new Bound("small tanh", FloatFunctions::tanh, Math::tanh, -1e-3, 1e-3, 0, 4.5e-7),
                new Bound("sigmoid", FloatFunctions::sigmoid, x -> 1 / (1 + Math.exp(-x)), -30, 30, 2.5e-7, 0),
                new Bound("exp", FloatFunctions::exp, Math::exp, -87, 88.3, 0, 2.5e-7),
                new Bound("gauss", FloatFunctions::gauss, x -> Math.exp(-x * x), -12, 12, 2e-7, 0),
                new Bound("elu", FloatFunctions::elu, x -> x > 0 ? x : Math.expm1(x), -90, 9, 2e-7, 0),
                new Bound("relu", FloatFunctions::relu, x -> Math.max(x, 0), -9, 9, 0, 0),
                new Bound("softplus", FloatFunctions::softplus, FloatFunctionsTest::softplus, -90, 90, 2.5e-7, 2.5e-7),
                new Bound("softplus′", FloatFunctions::softplusSlope, x -> 1 / (1 + Math.exp(-x)), -90, 90, 2.5e-7, 0),
                new Bound("ln", FloatFunctions::ln, Math::log, 1e-30, 10, 2.5e-7, 2.5e-7),
                new Bound("ln of large", FloatFunctions::ln, Math::log, 1, 1e30, 2.5e-7, 2.5e-7),
                new Bound("sin", FloatFunctions::sin, Math::sin, -1000, 1000, 3e-7, 0),
                new Bound("cos", FloatFunctions::cos, Math::cos, -1000, 1000, 3e-7, 0),
                new Bound("erf", FloatFunctions::erf, Erf::value, -8, 8, 5e-7, 0),
                new Bound("Φ", FloatFunctions::normal, x -> 0.5 * Erf.complement(-x * Math.sqrt(0.5)), -9, 9, 3e-7, 0),
                new Bound("atan", FloatFunctions::atan, Math::atan, -50, 50, 3e-7, 0),
                new Bound("floor", FloatFunctions::floor, Math::floor, -1e5, 1e5, 0, 0),
                new Bound("floor of large", FloatFunctions::floor, Math::floor, -1e9, 1e9, 0, 0));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void errorsStayWithinTheirBounds(Bound bound) {
        var on = new Lanes();
        var x = on.input(0);
        var lane = bound.function().apply(on, x);
        var random = new SplittableRandom(5);
        double worst = 0;
        float where = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            double share = i <= SAMPLES / 2 ? 2.0 * i / SAMPLES : random.nextDouble();
            float argument = (float) (bound.low() + share * (bound.high() - bound.low()));
            double found = Float.intBitsToFloat(bits(lane, argument, new HashMap<>()));
            double expected = bound.judge().applyAsDouble(argument);
            double allowed = bound.absolute() + bound.relative() * Math.abs(expected);
            double error = found == expected ? 0 : Math.abs(found - expected) / allowed;
            if (!(error <= worst)) {
                worst = error;
                where = argument;
            }
        }
        assertThat(worst).as("%s: share of its bound, at %s", bound, where).isLessThanOrEqualTo(1);
    }

    @Test
    void tanhNeverReachesOneAndLogarithmsKnowTheirEdges() {
        var on = new Lanes();
        var tanh = FloatFunctions.tanh(on, on.input(0));
        for (float x : new float[] {7, 7.7f, 7.8f, 8, 100, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(value(tanh, x)).isLessThan(1).isGreaterThan(0.99999f);
            assertThat(value(tanh, -x)).isEqualTo(-value(tanh, x));
        }
        var ln = FloatFunctions.ln(on, on.input(0));
        assertThat(value(ln, 0)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(value(ln, -1)).isNaN();
        assertThat(value(ln, Float.NaN)).isNaN();
        assertThat(value(ln, Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    private static float value(Lane lane, float x) {
        return Float.intBitsToFloat(bits(lane, x, new HashMap<>()));
    }

    /// The bits of a lane where the input is x.
    private static int bits(Lane lane, float x, Map<Lane, Integer> known) {
        var ready = known.get(lane);
        if (ready != null) {
            return ready;
        }
        int n = lane.arguments().size();
        int a = n > 0 ? bits(lane.argument(0), x, known) : 0;
        int b = n > 1 ? bits(lane.argument(1), x, known) : 0;
        int c = n > 2 ? bits(lane.argument(2), x, known) : 0;
        int d = n > 3 ? bits(lane.argument(3), x, known) : 0;
        float fa = Float.intBitsToFloat(a);
        float fb = Float.intBitsToFloat(b);
        int result = switch (lane.operation()) {
            case INPUT -> Float.floatToRawIntBits(x);
            case CONSTANT, INT_CONSTANT -> lane.bits();
            case FMA -> Float.floatToRawIntBits(Math.fma(fa, fb, Float.intBitsToFloat(c)));
            case ADD -> Float.floatToRawIntBits(fa + fb);
            case SUBTRACT -> Float.floatToRawIntBits(fa - fb);
            case MULTIPLY -> Float.floatToRawIntBits(fa * fb);
            case DIVIDE -> Float.floatToRawIntBits(fa / fb);
            case SQUARE_ROOT -> Float.floatToRawIntBits((float) Math.sqrt(fa));
            case ABSOLUTE -> a & Integer.MAX_VALUE;
            case IF_GREATER -> fa > fb ? c : d;
            case BITS_OF, FLOAT_OF -> a;
            case INT_ADD -> a + b;
            case INT_SUBTRACT -> a - b;
            case INT_AND -> a & b;
            case INT_OR -> a | b;
            case INT_XOR -> a ^ b;
            case INT_MAX -> Math.max(a, b);
            case INT_MIN -> Math.min(a, b);
            case INT_MIN_UNSIGNED -> Integer.compareUnsigned(a, b) < 0 ? a : b;
            case SHIFT_LEFT -> a << lane.bits();
            case SHIFT_RIGHT -> a >> lane.bits();
        };
        known.put(lane, result);
        return result;
    }
}
