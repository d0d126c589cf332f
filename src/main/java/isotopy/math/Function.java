package isotopy.math;

import java.util.List;
import java.util.Locale;

/// The functions that a formula may call, by their names in lower case.
///
/// Where a function jumps it takes the value from the left: step(0) = 0.
public enum Function {
    /// sin a, of radians.
    SIN(1),
    /// cos a, of radians.
    COS(1),
    /// tan a, of radians.
    TAN(1),
    /// The angle of [−π/2, π/2] whose sine is a.
    ASIN(1),
    /// The angle of [0, π] whose cosine is a.
    ACOS(1),
    /// The angle of (−π/2, π/2) whose tangent is a.
    ATAN(1),
    /// sinh a.
    SINH(1),
    /// cosh a.
    COSH(1),
    /// tanh a.
    TANH(1),
    /// eᵃ.
    EXP(1),
    /// The natural logarithm; `log` is the same.
    LN(1),
    /// √a.
    SQRT(1),
    /// ∛a, of every sign.
    CBRT(1),
    /// |a|.
    ABS(1),
    /// −1, 0 or 1.
    SIGN(1),
    /// 1 where a > 0, else 0 (Heaviside).
    STEP(1),
    /// The largest whole number that is not above a.
    FLOOR(1),
    /// The error function.
    ERF(1),
    /// 1/(1 + e⁻ᵃ).
    SIGMOID(1),
    /// ln(1 + eᵃ).
    SOFTPLUS(1),
    /// max(a, 0).
    RELU(1),
    /// a Φ(a), Φ the normal distribution.
    GELU(1),
    /// a where a > 0, else eᵃ − 1.
    ELU(1),
    /// e^(−a²).
    GAUSS(1),
    /// The smaller of a and b.
    MIN(2),
    /// The larger of a and b.
    MAX(2),
    /// The angle of the point (b, a), in (−π, π].
    ATAN2(2),
    /// b where a > 0, else c.
    IF(3);

    private final int arity;
    private final String id;

    Function(int arity) {
        this.arity = arity;
        id = name().toLowerCase(Locale.ROOT);
    }

    /// The name in formulas.
    public String id() {
        return id;
    }

    /// The number of arguments: 1, 2 or 3.
    public int arity() {
        return arity;
    }

    /// f(a) of a function of one argument.
    public double value(double a) {
        return value(a, 0, 0);
    }

    /// f(a, b) of a function of two arguments.
    public double value(double a, double b) {
        return value(a, b, 0);
    }

    /// f(a, b, c); what is beyond the arity is not looked at. What is not a number stays not a number.
    public double value(double a, double b, double c) {
        return switch (this) {
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case ASIN -> Math.asin(a);
            case ACOS -> Math.acos(a);
            case ATAN -> Math.atan(a);
            case SINH -> Math.sinh(a);
            case COSH -> Math.cosh(a);
            case TANH -> Math.tanh(a);
            case EXP -> Math.exp(a);
            case LN -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case CBRT -> Math.cbrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case STEP -> a > 0 ? 1 : a <= 0 ? 0 : a;
            case FLOOR -> Math.floor(a);
            case ERF -> Erf.value(a);
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case SOFTPLUS -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
            case RELU -> Math.max(a, 0);
            case GELU -> 0.5 * a * Erf.complement(-a * Math.sqrt(0.5));
            case ELU -> a > 0 ? a : Math.expm1(a);
            case GAUSS -> Math.exp(-a * a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case ATAN2 -> Math.atan2(a, b);
            case IF -> a > 0 ? b : a <= 0 ? c : a;
        };
    }

    /// The derivative of f(arguments…) while the arguments change with the given slopes, simplified.
    public Expression derivative(List<Expression> arguments, List<Expression> slopes) {
        return Derivation.ofCall(this, arguments, slopes);
    }
}
