package isotopy.math;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import isotopy.math.Expression.Variable;

/// A number with its derivative: a second way to derive a tree, that makes no tree.
record Dual(double value, double slope) {
    /// The tree at the point, and its derivative with respect to the variable.
    static Dual of(Expression expression, double[] point, int variable) {
        return switch (expression) {
            case Constant(var value) -> new Dual(value, 0);
            case Variable(var index) -> new Dual(point[index], index == variable ? 1 : 0);
            case Sum(var left, var right) -> {
                var a = of(left, point, variable);
                var b = of(right, point, variable);
                yield new Dual(a.value + b.value, a.slope + b.slope);
            }
            case Difference(var left, var right) -> {
                var a = of(left, point, variable);
                var b = of(right, point, variable);
                yield new Dual(a.value - b.value, a.slope - b.slope);
            }
            case Product(var left, var right) -> {
                var a = of(left, point, variable);
                var b = of(right, point, variable);
                yield new Dual(a.value * b.value, a.slope * b.value + a.value * b.slope);
            }
            case Quotient(var left, var right) -> {
                var a = of(left, point, variable);
                var b = of(right, point, variable);
                yield new Dual(a.value / b.value, (a.slope * b.value - a.value * b.slope) / (b.value * b.value));
            }
            case Power(var base, var exponent) -> power(of(base, point, variable), of(exponent, point, variable));
            case Negation(var argument) -> {
                var a = of(argument, point, variable);
                yield new Dual(-a.value, -a.slope);
            }
            case Call(var function, var arguments) -> {
                var parts = arguments.stream()
                        .map(argument -> of(argument, point, variable))
                        .toArray(Dual[]::new);
                yield call(function, parts);
            }
        };
    }

    private static Dual power(Dual a, Dual b) {
        double value = Math.pow(a.value, b.value);
        double slope = b.value * Math.pow(a.value, b.value - 1) * a.slope;
        return new Dual(value, b.slope == 0 ? slope : slope + value * Math.log(a.value) * b.slope);
    }

    private static Dual call(Function function, Dual[] parts) {
        var a = parts[0];
        double x = a.value;
        return switch (function) {
            case MIN -> parts[1].value < x || Double.isNaN(parts[1].value) ? parts[1] : a;
            case MAX -> parts[1].value > x || Double.isNaN(parts[1].value) ? parts[1] : a;
            case IF -> Double.isNaN(x) ? a : x > 0 ? parts[1] : parts[2];
            case ATAN2 -> {
                var b = parts[1];
                double square = x * x + b.value * b.value;
                yield new Dual(Math.atan2(x, b.value), (b.value * a.slope - x * b.slope) / square);
            }
            case SIN -> a.then(Math.sin(x), Math.cos(x));
            case COS -> a.then(Math.cos(x), -Math.sin(x));
            case TAN -> a.then(Math.tan(x), 1 / (Math.cos(x) * Math.cos(x)));
            case ASIN -> a.then(Math.asin(x), 1 / Math.sqrt(1 - x * x));
            case ACOS -> a.then(Math.acos(x), -1 / Math.sqrt(1 - x * x));
            case ATAN -> a.then(Math.atan(x), 1 / (1 + x * x));
            case SINH -> a.then(Math.sinh(x), Math.cosh(x));
            case COSH -> a.then(Math.cosh(x), Math.sinh(x));
            case TANH -> a.then(Math.tanh(x), 1 / (Math.cosh(x) * Math.cosh(x)));
            case EXP -> a.then(Math.exp(x), Math.exp(x));
            case LN -> a.then(Math.log(x), 1 / x);
            case SQRT -> a.then(Math.sqrt(x), 0.5 / Math.sqrt(x));
            case CBRT -> a.then(Math.cbrt(x), Math.pow(Math.abs(x), -2.0 / 3) / 3);
            case ABS -> a.then(Math.abs(x), Math.signum(x));
            case SIGN -> a.then(Math.signum(x), 0);
            case STEP -> a.then(x > 0 ? 1 : 0, 0);
            case FLOOR -> a.then(Math.floor(x), 0);
            case ERF -> a.then(org.apache.commons.math3.special.Erf.erf(x), bell(x * Math.sqrt(2)) * Math.sqrt(8));
            case SIGMOID -> a.then(sigmoid(x), sigmoid(x) * sigmoid(-x));
            case SOFTPLUS -> a.then(Math.log1p(Math.exp(x)), sigmoid(x));
            case RELU -> a.then(Math.max(x, 0), x > 0 ? 1 : 0);
            case GELU -> a.then(x * normal(x), normal(x) + x * bell(x));
            case ELU -> a.then(x > 0 ? x : Math.expm1(x), x > 0 ? 1 : Math.exp(x));
            case GAUSS -> a.then(Math.exp(-x * x), -2 * x * Math.exp(-x * x));
        };
    }

    private Dual then(double image, double rate) {
        return Double.isNaN(value) ? this : new Dual(image, rate * slope);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double normal(double x) {
        return 0.5 * org.apache.commons.math3.special.Erf.erfc(-x / Math.sqrt(2));
    }

    private static double bell(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }
}
