package isotopy.project;

import isotopy.figure.Storyboard;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.LossHistory;
import java.util.Arrays;
import java.util.List;

/// Reads what [ProjectWriter] has written, and says in one sentence what is wrong with anything else.
final class ProjectReader {
    private ProjectReader() {}

    static Project read(JsonValue.Members text) throws ProjectException {
        if (!text.fields().containsKey("experiment") && text.fields().containsKey("layers")) {
            throw ProjectException.whole("these are the weights of a network and no experiment; isotopy import makes a"
                    + " project of them");
        }
        var file = new Fields(text, "");
        long schema = schema(file);
        var experiment = ExperimentJson.read(file.object("experiment"), schema);
        var control = ControlJson.read(file.object("control"), experiment, schema);
        long step = file.whole("step", 0, Long.MAX_VALUE);
        var history = history(file.object("history"));
        List<Long> edits = Arrays.stream(file.wholes("edits")).boxed().toList();
        var view = file.object("view");
        var look = LookJson.read(view);
        var board = schema < 4 ? Storyboard.STANDARD : StoryboardJson.read(view.object("storyboard"));
        var checkpoints = schema == 1 ? Checkpoints.EMPTY : CheckpointsJson.read(file, experiment);
        return file.made(() -> new Project(experiment, control, step, history, edits, look, board, checkpoints));
    }

    /// The schema of a file that this version can read.
    static long schema(Fields file) throws ProjectException {
        long schema = file.whole("schema", 1, Long.MAX_VALUE);
        if (schema > ProjectFile.SCHEMA) {
            throw ProjectException.at(
                    file.placeOf("schema"),
                    "this project was saved by a newer version of Isotopy, as schema " + schema
                            + ", and this version reads" + " schema " + ProjectFile.SCHEMA,
                    "open it with the newer version");
        }
        return schema;
    }

    private static LossHistory history(Fields fields) throws ProjectException {
        var steps = fields.wholes("steps");
        var train = fields.numbers("train");
        var test = fields.numbers("test");
        return fields.made(() -> LossHistory.of(steps, train, test));
    }
}
