package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.math.Activation;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
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

    /// The family with what was given in place of what it had.
    ControlFamily over(ControlFamily start) {
        var chosen = Choice.of("--family", family, ControlFamily.all(), ControlFamily::id, start);
        var sigma = activation;
        if (sigma == null) {
            return chosen;
        }
        if (!chosen.takesActivation()) {
            return refusing(chosen, sigma);
        }
        return chosen.withActivation(Choice.of("--activation", sigma, activations(), Nonlinearity::id));
    }

    /// The family as it is, where what was asked for is what it has.
    private static ControlFamily refusing(ControlFamily chosen, String sigma) {
        if (sigma.equals(chosen.activation().id())) {
            return chosen;
        }
        throw Failure.wrongCall("--activation " + sigma + ": the family " + chosen.id()
                + " carries its own in its name; --activation goes with "
                + ControlFamily.all().stream()
                        .filter(ControlFamily::takesActivation)
                        .map(ControlFamily::id)
                        .collect(Collectors.joining(", ")));
    }

    /// The named activations that a structured family can be given.
    static List<Nonlinearity> activations() {
        return Arrays.stream(Activation.values())
                .filter(named -> named != Activation.IDENTITY)
                .map(named -> (Nonlinearity) named)
                .toList();
    }
}
