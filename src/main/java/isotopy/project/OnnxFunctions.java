package isotopy.project;

import isotopy.math.Function;
import java.util.List;

/// The functions of formulas by operators of ONNX that have kernels for double precision.
///
/// Those for erf, elu, softplus, cos, tan, asin, acos, atan, sinh and cosh work on single precision only in ONNX
/// Runtime, so that these functions are made of exp, ln, sin, √ and the like here, within some 1e−15 relative to
/// 1 + |value|.
final class OnnxFunctions {
    /// How often the angle of an arc tangent is halved: what is left is at most π/32, where few terms of the series
    /// do.
    private static final int HALVINGS = 4;

    private static final int TERMS = 10;

    /// Beyond it the square of a number is no double, and its arc tangent π/2 anyway.
    private static final double STEEP = 1e150;

    // spotless:off
    /// Φ(−x) = e^(−x²/2) P(x)/Q(x) for x ≥ 0, as the program itself computes it: from the constant upwards.
    private static final double[] P = {0.5000000000000000215, 0.5022634481480491221, 0.2544662780934323025,
        0.07699327725756736143, 0.01447036803692984203, 0.001589952796968282481, 0.00008004520239630676875};
    private static final double[] Q = {1, 1.802411457098974033, 1.447048830019919234, 0.6733202664403676285,
        0.1970202573593328286, 0.03646937278138435104, 0.003985573283126023425, 0.0002006398778723450658};
    // spotless:on

    /// Beyond this x the tail is 0 in double precision, relative to 1.
    private static final double FARTHEST = 40;

    private final OnnxGraph graph;

    OnnxFunctions(OnnxGraph graph) {
        this.graph = graph;
    }

    /// The value of a function.
    String call(Function function, List<String> arguments) {
        var a = arguments.getFirst();
        return switch (function) {
            case SIN, TANH, EXP, SQRT, ABS, SIGN, FLOOR, SIGMOID, RELU -> graph.node(operator(function), a);
            case LN -> graph.node("Log", a);
            case COS -> cosine(a);
            case TAN -> graph.quotient(graph.node("Sin", a), cosine(a));
            case SINH -> half(graph.difference(exp(a), exp(negative(a))));
            case COSH -> half(graph.sum(exp(a), exp(negative(a))));
            case ATAN -> arcTangent(a);
            case ASIN -> arcSine(a);
            case ACOS -> graph.difference(number(Math.PI / 2), arcSine(a));
            case ATAN2 -> angle(a, arguments.get(1));
            case CBRT -> graph.product(graph.node("Sign", a), graph.node("Pow", absolute(a), number(1 / 3.0)));
            case STEP -> graph.where(positive(a), number(1), number(0));
            case IF -> graph.where(positive(a), arguments.get(1), arguments.get(2));
            case MIN -> graph.node("Min", a, arguments.get(1));
            case MAX -> graph.node("Max", a, arguments.get(1));
            case ERF -> error(a);
            case SOFTPLUS -> graph.sum(relu(a), graph.node("Log", graph.sum(number(1), exp(negative(absolute(a))))));
            case GELU -> graph.difference(relu(a), graph.product(absolute(a), tail(absolute(a))));
            case ELU -> graph.sum(relu(a), graph.difference(exp(graph.node("Min", a, number(0))), number(1)));
            case GAUSS -> exp(negative(graph.product(a, a)));
        };
    }

    /// The operator that is named as the function is.
    private static String operator(Function function) {
        return function.name().charAt(0) + function.id().substring(1);
    }

    private String number(double value) {
        return graph.number(value);
    }

    private String exp(String a) {
        return graph.node("Exp", a);
    }

    private String negative(String a) {
        return graph.node("Neg", a);
    }

    private String absolute(String a) {
        return graph.node("Abs", a);
    }

    private String relu(String a) {
        return graph.node("Relu", a);
    }

    private String half(String a) {
        return graph.product(number(0.5), a);
    }

    /// cos a = 1 − 2 sin² (a/2).
    private String cosine(String a) {
        var sine = graph.node("Sin", half(a));
        return graph.difference(number(1), graph.product(number(2), graph.product(sine, sine)));
    }

    private String positive(String a) {
        return graph.node("Greater", a, number(0));
    }

    /// Φ(−x) for x ≥ 0.
    private String tail(String x) {
        var near = graph.node("Min", x, number(FARTHEST));
        var bell = exp(graph.product(number(-0.5), graph.product(near, near)));
        return graph.quotient(graph.product(bell, polynomial(P, near)), polynomial(Q, near));
    }

    private String polynomial(double[] coefficients, String x) {
        var value = number(coefficients[coefficients.length - 1]);
        for (int i = coefficients.length - 2; i >= 0; i--) {
            value = graph.sum(graph.product(value, x), number(coefficients[i]));
        }
        return value;
    }

    /// erf a = ±(1 − 2 Φ(−√2 |a|)).
    private String error(String a) {
        var twice = graph.product(number(2), tail(graph.product(number(Math.sqrt(2)), absolute(a))));
        return graph.product(graph.node("Sign", a), graph.difference(number(1), twice));
    }

    /// atan a = 2 atan(a / (1 + √(1 + a²))), several times, and then its series.
    private String arcTangent(String a) {
        var x = graph.node("Clip", a, number(-STEEP), number(STEEP));
        for (int k = 0; k < HALVINGS; k++) {
            var root = graph.node("Sqrt", graph.sum(number(1), graph.product(x, x)));
            x = graph.quotient(x, graph.sum(number(1), root));
        }
        var series = new double[TERMS];
        for (int k = 0; k < TERMS; k++) {
            series[k] = (1 << HALVINGS) * (k % 2 == 0 ? 1.0 : -1.0) / (2 * k + 1);
        }
        return graph.product(x, polynomial(series, graph.product(x, x)));
    }

    /// asin a = atan(a / √((1 − a)(1 + a))).
    private String arcSine(String a) {
        var square = graph.product(graph.difference(number(1), a), graph.sum(number(1), a));
        return arcTangent(graph.quotient(a, graph.node("Sqrt", square)));
    }

    /// The angle of the point (b, a).
    private String angle(String a, String b) {
        var right = arcTangent(graph.quotient(a, absolute(b)));
        var behind = graph.where(graph.node("Less", a, number(0)), number(-Math.PI), number(Math.PI));
        var left = graph.difference(behind, graph.where(graph.node("Equal", a, number(0)), number(0), right));
        // without the case of a = 0 the origin would be 0/0
        var ahead = graph.where(graph.node("Equal", a, number(0)), number(0), right);
        return graph.where(graph.node("Less", b, number(0)), left, ahead);
    }
}
