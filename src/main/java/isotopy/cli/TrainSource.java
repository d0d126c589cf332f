package isotopy.cli;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.project.Project;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `train` that say what to start from: a preset, given examples, or a saved project.
final class TrainSource {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A saved project to go on with.")
    @Nullable
    Path project;

    @Option(names = "--preset", paramLabel = "NAME", description = "A target by its name; isotopy presets lists them.")
    @Nullable
    String preset;

    @Option(
            names = "--points",
            paramLabel = "CSV",
            description = "Given pairs, with the columns x1,x2,y1,y2, or points with classes, x1,x2,label.")
    @Nullable
    Path points;

    @Option(names = "--fresh", description = "Start a project anew instead of going on.")
    boolean fresh;

    @Option(names = "--skip-bad-rows", description = "Leave out rows of --points that cannot be read.")
    boolean skipBadRows;

    @Option(names = "--rescale", description = "Not in this version: coordinates are your own.")
    boolean rescale;

    /// What the command line asks to be trained: the project that it begins with, and the experiment to go on with.
    record Task(Project start, Experiment experiment) {}

    /// Reads what is named and lays the given options over it; remarks on what was read go to `note`.
    ///
    /// Throws: `Failure` with what is wrong.
    Task task(TrainOptions options, Consumer<String> note) {
        requireOne();
        if (project != null) {
            var saved = Inputs.project(project);
            return new Task(saved, possible(options.over(saved.experiment())));
        }
        var file = points;
        if (file == null) {
            return fresh(options.over(Experiment.standard(preset == null ? Preset.IDENTITY : preset(preset))));
        }
        // all that can be said without reading the points is said before
        var domain =
                options.over(Experiment.standard(Preset.IDENTITY)).sampling().domain();
        return fresh(options.over(Experiment.standard(examples(file, domain, note))));
    }

    private void requireOne() {
        long sources = Arrays.asList(preset, points, project).stream()
                .filter(source -> source != null)
                .count();
        if (sources != 1) {
            throw Failure.wrongCall((sources == 0 ? "there is nothing to train" : "there is too much to train")
                    + "; give one of --preset NAME, --points CSV and a project's file");
        }
        if (fresh && project == null) {
            throw Failure.wrongCall("--fresh: only a project can be started anew; name its file");
        }
        if (skipBadRows && points == null) {
            throw Failure.wrongCall("--skip-bad-rows: it goes with --points, and there are none");
        }
        if (rescale) {
            throw Failure.wrongCall(
                    "--rescale: this version trains only in your own coordinates; scale the points yourself");
        }
    }

    private static Task fresh(Experiment experiment) {
        return new Task(Project.untrained(possible(experiment)), experiment);
    }

    private static Experiment possible(Experiment experiment) {
        Experiment.obstacle(experiment).ifPresent(reason -> {
            throw Failure.wrongCall(Failure.small(reason));
        });
        return experiment;
    }

    private static Preset preset(String name) {
        return Choice.of("--preset", name, Arrays.asList(Preset.values()), Preset::id);
    }

    private TargetMap examples(Path file, Box domain, Consumer<String> note) {
        try {
            var read = PointsCsv.readExamples(file, skipBadRows);
            if (read.skipped() > 0) {
                note.accept(Numbers.count(read.skipped(), "bad row") + " left out, the first: " + read.firstSkipped());
            }
            starts(read.target()).ifPresent(x -> tellOutside(x, domain, note));
            return read.target();
        } catch (PointsException e) {
            throw Failure.failed(e);
        }
    }

    /// Where given examples start; a map of the plane has none.
    private static Optional<Points> starts(TargetMap target) {
        return switch (target) {
            case PlaneMap _, LineMap _, PlaneFunction _ -> Optional.empty();
            case Correspondence pairs -> Optional.of(pairs.x());
            case Labels labels -> Optional.of(labels.x());
        };
    }

    private static void tellOutside(Points x, Box domain, Consumer<String> note) {
        long outside = IntStream.range(0, x.size())
                .filter(k -> Arrays.stream(x.point(k)).anyMatch(v -> v < domain.low() || v > domain.high()))
                .count();
        if (outside > 0) {
            note.accept(Numbers.count(outside) + " of " + Numbers.count(x.size()) + " points start outside the square "
                    + Numbers.plain(domain.low()) + "," + Numbers.plain(domain.high())
                    + " in which layers begin to bend; --domain LOW,HIGH sets it.");
        }
    }
}
