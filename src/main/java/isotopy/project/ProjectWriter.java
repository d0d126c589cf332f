package isotopy.project;

import isotopy.snapshot.LossHistory;

/// Writes a [Project] as the text that [ProjectReader] reads.
final class ProjectWriter {
    private ProjectWriter() {}

    static String write(Project project) {
        var pen = new JsonPen();
        var experiment = project.experiment();
        pen.whole("schema", ProjectFile.SCHEMA)
                .object("experiment", () -> ExperimentJson.write(experiment, pen))
                .whole("step", project.step())
                .wholes(
                        "edits",
                        project.edits().stream().mapToLong(Long::longValue).toArray())
                .object("control", () -> ControlJson.write(project.control(), experiment, pen))
                .object("history", () -> history(project.history(), pen))
                .object("view", () -> {
                    LookJson.write(project.look(), pen);
                    pen.object("storyboard", () -> StoryboardJson.write(project.storyboard(), pen));
                });
        CheckpointsJson.write(project.checkpoints(), pen);
        return pen.finished();
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
