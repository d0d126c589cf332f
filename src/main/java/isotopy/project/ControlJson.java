package isotopy.project;

import isotopy.control.Control;
import isotopy.control.Layer;
import isotopy.control.Readout;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.Optional;

/// Writes and reads a control, with all that a reader needs who has nothing else.
final class ControlJson {
    private ControlJson() {}

    static void write(Control control, Experiment experiment, JsonPen pen) {
        var network = experiment.network();
        pen.whole("dimension", control.dimension()).whole("augment", control.augment());
        FamilyJson.write(control.family(), pen);
        if (control.family().hasWidth()) {
            pen.whole("width", control.width());
        }
        pen.text("integrator", network.integrator().id()).whole("substeps", network.substeps());
        control.readout()
                .ifPresentOrElse(
                        map -> pen.object(
                                "readout",
                                () -> pen.rows("A", map.a())
                                        .numbers("c", map.c())
                                        .flag("scores", map.scores())),
                        () -> pen.nothing("readout"));
        ScalingJson.write(experiment.scaling(), pen);
        pen.list("layers", () -> {
            for (var layer : control.layers()) {
                pen.item(() -> LayerJson.write(control, layer, pen));
            }
        });
    }

    /// Reads a control. What it says twice, for readers who need nothing else, must agree with the experiment.
    static Control read(Fields fields, Experiment experiment, long schema) throws ProjectException {
        var network = experiment.network();
        var family = network.family();
        int augment = (int) fields.whole("augment", network.augment(), network.augment());
        int dimension = (int) fields.whole("dimension", experiment.stateDimension(), experiment.stateDimension());
        requireSame(fields, "family", family.id());
        requireSame(fields, "activation", family.activation().id());
        requireSame(fields, "integrator", network.integrator().id());
        if (fields.whole("substeps") != network.substeps()) {
            throw fields.wrong("substeps", "must be that of the experiment, " + network.substeps());
        }
        var target = experiment.target();
        if (!ScalingJson.read(fields, target.dimension(), target.outputs()).equals(experiment.scaling())) {
            throw fields.refused(
                    fields.has("scaling") ? "scaling" : "layers", "must belong to the scaling of the experiment");
        }
        var readout = readout(fields, dimension);
        var items = fields.objects("layers");
        int width = network.width();
        if (family.hasWidth()) {
            width = schema > 1 || items.isEmpty()
                    ? width(fields)
                    : items.getFirst().numbers("b").length;
        }
        var layers = new ArrayList<Layer>();
        for (var layer : items) {
            layers.add(LayerJson.read(layer, family, dimension, width));
        }
        int common = width;
        return fields.made(() -> new Control(family, dimension, common, layers, augment, readout));
    }

    private static int width(Fields fields) throws ProjectException {
        return (int) fields.whole("width", 1, Integer.MAX_VALUE);
    }

    private static Optional<Readout> readout(Fields fields, int dimension) throws ProjectException {
        if (fields.absent("readout")) {
            return Optional.empty();
        }
        var map = fields.object("readout");
        var a = map.rows("A", dimension);
        var c = map.numbers("c", a.length);
        boolean scores = map.flag("scores");
        return Optional.of(map.made(() -> new Readout(a, c, scores)));
    }

    private static void requireSame(Fields fields, String field, String wanted) throws ProjectException {
        if (!fields.text(field).equals(wanted)) {
            throw fields.wrong(field, "must be that of the experiment, \"" + wanted + "\"");
        }
    }
}
