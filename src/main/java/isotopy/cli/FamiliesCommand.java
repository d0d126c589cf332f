package isotopy.cli;

import isotopy.control.ControlFamily;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `isotopy families`: one line per control family that `--family` knows, its name first.
@Command(
        name = "families",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the control families that train --family knows, one a line, name first.")
final class FamiliesCommand implements Runnable {
    private final Terminal terminal;

    FamiliesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        for (var family : ControlFamily.all()) {
            var field = family.formula().contains("σ")
                    ? family.formula() + ", σ(u) = " + family.activation().formula()
                    : family.formula();
            terminal.out().printf(Locale.ROOT, "%-15s%s. %s%n", family.id(), field, family.conclusion());
        }
    }
}
