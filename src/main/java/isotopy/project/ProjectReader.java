package isotopy.project;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Weights;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.snapshot.LossHistory;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import isotopy.train.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads what [ProjectWriter] has written, and says in one sentence what is wrong with anything else.
final class ProjectReader {
    private ProjectReader() {}

    static Project read(JsonValue.Members text) throws ProjectException {
        var file = new Fields(text, "");
        long schema = file.whole("schema", 1, Long.MAX_VALUE);
        if (schema > ProjectFile.SCHEMA) {
            throw ProjectException.at(
                    file.placeOf("schema"),
                    "this project was saved by a newer version of Isotopy, as schema " + schema
                            + ", and this version reads" + " schema " + ProjectFile.SCHEMA,
                    "open it with the newer version");
        }
        var experiment = experiment(file.object("experiment"));
        var control = control(file.object("control"), experiment.network());
        long step = file.whole("step", 0, Long.MAX_VALUE);
        var history = history(file.object("history"));
        List<Long> edits = Arrays.stream(file.wholes("edits")).boxed().toList();
        var look = LookJson.read(file.object("view"));
        return file.made(() -> new Project(experiment, control, step, history, edits, look));
    }

    private static Experiment experiment(Fields fields) throws ProjectException {
        var target = TargetJson.read(fields.object("target"));
        var sampling = sampling(fields.object("sampling"));
        var network = network(fields.object("network"));
        var recipe = fields.object("recipe");
        return new Experiment(
                target,
                sampling,
                network,
                recipe.made(() -> new Recipe(
                        recipe.whole("steps"),
                        recipe.number("learningRate"),
                        recipe.whole("batch"),
                        recipe.number("clip"),
                        Optimization.ADAM,
                        Schedule.CONSTANT,
                        new Loss.Squared(),
                        Penalties.NONE)),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static Sampling sampling(Fields fields) throws ProjectException {
        return fields.made(() -> new Sampling(
                domain(fields, "domain"),
                fields.whole("samples"),
                fields.number("testFraction"),
                fields.number("noise")));
    }

    static Box domain(Fields fields, String field) throws ProjectException {
        var bounds = fields.numbers(field, 2);
        return fields.made(() -> new Box(bounds[0], bounds[1]));
    }

    private static Network network(Fields fields) throws ProjectException {
        return fields.made(() -> new Network(
                ControlFamily.named(fields.text("family")),
                fields.whole("width"),
                fields.whole("depth"),
                fields.number("horizon"),
                0,
                Integrator.named(fields.text("integrator")),
                fields.whole("substeps"),
                fields.flag("bijective")));
    }

    /// The control. What it says twice, for readers who need nothing else, must agree with the experiment.
    private static Control control(Fields fields, Network network) throws ProjectException {
        int dimension = (int) fields.whole("dimension", 2, 2);
        fields.whole("augment", 0, 0);
        fields.nothing("readout");
        requireSame(fields, "family", network.family().id());
        requireSame(fields, "activation", network.family().activation().id());
        requireSame(fields, "integrator", network.integrator().id());
        if (fields.whole("substeps") != network.substeps()) {
            throw fields.wrong("substeps", "must be that of the experiment, " + network.substeps());
        }
        var family = network.family();
        var layers = new ArrayList<Layer>();
        int width = network.width();
        for (var layer : fields.objects("layers")) {
            var weights = weights(layer, dimension);
            if (family.hasWidth()) {
                width = requireWidth(layer, weights, layers.isEmpty() ? weights.b().length : width);
            }
            double duration = layer.number("duration");
            layers.add(layer.made(() -> new Layer(family.theta(weights), duration)));
        }
        int common = width;
        return fields.made(() -> new Control(family, dimension, common, layers));
    }

    private static Weights weights(Fields layer, int dimension) throws ProjectException {
        var b = layer.numbers("b");
        var w = layer.rows("W", b.length, dimension);
        var v = layer.rows("V", dimension, b.length);
        return layer.made(() -> new Weights(w, b, v));
    }

    private static int requireWidth(Fields layer, Weights weights, int width) throws ProjectException {
        int here = weights.b().length;
        if (here != width || here < 1) {
            throw ProjectException.at(
                    layer.place(),
                    layer.name() + " must have the width of the first layer, at least 1 and here " + width + ": "
                            + here);
        }
        return width;
    }

    private static void requireSame(Fields fields, String field, String wanted) throws ProjectException {
        if (!fields.text(field).equals(wanted)) {
            throw fields.wrong(field, "must be that of the experiment, \"" + wanted + "\"");
        }
    }

    private static LossHistory history(Fields fields) throws ProjectException {
        var steps = fields.wholes("steps");
        var train = fields.numbers("train");
        var test = fields.numbers("test");
        return fields.made(() -> LossHistory.of(steps, train, test));
    }
}
