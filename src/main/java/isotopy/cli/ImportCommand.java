package isotopy.cli;

import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.project.ImportedNetwork;
import isotopy.project.Project;
import isotopy.project.ProjectException;
import isotopy.project.ProjectFile;
import isotopy.project.WeightsFile;
import isotopy.train.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `isotopy import`: makes a project of a residual network that was trained elsewhere.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy import WEIGHTS.(npz|json) --out FILE.isotopy [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Makes a project of a residual network z + h V σ(W z + b) that was trained elsewhere. In a file of numpy.savez, W has"
                    + " the shape layers × width × dimension, b layers × width, V layers × dimension × width and duration"
                    + " layers (the h; 1 where it is missing); or each layer has arrays of its own, W0, b0, V0, …. In JSON,"
                    + " layers is a list of objects with W, b, V and duration. The project's target is what the network itself"
                    + " makes of the domain.",
            ""
        })
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "WEIGHTS", description = "A .npz or .json file.")
    Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.isotopy", description = "Where the project is saved.")
    Path out = Path.of("");

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "The σ of the layers, where the file does not name it as activation.")
    @Nullable
    String activation;

    @Option(
            names = "--sigma",
            paramLabel = "FORMULA",
            description = "A σ of your own in u, where the file does not name one.")
    @Nullable
    String sigma;

    @Option(
            names = "--domain",
            paramLabel = "LOW,HIGH",
            description = "The side of the square, or the interval, that is shown (default -1,1).")
    @Nullable
    String domain;

    @Option(names = "--quiet", description = "Nothing but faults.")
    boolean quiet;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var otherwise = otherwise();
        var box = domain == null ? Sampling.STANDARD.domain() : SamplingOptions.domain(domain);
        Outputs.requireProject(out);
        Outputs.requireApart("--out", out, "WEIGHTS", file);
        Outputs.require(out);
        ImportedNetwork network;
        try {
            network = WeightsFile.read(file, otherwise);
            ProjectFile.write(project(network, box), out);
        } catch (ProjectException e) {
            throw Failure.failed(e);
        } catch (IOException e) {
            throw Failure.failed(e);
        }
        if (!quiet && Files.isRegularFile(out)) {
            var control = network.control();
            terminal.out()
                    .println(Numbers.count(control.depth(), "layer") + " of the family "
                            + control.family().id() + " and " + Numbers.count(control.parameters(), "parameter")
                            + ", written to " + out + ".");
        }
        return 0;
    }

    private Project project(ImportedNetwork network, Box box) {
        try {
            return network.project(String.valueOf(file.getFileName()), box);
        } catch (ProjectException e) {
            throw Failure.failed(file + ": " + e.getMessage());
        }
    }

    private Optional<Nonlinearity> otherwise() {
        if (sigma != null) {
            return Optional.of(Marked.formula("--sigma", sigma, FormulaActivation::of));
        }
        return activation == null
                ? Optional.empty()
                : Optional.of(
                        Choice.of("--activation", activation, Arrays.asList(Activation.values()), Activation::id));
    }
}
