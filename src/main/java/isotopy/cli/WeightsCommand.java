package isotopy.cli;

import isotopy.project.Provenance;
import isotopy.project.Release;
import isotopy.project.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `isotopy weights`: takes a trained flow to other programs.
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy weights FILE.isotopy --out WEIGHTS.(json|npz|py|pt.py|onnx) [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Writes the parameters of the saved flow for other programs: as JSON, as arrays for numpy.load (.npz), as a Python"
                    + " program that needs NumPy alone (.py), as a PyTorch module (.pt.py), or as a model of ONNX (.onnx). Each"
                    + " gives what apply gives. isotopy import brings JSON and .npz back.",
            ""
        })
final class WeightsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE.isotopy", description = "A saved project.")
    Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "WEIGHTS",
            description = "A name that ends in .json, .npz, .py, .pt.py or .onnx.")
    Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "json, npz, python, pytorch or onnx, whatever the name ends in.")
    @Nullable
    String format;

    @Option(names = "--quiet", description = "Nothing but faults.")
    boolean quiet;

    WeightsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var form = form();
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        Outputs.require(out);
        var project = Inputs.project(file);
        WeightsFile.unfit(project, form).ifPresent(reason -> {
            throw Failure.failed(reason);
        });
        try {
            var made = Provenance.of(project, "isotopy weights " + file.getFileName() + " --out " + out.getFileName());
            WeightsFile.write(project, form, Release.number(), Optional.of(made), out);
        } catch (IOException e) {
            throw Failure.failed(e);
        }
        if (!quiet && Files.isRegularFile(out)) {
            terminal.out()
                    .println(Numbers.count(project.control().parameters(), "parameter") + " of "
                            + Numbers.count(project.control().depth(), "layer") + ", written to " + out + ".");
        }
        return 0;
    }

    private WeightsFile.Form form() {
        if (format != null) {
            return Choice.of("--format", format, WeightsFile.Form.all(), WeightsFile.Form::id);
        }
        return WeightsFile.Form.of(out)
                .orElseThrow(() -> Choice.only("--out", out.toString(), ".json, .npz, .py, .pt.py and .onnx files"));
    }
}
