package isotopy.check;

import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import java.util.List;

/// A user's own σ: its tree, its derivative, and the named ones typed as formulas.
final class FormulaOracles {
    private static final String GROUP = "Formulas for σ";

    private FormulaOracles() {}

    static List<Oracle> all() {
        return List.of(
                slope("u*sigmoid(u)"),
                slope("sin(3u)*exp(-u^2)/(1 + u^2)"),
                slope("sqrt(1 + u^2)*atan(u)"),
                named("tanh(u)", Activation.TANH),
                named("ln(1 + exp(u))", Activation.SOFTPLUS));
    }

    private static Oracle slope(String text) {
        return Oracle.zero(GROUP, "σ′ of " + text + " − differences", 1e-9, () -> {
            var sigma = FormulaActivation.of(text);
            double worst = 0;
            for (double u = -3; u <= 3; u += 0.0625) {
                worst = Math.max(worst, Math.abs(sigma.derivative(u) - difference(sigma, u)));
            }
            return worst;
        });
    }

    /// σ′(u) to about 1e−11, by the five-point rule.
    private static double difference(Nonlinearity sigma, double u) {
        double h = 1e-3;
        return (8 * (sigma.value(u + h) - sigma.value(u - h)) - (sigma.value(u + 2 * h) - sigma.value(u - 2 * h)))
                / (12 * h);
    }

    private static Oracle named(String text, Activation activation) {
        return Oracle.zero(GROUP, "σ and σ′ of " + text + " − the named ones", 1e-14, () -> {
            var sigma = FormulaActivation.of(text);
            double worst = 0;
            for (double u = -5; u <= 5; u += 0.03125) {
                worst = Math.max(worst, Math.abs(sigma.value(u) - activation.value(u)));
                worst = Math.max(worst, Math.abs(sigma.derivative(u) - activation.derivative(u)));
            }
            return worst;
        });
    }
}
