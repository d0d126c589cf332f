package isotopy.cli;

import isotopy.project.ProjectFile;
import isotopy.service.Interruption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program as a script sees it. Needs no display.
public final class CommandLineInterface {
    private CommandLineInterface() {}

    /// Whether these arguments ask for a command; else they ask for the window, empty or on one file.
    public static boolean isCommand(String... args) {
        if (args.length == 0) {
            return false;
        }
        var first = args[0];
        if (Isotopy.COMMANDS.contains(first) || first.startsWith("-")) {
            return true;
        }
        if (args.length > 1) {
            return !Arrays.stream(args).allMatch(CommandLineInterface::looksLikeFile);
        }
        // one word that looks like no file is a command misspelt
        return first.matches("[a-z]+") && !Files.exists(Path.of(first));
    }

    private static boolean looksLikeFile(String word) {
        try {
            return word.endsWith(ProjectFile.ENDING) || Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// Carries out a command line on the process's own streams and returns the exit status. Ctrl-C ends it after
    /// what there is was put away and told.
    public static int run(String... args) {
        try (var interruption = Interruption.watch()) {
            return run(Terminal.system(interruption::requested), args);
        }
    }

    static int run(Terminal terminal, String... args) {
        var ansi = terminal.live() ? Ansi.AUTO : Ansi.OFF;
        var commandLine = Isotopy.commandLine(terminal)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler((e, arguments) -> wrongCall(terminal, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, command, e));
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError e) {
            return say(terminal, "isotopy", Failure.FAILED, "there is not enough memory for this; ask for less");
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static int wrongCall(Terminal terminal, ParameterException e) {
        var name = e.getCommandLine().getCommandSpec().qualifiedName();
        return say(terminal, name, Failure.WRONG_CALL, sentence(e));
    }

    private static int failed(Terminal terminal, CommandLine command, Exception e) {
        var name = command.getCommandSpec().qualifiedName();
        if (e instanceof Failure failure) {
            return say(terminal, name, failure.status(), failure.getMessage());
        }
        var fault =
                "a fault of the program stopped the work (" + e + "); please report it with the command that you gave";
        return say(terminal, name, Failure.FAILED, fault.replaceAll("\\s+", " "));
    }

    private static int say(Terminal terminal, String command, int status, String sentence) {
        terminal.err().println(command + ": " + sentence);
        if (status == Failure.WRONG_CALL) {
            terminal.err().println("Try: " + command + " --help");
        }
        return status;
    }

    /// What is wrong with a call, in our words.
    private static String sentence(ParameterException e) {
        var surplus = e.getCommandLine().getUnmatchedArguments();
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            // an option that does not exist explains more than what is missing because of it
            case MissingParameterException missing
            when !surplus.isEmpty() -> unknown(new UnmatchedArgumentException(missing.getCommandLine(), surplus));
            case MissingParameterException missing
            when String.valueOf(missing.getMessage()).contains("for option")
                    && !missing.getMissing().isEmpty() -> {
                var name = name(missing.getMissing().getFirst());
                yield name.substring(0, name.indexOf(' ')) + " needs a value: " + name;
            }
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                missing.getMissing().stream().map(CommandLineInterface::name).collect(Collectors.joining(" and "))
                        + (missing.getMissing().size() == 1 ? " is" : " are") + " missing";
            default -> {
                var message =
                        String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
                yield message.isEmpty()
                        ? "the call is wrong"
                        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
            }
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String unknown(UnmatchedArgumentException e) {
        var words = e.getUnmatched();
        var first = words.isEmpty() ? "" : words.getFirst();
        List<String> suggestions = e.getSuggestions();
        boolean commands = e.getCommandLine().getParent() == null;
        var what = first.startsWith("-")
                ? "there is no option "
                : commands ? "there is no command " : "there is one word too many: ";
        var hint = suggestions.isEmpty()
                ? ""
                : "; did you mean " + String.join(" or ", suggestions.subList(0, Math.min(3, suggestions.size())))
                        + "?";
        return what + "'" + first + "'" + hint;
    }
}
