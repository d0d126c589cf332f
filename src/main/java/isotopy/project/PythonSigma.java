package isotopy.project;

import isotopy.math.Activation;
import isotopy.math.Expression;
import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import isotopy.math.Expression.Variable;
import isotopy.math.FormulaActivation;
import isotopy.math.Function;
import isotopy.math.Nonlinearity;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes σ as a function of Python: a named one in its usual words, a formula from its tree. Mutable: it notes which
/// functions are called.
final class PythonSigma {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final PythonLibrary library;
    private final Set<Function> called = EnumSet.noneOf(Function.class);

    private PythonSigma(PythonLibrary library) {
        this.library = library;
    }

    /// The definition of `sigma(u)` for arrays, after the functions that it calls.
    static String text(Nonlinearity sigma, PythonLibrary library) {
        var writer = new PythonSigma(library);
        var value = switch (sigma) {
            case Activation named -> writer.named(named);
            case FormulaActivation formula -> writer.text(formula.expression());
        };
        var helpers = writer.called.stream().map(library::helper).collect(Collectors.joining());
        return helpers + "def sigma(u):\n    return " + value + "\n";
    }

    private String named(Activation activation) {
        switch (activation) {
            case RELU -> called.add(Function.RELU);
            case SIGMOID -> called.add(Function.SIGMOID);
            case SOFTPLUS -> called.add(Function.SOFTPLUS);
            case GAUSSIAN -> called.add(Function.GAUSS);
            case ELU -> called.add(Function.ELU);
            case GELU -> called.add(Function.GELU);
            case TANH, LEAKY_RELU, SINE, TRUNCATED_RELU, IDENTITY -> {}
        }
        return library.sigma(activation);
    }

    private String text(Expression expression) {
        return switch (expression) {
            case Constant(var value) -> number(value);
            case Variable _ -> "u";
            case Sum(var left, var right) -> at(SUM, left) + " + " + at(PRODUCT, right);
            case Difference(var left, var right) -> at(SUM, left) + " - " + at(PRODUCT, right);
            case Product(var left, var right) -> at(PRODUCT, left) + " * " + at(SIGN, right);
            case Quotient(var left, var right) -> at(PRODUCT, left) + " / " + at(SIGN, right);
            case Power(var base, var exponent) -> at(ATOM, base) + " ** " + at(ATOM, exponent);
            case Negation(var argument) -> "-" + at(POWER, argument);
            case Call(var function, var arguments) -> {
                called.add(function);
                yield library.call(
                        function, arguments.stream().map(this::argument).collect(Collectors.joining(", ")));
            }
        };
    }

    /// An argument of a function, which wants arrays.
    private String argument(Expression expression) {
        return varies(expression) ? text(expression) : library.array(text(expression));
    }

    private static boolean varies(Expression expression) {
        return switch (expression) {
            case Constant _ -> false;
            case Variable _ -> true;
            case Sum(var left, var right) -> varies(left) || varies(right);
            case Difference(var left, var right) -> varies(left) || varies(right);
            case Product(var left, var right) -> varies(left) || varies(right);
            case Quotient(var left, var right) -> varies(left) || varies(right);
            case Power(var base, var exponent) -> varies(base) || varies(exponent);
            case Negation(var argument) -> varies(argument);
            case Call _ -> true;
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

    /// A number as Python reads it back to the last bit.
    static String number(double value) {
        return Double.isFinite(value)
                ? Double.toString(value)
                : Double.isNaN(value) ? "math.nan" : value > 0 ? "math.inf" : "-math.inf";
    }
}
