package isotopy.target;

import isotopy.math.Expression;
import isotopy.math.Function;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;

/// Finds formulas that jump or have corners.
final class Smoothness {
    private Smoothness() {}

    /// Whether no function that jumps or has a corner stands anywhere in the formula.
    static boolean smooth(Expression formula) {
        var visited = new IdentityHashMap<Expression, Boolean>();
        var waiting = new ArrayDeque<>(List.of(formula));
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            if (visited.put(next, true) == null) {
                if (next instanceof Expression.Call(var function, var _) && !smooth(function)) {
                    return false;
                }
                parts(next).forEach(waiting::push);
            }
        }
        return true;
    }

    private static boolean smooth(Function function) {
        return switch (function) {
            case ABS, SIGN, STEP, FLOOR, RELU, MIN, MAX, ATAN2, IF -> false;
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
                    ERF,
                    SIGMOID,
                    SOFTPLUS,
                    GELU,
                    ELU,
                    GAUSS -> true;
        };
    }

    private static List<Expression> parts(Expression formula) {
        return switch (formula) {
            case Expression.Constant _, Expression.Variable _ -> List.of();
            case Expression.Sum(var left, var right) -> List.of(left, right);
            case Expression.Difference(var left, var right) -> List.of(left, right);
            case Expression.Product(var left, var right) -> List.of(left, right);
            case Expression.Quotient(var left, var right) -> List.of(left, right);
            case Expression.Power(var base, var exponent) -> List.of(base, exponent);
            case Expression.Negation(var argument) -> List.of(argument);
            case Expression.Call(var _, var arguments) -> arguments;
        };
    }
}
