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
            var field = family.hasWidth()
                    ? "V σ(W z + b), σ(u) = " + family.activation().formula()
                    : "A z + b";
            terminal.out().printf(Locale.ROOT, "%-12s%s. %s%n", family.id(), field, family.conclusion());
        }
    }
}
