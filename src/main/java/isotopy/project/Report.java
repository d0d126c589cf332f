package isotopy.project;

import isotopy.flow.SolverReport;
import isotopy.theory.Floor;
import isotopy.train.Evaluation;
import isotopy.train.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// What a training run tells a script, as JSON.
///
/// `steps`, `seconds` (wall time of the training loop alone) and `stepsPerSecond` are those of this run, not of the
/// control's whole past. Errors are means over points of the squared Euclidean distance, `supError` the largest
/// distance; all are in the user's units, also where the points were brought to the unit box. Layers count from 0, as
/// in the project's file. `testMse` is null where no point is kept for the test, `floor` where none is known, both
/// accuracies where there are no labels. `evaluations` is how often the field is evaluated for a particle on its way,
/// `solverError` and `solverSupError` are the mean and the largest distance, over some training points, between where
/// they end and where the differential equation carries them.
public record Report(
        String version,
        Project project,
        long steps,
        Evaluation train,
        Optional<Evaluation> test,
        Optional<Floor> floor,
        int[] foldingLayers,
        SolverReport solver,
        double seconds,
        int threads,
        Outcome outcome) {
    private static final int SCHEMA = 1;

    /// The text of the report.
    public String text() {
        var experiment = project.experiment();
        var network = experiment.network();
        var control = project.control();
        var folding = new long[foldingLayers.length];
        for (int k = 0; k < folding.length; k++) {
            folding[k] = foldingLayers[k];
        }
        var pen = new JsonPen();
        pen.whole("schema", SCHEMA)
                .text("version", version)
                .whole("seed", experiment.seed())
                .text("family", network.family().id())
                .whole("width", network.width())
                .whole("depth", network.depth())
                .number("horizon", network.horizon())
                .text("integrator", network.integrator().id())
                .text("optimizer", experiment.recipe().optimizer().id())
                .whole("steps", steps)
                .whole("parameters", control.parameters())
                .number("trainMse", train.meanSquare())
                .number("testMse", test.map(Evaluation::meanSquare).orElse(Double.NaN))
                .number(
                        "supError",
                        Math.max(
                                train.supremum(), test.map(Evaluation::supremum).orElse(0.0)))
                .number("trainAccuracy", train.accuracy())
                .number("testAccuracy", test.map(Evaluation::accuracy).orElse(Double.NaN))
                .number("floor", floor.map(Floor::meanSquare).orElse(Double.NaN))
                .wholes("foldingLayers", folding)
                .number("seconds", seconds)
                .number("stepsPerSecond", seconds > 0 ? steps / seconds : 0)
                .whole("threads", threads)
                .number("evaluations", solver.evaluations())
                .number("solverError", solver.mean())
                .number("solverSupError", solver.largest());
        switch (outcome) {
            case Outcome.Done() -> pen.text("outcome", "done");
            case Outcome.Stopped() -> pen.text("outcome", "stopped");
            case Outcome.Diverged(long step, int layer) ->
                pen.object(
                        "outcome",
                        () -> pen.object(
                                "diverged", () -> pen.whole("step", step).whole("layer", layer)));
        }
        return pen.finished();
    }

    /// Writes the report, whole or not at all.
    ///
    /// Throws: `IOException` whose message is a sentence for the user.
    public void write(Path file) throws IOException {
        var bytes = text().getBytes(StandardCharsets.UTF_8);
        Replacement.write(file, into -> into.write(bytes));
    }
}
