package isotopy.cli;

import isotopy.project.Project;
import isotopy.project.UnitBox;
import isotopy.train.Experiment;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `train` that say what to start from: a target by its name or its formula, given examples, or a saved
/// project.
final class TrainSource {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A saved project to go on with.")
    @Nullable
    Path project;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--fresh", description = "Start a project anew instead of going on.")
    boolean fresh;

    /// What the command line asks to be trained: the project that it begins with, and the experiment to go on with.
    record Task(Project start, Experiment experiment) {}

    /// Reads what is named and lays the given options over it; remarks on what was read go to `note`.
    ///
    /// Throws: `Failure` with what is wrong.
    Task task(TrainOptions options, Consumer<String> note) {
        requireOne();
        requireWhatGoesTogether(options);
        if (project != null) {
            target.map.requireNone();
            var saved = Inputs.project(project);
            if (options.namesDomain() && saved.experiment().scaling().isPresent()) {
                throw Failure.wrongCall("--domain: the points of this project were brought to -1,1 when they were read"
                        + " (--rescale); leave the option out");
            }
            var start = target.rescale ? rescaled(saved.experiment()) : saved.experiment();
            return new Task(saved, possible(options.over(start)));
        }
        var experiment = possible(target.experiment(options, note));
        return new Task(Project.untrained(experiment), experiment);
    }

    /// Throws: `Failure` for a wrong call, when writing the file of `option` would destroy the examples; a
    /// project may take the place of the one that it goes on from.
    void requireApart(String option, @Nullable Path file) {
        Outputs.requireApart(option, file, "--points", target.points);
        Outputs.requireApart(option, file, "--labels", target.labels);
        Outputs.requireApart(option, file, "--picture", target.picture);
        Outputs.requireApart(option, file, "--landmarks", target.landmarks);
    }

    private void requireOne() {
        int sources = target.sources() + (project == null ? 0 : 1);
        if (sources != 1) {
            throw Failure.wrongCall((sources == 0 ? "there is nothing to train" : "there is too much to train")
                    + "; give one of --preset NAME, --formula TEXT, --points CSV, --labels CSV, --picture IMAGE,"
                    + " --landmarks CSV and a project's file");
        }
    }

    private void requireWhatGoesTogether(TrainOptions options) {
        if (fresh && project == null) {
            throw Failure.wrongCall("--fresh: only a project can be started anew; name its file");
        }
        target.requireTable(project != null);
        if (target.rescale && project != null && !fresh) {
            throw Failure.wrongCall("--rescale: the saved layers know only the coordinates as they are; start the"
                    + " project anew with --fresh");
        }
        if (target.rescale && options.namesDomain()) {
            throw Failure.wrongCall("--domain: it does not go with --rescale, which brings all points to -1,1");
        }
    }

    /// The experiment of a project in the coordinates of the unit box.
    private static Experiment rescaled(Experiment saved) {
        try {
            var changed = saved.withTarget(UnitBox.of(saved.target()));
            if (changed.scaling().isEmpty()) {
                throw Failure.wrongCall("--rescale: it goes with given points, and “"
                        + saved.target().title() + "” has none");
            }
            return changed.withSampling(
                    changed.sampling().withDomain(changed.target().home()));
        } catch (IllegalArgumentException e) {
            throw Failure.wrongCall("--rescale: " + e.getMessage());
        }
    }

    private static Experiment possible(Experiment experiment) {
        Experiment.obstacle(experiment).ifPresent(reason -> {
            throw Failure.wrongCall(Failure.small(reason));
        });
        return experiment;
    }
}
