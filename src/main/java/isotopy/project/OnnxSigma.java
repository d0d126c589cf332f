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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Writes σ of a value by operators of ONNX: a named one in its usual words, a formula from its tree.
final class OnnxSigma {
    private final OnnxGraph graph;
    private final OnnxFunctions functions;
    private final String u;
    private final Map<Expression, String> known = new IdentityHashMap<>();

    private OnnxSigma(OnnxGraph graph, String u) {
        this.graph = graph;
        this.u = u;
        functions = new OnnxFunctions(graph);
    }

    /// The value of σ(u).
    static String of(Nonlinearity sigma, OnnxGraph graph, String u) {
        var writer = new OnnxSigma(graph, u);
        return switch (sigma) {
            case Activation named -> writer.named(named);
            case FormulaActivation formula -> writer.value(formula.expression());
        };
    }

    private String named(Activation activation) {
        return switch (activation) {
            case TANH -> call(Function.TANH);
            case RELU -> call(Function.RELU);
            case SIGMOID -> call(Function.SIGMOID);
            case SOFTPLUS -> call(Function.SOFTPLUS);
            case SINE -> call(Function.SIN);
            case GAUSSIAN -> call(Function.GAUSS);
            case ELU -> call(Function.ELU);
            case GELU -> call(Function.GELU);
            case LEAKY_RELU -> graph.node("Max", u, graph.product(graph.number(0.1), u));
            case TRUNCATED_RELU -> graph.node("Clip", u, graph.number(0), graph.number(1));
            case IDENTITY -> u;
        };
    }

    private String call(Function function) {
        return functions.call(function, List.of(u));
    }

    private String value(Expression expression) {
        var there = known.get(expression);
        if (there != null) {
            return there;
        }
        var value = computed(expression);
        known.put(expression, value);
        return value;
    }

    private String computed(Expression expression) {
        return switch (expression) {
            case Constant(var value) -> graph.number(value);
            case Variable _ -> u;
            case Sum(var left, var right) -> graph.sum(value(left), value(right));
            case Difference(var left, var right) -> graph.difference(value(left), value(right));
            case Product(var left, var right) -> graph.product(value(left), value(right));
            case Quotient(var left, var right) -> graph.quotient(value(left), value(right));
            case Power(var base, var exponent) -> graph.node("Pow", value(base), value(exponent));
            case Negation(var argument) -> graph.node("Neg", value(argument));
            case Call(var function, var arguments) ->
                functions.call(function, arguments.stream().map(this::value).toList());
        };
    }
}
