package isotopy.math;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Turns the tree of a formula in u into lanes. Parts that stand in several places of the tree, or are equal, become
/// one lane. Mutable: it remembers what it has turned.
///
/// Accuracy: that of [FloatFunctions]; powers that are no whole numbers are e^(b ln a), within 2e−7 (1 + |b ln a|)
/// relative.
final class FormulaLanes {
    private static final int LARGEST_PRODUCT = 64;

    private final Lanes on;
    private final Lane u;
    private final Map<Expression, Lane> known = new IdentityHashMap<>();

    FormulaLanes(Lanes on, Lane u) {
        this.on = on;
        this.u = u;
    }

    Lane of(Expression expression) {
        var lane = known.get(expression);
        if (lane == null) {
            lane = make(expression);
            known.put(expression, lane);
        }
        return lane;
    }

    private Lane make(Expression expression) {
        return switch (expression) {
            case Expression.Constant(var value) -> on.constant((float) value);
            case Expression.Variable _ -> u;
            case Expression.Sum(var left, var right) -> on.add(of(left), of(right));
            case Expression.Difference(var left, var right) -> on.subtract(of(left), of(right));
            case Expression.Product(var left, var right) -> on.multiply(of(left), of(right));
            case Expression.Quotient(var left, var right) -> on.divide(of(left), of(right));
            case Expression.Power(var base, Expression.Constant(var exponent)) -> power(of(base), exponent);
            case Expression.Power(var base, var exponent) -> power(of(base), of(exponent));
            case Expression.Negation(var argument) -> on.subtract(on.constant(0), of(argument));
            case Expression.Call(var function, var arguments) -> call(function, arguments);
        };
    }

    private Lane power(Lane base, double exponent) {
        if (exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_PRODUCT) {
            var product = product(base, (int) Math.abs(exponent));
            return exponent < 0 ? on.divide(on.constant(1), product) : product;
        }
        return exponent == 0.5 ? on.squareRoot(base) : power(base, on.constant((float) exponent));
    }

    private Lane product(Lane base, int n) {
        if (n == 0) {
            return on.constant(1);
        }
        var half = n == 1 ? base : product(base, n / 2);
        var square = n == 1 ? base : on.multiply(half, half);
        return n > 1 && n % 2 == 1 ? on.multiply(square, base) : square;
    }

    private Lane power(Lane base, Lane exponent) {
        return FloatFunctions.exp(on, on.multiply(exponent, FloatFunctions.ln(on, base)));
    }

    private Lane call(Function function, List<Expression> arguments) {
        var a = of(arguments.getFirst());
        return switch (function) {
            case MIN -> on.ifGreater(a, of(arguments.get(1)), of(arguments.get(1)), a);
            case MAX -> on.ifGreater(of(arguments.get(1)), a, of(arguments.get(1)), a);
            case ATAN2 -> angle(a, of(arguments.get(1)));
            case IF -> on.ifGreater(a, on.constant(0), of(arguments.get(1)), of(arguments.get(2)));
            case SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    TANH,
                    EXP,
                    LN,
                    SQRT,
                    CBRT,
                    ABS,
                    SIGN,
                    STEP,
                    FLOOR,
                    ERF,
                    SIGMOID,
                    SOFTPLUS,
                    RELU,
                    GELU,
                    ELU,
                    GAUSS -> call(function, a);
        };
    }

    private Lane call(Function function, Lane a) {
        var zero = on.constant(0);
        var one = on.constant(1);
        var half = on.constant(0.5f);
        return switch (function) {
            case SIN -> FloatFunctions.sin(on, a);
            case COS -> FloatFunctions.cos(on, a);
            case TAN -> on.divide(FloatFunctions.sin(on, a), FloatFunctions.cos(on, a));
            case ASIN -> arcSine(a);
            case ACOS -> on.subtract(on.constant((float) (Math.PI / 2)), arcSine(a));
            case ATAN -> FloatFunctions.atan(on, a);
            case SINH -> on.multiply(half, on.subtract(FloatFunctions.exp(on, a), inverseExp(a)));
            case COSH -> on.multiply(half, on.add(FloatFunctions.exp(on, a), inverseExp(a)));
            case TANH -> FloatFunctions.tanh(on, a);
            case EXP -> FloatFunctions.exp(on, a);
            case LN -> FloatFunctions.ln(on, a);
            case SQRT -> on.squareRoot(a);
            case CBRT -> cubeRoot(a);
            case ABS -> on.absolute(a);
            case SIGN -> on.ifGreater(a, zero, one, on.ifGreater(zero, a, on.constant(-1), zero));
            case STEP -> on.ifGreater(a, zero, one, zero);
            case FLOOR -> FloatFunctions.floor(on, a);
            case ERF -> FloatFunctions.erf(on, a);
            case SIGMOID -> FloatFunctions.sigmoid(on, a);
            case SOFTPLUS -> FloatFunctions.softplus(on, a);
            case RELU -> FloatFunctions.relu(on, a);
            case GELU -> on.multiply(a, FloatFunctions.normal(on, a));
            case ELU -> FloatFunctions.elu(on, a);
            case GAUSS -> FloatFunctions.gauss(on, a);
            case MIN, MAX, ATAN2, IF -> throw new IllegalArgumentException("more than one argument: " + function.id());
        };
    }

    private Lane inverseExp(Lane a) {
        return FloatFunctions.exp(on, on.subtract(on.constant(0), a));
    }

    /// atan(a/√(1 − a²)); the root's argument as (1 − a)(1 + a), which keeps its digits near ±1.
    private Lane arcSine(Lane a) {
        var one = on.constant(1);
        return FloatFunctions.atan(on, on.divide(a, on.squareRoot(on.multiply(on.subtract(one, a), on.add(one, a)))));
    }

    private Lane cubeRoot(Lane a) {
        var size = on.absolute(a);
        var root = power(size, on.constant((float) (1 / 3.0)));
        var zero = on.constant(0);
        return FloatFunctions.withSignOf(on, on.ifGreater(size, zero, root, size), a);
    }

    /// The angle of the point (b, a): that of |a|/|b|, turned into its quadrant.
    private Lane angle(Lane a, Lane b) {
        var steep =
                on.ifGreater(on.absolute(a), on.constant(0), on.divide(on.absolute(a), on.absolute(b)), on.absolute(a));
        var acute = FloatFunctions.atan(on, steep);
        var obtuse = on.subtract(on.constant((float) Math.PI), acute);
        return FloatFunctions.withSignOf(on, on.ifGreater(on.constant(0), b, obtuse, acute), a);
    }
}
