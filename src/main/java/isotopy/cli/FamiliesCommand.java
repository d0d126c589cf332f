package isotopy.cli;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.math.FormulaActivation;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `isotopy families`: what `--family`, `--activation` and `--integrator` know, one a line, name first.
@Command(
        name = "families",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists what train --family, --activation and --integrator know, one a line, name first.")
final class FamiliesCommand implements Runnable {
    private final Terminal terminal;

    FamiliesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        heading("Families, for --family: what one layer may do");
        for (var family : ControlFamily.all()) {
            line(family.id(), described(family) + ". " + family.conclusion());
        }
        line(FormulaActivation.ID, "V σ(W z + b), σ(u) = your own, as --sigma \"u*exp(-u^2)\".");
        heading("");
        heading("Activations, for --activation: the σ of the families that take one");
        for (var activation : FamilyOptions.activations()) {
            line(activation.id(), "σ(u) = " + activation.formula());
        }
        line(FormulaActivation.ID, "σ(u) = your own, as --sigma \"u*exp(-u^2)\"");
        heading("");
        heading("Integrators, for --integrator: what turns layers into a map");
        for (var integrator : Integrator.values()) {
            line(integrator.id(), integrator.title());
        }
    }

    private static String described(ControlFamily family) {
        boolean own = family instanceof Perceptron;
        return family.formula()
                + (own ? ", σ(u) = " + family.activation().formula() : "")
                + (family.takesActivation() ? ", σ by --activation" : "");
    }

    private void heading(String text) {
        terminal.out().println(("# " + text).strip());
    }

    private void line(String name, String text) {
        terminal.out().printf(Locale.ROOT, "%-16s%s%n", name, text);
    }
}
