package isotopy.math;

import java.util.ArrayList;
import java.util.List;

/// A formula that a user typed: its text, its tree, and what its variables are called.
///
/// It knows `+ - * / ^`, brackets, comparisons (1 where true, else 0), numbers, pi and e, and the functions of
/// [Function]; `2u`, `3 sin(u)` and `(u + 1)(u - 1)` multiply; `u²`, `·`, `×`, `−`, `÷`, `π` and `√(u)` are read too,
/// and `x1`, `x₁` and `x2`, `x₂` where the variables are called x and y.
/// A power binds more than a sign: −u² is −(u²).
public record Formula(String text, Expression expression, List<String> names) {
    /// The longest text.
    public static final int LONGEST = 1000;

    public Formula {
        names = List.copyOf(names);
    }

    /// The formula of that text, in variables of these names.
    ///
    /// Throws: [FormulaException] where the text is no formula.
    public static Formula parse(String text, String... names) {
        var formulas = FormulaParser.parse(text, 1, names);
        return formulas.getFirst();
    }

    /// The formulas of that text, which stand between commas: `x + y, x*y` are two.
    ///
    /// Throws: [FormulaException] where the text is no list of formulas, or of more than `most`.
    public static List<Formula> list(String text, int most, String... names) {
        return FormulaParser.parse(text, most, names);
    }

    /// The value for these values of the variables, in the order of the names.
    public double value(double... variables) {
        return expression.value(variables);
    }

    /// The partial derivative with respect to the variable of that index.
    public Expression derivative(int variable) {
        return expression.derivative(variable);
    }

    /// The program of the value alone.
    public FormulaProgram program() {
        return FormulaProgram.of(List.of(expression));
    }

    /// The program of the value and of its partial derivatives with respect to each variable: 1 + number of names
    /// results.
    public FormulaProgram programWithDerivatives() {
        var outputs = new ArrayList<Expression>(List.of(expression));
        for (int i = 0; i < names.size(); i++) {
            outputs.add(expression.derivative(i));
        }
        return FormulaProgram.of(outputs);
    }
}
