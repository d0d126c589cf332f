package isotopy.cli;

import isotopy.control.ControlFamily;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of `train` that have one possible value in this version. Any other is refused, so that no run means
/// something else than was asked for.
final class LaterOptions {
    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "The non-linearity of structured families; this version"
                    + " has none of these, its families carry theirs in their name (default tanh).")
    @Nullable
    String activation;

    @Option(names = "--augment", paramLabel = "N", description = "Extra coordinates; this version has only 0.")
    @Nullable
    Integer augment;

    @Option(names = "--optimizer", paramLabel = "NAME", description = "This version has only adam.")
    @Nullable
    String optimizer;

    @Option(names = "--schedule", paramLabel = "NAME", description = "This version has only constant.")
    @Nullable
    String schedule;

    @Option(names = "--loss", paramLabel = "NAME", description = "This version has only mse.")
    @Nullable
    String loss;

    @Option(names = "--weight-decay", paramLabel = "RATE", description = "This version has only 0.")
    @Nullable
    Double weightDecay;

    @Option(names = "--rescale", description = "Not in this version: coordinates are your own.")
    boolean rescale;

    /// Throws: `Failure` for a wrong call, when something is asked for that this version does not have.
    void requireDefaults(ControlFamily family) {
        require("--augment", augment, 0);
        require("--optimizer", optimizer, "adam");
        require("--schedule", schedule, "constant");
        require("--loss", loss, "mse");
        require("--weight-decay", weightDecay, 0.0);
        if (rescale) {
            throw Failure.wrongCall(
                    "--rescale: this version trains only in your own coordinates; scale the points yourself");
        }
        if (activation != null && !activation.equals("tanh")) {
            throw Failure.wrongCall("--activation " + activation
                    + ": it belongs to structured families, and this version has"
                    + " only families that carry their activation in their name, such as --family " + family.id());
        }
    }

    private static void require(String option, @Nullable Object given, Object only) {
        if (given != null && !given.equals(only)) {
            var value = given instanceof Double number ? Numbers.plain(number) : given.toString();
            throw TrainOptions.only(option, value, only.equals(0.0) ? "0" : only.toString());
        }
    }
}
