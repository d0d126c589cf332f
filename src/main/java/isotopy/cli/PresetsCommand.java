package isotopy.cli;

import isotopy.target.Gallery;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `isotopy presets`: one line per target that `--preset` knows, its name first.
@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the targets that train --preset knows, one a line: name, kind, and what it is.")
final class PresetsCommand implements Runnable {
    private final Terminal terminal;

    PresetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        for (var entry : Gallery.entries()) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%-16s%-10s%s%n",
                            entry.id(),
                            entry.kind().id(),
                            entry.sentence());
        }
    }
}
