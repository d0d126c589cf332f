package isotopy.cli;

import isotopy.control.Control;
import isotopy.figure.Look;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.project.Report;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Outcome;
import isotopy.train.Range;
import isotopy.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `isotopy train`: trains a flow and saves it as a project.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy train (--preset NAME | --points CSV | PROJECT) --out FILE.isotopy [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Trains a flow that carries x to y, and saves it. PROJECT goes on from where it was saved, for --steps more;"
                    + " options that are not given are then those of the project.",
            "Ctrl-C saves what there is. Layers count from 1 in sentences, from 0 in files.",
            ""
        })
final class TrainCommand implements Callable<Integer> {
    private static final Range THREADS = Range.whole("threads", 1, 64, "threads");

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A saved project to go on with.")
    @Nullable
    Path project;

    @Option(names = "--preset", paramLabel = "NAME", description = "A target by its name; isotopy presets lists them.")
    @Nullable
    String preset;

    @Option(names = "--points", paramLabel = "CSV", description = "Given pairs, with the columns x1,x2,y1,y2.")
    @Nullable
    Path points;

    @Option(names = "--out", required = true, paramLabel = "FILE.isotopy", description = "Where the project is saved.")
    Path out = Path.of("");

    @Option(names = "--report", paramLabel = "FILE.json", description = "Where a report for scripts is written.")
    @Nullable
    Path report;

    @Mixin
    TrainOptions options = new TrainOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads, 1 to 64; the result is the same (default 1).")
    @Nullable
    String threads;

    @Option(names = "--fresh", description = "Start a project anew instead of going on.")
    boolean fresh;

    @Option(names = "--skip-bad-rows", description = "Leave out rows of --points that cannot be read.")
    boolean skipBadRows;

    @Option(names = "--quiet", description = "No progress bar, and nothing but faults.")
    boolean quiet;

    @Option(names = "--rescale", description = "Not in this version: coordinates are your own.")
    boolean rescale;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What the command line asks to be trained: the project that it begins with, and the experiment to go on with.
    record Task(Project start, Experiment experiment) {}

    @Override
    public Integer call() {
        var task = task();
        int workers = (int) Numbers.within("--threads", THREADS, threads, 1);
        requireOutputs();
        try (var trainer = trainer(task, workers)) {
            return train(task, trainer, workers);
        }
    }

    private void requireOutputs() {
        Outputs.requireProject(out);
        Outputs.require(out);
        if (report != null) {
            Outputs.require(report);
            if (report.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw Failure.wrongCall("--report and --out name the same file; give each its own");
            }
        }
    }

    /// Reads what is named and lays the given options over it.
    Task task() {
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
        if (project != null) {
            var saved = Inputs.project(project);
            return new Task(saved, options.over(saved.experiment()));
        }
        // all that can be said without reading the points is said before
        var standard = options.over(Experiment.standard(preset == null ? Preset.IDENTITY : preset(preset)));
        var experiment = points == null
                ? standard
                : standard.withTarget(pairs(points, standard.sampling().domain()));
        return new Task(Project.untrained(experiment), experiment);
    }

    private static Preset preset(String name) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.wrongCall("--preset " + name + ": there are only "
                        + Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", "))));
    }

    private Correspondence pairs(Path file, Box domain) {
        try {
            var pairs = PointsCsv.readPairs(file, skipBadRows);
            if (pairs.skipped() > 0) {
                note(Numbers.count(pairs.skipped(), "bad row") + " left out, the first: " + pairs.firstSkipped());
            }
            long outside = outside(pairs.target().x(), domain);
            if (outside > 0) {
                note(Numbers.count(outside) + " of "
                        + Numbers.count(pairs.target().x().size())
                        + " pairs start outside the square " + Numbers.plain(domain.low()) + ","
                        + Numbers.plain(domain.high()) + " in which layers begin to bend; --domain LOW,HIGH sets it.");
            }
            return pairs.target();
        } catch (PointsException e) {
            throw Failure.failed(e);
        }
    }

    private static long outside(Points x, Box domain) {
        return IntStream.range(0, x.size())
                .filter(k -> Math.min(x.at(0, k), x.at(1, k)) < domain.low()
                        || Math.max(x.at(0, k), x.at(1, k)) > domain.high())
                .count();
    }

    private void note(String sentence) {
        if (!quiet) {
            terminal.err().println(sentence);
        }
    }

    private boolean goesOn(Task task) {
        return !fresh
                && task.start()
                        .control()
                        .family()
                        .equals(task.experiment().network().family());
    }

    private Trainer trainer(Task task, int workers) {
        if (goesOn(task)) {
            return new Trainer(
                    task.experiment(), task.start().control(), task.start().step(), workers);
        }
        if (!fresh) {
            note("Another family starts anew: the saved layers are of the family "
                    + task.start().control().family().id() + ".");
        }
        return new Trainer(task.experiment(), workers);
    }

    private int train(Task task, Trainer trainer, int workers) {
        var start = task.start();
        boolean goesOn = goesOn(task);
        var history =
                goesOn ? start.history() : Project.untrained(task.experiment()).history();
        List<Long> edits = new ArrayList<>(goesOn ? start.edits() : List.of());
        if (goesOn && start.step() > 0 && !edits.contains(start.step())) {
            edits.add(start.step()); // the optimiser's memory is not saved, so that it begins anew here
        }
        var run = new TrainingRun(
                trainer,
                history,
                new Progress(terminal, quiet, task.experiment().target().title()));
        var outcome = run.take(task.experiment().recipe().steps(), terminal.ending());
        var look = task.start().look();
        var trained = run.project(
                edits,
                project == null ? Look.standard(task.experiment().sampling().domain()) : look);
        var snapshot = trained.snapshot();
        save(trained, snapshot, run, outcome, workers);
        return switch (outcome) {
            case Outcome.Done() -> 0;
            case Outcome.Stopped() ->
                throw Failure.interrupted("stopped after " + Numbers.count(run.taken()) + " of "
                        + Numbers.count(task.experiment().recipe().steps(), "step") + "; what there is is saved in "
                        + out);
            case Outcome.Diverged diverged -> throw diverged(diverged, trained.control(), task.experiment());
        };
    }

    private void save(Project trained, FlowSnapshot snapshot, TrainingRun run, Outcome outcome, int workers) {
        try {
            if (!(outcome instanceof Outcome.Diverged)) {
                ProjectFile.write(trained, out);
            }
            if (report != null) {
                report(trained, snapshot, run, outcome, workers).write(report);
            }
            boolean piped = report != null && !Files.isRegularFile(report); // which stays free of remarks
            if (!quiet && !piped && outcome instanceof Outcome.Done) { // any other outcome ends in its own sentence
                Summary.of(snapshot, run, out).forEach(terminal.out()::println);
            }
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    private static Report report(
            Project trained, FlowSnapshot snapshot, TrainingRun run, Outcome outcome, int workers) {
        return new Report(
                Version.number(),
                trained,
                run.taken(),
                snapshot.train().meanSquare(),
                run.tested() ? OptionalDouble.of(snapshot.test().meanSquare()) : OptionalDouble.empty(),
                Math.max(snapshot.train().supremum(), snapshot.test().supremum()),
                snapshot.train().accuracy(),
                snapshot.test().accuracy(),
                snapshot.folds().indices().stream().mapToInt(Integer::intValue).toArray(),
                run.seconds(),
                workers,
                outcome);
    }

    private static Failure diverged(Outcome.Diverged diverged, Control control, Experiment experiment) {
        double rate = experiment.recipe().learningRate();
        if (diverged.step() == 0) { // no rate helps where nothing was learnt yet
            return Failure.failed("the numbers grow beyond every bound before the first step, in layer "
                    + (diverged.layer() + 1) + " of " + control.depth()
                    + ", and nothing was saved; bring the points nearer to the origin");
        }
        return Failure.failed("the training diverged at step " + Numbers.count(diverged.step()) + ", in layer "
                + (diverged.layer() + 1) + " of " + control.depth()
                + ": the numbers grew beyond every bound, and nothing was"
                + " saved; halve the learning rate, --lr " + Numbers.plain(rate / 2));
    }
}
