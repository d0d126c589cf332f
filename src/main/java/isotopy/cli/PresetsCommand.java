package isotopy.cli;

import isotopy.target.Preset;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `isotopy presets`: one line per target that `--preset` knows, its name first.
@Command(
        name = "presets",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the targets that train --preset knows, one a line, name first.")
final class PresetsCommand implements Runnable {
    private final Terminal terminal;

    PresetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        for (var preset : Preset.values()) {
            terminal.out().printf(Locale.ROOT, "%-12s%s%n", preset.id(), preset.sentence());
        }
    }
}
