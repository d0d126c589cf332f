package isotopy.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Which options a command was given.
record Given(List<OptionSpec> options) {
    static Given of(CommandSpec command) {
        return new Given(command.commandLine().getParseResult().matchedOptions());
    }

    /// Refuses a call in which any of these options was given.
    ///
    /// Throws: `Failure` for a wrong call that names the first of them with its value, and says `why`.
    void refuse(Set<String> names, String why) {
        refuse(
                options.stream()
                        .filter(option -> names.contains(option.longestName()))
                        .toList(),
                why);
    }

    /// Refuses a call in which any other option was given.
    void refuseAllBut(Set<String> names, String why) {
        refuse(
                options.stream()
                        .filter(option -> !names.contains(option.longestName()))
                        .toList(),
                why);
    }

    private static void refuse(List<OptionSpec> found, String why) {
        found.stream().findFirst().ifPresent(option -> {
            throw Failure.wrongCall(said(option) + ": " + why);
        });
    }

    private static String said(OptionSpec option) {
        return option.arity().max() == 0
                ? option.longestName()
                : option.longestName() + " " + String.join(" ", option.originalStringValues());
    }

    /// The line that gave them, for the shell of this system.
    static String line(CommandSpec command) {
        Collection<String> words = command.root().commandLine().getParseResult().originalArgs();
        return "isotopy " + words.stream().map(Given::word).collect(Collectors.joining(" "));
    }

    /// Options stand as they are, all else as the shell needs it.
    private static String word(String given) {
        return given.matches("--?[\\w-]+(=[\\w./:,+@%=-]*)?") ? given : CommandText.quoted(given);
    }
}
