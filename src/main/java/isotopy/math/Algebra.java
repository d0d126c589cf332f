package isotopy.math;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import java.util.stream.Stream;

/// Makes trees and simplifies them as they grow: numbers are computed, 0 and 1 fall away, signs move outwards.
///
/// The rules look at the top of the parts only, so that each costs a fixed time. 0·f is 0 also where f is not a number.
final class Algebra {
    private Algebra() {}

    static Expression constant(double value) {
        return new Constant(value);
    }

    static boolean isZero(Expression a) {
        return is(a, 0);
    }

    private static boolean is(Expression a, double value) {
        return a instanceof Constant(var it) && it == value;
    }

    /// Whether the two are known to be the same.
    private static boolean same(Expression a, Expression b) {
        return a == b || a instanceof Constant(var x) && is(b, x);
    }

    static Expression sum(Expression a, Expression b) {
        if (isZero(a)) {
            return b;
        }
        if (isZero(b)) {
            return a;
        }
        if (a instanceof Constant(var x) && b instanceof Constant(var y)) {
            return constant(x + y);
        }
        return b instanceof Negation(var c) ? difference(a, c) : new Sum(a, b);
    }

    static Expression difference(Expression a, Expression b) {
        if (isZero(a)) {
            return negation(b);
        }
        if (isZero(b)) {
            return a;
        }
        if (a instanceof Constant(var x) && b instanceof Constant(var y)) {
            return constant(x - y);
        }
        return b instanceof Negation(var c) ? sum(a, c) : new Difference(a, b);
    }

    static Expression product(Expression a, Expression b) {
        if (isZero(a) || isZero(b)) {
            return constant(0);
        }
        if (is(a, 1)) {
            return b;
        }
        if (is(b, 1)) {
            return a;
        }
        if (a instanceof Constant(var x) && b instanceof Constant(var y)) {
            return constant(x * y);
        }
        if (is(a, -1)) {
            return negation(b);
        }
        if (a instanceof Negation(var c)) {
            return negation(product(c, b));
        }
        if (b instanceof Negation(var c)) {
            return negation(product(a, c));
        }
        if (b instanceof Constant) {
            return product(b, a);
        }
        if (a instanceof Constant && b instanceof Product(Constant y, var c)) {
            return product(product(a, y), c);
        }
        return new Product(a, b);
    }

    static Expression quotient(Expression a, Expression b) {
        if (isZero(a)) {
            return a;
        }
        if (is(b, 1)) {
            return a;
        }
        if (a instanceof Constant(var x) && b instanceof Constant(var y)) {
            return constant(x / y);
        }
        if (a instanceof Negation(var c)) {
            return negation(quotient(c, b));
        }
        return new Quotient(a, b);
    }

    /// base ^ exponent of numbers: the small powers, which people write, in the fast way.
    static double power(double base, double exponent) {
        if (exponent == 2) {
            return base * base;
        }
        return exponent == 3 ? base * base * base : Math.pow(base, exponent);
    }

    static Expression power(Expression base, Expression exponent) {
        if (isZero(exponent)) {
            return constant(1);
        }
        if (is(exponent, 1)) {
            return base;
        }
        if (base instanceof Constant(var x) && exponent instanceof Constant(var y)) {
            return constant(power(x, y));
        }
        return new Power(base, exponent);
    }

    static Expression negation(Expression a) {
        return switch (a) {
            case Constant(var x) -> constant(0 - x);
            case Negation(var b) -> b;
            default -> new Negation(a);
        };
    }

    static Expression call(Function function, Expression... arguments) {
        if (Stream.of(arguments).allMatch(Constant.class::isInstance)) {
            return constant(new Call(function, arguments).value(new double[0]));
        }
        return new Call(function, arguments);
    }

    /// a where the condition is above 0, else b.
    static Expression branch(Expression condition, Expression a, Expression b) {
        if (same(a, b)) {
            return a;
        }
        if (condition instanceof Constant(var c) && !Double.isNaN(c)) {
            return c > 0 ? a : b;
        }
        // the same question, or its opposite, asked again where the answer is known
        if (b instanceof Call(var function, var parts)
                && function == Function.IF
                && same(parts.getFirst(), condition)) {
            return branch(condition, a, parts.get(2));
        }
        return is(a, 1) && isZero(b) ? call(Function.STEP, condition) : call(Function.IF, condition, a, b);
    }
}
