package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that say what one layer may do.
final class FamilyOptions {
    private static final Range DAMPING = Range.real("damping", 0, 1000, "per unit of fictitious time");

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

    @Option(
            names = "--damping",
            paramLabel = "RATE",
            description = "The damping of antisymmetric layers, 0 to 1000 (default 0).")
    @Nullable
    String damping;

    /// The family with what was given in place of what it had.
    ///
    /// Throws: `Failure` for a wrong call, when two of the options do not go together.
    ControlFamily over(ControlFamily start) {
        var name = family == null ? start.id() : known(family);
        var chosenSigma = sigma(start, name);
        double gamma = Numbers.within("--damping", DAMPING, damping, start.damping());
        var chosen = ControlFamily.named(name, chosenSigma, gamma);
        if (sigma != null && !(chosen.activation() instanceof FormulaActivation)) {
            throw Failure.wrongCall("--sigma " + sigma + ": it goes with --family formula, or with --activation formula"
                    + " beside a family that takes one, and the family is " + name);
        }
        if (activation != null && !chosen.activation().equals(chosenSigma)) {
            throw Failure.wrongCall("--activation " + activation + ": the family " + name + " has its own, "
                    + chosen.activation().id() + "; --activation goes with " + structured());
        }
        if (damping != null && chosen.damping() != gamma) {
            throw Failure.wrongCall(
                    "--damping " + damping + ": only the family antisymmetric has one, and this is " + name);
        }
        return chosen;
    }

    private static String known(String name) {
        return Choice.of("--family", name, names(), id -> id);
    }

    /// The σ that the options ask for; that of the start where they do not and it was a choice.
    private Nonlinearity sigma(ControlFamily start, String name) {
        var kept = start.activation();
        boolean wanted = activation == null ? name.equals(FormulaActivation.ID) : isOwn(activation);
        if (wanted || (sigma != null && kept instanceof FormulaActivation)) {
            if (sigma != null) {
                return Marked.formula("--sigma", sigma, FormulaActivation::of);
            }
            if (kept instanceof FormulaActivation) {
                return kept;
            }
            throw Failure.wrongCall((activation == null ? "--family" : "--activation")
                    + " formula: the formula is missing; give it as --sigma \"u*exp(-u^2)\"");
        }
        var otherwise = start.takesActivation() ? kept : Activation.TANH;
        return Choice.of("--activation", activation, activations(), Nonlinearity::id, otherwise);
    }

    private static boolean isOwn(String name) {
        return name.toLowerCase(Locale.ROOT).equals(FormulaActivation.ID);
    }

    /// The names that `--family` knows.
    static List<String> names() {
        var names = new ArrayList<String>();
        ControlFamily.all().forEach(family -> names.add(family.id()));
        names.add(FormulaActivation.ID);
        return names;
    }

    /// The names of the families that take an activation.
    static String structured() {
        return ControlFamily.all().stream()
                .filter(ControlFamily::takesActivation)
                .map(ControlFamily::id)
                .collect(Collectors.joining(", "));
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
