package isotopy.cli;

import isotopy.check.Oracles;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `isotopy` itself, which only knows its subcommands: without one the window opens, elsewhere.
@Command(
        name = "isotopy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = {"isotopy [FILE.isotopy]", "isotopy COMMAND …"},
        description =
                "Shows how a deep network computes: by moving space. Without a command it opens its window, on FILE if"
                        + " given; commands need no display.",
        descriptionHeading = "%n",
        synopsisHeading = "Usage:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (isotopy COMMAND --help tells more):%n")
final class Isotopy implements Runnable {
    /// The names of the commands; known without building them, so that the window opens quickly.
    static final List<String> COMMANDS =
            List.of("presets", "families", "train", "apply", "render", "weights", "import", "check");

    private Isotopy() {}

    /// The whole command line.
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Isotopy())
                .addSubcommand(new PresetsCommand(terminal))
                .addSubcommand(new FamiliesCommand(terminal))
                .addSubcommand(new TrainCommand(terminal))
                .addSubcommand(new ApplyCommand(terminal))
                .addSubcommand(new RenderCommand(terminal))
                .addSubcommand(new WeightsCommand(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new CheckCommand(terminal, Oracles.all()));
    }

    @Override
    public void run() {
        throw Failure.wrongCall("a command is missing; there are " + String.join(", ", COMMANDS));
    }
}
