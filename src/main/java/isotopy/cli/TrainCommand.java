package isotopy.cli;

import isotopy.control.Control;
import isotopy.figure.Look;
import isotopy.flow.SolverReport;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.project.Release;
import isotopy.project.Report;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import isotopy.train.Outcome;
import isotopy.train.Range;
import isotopy.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `isotopy train`: trains a flow and saves it as a project.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = {
            "isotopy train (--preset NAME | --formula TEXT | --points CSV | PROJECT) --out FILE.isotopy [OPTIONS]"
        },
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

    @Mixin
    TrainSource source = new TrainSource();

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

    @Option(names = "--quiet", description = "No progress bar, and nothing but faults.")
    boolean quiet;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        requireApart();
        var task = task();
        int workers = (int) Numbers.within("--threads", THREADS, threads, 1);
        requireOutputs();
        try (var trainer = trainer(task, workers)) {
            return train(task, trainer, workers);
        }
    }

    /// Before anything is read: what is overwritten in the end must be nothing that is read.
    private void requireApart() {
        source.requireApart("--out", out);
        source.requireApart("--report", report);
        Outputs.requireApart("--report", report, "PROJECT", source.project);
    }

    private void requireOutputs() {
        Outputs.requireProject(out);
        Outputs.require(out);
        if (report != null) {
            Outputs.require(report);
            if (report.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw Failure.wrongCall("--report and --out name the same file; give each its own");
            }
            Outputs.requireApart("--report", report, "--out", out); // an older one, by a link
        }
    }

    /// What the command line asks for.
    TrainSource.Task task() {
        return source.task(options, this::note);
    }

    private void note(String sentence) {
        if (!quiet) {
            terminal.err().println(sentence);
        }
    }

    private boolean goesOn(TrainSource.Task task) {
        return !source.fresh
                && task.start()
                        .control()
                        .family()
                        .equals(task.experiment().network().family());
    }

    private Trainer trainer(TrainSource.Task task, int workers) {
        if (goesOn(task)) {
            return made(() -> new Trainer(
                    task.experiment(), task.start().control(), task.start().step(), workers));
        }
        if (!source.fresh) {
            note("Another family starts anew: the saved layers are of the family "
                    + task.start().control().family().id() + ".");
        }
        return made(() -> new Trainer(task.experiment(), workers));
    }

    private static Trainer made(Supplier<Trainer> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) { // such as one that so many threads have no memory for
            throw Failure.wrongCall(Failure.small(String.valueOf(e.getMessage())));
        }
    }

    private int train(TrainSource.Task task, Trainer trainer, int workers) {
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
                goesOn ? start.checkpoints() : Checkpoints.EMPTY,
                new Progress(terminal, quiet, NamedTarget.title(task.experiment())));
        var outcome = run.take(task.experiment().recipe().steps(), terminal.ending());
        var look = task.start().look();
        var trained = run.project(
                        edits,
                        source.project == null
                                ? Look.standard(task.experiment().sampling().domain())
                                : look)
                .withStoryboard(task.start().storyboard());
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
            boolean piped = report != null && !Files.isRegularFile(report) && Files.exists(report);
            boolean told = !quiet && !piped && outcome instanceof Outcome.Done; // else a sentence of its own, or none
            if (report == null && !told) {
                return;
            }
            var measured = Measured.of(snapshot, solver(snapshot, run, outcome), run.tested());
            if (report != null) {
                report(trained, measured, run, outcome, workers).write(report);
            }
            if (told) {
                Summary.of(measured, run, out).forEach(terminal.out()::println);
            }
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    /// What solving costs and misses; nothing is known where the training diverged, because such a field may take
    /// for ever to be followed.
    private static SolverReport solver(FlowSnapshot snapshot, TrainingRun run, Outcome outcome) {
        return outcome instanceof Outcome.Diverged
                ? new SolverReport(Double.NaN, Double.NaN, Double.NaN, 0)
                : SolverReport.of(snapshot.flow(), run.samples().trainX());
    }

    private static Report report(Project trained, Measured measured, TrainingRun run, Outcome outcome, int workers) {
        return new Report(
                Release.number(),
                trained,
                run.taken(),
                measured.train(),
                measured.test(),
                measured.floor(),
                measured.snapshot().folds().indices().stream()
                        .mapToInt(Integer::intValue)
                        .toArray(),
                measured.solver(),
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
