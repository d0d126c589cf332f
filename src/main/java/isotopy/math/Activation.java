package isotopy.math;

import java.util.Arrays;
import java.util.Locale;

/// The named non-linearities σ of a layer `V σ(W z + b)`.
///
/// `value` and `derivative` are the defining formulas, exact to the last bits of the Java library. `evaluate` is the
/// loop that runs over arrays and agrees with them to 1e−15 (relative to 1 + |u|); all that are made of exponentials
/// use [Tanh].
public enum Activation implements Nonlinearity {
    /// σ(u) = tanh u.
    TANH("tanh", "tanh u", 1) {
        @Override
        public double value(double u) {
            return Math.tanh(u);
        }

        @Override
        public double derivative(double u) {
            double s = Math.tanh(u);
            return 1 - s * s;
        }

        @Override
        public double curvature(double u) {
            double s = Math.tanh(u);
            return -2 * s * (1 - s * s);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            Tanh.evaluate(u, n, s);
            for (int k = 0; k < n; k++) {
                slope[k] = 1 - s[k] * s[k];
            }
        }
    },
    /// σ(u) = max(u, 0).
    RELU("relu", "max(u, 0)", 1) {
        @Override
        public double value(double u) {
            return u > 0 ? u : u <= 0 ? 0 : u;
        }

        @Override
        public double derivative(double u) {
            return u > 0 ? 1 : 0;
        }

        @Override
        public double curvature(double u) {
            return 0;
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                s[k] = Math.max(u[k], 0);
                slope[k] = Math.signum(s[k]);
            }
        }
    },
    /// σ(u) = max(u, u/10).
    LEAKY_RELU("leaky-relu", "max(u, u/10)", 1) {
        @Override
        public double value(double u) {
            return u > 0 ? u : 0.1 * u;
        }

        @Override
        public double derivative(double u) {
            return u > 0 ? 1 : 0.1;
        }

        @Override
        public double curvature(double u) {
            return 0;
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = 0.1 + 0.9 * Math.signum(Math.max(u[k], 0));
                s[k] = Math.max(u[k], 0.1 * u[k]);
            }
        }
    },
    /// σ(u) = 1/(1 + e⁻ᵘ).
    SIGMOID("sigmoid", "1/(1 + e⁻ᵘ)", 0.25) {
        @Override
        public double value(double u) {
            return 1 / (1 + Math.exp(-u));
        }

        @Override
        public double derivative(double u) {
            double s = value(u);
            return s * (1 - s);
        }

        @Override
        public double curvature(double u) {
            double s = value(u);
            return s * (1 - s) * (1 - 2 * s);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = 0.5 * u[k];
            }
            Tanh.evaluate(slope, n, s);
            for (int k = 0; k < n; k++) {
                s[k] = 0.5 + 0.5 * s[k];
                slope[k] = s[k] * (1 - s[k]);
            }
        }
    },
    /// σ(u) = ln(1 + eᵘ).
    SOFTPLUS("softplus", "ln(1 + eᵘ)", 1) {
        @Override
        public double value(double u) {
            return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
        }

        @Override
        public double derivative(double u) {
            return SIGMOID.value(u);
        }

        @Override
        public double curvature(double u) {
            return SIGMOID.derivative(u);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = 0.5 * u[k];
            }
            Tanh.evaluate(slope, n, s);
            for (int k = 0; k < n; k++) {
                slope[k] = 0.5 + 0.5 * s[k];
                s[k] = Math.max(u[k], 0) + Tanh.logOnePlusExp(Math.abs(s[k]));
            }
        }
    },
    /// σ(u) = sin u.
    SINE("sine", "sin u", 1) {
        @Override
        public double value(double u) {
            return Math.sin(u);
        }

        @Override
        public double derivative(double u) {
            return Math.cos(u);
        }

        @Override
        public double curvature(double u) {
            return -Math.sin(u);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            Sine.evaluate(u, n, s, slope);
        }
    },
    /// σ(u) = e^(−u²); its slope is largest, √(2/e), at u = −1/√2.
    GAUSSIAN("gaussian", "e^(−u²)", 0.8577638849607068) {
        @Override
        public double value(double u) {
            return Math.exp(-u * u);
        }

        @Override
        public double derivative(double u) {
            return -2 * u * Math.exp(-u * u);
        }

        @Override
        public double curvature(double u) {
            return (4 * u * u - 2) * Math.exp(-u * u);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = 0.5 * u[k] * u[k];
            }
            Tanh.evaluate(slope, n, s);
            for (int k = 0; k < n; k++) {
                s[k] = Math.abs(1 - s[k]) / (1 + s[k]); // e^(−2y) from tanh y, which a rounding may bring above 1
                slope[k] = -2 * u[k] * s[k];
            }
        }
    },
    /// σ(u) = min(max(u, 0), 1), ReLU cut off at 1.
    TRUNCATED_RELU("truncated-relu", "min(max(u, 0), 1)", 1) {
        @Override
        public double value(double u) {
            return u > 0 ? Math.min(u, 1) : u <= 0 ? 0 : u;
        }

        @Override
        public double derivative(double u) {
            return u > 0 && u <= 1 ? 1 : 0;
        }

        @Override
        public double curvature(double u) {
            return 0;
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                s[k] = Math.max(u[k], 0);
                slope[k] = Math.signum(s[k]) * (1 - Math.signum(Math.max(u[k] - 1, 0)));
                s[k] = Math.min(s[k], 1);
            }
        }
    },
    /// σ(u) = u for u > 0, eᵘ − 1 below.
    ELU("elu", "max(u, 0) + min(eᵘ − 1, 0)", 1) {
        @Override
        public double value(double u) {
            return u > 0 ? u : Math.expm1(u);
        }

        @Override
        public double derivative(double u) {
            return u > 0 ? 1 : Math.exp(u);
        }

        @Override
        public double curvature(double u) {
            return u > 0 ? 0 : Math.exp(u);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = -0.5 * Math.min(u[k], 0);
            }
            Tanh.evaluate(slope, n, s);
            for (int k = 0; k < n; k++) {
                slope[k] = Math.abs(1 - s[k]) / (1 + s[k]); // e^(−2y) from tanh y
                s[k] = Math.max(u[k], 0) - 2 * s[k] / (1 + s[k]);
            }
        }
    },
    /// σ(u) = u Φ(u) with Φ the normal distribution function; its slope is largest, Φ(√2) + √2 φ(√2), at u = √2.
    GELU("gelu", "u Φ(u)", 1.128904145185155) {
        @Override
        public double value(double u) {
            return u * normal(u);
        }

        @Override
        public double derivative(double u) {
            return normal(u) + u * bell(u);
        }

        @Override
        public double curvature(double u) {
            return (2 - u * u) * bell(u);
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            Normal.tails(u, n, slope, s);
            for (int k = 0; k < n; k++) {
                double side = Math.signum(u[k]);
                double tail = slope[k]; // Φ(−|u|)
                slope[k] = 0.5 + side * (0.5 - tail) + u[k] * s[k];
                s[k] = Math.max(u[k], 0) - Math.abs(u[k]) * tail;
            }
        }

        private double normal(double u) {
            return u > 0 ? 1 - Normal.tail(u) : Normal.tail(-u);
        }

        private double bell(double u) {
            return Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
        }
    },
    /// σ(u) = u, with which a layer is affine.
    IDENTITY("identity", "u", 1) {
        @Override
        public double value(double u) {
            return u;
        }

        @Override
        public double derivative(double u) {
            return 1;
        }

        @Override
        public double curvature(double u) {
            return 0;
        }

        @Override
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            System.arraycopy(u, 0, s, 0, n);
            Arrays.fill(slope, 0, n, 1);
        }
    };

    private final String id;
    private final String formula;
    private final double lipschitz;

    Activation(String id, String formula, double lipschitz) {
        this.id = id;
        this.formula = formula;
        this.lipschitz = lipschitz;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public double lipschitz() {
        return lipschitz;
    }

    /// The activation of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Activation named(String name) {
        for (var activation : values()) {
            if (activation.id.equals(name.toLowerCase(Locale.ROOT))) {
                return activation;
            }
        }
        var names = Arrays.stream(values()).map(Activation::id).toList();
        throw new IllegalArgumentException(
                "there is no activation '" + name + "'; choose one of " + String.join(", ", names));
    }
}
