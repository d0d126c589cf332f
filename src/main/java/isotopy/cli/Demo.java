package isotopy.cli;

import isotopy.export.Film;
import isotopy.export.GifExporter;
import isotopy.export.Picture;
import isotopy.export.PngExporter;
import isotopy.export.Size;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.flow.SolverReport;
import isotopy.project.ProjectFile;
import isotopy.service.Interruption;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Outcome;
import isotopy.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the program does where there is no display: it trains its opening scene on the terminal, leaves its pictures
/// and its film, and says how to get the window.
public final class Demo {
    private static final Size PICTURE = Size.of(1280, 720);
    private static final Size FILM = Size.of(800, 450);
    private static final int RATE = 20;
    private static final double SECONDS = 5;

    private final Terminal terminal;
    private final Path folder;
    private final int steps;

    private Demo(Terminal terminal, Path folder, int steps) {
        this.terminal = terminal;
        this.folder = folder;
        this.steps = steps;
    }

    /// Leaves everything in `folder`, which is made where it is missing, and returns the exit status.
    public static int run(Path folder) {
        try (var interruption = Interruption.watch()) {
            return run(
                    Terminal.system(interruption::requested),
                    folder,
                    Experiment.standard(Preset.SWIRL).recipe().steps());
        }
    }

    static int run(Terminal terminal, Path folder, int steps) {
        try {
            new Demo(terminal, folder, steps).show();
            return 0;
        } catch (Failure e) {
            terminal.err().println("isotopy: " + e.getMessage());
            return e.status();
        } catch (IOException e) {
            terminal.err().println("isotopy: " + e.getMessage());
            return Failure.FAILED;
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private void show() throws IOException {
        makeFolder();
        var experiment = Experiment.standard(Preset.SWIRL);
        experiment = experiment.withRecipe(experiment.recipe().withSteps(steps));
        say("Isotopy found no display, so it trains its opening scene here: a flow that becomes the swirl.");
        var look = Look.standard(experiment.sampling().domain());
        FlowSnapshot snapshot;
        try (var trainer = new Trainer(experiment, 1)) {
            var run = new TrainingRun(
                    trainer, LossHistory.EMPTY, Checkpoints.EMPTY, new Progress(terminal, false, "Training"));
            if (!(run.take(steps, terminal.ending()) instanceof Outcome.Done)) {
                throw Failure.interrupted("stopped before the pictures were drawn");
            }
            var project = run.project(List.of(), look);
            snapshot = project.snapshot();
            var file = folder.resolve("swirl" + ProjectFile.ENDING);
            ProjectFile.write(project, file);
            var solver = SolverReport.of(snapshot.flow(), trainer.samples().trainX());
            Summary.of(Measured.of(snapshot, solver, run.tested()), run, file).forEach(this::say);
        }
        draw(Scene.of(snapshot, look), look);
        say("""

                To get the window, run the same where there is a display. On a bare server a virtual one will do:
                  apt-get install xvfb libgtk-3-0 && xvfb-run mvn
                The command line needs none: isotopy --help tells more.""");
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make the folder '" + folder + "' for the pictures; is there a file of that name?", e);
        }
    }

    private void draw(Scene scene, Look look) throws IOException {
        double horizon = scene.particles().horizon();
        var pictures = List.of("swirl-start.png", "swirl-half.png", "swirl-end.png");
        for (int k = 0; k < pictures.size(); k++) {
            double t = horizon * k / (pictures.size() - 1);
            var figure = Illustrator.at(scene, t, look, PICTURE.pageWidth(), PICTURE.pageHeight());
            var captioned = Illustrator.captioned(figure, scene, t, look);
            new PngExporter(new Picture(captioned, PICTURE), Optional.empty())
                    .export(folder.resolve(pictures.get(k)), isotopy.export.Progress.NONE);
        }
        var bar = new Progress(terminal, false, "Drawing");
        var film = folder.resolve("swirl.gif");
        boolean drawn = new GifExporter(Film.over(scene, look, FILM, RATE, SECONDS), Optional.empty())
                .export(film, (done, all) -> {
                    bar.update(done, all, "");
                    return !terminal.ending().getAsBoolean();
                });
        if (!drawn) {
            throw Failure.interrupted("stopped before the film was drawn");
        }
        bar.end(1, 1, "");
        say("The flow at t = 0, half way and at its end: " + String.join(", ", pictures)
                + "; its film: swirl.gif; all in " + folder + ".");
    }

    private void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
