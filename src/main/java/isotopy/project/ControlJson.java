package isotopy.project;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Readout;
import isotopy.control.Weights;
import isotopy.train.Network;
import java.util.ArrayList;
import java.util.Optional;

/// Writes and reads a control, with all that a reader needs who has nothing else.
final class ControlJson {
    private ControlJson() {}

    static void write(Control control, Network network, JsonPen pen) {
        pen.whole("dimension", control.dimension()).whole("augment", control.augment());
        FamilyJson.write(control.family(), pen);
        pen.text("integrator", network.integrator().id()).whole("substeps", network.substeps());
        control.readout()
                .ifPresentOrElse(
                        map -> pen.object(
                                "readout",
                                () -> pen.rows("A", map.a())
                                        .numbers("c", map.c())
                                        .flag("scores", map.scores())),
                        () -> pen.nothing("readout"));
        pen.list("layers", () -> {
            for (var layer : control.layers()) {
                var weights = control.family().weights(control.dimension(), control.width(), layer.theta());
                pen.item(() -> pen.number("duration", layer.duration())
                        .rows("W", weights.w())
                        .numbers("b", weights.b())
                        .rows("V", weights.v()));
            }
        });
    }

    /// Reads a control. What it says twice, for readers who need nothing else, must agree with the experiment.
    static Control read(Fields fields, Network network, int inputs) throws ProjectException {
        int augment = (int) fields.whole("augment", network.augment(), network.augment());
        int dimension = (int) fields.whole("dimension", inputs + augment, inputs + augment);
        requireSame(fields, "family", network.family().id());
        requireSame(fields, "activation", network.family().activation().id());
        requireSame(fields, "integrator", network.integrator().id());
        if (fields.whole("substeps") != network.substeps()) {
            throw fields.wrong("substeps", "must be that of the experiment, " + network.substeps());
        }
        var readout = readout(fields, dimension);
        var family = network.family();
        var layers = new ArrayList<Layer>();
        int width = network.width();
        for (var layer : fields.objects("layers")) {
            var weights = weights(layer, dimension);
            if (family.hasWidth()) {
                width = requireWidth(layer, weights, layers.isEmpty() ? weights.b().length : width);
            }
            layers.add(layer(layer, family, weights));
        }
        int common = width;
        return fields.made(() -> new Control(family, dimension, common, layers, augment, readout));
    }

    private static Layer layer(Fields fields, ControlFamily family, Weights weights) throws ProjectException {
        double duration = fields.number("duration");
        return fields.made(() -> new Layer(family.theta(weights), duration));
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
}
