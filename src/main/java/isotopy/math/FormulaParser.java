package isotopy.math;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import java.util.ArrayList;
import java.util.List;

/// Makes trees of texts: [FormulaReader] checks and spells out, [FormulaGrammar] takes apart.
final class FormulaParser {
    /// Derivatives are some times deeper than their formula, and are walked by calls.
    private static final int DEEPEST = 250;

    private final FormulaReader.Piece piece;

    private FormulaParser(FormulaReader.Piece piece) {
        this.piece = piece;
    }

    static List<Formula> parse(String text, int most, String... names) {
        var formulas = new ArrayList<Formula>();
        for (var piece : new FormulaReader(text, most, List.of(names)).pieces()) {
            var own = text.substring(piece.from(), piece.to()).strip();
            formulas.add(new Formula(own, new FormulaParser(piece).expression(), List.of(names)));
        }
        return List.copyOf(formulas);
    }

    private Expression expression() {
        try {
            return expression(FormulaGrammar.tree(piece.plain()), 1);
        } catch (ParseException _) {
            throw new FormulaException(piece.from(), "this could not be read as a formula");
        }
    }

    private Expression expression(ASTNode node, int depth) {
        if (depth > DEEPEST) {
            throw new FormulaException(
                    position(node),
                    "more than " + DEEPEST + " operations are nested (character " + (position(node) + 1)
                            + "): write it with fewer");
        }
        var parts = new ArrayList<Expression>();
        for (var parameter : node.getParameters()) {
            parts.add(expression(parameter, depth + 1));
        }
        var word = node.getToken().getValue();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> new Constant(Double.parseDouble(word));
            case VARIABLE_OR_CONSTANT -> FormulaWords.leaf(word);
            case PREFIX_OPERATOR -> negation(parts.getFirst());
            case INFIX_OPERATOR -> operation(node, parts.getFirst(), parts.getLast());
            case FUNCTION -> call(FormulaWords.function(word).orElseThrow(), parts);
            default -> throw new FormulaException(position(node), "this could not be read as a formula");
        };
    }

    private Expression operation(ASTNode node, Expression a, Expression b) {
        return switch (node.getToken().getValue()) {
            case "+" -> new Sum(a, b);
            case "-" -> new Difference(a, b);
            case "*" -> new Product(a, b);
            case "/" -> new Quotient(a, b);
            case "^" -> new Power(a, b);
            case "^-" -> new Power(a, negation(b));
            default -> comparison(node, a, b);
        };
    }

    /// 1 where the comparison is true, else 0.
    private Expression comparison(ASTNode node, Expression a, Expression b) {
        for (var side : node.getParameters()) {
            if (isComparison(side)) {
                throw new FormulaException(
                        position(node),
                        "the comparisons at characters " + (position(side) + 1) + " and " + (position(node) + 1)
                                + " stand side by side: write 0 < u < 1 as (0 < u)*(u < 1)");
            }
        }
        return switch (node.getToken().getValue()) {
            case ">" -> step(a, b);
            case "<" -> step(b, a);
            case ">=" -> new Difference(new Constant(1), step(b, a));
            default -> new Difference(new Constant(1), step(a, b));
        };
    }

    private static Expression step(Expression larger, Expression smaller) {
        return new Call(Function.STEP, Algebra.difference(larger, smaller));
    }

    private static boolean isComparison(ASTNode node) {
        var word = node.getToken().getValue();
        return word.startsWith("<") || word.startsWith(">");
    }

    /// A sign before a number belongs to the number.
    private static Expression negation(Expression argument) {
        return argument instanceof Constant(var value) ? new Constant(-value) : new Negation(argument);
    }

    /// max(a, b, c) is max(max(a, b), c).
    private static Expression call(Function function, List<Expression> arguments) {
        if (arguments.size() <= function.arity()) {
            return new Call(function, arguments);
        }
        var result = arguments.getFirst();
        for (var argument : arguments.subList(1, arguments.size())) {
            result = new Call(function, result, argument);
        }
        return result;
    }

    private int position(ASTNode node) {
        return piece.positions()[node.getToken().getStartPosition() - 1];
    }
}
