package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.FormulaException;
import isotopy.math.Nonlinearity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that say what one layer may do.
final class FamilyOptions {
    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "What one layer may do; isotopy families lists them" + " (default tanh).")
    @Nullable
    String family;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "The σ of structured families such as gradient; the others carry theirs in their name"
                    + " (default tanh).")
    @Nullable
    String activation;

    @Option(
            names = "--sigma",
            paramLabel = "FORMULA",
            description =
                    "A σ of your own in u, such as \"u*exp(-u^2)\", for --family formula or --activation formula.")
    @Nullable
    String sigma;

    /// The family with what was given in place of what it had.
    ///
    /// Throws: `Failure` for a wrong call.
    ControlFamily over(ControlFamily start) {
        var formula = sigma == null ? null : formula(sigma);
        var chosen = family == null ? start : named(family, start, formula);
        if (activation != null) {
            chosen = with(chosen, activation, formula);
        } else if (formula != null && isFormula(chosen)) {
            chosen = withSigma(chosen, formula);
        }
        if (formula != null && !chosen.activation().equals(formula)) {
            throw Failure.wrongCall("--sigma " + sigma + ": it goes with --family formula, or with --activation formula"
                    + " beside a family that takes one, and the family is " + chosen.id());
        }
        return chosen;
    }

    private static ControlFamily named(String name, ControlFamily start, @Nullable Nonlinearity formula) {
        if (!name.toLowerCase(Locale.ROOT).equals(FormulaActivation.ID)) {
            return Choice.of("--family", name, ControlFamily.all(), ControlFamily::id, names());
        }
        if (formula != null) {
            return new Perceptron(formula);
        }
        if (start instanceof Perceptron && isFormula(start)) {
            return start;
        }
        throw Failure.wrongCall("--family formula: the formula is missing; give it as --sigma \"u*exp(-u^2)\"");
    }

    /// The names that `--family` knows.
    static String names() {
        return ControlFamily.all().stream().map(ControlFamily::id).collect(Collectors.joining(", ")) + ", "
                + FormulaActivation.ID;
    }

    private static ControlFamily with(ControlFamily chosen, String name, @Nullable Nonlinearity formula) {
        boolean own = name.toLowerCase(Locale.ROOT).equals(FormulaActivation.ID);
        if (name.equals(chosen.activation().id()) && formula == null) {
            return chosen;
        }
        if (own && formula == null) {
            throw Failure.wrongCall("--activation formula: the formula is missing; give it as --sigma \"u*exp(-u^2)\"");
        }
        if (own && isFormula(chosen) && formula != null) {
            return withSigma(chosen, formula);
        }
        if (!chosen.takesActivation()) {
            throw Failure.wrongCall("--activation " + name + ": the family " + chosen.id() + " has its own, "
                    + chosen.activation().id() + "; --activation goes with "
                    + ControlFamily.all().stream()
                            .filter(ControlFamily::takesActivation)
                            .map(ControlFamily::id)
                            .collect(Collectors.joining(", ")));
        }
        return own && formula != null
                ? chosen.withActivation(formula)
                : chosen.withActivation(Choice.of("--activation", name, activations(), Nonlinearity::id));
    }

    private static boolean isFormula(ControlFamily family) {
        return family.activation() instanceof FormulaActivation;
    }

    private static ControlFamily withSigma(ControlFamily family, Nonlinearity formula) {
        return family instanceof Perceptron ? new Perceptron(formula) : family.withActivation(formula);
    }

    /// The σ of that text. What is wrong is told with the text and a mark below the place.
    private static Nonlinearity formula(String text) {
        try {
            return FormulaActivation.of(text);
        } catch (FormulaException e) {
            var shown = text.replaceAll("\\s", " ");
            var message = String.valueOf(e.getMessage());
            throw Failure.wrongCall("--sigma: " + message.substring(0, 1).toLowerCase(Locale.ROOT)
                    + message.substring(1) + System.lineSeparator() + "  " + shown + System.lineSeparator() + "  "
                    + " ".repeat(Math.min(e.position(), shown.length())) + "^");
        }
    }

    /// The named activations that a structured family can be given.
    static List<Nonlinearity> activations() {
        var all = new ArrayList<Nonlinearity>();
        Arrays.stream(Activation.values())
                .filter(named -> named != Activation.IDENTITY)
                .forEach(all::add);
        return all;
    }
}
