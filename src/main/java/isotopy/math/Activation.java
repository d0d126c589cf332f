package isotopy.math;

import java.util.Arrays;
import java.util.Locale;

/// The scalar non-linearity σ of a layer `V σ(W z + b)`.
///
/// `value` and `derivative` are the defining formulas, exact to the last bits of the Java library. `evaluate` is the
/// loop that runs over arrays and agrees with them to 1e−15 (relative to 1 + |u|); all that are made of exponentials
/// use [Tanh].
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
        public void evaluate(double[] u, int n, double[] s, double[] slope) {
            for (int k = 0; k < n; k++) {
                s[k] = Math.sin(u[k]);
                slope[k] = Math.cos(u[k]);
            }
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

    /// Overwrites s ← σ(u) and slope ← σ′(u) for the first `n` entries; `u` stays. The three are different arrays.
    ///
    /// Each activation has a loop of its own: one loop that calls [#value(double)] of whichever it is could not be
    /// compiled to one of them.
    public abstract void evaluate(double[] u, int n, double[] s, double[] slope);

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
