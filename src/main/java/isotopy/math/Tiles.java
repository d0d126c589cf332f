package isotopy.math;

/// The loops of a [FormulaEvaluator], one for each operation: `into` is overwritten in its first n entries, and may be
/// one of the operands.
final class Tiles {
    private Tiles() {}

    static void sum(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] + b[k];
        }
    }

    static void difference(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] - b[k];
        }
    }

    static void product(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] * b[k];
        }
    }

    static void quotient(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] / b[k];
        }
    }

    static void power(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Algebra.power(a[k], b[k]);
        }
    }

    static void negation(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = -a[k];
        }
    }

    /// What is simple or frequent has a loop of its own; the simple ones compile to vector instructions.
    static void call(Function function, double[] a, double[] b, double[] c, int n, double[] into) {
        switch (function) {
            case SQRT -> sqrt(a, n, into);
            case ABS -> abs(a, n, into);
            case RELU -> relu(a, n, into);
            case MIN -> min(a, b, n, into);
            case MAX -> max(a, b, n, into);
            case EXP -> exp(a, n, into);
            case TANH -> tanh(a, n, into);
            case SIN -> sin(a, n, into);
            case COS -> cos(a, n, into);
            case STEP -> step(a, n, into);
            case SIGMOID -> sigmoid(a, n, into);
            case IF -> branch(a, b, c, n, into);
            default -> each(function, a, b, c, n, into);
        }
    }

    private static void each(Function function, double[] a, double[] b, double[] c, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = function.value(a[k], b[k], c[k]);
        }
    }

    private static void sqrt(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.sqrt(a[k]);
        }
    }

    private static void abs(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.abs(a[k]);
        }
    }

    private static void relu(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.max(a[k], 0);
        }
    }

    private static void min(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.min(a[k], b[k]);
        }
    }

    private static void max(double[] a, double[] b, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.max(a[k], b[k]);
        }
    }

    private static void exp(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.exp(a[k]);
        }
    }

    private static void tanh(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.tanh(a[k]);
        }
    }

    private static void sin(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.sin(a[k]);
        }
    }

    private static void cos(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = Math.cos(a[k]);
        }
    }

    private static void step(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] > 0 ? 1 : a[k] <= 0 ? 0 : a[k];
        }
    }

    private static void sigmoid(double[] a, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = 1 / (1 + Math.exp(-a[k]));
        }
    }

    private static void branch(double[] a, double[] b, double[] c, int n, double[] into) {
        for (int k = 0; k < n; k++) {
            into[k] = a[k] > 0 ? b[k] : a[k] <= 0 ? c[k] : a[k];
        }
    }
}
