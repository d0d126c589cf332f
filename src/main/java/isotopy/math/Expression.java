package isotopy.math;

import java.util.List;

/// A formula as a tree: what stands at its leaves are numbers and variables, known by their index.
///
/// Trees are immutable. A part may stand in several places of one tree, as derivatives do it: who walks a tree of
/// unknown origin remembers what was visited, as [#derivative(int)] and [FormulaProgram] do.
public sealed interface Expression {
    /// A number.
    record Constant(double value) implements Expression {}

    /// The variable of that index, counted from 0.
    record Variable(int index) implements Expression {}

    /// left + right.
    record Sum(Expression left, Expression right) implements Expression {}

    /// left − right.
    record Difference(Expression left, Expression right) implements Expression {}

    /// left · right.
    record Product(Expression left, Expression right) implements Expression {}

    /// left / right.
    record Quotient(Expression left, Expression right) implements Expression {}

    /// base ^ exponent, as [Math#pow(double, double)] has it; squares and cubes are products.
    record Power(Expression base, Expression exponent) implements Expression {}

    /// −argument.
    record Negation(Expression argument) implements Expression {}

    /// function(arguments…), as many arguments as the function's arity.
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(
                        function.id() + " has " + function.arity() + " arguments, not " + arguments.size());
            }
        }

        Call(Function function, Expression... arguments) {
            this(function, List.of(arguments));
        }
    }

    /// The value where the variable i is `variables[i]`: plain, part by part. [FormulaProgram] is the fast way.
    default double value(double[] variables) {
        return switch (this) {
            case Constant(var value) -> value;
            case Variable(var index) -> variables[index];
            case Sum(var left, var right) -> left.value(variables) + right.value(variables);
            case Difference(var left, var right) -> left.value(variables) - right.value(variables);
            case Product(var left, var right) -> left.value(variables) * right.value(variables);
            case Quotient(var left, var right) -> left.value(variables) / right.value(variables);
            case Power(var base, var exponent) -> Algebra.power(base.value(variables), exponent.value(variables));
            case Negation(var argument) -> -argument.value(variables);
            case Call(var function, var arguments) ->
                function.value(
                        arguments.get(0).value(variables),
                        arguments.size() > 1 ? arguments.get(1).value(variables) : 0,
                        arguments.size() > 2 ? arguments.get(2).value(variables) : 0);
        };
    }

    /// The partial derivative with respect to the variable of that index, simplified.
    ///
    /// Where the function has a corner (abs, relu, min, max) it is the derivative from the left, for an increasing
    /// variable: abs′(0) = −1, relu′(0) = 0. Jumps (sign, step, floor) have the derivative 0 everywhere.
    default Expression derivative(int variable) {
        return new Derivation(variable).of(this);
    }

    /// The formula as people write it, in which the variable i is called `names[i]`; parsing it gives this tree
    /// again.
    default String text(String... names) {
        return new FormulaWriter(names).text(this);
    }
}
