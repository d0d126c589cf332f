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
import java.util.stream.Collectors;

/// Writes a tree as a formula, with no more brackets than needed.
final class FormulaWriter {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final String[] names;

    FormulaWriter(String... names) {
        this.names = names;
    }

    String text(Expression expression) {
        return switch (expression) {
            case Constant(var value) -> number(value);
            case Variable(var index) -> names[index];
            case Sum(var left, var right) -> at(SUM, left) + " + " + at(PRODUCT, right);
            case Difference(var left, var right) -> at(SUM, left) + " - " + at(PRODUCT, right);
            case Product(var left, var right) -> at(PRODUCT, left) + "*" + at(SIGN, right);
            case Quotient(var left, var right) -> at(PRODUCT, left) + "/" + at(SIGN, right);
            case Power(var base, var exponent) -> at(ATOM, base) + "^" + at(POWER, exponent);
            case Negation(var argument) -> "-" + at(POWER, argument);
            case Call(var function, var arguments) ->
                arguments.stream().map(this::text).collect(Collectors.joining(", ", function.id() + "(", ")"));
        };
    }

    /// The part, in brackets where it binds less than its place asks for.
    private String at(int rank, Expression part) {
        return rank(part) < rank ? "(" + text(part) + ")" : text(part);
    }

    private static int rank(Expression expression) {
        return switch (expression) {
            case Sum _, Difference _ -> SUM;
            case Product _, Quotient _ -> PRODUCT;
            case Negation _ -> SIGN;
            case Power _ -> POWER;
            case Constant(var value) -> Math.copySign(1, value) < 0 ? SIGN : ATOM;
            case Variable _, Call _ -> ATOM;
        };
    }

    private static String number(double value) {
        var text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
