package isotopy.project;

import isotopy.control.Control;
import isotopy.math.Form;
import isotopy.math.Nonlinearity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The field f(z) of the layers of one flow, by operators of ONNX, whose arrays have the names of the other files of
/// weights with the layer behind: `W_0`, `b_0`, `V_0`, or `C_0`, `s_0`, `V_0` of bumps.
final class OnnxField {
    private static final List<ProtoPen> TRANSPOSED = List.of(OnnxGraph.attribute("transB", 1));

    private final Control control;
    private final List<Map<String, Tensor>> layers;

    OnnxField(Control control) {
        this.control = control;
        layers = control.layers().stream()
                .map(layer -> {
                    var arrays = new HashMap<String, Tensor>();
                    LayerJson.entries(control, layer).forEach(entry -> arrays.put(entry.name(), entry.tensor()));
                    return Map.copyOf(arrays);
                })
                .toList();
    }

    /// The number of coordinates of a state.
    int dimension() {
        return control.dimension();
    }

    private Nonlinearity sigma() {
        return control.family().activation();
    }

    private Tensor array(int layer, String name) {
        var found = layers.get(layer).get(name);
        if (found == null) {
            throw new IllegalStateException("layer " + layer + " has no array " + name);
        }
        return new Tensor(name + "_" + layer, found.shape(), found.values());
    }

    /// f(z) of that layer, for the rows of z.
    String velocity(OnnxGraph graph, String z, int layer) {
        var v = graph.array(array(layer, "V"));
        return graph.node(
                "Gemm",
                TRANSPOSED,
                control.family().form() == Form.RADIAL ? bumps(graph, z, layer) : ridges(graph, z, layer),
                v);
    }

    /// σ(W z + b).
    private String ridges(OnnxGraph graph, String z, int layer) {
        var w = graph.array(array(layer, "W"));
        var b = graph.array(array(layer, "b"));
        return OnnxSigma.of(sigma(), graph, graph.node("Gemm", TRANSPOSED, z, w, b));
    }

    /// e^(−|z − C|²/(2 s²)).
    private String bumps(OnnxGraph graph, String z, int layer) {
        var s = array(layer, "s").values()[0];
        var rows = graph.node("Unsqueeze", z, graph.wholes("axis_1", 1));
        var gap = graph.difference(rows, graph.array(array(layer, "C")));
        var squares = graph.node(
                "ReduceSum",
                List.of(OnnxGraph.attribute("keepdims", 0)),
                graph.product(gap, gap),
                graph.wholes("axis_2", 2));
        return graph.node("Exp", graph.quotient(squares, graph.number(-2 * s * s)));
    }

    /// The number of hidden units whose flows a splitting puts together.
    int units() {
        return array(0, "W").shape()[0];
    }

    /// The shear of one hidden unit over the time h: z + h σ(w·z + b) v.
    String shear(OnnxGraph graph, String z, int layer, int unit, double h) {
        int d = control.dimension();
        var w = array(layer, "W").part(unit, "W_" + layer + "_" + unit);
        var v = new double[d];
        for (int i = 0; i < d; i++) {
            v[i] = array(layer, "V").rows()[i][unit];
        }
        var row = graph.array(new Tensor(w.name(), new int[] {1, d}, w.values()));
        var b = graph.array(
                Tensor.vector("b_" + layer + "_" + unit, array(layer, "b").values()[unit]));
        var column = graph.array(new Tensor("V_" + layer + "_" + unit, new int[] {1, d}, v));
        var s = OnnxSigma.of(sigma(), graph, graph.node("Gemm", TRANSPOSED, z, row, b));
        return graph.sum(z, graph.product(graph.product(graph.number(h), s), column));
    }
}
