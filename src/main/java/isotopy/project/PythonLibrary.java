package isotopy.project;

import isotopy.math.Activation;
import isotopy.math.Function;

/// What a Python program computes with, and how it says things in that library.
enum PythonLibrary {
    /// NumPy alone.
    NUMPY("np", "np.array(", ")"),
    /// PyTorch, in double precision.
    PYTORCH("torch", "torch.tensor(", ", dtype=torch.float64)");

    private final String module;
    private final String open;
    private final String close;

    PythonLibrary(String module, String open, String close) {
        this.module = module;
        this.open = open;
        this.close = close;
    }

    /// The name of the library in the program.
    String module() {
        return module;
    }

    /// An array of the entries that are written as a list.
    String array(String list) {
        return open + list + close;
    }

    /// σ(u) of an array u.
    String sigma(Activation named) {
        return switch (named) {
            case TANH -> call(Function.TANH, "u");
            case RELU -> call(Function.RELU, "u");
            case LEAKY_RELU -> module + ".maximum(u, 0.1 * u)";
            case SIGMOID -> call(Function.SIGMOID, "u");
            case SOFTPLUS -> call(Function.SOFTPLUS, "u");
            case SINE -> call(Function.SIN, "u");
            case GAUSSIAN -> call(Function.GAUSS, "u");
            case TRUNCATED_RELU -> module + ".clip(u, 0, 1)";
            case ELU -> call(Function.ELU, "u");
            case GELU -> call(Function.GELU, "u");
            case IDENTITY -> "u";
        };
    }

    /// A function of formulas for arguments that are written already; what the library lacks is one of [#helper].
    String call(Function function, String arguments) {
        return switch (function) {
            case SIN, COS, TAN, SINH, COSH, TANH, EXP, SQRT, ABS, SIGN, FLOOR -> own(function.id(), arguments);
            case ASIN, ACOS, ATAN, ATAN2 ->
                own(this == NUMPY ? "arc" + function.id().substring(1) : function.id(), arguments);
            case LN -> own("log", arguments);
            case MIN -> own("minimum", arguments);
            case MAX -> own("maximum", arguments);
            case CBRT, ERF, SIGMOID, SOFTPLUS, RELU, GELU, ELU, GAUSS -> function.id() + "(" + arguments + ")";
            case STEP -> "jump(" + arguments + ")";
            case IF -> "choose(" + arguments + ")";
        };
    }

    private String own(String name, String arguments) {
        return module + "." + name + "(" + arguments + ")";
    }

    /// The definition of a function that the library lacks or calls otherwise; empty where it needs none.
    String helper(Function function) {
        return switch (function) {
            case SIN, COS, TAN, SINH, COSH, TANH, EXP, SQRT, ABS, SIGN, FLOOR, ASIN, ACOS, ATAN, ATAN2, LN, MIN, MAX ->
                "";
            case CBRT -> defined("cbrt(a)", this == NUMPY ? "np.cbrt(a)" : "torch.sign(a) * torch.abs(a) ** (1 / 3)");
            case STEP -> defined("jump(a)", module + ".heaviside(a, " + module + ".zeros_like(a))");
            case ERF ->
                this == NUMPY
                        ? "erf = np.vectorize(math.erf, otypes=[float])\n\n\n"
                        : defined("erf(a)", "torch.erf(a)");
            case SIGMOID -> defined("sigmoid(a)", "1 / (1 + " + module + ".exp(-a))");
            case SOFTPLUS ->
                defined("softplus(a)", relu() + " + " + module + ".log1p(" + module + ".exp(-" + module + ".abs(a)))");
            case RELU -> defined("relu(a)", relu());
            case GELU ->
                this == NUMPY
                        ? "erfc = np.vectorize(math.erfc, otypes=[float])\n\n\n"
                                + defined("gelu(a)", "a * erfc(-a * math.sqrt(0.5)) / 2")
                        : defined("gelu(a)", "a * torch.erfc(-a * math.sqrt(0.5)) / 2");
            case ELU ->
                defined(
                        "elu(a)",
                        module + ".where(a > 0, a, " + module + ".expm1("
                                + (this == NUMPY ? "np.minimum(a, 0)" : "torch.clamp(a, max=0)") + "))");
            case GAUSS -> defined("gauss(a)", module + ".exp(-a * a)");
            case IF -> defined("choose(a, b, c)", module + ".where(a > 0, b, c)");
        };
    }

    private String relu() {
        return this == NUMPY ? "np.maximum(a, 0)" : "torch.clamp(a, min=0)";
    }

    private static String defined(String head, String value) {
        return "def " + head + ":\n    return " + value + "\n\n\n";
    }
}
