package isotopy.project;

import isotopy.control.Control;
import isotopy.snapshot.LossHistory;
import isotopy.train.Experiment;
import isotopy.train.Network;

/// Writes a [Project] as the text that [ProjectReader] reads.
final class ProjectWriter {
    private ProjectWriter() {}

    static String write(Project project) {
        var pen = new JsonPen();
        var experiment = project.experiment();
        pen.whole("schema", ProjectFile.SCHEMA)
                .object("experiment", () -> experiment(experiment, pen))
                .whole("step", project.step())
                .wholes(
                        "edits",
                        project.edits().stream().mapToLong(Long::longValue).toArray())
                .object("control", () -> control(project.control(), experiment.network(), pen))
                .object("history", () -> history(project.history(), pen))
                .object("view", () -> LookJson.write(project.look(), pen));
        return pen.finished();
    }

    private static void experiment(Experiment experiment, JsonPen pen) {
        var sampling = experiment.sampling();
        var network = experiment.network();
        var recipe = experiment.recipe();
        pen.object("target", () -> TargetJson.write(experiment.target(), pen))
                .object(
                        "sampling",
                        () -> pen.numbers(
                                        "domain",
                                        sampling.domain().low(),
                                        sampling.domain().high())
                                .whole("samples", sampling.samples())
                                .number("testFraction", sampling.testFraction())
                                .number("noise", sampling.noise()))
                .object(
                        "network",
                        () -> pen.text("family", network.family().id())
                                .whole("width", network.width())
                                .whole("depth", network.depth())
                                .number("horizon", network.horizon())
                                .text("integrator", network.integrator().id())
                                .whole("substeps", network.substeps())
                                .flag("bijective", network.bijective()))
                .object(
                        "recipe",
                        () -> pen.whole("steps", recipe.steps())
                                .number("learningRate", recipe.learningRate())
                                .whole("batch", recipe.batch())
                                .number("clip", recipe.clip()))
                .whole("seed", experiment.seed());
    }

    private static void control(Control control, Network network, JsonPen pen) {
        pen.whole("dimension", control.dimension())
                .whole("augment", 0)
                .text("family", control.family().id())
                .text("activation", control.family().activation().id())
                .text("integrator", network.integrator().id())
                .whole("substeps", network.substeps())
                .nothing("readout")
                .list("layers", () -> {
                    for (var layer : control.layers()) {
                        var weights = control.family().weights(control.dimension(), control.width(), layer.theta());
                        pen.item(() -> pen.number("duration", layer.duration())
                                .rows("W", weights.w())
                                .numbers("b", weights.b())
                                .rows("V", weights.v()));
                    }
                });
    }

    private static void history(LossHistory history, JsonPen pen) {
        var steps = new long[history.size()];
        var train = new double[history.size()];
        var test = new double[history.size()];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = history.step(k);
            train[k] = history.train(k);
            test[k] = history.test(k);
        }
        pen.wholes("steps", steps).numbers("train", train).numbers("test", test);
    }
}
