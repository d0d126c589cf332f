package isotopy.project;

import isotopy.control.Readout;
import isotopy.flow.Integrator;
import isotopy.target.Labels;
import isotopy.target.Scaling;
import java.util.List;
import java.util.Optional;

/// Writes a flow as a model of ONNX in double precision that needs the standard operators alone.
///
/// Shapes: the input `x` is n × d, and `y` is where its rows go, or their values. A flow for classes has `scores`, n ×
/// classes, and `label`, n names, beside it.
/// Units: the user's own, the scaling is part of the model.
final class OnnxModel {
    /// Of July 2022: ONNX 1.12, which is what the operators are taken from.
    private static final int IR_VERSION = 8;

    private static final int OPSET = 17;

    private final Project project;
    private final String version;
    private final Optional<Provenance> provenance;
    private final OnnxGraph graph = new OnnxGraph();

    OnnxModel(Project project, String version, Optional<Provenance> provenance) {
        this.project = project;
        this.version = version;
        this.provenance = provenance;
    }

    /// The bytes of the file.
    byte[] bytes() {
        int d = project.control().inputs();
        graph.input("x", OnnxGraph.ANY, d);
        var states = states();
        var user = userGoals(read(states));
        if (project.experiment().target() instanceof Labels labels
                && project.control().readout().map(Readout::scores).orElse(false)) {
            graph.output("y", userPlaces(states), OnnxGraph.ANY, d);
            graph.output("scores", user, OnnxGraph.ANY, outputs());
            var best = graph.node(
                    "ArgMax", List.of(OnnxGraph.attribute("axis", 1), OnnxGraph.attribute("keepdims", 0)), user);
            var names = graph.node("Gather", graph.texts("classes", labels.names()), best);
            graph.outputTexts("label", names, OnnxGraph.ANY);
        } else {
            graph.output("y", user, OnnxGraph.ANY, outputs());
        }
        return model().finished();
    }

    private int outputs() {
        return project.control()
                .readout()
                .map(Readout::outputs)
                .orElse(project.control().dimension());
    }

    private ProtoPen model() {
        var model = new ProtoPen()
                .whole(1, IR_VERSION)
                .text(2, "Isotopy")
                .text(3, version)
                .text(6, remark())
                .message(7, graph.message("flow", true))
                .message(8, new ProtoPen().text(1, "").whole(2, OPSET));
        model.message(14, property("isotopy-version", version));
        provenance.ifPresent(made -> model.message(14, property("isotopy-provenance", made.text())));
        return model;
    }

    private static ProtoPen property(String key, String value) {
        return new ProtoPen().text(1, key).text(2, value);
    }

    private String remark() {
        var network = project.experiment().network();
        int depth = project.control().depth();
        return "The flow of a network of " + depth + (depth == 1 ? " layer" : " layers") + " of the family "
                + network.family().id() + ": σ(u) = "
                + network.family().activation().formula() + ", T = "
                + project.control().horizon() + ", integrator "
                + network.integrator().id() + ".";
    }

    private Optional<Scaling> scaling() {
        return project.experiment().scaling();
    }

    /// The last states, for the rows of x.
    private String states() {
        var control = project.control();
        var network = project.experiment().network();
        var z = start();
        var steps = new OnnxSteps(new OnnxField(control), network.integrator());
        boolean followed = network.integrator().adaptive() || network.integrator() == Integrator.EXACT;
        int substeps = followed ? 1 : network.substeps();
        for (int layer = 0; layer < control.depth(); layer++) {
            for (int s = 0; s < substeps; s++) {
                z = steps.step(graph, z, layer, control.layers().get(layer).duration() / substeps);
            }
        }
        return z;
    }

    /// The points in the units of the network, with the extra coordinates at 0.
    private String start() {
        var z = scaling()
                .map(units -> graph.quotient(
                        graph.difference("x", vector("input_offset", units.inputCentre())),
                        graph.number(units.inputReach())))
                .orElse("x");
        int augment = project.control().augment();
        return augment == 0 ? z : graph.node("Pad", z, graph.wholes("augment", 0, 0, 0, augment));
    }

    private String vector(String name, List<Double> values) {
        return graph.array(Tensor.vector(
                name, values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private String read(String states) {
        return project.control()
                .readout()
                .map(map -> graph.node(
                        "Gemm",
                        List.of(OnnxGraph.attribute("transB", 1)),
                        states,
                        graph.array(Tensor.matrix("readout_A", map.a())),
                        graph.array(Tensor.vector("readout_c", map.c()))))
                .orElse(states);
    }

    private String userGoals(String values) {
        return scaling()
                .map(units -> graph.sum(
                        vector("output_offset", units.outputCentre()),
                        graph.product(graph.number(units.outputReach()), values)))
                .orElse(values);
    }

    /// What is seen of the states: their first coordinates.
    private String userPlaces(String states) {
        var places = project.control().augment() == 0
                ? states
                : graph.node(
                        "Slice",
                        states,
                        graph.wholes("from", 0),
                        graph.wholes("to", project.control().inputs()),
                        graph.wholes("axis_1", 1));
        return scaling()
                .map(units -> graph.sum(
                        vector("input_offset", units.inputCentre()),
                        graph.product(graph.number(units.inputReach()), places)))
                .orElse(places);
    }
}
