package isotopy.math;

import static isotopy.math.Algebra.branch;
import static isotopy.math.Algebra.call;
import static isotopy.math.Algebra.constant;
import static isotopy.math.Algebra.difference;
import static isotopy.math.Algebra.negation;
import static isotopy.math.Algebra.power;
import static isotopy.math.Algebra.product;
import static isotopy.math.Algebra.quotient;
import static isotopy.math.Algebra.sum;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import isotopy.math.Expression.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The derivative of a tree with respect to one variable. A part that stands in several places is derived once, so
/// that the derivative of a derivative costs no more than the parts it has.
final class Derivation {
    private final int variable;
    private final Map<Expression, Expression> known = new IdentityHashMap<>();

    Derivation(int variable) {
        this.variable = variable;
    }

    Expression of(Expression expression) {
        var slope = known.get(expression);
        if (slope == null) {
            slope = derive(expression);
            known.put(expression, slope);
        }
        return slope;
    }

    private Expression derive(Expression expression) {
        return switch (expression) {
            case Constant _ -> constant(0);
            case Variable(var index) -> constant(index == variable ? 1 : 0);
            case Sum(var left, var right) -> sum(of(left), of(right));
            case Difference(var left, var right) -> difference(of(left), of(right));
            case Product(var left, var right) -> sum(product(of(left), right), product(left, of(right)));
            case Quotient(var left, var right) -> ofQuotient(left, right);
            case Power(var base, var exponent) -> ofPower(expression, base, exponent);
            case Negation(var argument) -> negation(of(argument));
            case Call(var function, var arguments) -> ofCall(function, arguments);
        };
    }

    private Expression ofCall(Function function, List<Expression> arguments) {
        var slopes = new ArrayList<Expression>();
        for (var argument : arguments) {
            slopes.add(of(argument));
        }
        return function.derivative(arguments, slopes);
    }

    /// (f/g)′ = (f′ − f g′/g)/g, which overflows no sooner than f/g.
    private Expression ofQuotient(Expression left, Expression right) {
        var slope = of(right);
        if (Algebra.isZero(slope)) {
            return quotient(of(left), right);
        }
        return quotient(difference(of(left), quotient(product(left, slope), right)), right);
    }

    /// (fᵍ)′ = g f^(g−1) f′ for a constant g, else fᵍ (g′ ln f + g f′/f).
    private Expression ofPower(Expression whole, Expression base, Expression exponent) {
        if (exponent instanceof Constant(var n)) {
            return product(product(exponent, power(base, constant(n - 1))), of(base));
        }
        if (Algebra.isZero(base)) {
            return constant(0);
        }
        var rate = product(of(exponent), call(Function.LN, base));
        return product(whole, sum(rate, quotient(product(exponent, of(base)), base)));
    }

    static Expression ofCall(Function function, List<Expression> arguments, List<Expression> slopes) {
        if (slopes.stream().allMatch(Algebra::isZero)) {
            return constant(0);
        }
        var a = arguments.getFirst();
        var da = slopes.getFirst();
        return switch (function) {
            case ABS -> branch(a, da, branch(negation(a), negation(da), call(Function.MIN, da, negation(da))));
            case RELU -> larger(a, constant(0), da, constant(0));
            case MAX -> larger(a, arguments.get(1), da, slopes.get(1));
            case MIN -> smaller(a, arguments.get(1), da, slopes.get(1));
            case ATAN2 -> ofAngle(a, arguments.get(1), da, slopes.get(1));
            case IF -> branch(a, slopes.get(1), slopes.get(2));
            case SIGN, STEP, FLOOR -> constant(0);
            case SQRT -> quotient(da, product(constant(2), call(function, a)));
            case CBRT -> quotient(da, product(constant(3), power(call(function, a), constant(2))));
            case LN -> quotient(da, a);
            case ASIN -> quotient(da, call(Function.SQRT, difference(constant(1), square(a))));
            case ACOS -> negation(quotient(da, call(Function.SQRT, difference(constant(1), square(a)))));
            case ATAN -> quotient(da, sum(constant(1), square(a)));
            case SIN, COS, TAN, SINH, COSH, TANH, EXP, ERF, SIGMOID, SOFTPLUS, GELU, ELU, GAUSS ->
                product(slope(function, a), da);
        };
    }

    /// f′(a) of the functions that are smooth everywhere.
    private static Expression slope(Function function, Expression a) {
        var one = constant(1);
        var value = call(function, a);
        return switch (function) {
            case SIN -> call(Function.COS, a);
            case COS -> negation(call(Function.SIN, a));
            case TAN -> sum(one, square(value));
            case SINH -> call(Function.COSH, a);
            case COSH -> call(Function.SINH, a);
            case TANH -> difference(one, square(value));
            case EXP -> value;
            case ERF -> product(constant(2 / Math.sqrt(Math.PI)), call(Function.GAUSS, a));
            case SIGMOID -> product(value, difference(one, value));
            case SOFTPLUS -> call(Function.SIGMOID, a);
            case ELU -> branch(a, one, call(Function.EXP, a));
            case GAUSS -> product(product(constant(-2), a), value);
            case GELU -> {
                var scaled = product(constant(Math.sqrt(0.5)), a);
                var share = product(constant(0.5), sum(one, call(Function.ERF, scaled)));
                var density = product(constant(1 / Math.sqrt(2 * Math.PI)), call(Function.GAUSS, scaled));
                yield sum(share, product(a, density));
            }
            case ASIN, ACOS, ATAN, LN, SQRT, CBRT, ABS, SIGN, STEP, FLOOR, RELU, MIN, MAX, ATAN2, IF ->
                throw new IllegalArgumentException(function.id() + " has a rule of its own");
        };
    }

    /// max(a, b)′; where the two are equal, the smaller of the slopes, which is the derivative from the left.
    private static Expression larger(Expression a, Expression b, Expression da, Expression db) {
        var tie = call(Function.MIN, da, db);
        return branch(difference(a, b), da, branch(difference(b, a), db, tie));
    }

    /// min(a, b)′; where the two are equal, the larger of the slopes, which is the derivative from the left.
    private static Expression smaller(Expression a, Expression b, Expression da, Expression db) {
        var tie = call(Function.MAX, da, db);
        return branch(difference(b, a), da, branch(difference(a, b), db, tie));
    }

    /// atan2(y, x)′ = (x y′ − y x′)/(x² + y²).
    private static Expression ofAngle(Expression y, Expression x, Expression dy, Expression dx) {
        return quotient(difference(product(x, dy), product(y, dx)), sum(square(x), square(y)));
    }

    private static Expression square(Expression a) {
        return power(a, constant(2));
    }
}
