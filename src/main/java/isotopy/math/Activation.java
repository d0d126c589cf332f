package isotopy.math;

import java.util.Arrays;
import java.util.Locale;

/// The scalar non-linearity σ of a layer `V σ(W z + b)`.
///
/// `value` and `derivative` are the defining formulas, exact to the last bits of the Java library. `evaluate` is the loop that training
/// runs over arrays; for tanh and sigmoid it uses [Tanh], which agrees with the formula to 1e−15.
public enum Activation {
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
    };

    private final String id;
    private final String formula;
    private final double lipschitz;

    Activation(String id, String formula, double lipschitz) {
        this.id = id;
        this.formula = formula;
        this.lipschitz = lipschitz;
    }

    /// The name used on the command line and in files.
    public String id() {
        return id;
    }

    /// The formula as people write it.
    public String formula() {
        return formula;
    }

    /// The least Lipschitz constant of σ.
    public double lipschitz() {
        return lipschitz;
    }

    /// σ(u).
    public abstract double value(double u);

    /// σ′(u); at a kink the derivative from the left.
    public abstract double derivative(double u);

    /// Overwrites s ← σ(u) and slope ← σ′(u) for the first `n` entries; `u` stays.
    public void evaluate(double[] u, int n, double[] s, double[] slope) {
        for (int k = 0; k < n; k++) {
            s[k] = value(u[k]);
            slope[k] = derivative(u[k]);
        }
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
