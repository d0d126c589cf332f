package isotopy.cli;

import isotopy.check.CheckReport;
import isotopy.check.Finding;
import isotopy.check.Oracle;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `isotopy check`: asks every oracle and prints a table.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy check [--report FILE.json]",
        descriptionHeading = "%n",
        description = {
            "Checks the mathematics on this machine, in seconds: closed forms, finite differences, orders, invariants and equal"
                    + " bits, one row each with what was expected and what was found. The status is 1 if a row fails.",
            ""
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final List<Oracle> oracles;

    @Option(names = "--report", paramLabel = "FILE.json", description = "Where the rows are written for scripts.")
    @Nullable
    Path report;

    CheckCommand(Terminal terminal, List<Oracle> oracles) {
        this.terminal = terminal;
        this.oracles = oracles;
    }

    @Override
    public Integer call() {
        if (report != null) {
            Outputs.require(report);
        }
        terminal.out().println(CheckReport.head());
        var shown = new String[] {""};
        var checked = CheckReport.of(oracles, finding -> {
            show(finding, !finding.oracle().group().equals(shown[0]));
            shown[0] = finding.oracle().group();
            return !terminal.ending().getAsBoolean();
        });
        write(checked);
        if (checked.findings().size() < oracles.size()) {
            throw Failure.interrupted(
                    "stopped after " + Numbers.count(checked.findings().size(), "row") + " of " + oracles.size());
        }
        int failures = checked.failures();
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%n%s in %.1f s: %s.%n",
                        Numbers.count(oracles.size(), "row"),
                        checked.seconds(),
                        failures == 0 ? "all hold" : failures + (failures == 1 ? " fails" : " fail"));
        return failures == 0 ? 0 : Failure.FAILED;
    }

    private void show(Finding finding, boolean first) {
        if (first) {
            terminal.out().println();
            terminal.out().println(finding.oracle().group());
        }
        terminal.out().println(CheckReport.row(finding));
        if (!finding.remark().isEmpty()) {
            terminal.out().println("  " + finding.remark());
        }
        terminal.out().flush();
    }

    private void write(CheckReport checked) {
        var file = report;
        if (file == null) {
            return;
        }
        try {
            Replacement.write(file, into -> into.write(checked.json().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }
}
